/**
 * The words that say how much an answer is needed. Other languages are one more row in the tables, or words that whoever
 * reads adds.
 */

import type {NeedWords, Requirement} from '../types.ts';

export type Need = {readonly requirement: Requirement; readonly condition?: string; readonly reason: boolean};

export const noNeed: Need = {requirement: 'unspecified', reason: false};

const words: ReadonlyArray<readonly [RegExp, Requirement]> = [
	[
		/\b(?:only )?(?:if|when|where|as) (?:applicable|relevant|needed|necessary|required|appropriate|any)\b|^(?:only )?if\b|\b(?:only if|if (?:not|it|you|the|there|relational))\b/iu,
		'conditional',
	],
	[
		/^(?:nur )?(?:falls|wenn|sofern|soweit|bei bedarf)(?: |$)|^(?:si|s['’]il|le cas échéant|cuando|se|quando)(?: |$)|^caso (?:haja|seja|aplic|necess|exist)|^(?:если|при (?:необходимости|наличии))|^(?:如(?:适用|需|有|果)|若|视情况|按需)|^該当(?:する)?|^해당/iu,
		'conditional',
	],
	[/\bnot required\b|^(?:nicht|non|no|não) (?:erforderlich|notwendig|requis|obligator|requerid|obrigat)/iu, 'optional'],
	[
		/\b(?:required|mandatory|RNIA|obligatory|obligatoire|requise?|obligatorisch|verpflichtend|erforderlich|obligatori[oa]|requerid[oa]|obrigatóri[oa]|obbligatori[oa])(?![\p{L}])|^pflicht|^обязательн|必須|必须|必填|必需|필수/iu,
		'required',
	],
	[
		/\b(?:(?:strongly )?recommended|strongly suggested|empfohlen|recommandé|recomendad[oa])(?![\p{L}])|推奨|推荐|建议|권장/iu,
		'recommended',
	],
	[
		/\b(?:optional|optionnel(?:le)?|facultati(?:f|ve)|opcional|facoltativ[oa]|opzionale)(?![\p{L}])|^(?:опционально|необязательн)|可选|可選|选填|任意|省略可|オプション|선택/iu,
		'optional',
	],
];

/**
 * Reads the words of a marker such as `(required; RNIA — if N/A, say why)`. Gives nothing for brackets that only
 * explain (`(Mermaid)`, `(200)`, `(with rationale)`).
 *
 * @param own words beside the ones known here; where both fit, these hold
 */
export function readNeed(text: string, own: NeedWords = {}): Need | undefined {
	const trimmed = text.trim().replace(/^\*\s*/u, '');
	if (trimmed.length > 120) {
		return undefined;
	}

	const reason = /\bRNIA\b|\breason\b|say why|\bN\/A\b.*\bwhy\b/iu.test(trimmed);
	const added = addedWord(trimmed, own);
	if (added) {
		const rest = trimmed.slice(added.word.length).replace(/^[\s,:;—-]+/u, '');
		const condition = added.requirement === 'conditional' ? trimmed : rest.split(/[;—]/u)[0]!.trim();
		return {
			requirement: added.requirement,
			reason,
			...(condition !== '' && !/^RNIA$/iu.test(condition) && {condition}),
		};
	}

	// A word further back only explains.
	const first = words.find(([pattern]) => pattern.exec(trimmed)?.index === 0);
	if (!first) {
		return undefined;
	}

	let [, requirement] = first;
	const required = /^(?:required|mandatory|RNIA)\b/iu.test(trimmed);
	const recommended = /^recommended\b/iu.test(trimmed);
	if (required) {
		requirement = 'required';
	} else if (recommended) {
		requirement = 'recommended';
	}

	const rest = trimmed
		.replace(/^(?:required|mandatory|recommended|optional)\b[\s,:;—-]*/iu, '')
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

/** The longest of the added words with which a text begins. */
function addedWord(
	text: string,
	own: NeedWords,
): {readonly word: string; readonly requirement: keyof NeedWords} | undefined {
	const said = text.toLowerCase();
	return (['required', 'recommended', 'optional', 'conditional'] as const)
		.flatMap(requirement => (own[requirement] ?? []).map(word => ({word: word.trim(), requirement})))
		.filter(({word}) => word !== '' && said.startsWith(word.toLowerCase()) && endsWord(word, said.slice(word.length)))
		.sort((a, b) => b.word.length - a.word.length)[0];
}

/** Whether a word ends where `rest` begins; scripts without blanks between words have no such place. */
function endsWord(word: string, rest: string): boolean {
	return !/^[\p{L}\p{N}]/u.test(rest) || /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]$/u.test(word);
}

/** Whether a text is nothing but one word for how much is needed, as it stands in `Optional: Cost` and `Cost – optional`. */
export function isNeedWord(text: string, own: NeedWords = {}): boolean {
	const said = text.trim();
	return (
		/^(?:optional|required|recommended|mandatory)$/iu.test(said) || addedWord(said, own)?.word.length === said.length
	);
}

/** A whole sentence under a heading that says whether the section is needed. */
export function readNeedSentence(text: string, own: NeedWords = {}): Need | undefined {
	const plain = text
		.replaceAll(/[*_`{}[\]()]/gu, '')
		.replaceAll(/<!--|-->/gu, '')
		.replaceAll(/\s+/gu, ' ')
		.trim();
	const added = addedWord(plain, own);
	if (added && /^[.:!]?$/u.test(plain.slice(added.word.length))) {
		return {requirement: added.requirement, reason: false};
	}

	// `REQUIRED FOR RELEASE` on a line of its own is a marker without brackets.
	if (plain.length <= 60 && /^(?:required|mandatory|optional) (?:for|if|when|unless)\b[^.:!?]*$/iu.test(plain)) {
		return readNeed(plain);
	}

	if (
		/^(?:required|mandatory)[.:!](?:\s|$)|^(?:required|mandatory)$|\b(?:this|the following) (?:section |sub-?section |element |part |field )?is (?:required|mandatory)\b/iu.test(
			plain,
		)
	) {
		return {requirement: 'required', reason: false};
	}

	if (
		/\b(?:this|these) (?:section|sub-?section|element|part|field|chapter)s? (?:is|are|and) (?:an? )?(?:not required|optional)\b|\bthis is an? optional\b|^optional[.:,]?(?:$|\s(?!(?:sections|parts|chapters|fields|elements)\b))|\b(?:remove|delete|omit|skip) (?:(?:this|the) (?:section|sub-?section|element|part|field|chapter|heading)|it|this) (?:if|when|unless)\b|以下為可選|このセクションは(?:省略可|任意)/iu.test(
			plain,
		)
	) {
		return {requirement: 'optional', reason: false};
	}

	return undefined;
}

/**
 * What a blank says of itself: `<optional>`, `[optional link]`, `{plan, optional}`, `<risk (required)>`. Words that go on
 * as a sentence are a prompt.
 */
export function readNeedInBlank(text: string, own: NeedWords = {}): Need | undefined {
	const plain = text.trim();
	const last = /(?:[,;:]\s*|\s[–—-]\s|\s?[([])(?<word>[^,;:()[\]]+)[)\]]?$/u.exec(plain)?.groups?.['word'];
	const added = [plain, last].find(said => said !== undefined && isNeedWord(said, own));
	if (added !== undefined) {
		return readNeed(added, own);
	}

	const word =
		/^(optional|required|mandatory|recommended)\b(?![-'’])/iu.exec(plain)?.[1] ??
		/(?:[,;:]\s*|\s[–—-]\s|\s?[([])(optional|required|mandatory|recommended)[)\]]?$/iu.exec(plain)?.[1];
	return word === undefined ? undefined : readNeed(word);
}
