/** What kind of answer a label and its blank ask for. */

import type {Kind} from '../types.ts';
import {dateMask} from './blank.ts';
import {endStripped, stripped, withoutRound} from './ends.ts';
import {labelText} from './label.ts';
import {asksForDate, asksForLink, asksForPerson, isGrade, namesStatus, standsForDate, yesOrNo} from './label-words.ts';

export type Asked = {
	readonly kind: Kind;
	readonly options: readonly string[];
	readonly open: boolean;
	readonly multiple: boolean;
	readonly format?: string;
	readonly default?: string;
	readonly unit?: string;
};

const none = {options: [], open: false, multiple: false} as const;

const personBlank =
	/^(?:(?:your |the |full |first |last |author |reviewer |owner |team )?(?:names?|persons?|people|teams?|owners?|roles?|authors?|reviewers?|handles?|github (?:user|id|handle|name)s?|who decides.*|who is responsible.*)(?:\s*(?:\/|,|and|or|&)\s*(?:names?|teams?|roles?|owners?|persons?|emails?|handles?))*|@[\w-]+|team\/\w+|\w+\/(?:team|role|owner|person))$/iu;
const linkBlank =
	/^(?!.*\band links?$)(?:.*\b(?:links?|urls?)|(?:direct |the |relevant )?(?:links?|urls?)\b.*|path or url|.*https?:.*|hyperlink)$/iu;
/** Two words to choose from, perhaps with more asked for behind them: `yes/no (how)`. */
const pair = new RegExp(`^(?<options>${yesOrNo}|[\\w-]+/[\\w-]+(?=\\s*\\())(?<rest>\\s*\\([^()]*\\))?$`, 'iu');
const agreed = new RegExp(`^(?:${yesOrNo})$`, 'iu');

/** An option without the signs around it; code inside it keeps its ticks. */
function bare(option: string): string {
	const inside = /`[^`]+`/u.test(option) && !/^`[^`]+`$/u.test(option);
	return stripped(option, inside ? `"'*_` : `\`"'*_`).trim();
}

