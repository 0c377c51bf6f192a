/** The words that say how much an answer is needed. Other languages are one more row in the tables. */

import type {Requirement} from '../types.ts';

export type Need = {readonly requirement: Requirement; readonly condition?: string; readonly reason: boolean};

export const noNeed: Need = {requirement: 'unspecified', reason: false};

const words: ReadonlyArray<readonly [RegExp, Requirement]> = [
	[
		/\b(?:only )?(?:if|when|where|as) (?:applicable|relevant|needed|necessary|required|appropriate|any)\b|^\*?(?:only )?if\b|\b(?:only if|if (?:not|it|you|the|there|relational))\b/iu,
		'conditional',
	],
	[/\bnot required\b/iu, 'optional'],
	[/\b(?:required|mandatory|RNIA|obligatory|obligatoire|obligatorisch|obligatorio)\b|必須|必填|必需/iu, 'required'],
	[/\b(?:recommended|strongly suggested|empfohlen|recommandé|recomendado)\b|推奨|推荐/iu, 'recommended'],
	[/\b(?:optional|optionnel|facultatif|opcional)\b|可选|可選|任意|オプション|선택/iu, 'optional'],
];

/**
 * Reads the words of a marker such as `(required; RNIA — if N/A, say why)`. Gives nothing for brackets that only
 * explain (`(Mermaid)`, `(200)`, `(with rationale)`).
 */
export function readNeed(text: string): Need | undefined {
	const trimmed = text.trim();
	if (trimmed.length > 120) {
		return undefined;
	}

	const start =
		/^(?:\*?\s*)(?:required|mandatory|RNIA|recommended|optional|optionally|strongly|if |only |when |where |as |not required|obligat|empfohlen|recommand|recomend|optionnel|facultatif|opcional|可选|可選|任意|必須|必填|必需|推奨|推荐|オプション|선택)/iu;
	if (!start.test(trimmed)) {
		return undefined;
	}

	const reason = /\bRNIA\b|\breason\b|say why|\bN\/A\b.*\bwhy\b/iu.test(trimmed);
	const first = words.find(([pattern]) => {
		const found = pattern.exec(trimmed);
		return found !== null && found.index <= 12;
	});
	if (!first) {
		return undefined;
	}

	let [, requirement] = first;
	const required = /^\*?\s*(?:required|mandatory|RNIA)\b/iu.test(trimmed);
	const recommended = /^\*?\s*recommended\b/iu.test(trimmed);
	if (required) {
		requirement = 'required';
	} else if (recommended) {
		requirement = 'recommended';
	}

	const rest = trimmed
		.replace(/^\*?\s*(?:required|mandatory|recommended|optional)\b[\s,:;—-]*/iu, '')
		.replaceAll(/\*/gu, '')
		.trim();
	const condition =
		requirement === 'conditional'
			? trimmed.replaceAll(/\*/gu, '')
			: /^(?:for|if|when|unless|in)\b/iu.test(rest)
				? rest.split(/[;—]/u)[0]!.trim()
				: undefined;
	return {requirement, reason, ...(condition !== undefined && condition !== '' && {condition})};
}

/** A whole sentence under a heading that says whether the section is needed. */
export function readNeedSentence(text: string): Need | undefined {
	const plain = text
		.replaceAll(/[*_`{}[\]()]/gu, '')
		.replaceAll(/<!--|-->/gu, '')
		.replaceAll(/\s+/gu, ' ')
		.trim();
	if (
		/^(?:required|mandatory)[.:!](?:\s|$)|^(?:required|mandatory)$|\b(?:this|the following) (?:section |element |part |field )?is (?:required|mandatory)\b/iu.test(
			plain,
		)
	) {
		return {requirement: 'required', reason: false};
	}

	if (
		/\b(?:this|these) (?:section|element|part|field|chapter)s? (?:is|are|and) (?:an? )?(?:not required|optional)\b|\bthis is an? optional\b|^optional[.:]?(?:\s|$)|\b(?:remove|delete|omit|skip) (?:this section|it|this) if\b|以下為可選|このセクションは(?:省略可|任意)/iu.test(
			plain,
		)
	) {
		return {requirement: 'optional', reason: false};
	}

	return undefined;
}
