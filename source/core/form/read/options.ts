/** Options: the alternatives that a text, a label or a comment offers. */

import {dateMask} from './date-mask.ts';
import {endStripped, stripped} from './ends.ts';
import {labelText} from './label.ts';
import {asksForPerson, isStatus, namesStatus, plural, yesOrNo} from './label-words.ts';

/** Yes or no, and nothing else. */
export const agreed = new RegExp(`^(?:${yesOrNo})$`, 'iu');

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

/** The alternatives that a label names itself, behind its words: `Kind (repair / swap / other)`. */
export function offeredByLabel(label: string): ReturnType<typeof alternatives> {
	const aside = /\((?<list>[^()]+)\)\s*[:：]?$/u.exec(label.trim());
	if (!aside?.groups) return undefined;
	const name = labelText(label.slice(0, label.indexOf(aside[0])));
	const list = aside.groups['list']!.trim();
	if (dateMask.test(list)) return undefined;
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

/** Options that a comment beside a value names, or lists and nothing else: `one of: a, b`, `draft | final`. */
export function offeredByComment(text: string): readonly string[] | undefined {
	// `a | b — see the guide`: what follows speaks of them all.
	const last = text.lastIndexOf('|') + 1;
	const list = text.slice(0, last) + text.slice(last).split(/\s[–—]\s|[;.]\s/u, 1)[0]!;
	return commentOptions(text) ?? (list.includes('|') ? alternatives(list, false)?.options : undefined);
}

/**
 * Options under words that announce them, one a line, perhaps with what each means: `Possible values:` over `- Open:
 * not yet closed`.
 */
function listedOptions(text: string): readonly string[] | undefined {
	const lines =
		/\b(?:values?|options?|choices|one of|can be|either|choose|select|pick)\b[^\n]{0,30}:[ \t]*\r?\n(?<lines>(?:[ \t]*[-*+][ \t]+\S[^\n]*(?:\n|$))+)/iu.exec(
			text,
		)?.groups?.['lines'];
	const names = lines
		?.trim()
		.split('\n')
		.map(line =>
			bare(
				line
					.trim()
					.replace(/^[-*+][ \t]+/u, '')
					.split(/:(?:\s|$)|\s[–—-]\s|\s\(/u, 1)[0]!
					.replace(/:$/u, ''),
			),
		);
	return names && names.length > 1 && names.every(name => name !== '' && name.split(/\s+/u).length <= 3)
		? names
		: undefined;
}

/** Options that a comment beside a value names: `Acceptable values: Draft, Approved`, `one of: a | b`. */
export function commentOptions(text: string): readonly string[] | undefined {
	const listed = listedOptions(text);
	if (listed) return listed;
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
export function commaOptions(text: string): readonly string[] | undefined {
	const plain = text.split(/;/u)[0]!.replace(/^(?:one of|either)\s*:?\s*/iu, '');
	const parts = plain
		.replaceAll(/\s+/gu, ' ')
		.split(/, ?(?:or )?| or /u)
		.map(part => part.trim())
		.filter(part => part !== '');
	const fit = parts.length >= 2 && parts.every(part => part.split(/\s+/u).length <= 3 && /^[\p{Lu}\d`]/u.test(part));
	return fit ? parts.map(part => part.replaceAll('`', '')) : undefined;
}