/** An option that the author completes: `superseded by [x]`. */
const freeEntry = /\[|superseded by/iu;

/** Splits `A | B | C` (and `A/B/C` and comma lists where asked for); at least two alternatives of at most six words. */
export function alternatives(
	text: string,
	loose: boolean,
): {readonly options: readonly string[]; readonly open: boolean} | undefined {
	// In a table's cell a pipe stands behind a backslash.
	const whole = text.trim().replaceAll('\\|', '|');
	const from = /^[([{]/u.test(whole) && whole.split('\n', 1)[0]!.includes('|') ? 1 : 0;
	const end =
		/[)\]}]$/u.test(whole) &&
		whole.slice(whole.lastIndexOf('\n') + 1).includes('|') &&
		(from === 1 || !/[([{]/u.test(whole))
			? 1
			: 0;
	// An aside in emphasis behind the last one speaks of them all.
	const offered = whole
		.slice(from, whole.length - end)
		.trim()
		.replace(/\s[*_]{1,3}\([^()]*\)[*_]{0,3}$/u, '')
		.trimEnd();
	const suggestions = /(?:etc\.?|…|\.\.\.)$/iu.exec(offered);
	const open = suggestions !== null;
	const plain = suggestions
		? offered
				.slice(0, suggestions.index)
				.trimEnd()
				.replace(/(?:,|\/|\||\bor)$/iu, '')
		: offered;
	const cut = (parts: readonly string[]) => parts.map(part => bare(part.trim())).filter(part => part !== '');
	const short = (parts: readonly string[], words: number) =>
		parts.length >= 2 && parts.every(part => part.split(/\s+/u).length <= words && part.length <= 48);
	const distinct = (parts: readonly string[]) => [...new Set(parts)];
	if (plain.includes('|')) {
		const all = cut(plain.split('|'));
		const parts = all.filter(part => !/^(?:…|\.\.\.|etc\.?)$/u.test(part));
		const more = open || parts.length < all.length || parts.some(part => freeEntry.test(part));
		return short(parts, 8) ? {options: distinct(parts), open: more} : undefined;
	}

	if (plain.includes(' / ')) {
		const parts = cut(plain.split(' / '));
		// "areas, or all" goes on telling what is meant.
		return short(parts, 4) && !parts.some(part => /,| or /u.test(part))
			? {options: distinct(parts), open: open || parts.some(part => freeEntry.test(part))}
			: undefined;
	}

	if (/^(?:`[^`]+`)(?:\s*(?:,|or|\/)\s*`[^`]+`)+$/u.test(plain)) {
		const parts = cut(plain.split(/(?:,|\bor\b|\/)(?=\s*`)/u));
		return parts.some(part => /\w\//u.test(part)) ? undefined : {options: distinct(parts), open};
	}

	// A slash in code is a path's, and a question is no alternative.
	if (
		plain.replaceAll(/`[^`]*`/gu, '').includes('/') &&
		!/^`?\/|:\/\/|\s\/|\/\s/u.test(plain) &&
		!/^(?:what|who|how|why|when|where|which)\b/iu.test(plain) &&
		(loose || open)
	) {
		const parts = cut(plain.split('/'));
		return short(parts, 3) && !/[.?!+<>[\]{}]/u.test(plain) ? {options: distinct(parts), open} : undefined;
	}

	if (plain.includes(',') && open) {
		const parts = cut(plain.replace(/^(?:e\.g\.,?|such as|for example,?|technology used\s*-)\s*/iu, '').split(','));
		return short(parts, 4) && !/[?!]/u.test(plain) ? {options: distinct(parts), open} : undefined;
	}

	return undefined;
}

/** What stands for the answer rather than being one: `link | description`, `name / email`. */
const described =
	/(?:^|[\s/])(?:urls?|links?|descriptions?|names?|e-?mails?|pointers?|explanations?|free text|text|paths?|numbers?|counts?|percentage|amounts?|ids?)$/iu;

/** A word in front of what stands in a blank that tells the author what to do with it. */
const ordered =
	/^(?:CUSTOMI[SZ]E|SELECT|CHOOSE|PICK|INSERT|ENTER|EDIT|FILL IN|REPLACE|SPECIFY|SET|OPTIONS?|ONE OF)\s*:\s*(?=\S)/u;

/** The alternatives that a label names itself, behind its words: `Kind (repair / swap / other)`. */
export function offeredByLabel(label: string): ReturnType<typeof alternatives> {
	const aside = /\((?<list>[^()]+)\)\s*[:：]?$/u.exec(label.trim());
	if (!aside?.groups) return undefined;
	const name = labelText(label.slice(0, label.indexOf(aside[0])));
	const list = aside.groups['list']!.trim();
	const found = /[|/]/u.test(list) ? alternatives(list.replaceAll(/\s*\/\s*/gu, ' / '), true) : undefined;
	if (!found || asksForPerson(name)) return undefined;
	if (namesStatus(name)) return found;
	// Several things each, as in `Signals (logs/metrics/traces)`, are what the answer speaks of; one of them is one thing.
	const exclusive = agreed.test(list) || (found.options.length > 2 && !found.options.some(plural));
	return exclusive && !plural(name) ? found : undefined;
}

/** Options that a text behind a label offers: told as such, or parted by slashes where the label names a status. */
export function optionsBehind(label: string, text: string): readonly string[] | undefined {
	const told = /^(?:one of|either|(?:choose|select|pick)(?: one)?(?: of| from)?)\b/iu.test(text)
		? commentOptions(text)
		: undefined;
	return told ?? (isStatus(labelText(label)) ? alternatives(text, true)?.options : undefined);
}

/** Whether a label names what is one of a few. */
export function isStatus(name: string): boolean {
	return namesStatus(name) && !asksForPerson(name);
}

/** The kind that a label and the text that stands for the answer ask for. `text` is without brackets. */
export function askedBy(label: string, text: string, bracketed: boolean): Asked {
	const name = labelText(label);
	const inner = stripped(text.trim(), `"'\`_*`).trim().replace(ordered, '');
	const mask = dateMask.exec(inner);
	const id =
		mask && (/[-_]$/u.test(inner.slice(0, mask.index)) || /^[-_]/u.test(inner.slice(mask.index + mask[0].length)));
	if (mask && inner.length <= 60 && !id) {
		return {kind: 'date', ...none, format: mask[0]};
	}

	if (/^\d{4}-\d{2}-\d{2}$/u.test(inner)) {
		return {kind: 'date', ...none, format: 'YYYY-MM-DD'};
	}

	if (asksForDate(name) && (inner === '' || inner === 'null' || standsForDate(inner) || bracketed)) {
		return {kind: 'date', ...none, format: 'YYYY-MM-DD'};
	}

	if (standsForDate(inner) && (inner.length <= 30 || bracketed)) {
		return {kind: 'date', ...none, format: 'YYYY-MM-DD'};
	}

	const told = optionsBehind('', inner);
	if (told) {
		return {kind: 'choice', options: told, open: false, multiple: false};
	}

	if (inner === '') {
		const offered = offeredByLabel(label);
		if (offered) return {kind: 'choice', ...offered, multiple: false};
	}

	const status = namesStatus(name);
	const graded = bracketed && inner.includes('/') && inner.split('/').every(option => isGrade(option.trim()));
	const answers = alternatives(inner, (status || graded) && !asksForPerson(name));
	const worded = !status && answers?.options.some(option => described.test(option)) === true;
	if (worded && inner.includes('|')) {
		return {kind: 'text', ...none};
	}

	if (
		answers &&
		!worded &&
		(graded || inner.includes('|') || (status && !/\+|\band\b/u.test(inner)) || answers.open || / \/ |^`/u.test(inner))
	) {
		if ((!personBlank.test(inner) && !asksForPerson(name)) || inner.includes('|')) {
			return {
				kind: 'choice',
				options: answers.options,
				open: answers.open,
				// Options under a label that names several things may be taken together.
				multiple:
					/\btaxonomy$/iu.test(name) ||
					(plural(name) && !answers.options.some(option => /^(?:yes|no|none|n\/a|all)$/iu.test(option))),
			};
		}
	}

	const listed = bracketed && status && !asksForPerson(name) ? commaOptions(inner) : undefined;
	if (listed) {
		return {kind: 'choice', options: listed, open: false, multiple: false};
	}

	const yes = pair.exec(inner);
	if (yes?.groups && !bracketed) {
		return {
			kind: 'choice',
			options: yes.groups['options']!.split(/\/|\bor\b/u).map(option => option.trim()),
			open: yes.groups['rest'] !== undefined,
			multiple: false,
		};
	}

	if (yes?.groups && yes.groups['rest'] === undefined && agreed.test(inner)) {
		return {
			kind: 'choice',
			options: inner.split(/\/|\bor\b/u).map(option => option.trim()),
			open: false,
			multiple: false,
		};
	}

	if (
		asksForPerson(name) ||
		(personBlank.test(inner) &&
			/\b(?:names?|team|owner|person|role|@)/iu.test(inner) &&
			name !== '' &&
			asksForPerson(`${name} ${inner}`) &&
			!/component|endpoint|entity|table|module|project|system|file|service/iu.test(name))
	) {
		const several = /s\b(?!.*\bnames?$)/iu.test(withoutRound(name)) || /\bnames\b|s\b,|,/iu.test(inner);
		return {kind: 'person', options: [], open: false, multiple: several};
	}

	if (
		(asksForLink(name) &&
			!/compat|strategy|support/iu.test(name) &&
			(inner === '' || linkBlank.test(inner) || /^#|^(?:issues?|prs?|tickets?)(?![\p{L}])/iu.test(inner))) ||
		(linkBlank.test(inner) && inner.split(/\s+/u).length <= (/^(?:link|url) (?:to|of|for) /iu.test(inner) ? 16 : 8))
	) {
		return {
			kind: 'link',
			options: [],
			open: false,
			multiple: /\b(?:links|urls|tickets|dashboards)\b|\(s\)/iu.test(`${name} ${inner}`),
		};
	}

	if (bracketed && /^(?:bullet(?:ed)? list|list)(?: or n\/a)?$/iu.test(inner)) {
		return {kind: 'list', ...none};
	}

	if (
		bracketed &&
		/^\d+$/u.test(inner) &&
		/\b(?:min|max|minimum|maximum|count|number|instances?|retries|limit|size|total|replicas?)\b/iu.test(name)
	) {
		return {kind: 'number', ...none, default: inner};
	}

	const offered = bracketed && /^(?:[<>≤≥~]\s*)?\d[\d.,]*\s*(?:%|\p{L}{1,12})?$/u.test(inner) ? {default: inner} : {};
	if (longAnswer(name, inner)) {
		return {kind: 'prose', ...none};
	}

	return {kind: 'text', ...none, ...offered};
}

/** Options that a comment beside a value names: `Acceptable values: Draft, Approved`, `one of: a | b`. */
export function commentOptions(text: string): readonly string[] | undefined {
	const list =
		/\b(?:(?:acceptable|possible|valid|allowed) (?:values?|options?)(?: are)?|one of|options|(?:choose|select|pick)(?: one)?(?: from| of)?|can be|either)\s*(?::\s*)?(?<list>[^.\n]+)/iu.exec(
			text,
		)?.groups?.['list'];
	if (list === undefined) {
		return undefined;
	}

	const parts = list
		.split(/[,|/]|\bor\b/u)
		.map(part => stripped(endStripped(part.replaceAll(/\s+/gu, ' '), '`"\' )]'), '`"\' '))
		.filter(part => part !== '');
	return parts.length >= 2 && parts.every(part => part.split(/\s+/u).length <= 3) ? parts : undefined;
}

/** `Standards Track or Meta`, `Interface, Data, or Core` under a label that names a status or type. */
function commaOptions(text: string): readonly string[] | undefined {
	const plain = text.split(/;/u)[0]!.replace(/^(?:one of|either)\s*:?\s*/iu, '');
	const parts = plain
		.replaceAll(/\s+/gu, ' ')
		.split(/, ?(?:or )?| or /u)
		.map(part => part.trim())
		.filter(part => part !== '');
	const fit = parts.length >= 2 && parts.every(part => part.split(/\s+/u).length <= 3 && /^[\p{Lu}\d`]/u.test(part));
	return fit ? parts.map(part => part.replaceAll('`', '')) : undefined;
}

/** True where the prompt asks for more than a line: several sentences, or a question with more behind it. */
function longAnswer(label: string, inner: string): boolean {
	return (
		/[.?!]\s+\p{Lu}/u.test(inner.replaceAll(/\b(?:e\.g|i\.e|etc|vs|incl|approx)\./giu, '')) ||
		inner.length > 110 ||
		(/^(?:details?|describe|explain|discuss|what mechanisms|how do (?:we|you))\b/iu.test(inner) && inner.length > 24)
	);
}

/** True for a label that names several things, so that its empty answer is a list. */
export function plural(label: string): boolean {
	const name = withoutRound(labelText(label)).trim();
	if (/\((?:[\w-]+\/)+[\w-]+\)/u.test(label)) {
		return true;
	}

	return name
		.split(/\s*(?:\/|\band\b|&|\binvolved\b|,)\s*/u)
		.some(part => /(?<![sui])s$/iu.test(part.trim()) || /(?:ies|ses|ches|xes|ices)$/iu.test(part.trim()));
}
