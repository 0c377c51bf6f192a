/** Labels: `**Label:** x`, `**Label**: x`, `- Label: x`, `Label: x`, `` `code`: x ``. */

import {endStripped, stripped} from './ends.ts';
import type {Span} from '../markdown.ts';
import type {NeedWords, Range} from '../types.ts';
import {blanksIn, type Blank} from './blank.ts';
import {isNeedWord, readNeed, type Need} from './requirement.ts';

export type Label = {
	/** The label's text without emphasis and colon. */
	readonly text: string;
	readonly range: Range;
	/** Offset just behind the label, its colon and its emphasis. */
	readonly end: number;
	/** True where emphasis marks it. */
	readonly bold: boolean;
	readonly colon: boolean;
};

const bold = /^(?<open>\*\*\*|\*\*|__|\*|_)(?=\S)(?<text>[^\n]{1,160}?)(?<close>\k<open>)(?<colon>[ \t]*:)?/u;
const plain =
	/^(?<text>[^\s:|<>`[\]{}][^:\n|]{0,70}?|`[^`\n]+`|\[(?!\^)[^\]\n]+\](?:\s\d+)?)(?<colon>[:：])(?=\s|$|[^\x00-\x7F])/u;

/**
 * The label at the start of `source.slice(from, to)` (one line). A plain label needs a colon and few words, so that
 * a sentence with a colon is not one.
 */
export function readLabel(source: string, from: number, to: number): Label | undefined {
	const line = source.slice(from, to);
	const strong = bold.exec(line);
	if (strong?.groups) {
		const raw = strong.groups['text']!.trim();
		const inside = /[:：]$/u.test(raw);
		const outside = strong.groups['colon'] !== undefined;
		const light = strong.groups['open']!.length === 1;
		const end = from + strong[0].length;
		const rest = source.slice(end, to).trim();
		// Without a colon, an aside makes a label only where it is a few words: `**Risk** (not the cause but what may come)` says something.
		const explained =
			/^\((?:[^()\s]+(?:\s|(?=\)))){1,3}\)$/u.test(rest) ||
			readNeed(rest.replace(/^\(|\)$/gu, '')) !== undefined ||
			/^\([^()]*\)\s*:(?:\s|$)/u.test(rest);
		const sentence = raw.split(/\s+/u).length > 12 || /[.!]$/u.test(raw);
		// Whole sentences in italics speak; they name nothing.
		const speech = light && /[.!?]\s/u.test(raw);
		// `__TEAM__` is a variable and no word in bold, unless a colon says so.
		const isName = !light && !/^__[A-Z][A-Z0-9_]*__$/.test(strong[0]);
		if (((inside || outside) && !speech) || (isName && !sentence && (rest === '' || raw.endsWith('?') || explained))) {
			const aside = /^\s*\([^()]*\)\s*:?/u.exec(source.slice(end, to));
			const stop = explained && aside ? end + aside[0].length : end;
			return {
				text: raw.replace(/\s*[:：]$/u, ''),
				range: {from, to: stop},
				end: stop,
				bold: true,
				colon: inside || outside,
			};
		}

		return undefined;
	}

	const simple = plain.exec(line);
	if (simple?.groups) {
		const text = simple.groups['text']!.trim();
		const words = text.split(/\s+/u).length;
		if (
			words <= 9 &&
			// Signs alone name nothing: the line below a table's head has colons, too.
			/[\p{L}\p{N}\p{So}]/u.test(text) &&
			!/.[[<{]/u.test(withoutMarker(text)) &&
			!opensOnly(text) &&
			!/[.!?;]\s|[.;,]$|^https?$|^\|/u.test(text.replace(/\s\([^()]*\)$/u, '')) &&
			!/^(?:e\.g|i\.e|note\b|for example|example|if stateless)/iu.test(text)
		) {
			return {text, range: {from, to: from + simple[0].length}, end: from + simple[0].length, bold: false, colon: true};
		}
	}

	return undefined;
}

/** True where emphasis or a round bracket opens and closes only behind the colon: it holds more than the label. */
function opensOnly(text: string): boolean {
	const mark = /^[*_(]+/u.exec(text)?.[0];
	return mark !== undefined && !text.slice(mark.length).includes(mark[0] === '(' ? ')' : mark[0]!);
}

/** Whether what stands in brackets within a label says how much is needed, and is no blank. */
function isMarker(inner: string): boolean {
	return isNeedWord(inner) || readNeed(inner)?.requirement === 'conditional';
}

function withoutMarker(label: string): string {
	return label.replace(/\s\[([^[\]]+)\]$/u, (aside, inner: string) => (isMarker(inner) ? '' : aside));
}

/** The blanks in a label: `**Option 1: [name]**`. `Channel [optional]` has none. */
export function blanksInLabel(source: string, {range}: Label, spans: readonly Span[]): readonly Blank[] {
	return blanksIn(source, range, spans, false).filter(({inner}) => !isMarker(inner));
}

/** A name without the marker that it ends with: `Owner (optional)`. */
export function markedName(text: string, words: NeedWords): {readonly text: string; readonly need?: Need} {
	const inside = /(?<marks>[*_]{0,3})[([]([^()[\]]+)[)\]]\k<marks>$/u.exec(text);
	const need = inside ? readNeed(inside[2]!, words) : undefined;
	return inside && need && inside.index > 0 ? {text: text.slice(0, inside.index).trimEnd(), need} : {text};
}

/** A label's words without the marker that says how much is needed, inside it or behind it: `**Cache** (if applicable):`. */
export function markedLabel(
	source: string,
	label: Label,
	words: NeedWords,
): {readonly text: string; readonly need?: Need} {
	const named = markedName(label.text.trimEnd(), words);
	if (named.need) return named;
	const behind = /\(([^()]*)\)[\s:*_]*$/u.exec(source.slice(label.range.from, label.end));
	const need = behind ? readNeed(behind[1]!, words) : undefined;
	return {text: label.text, ...(need && {need})};
}

/** A label from a long placeholder: its words up to the first stop, example or bracket, eight at most. */
export function shortLabel(text: string): string {
	const plain = labelText(text);
	const cut = plain
		.split(
			/,?\s+(?:e\.g\.|i\.e\.|(?:such as|for example|including|in the form)\b)|[.;:?!](?:\s|$)|\s[([–—-]|,\s*…|\s\|/u,
		)[0]!
		.trim();
	const words = (cut === '' ? plain : cut).split(/\s+/u);
	return endStripped(words.slice(0, 8).join(' '), ',…');
}

/** A label's text as shown: without emphasis, links' addresses, code ticks and blanks' brackets. */
export function labelText(text: string): string {
	const bare = /[<>[\]{}_*`&\\]/.test(text) ? withoutSigns(text) : text;
	return bare
		.replaceAll(/\s+/g, ' ')
		.replace(/\s*[:：]$/, '')
		.trim();
}

function withoutSigns(text: string): string {
	const bare = text
		.replaceAll(/\[([^[\]]*)\]\([^()\s]*\)/gu, '$1')
		.replaceAll(/<!--|-->|\*\*|__|`|&[lg]t;/gu, '')
		.replaceAll(/\\(?=[<>[\]{}_*#])/gu, '')
		.replaceAll(/[<>[\]{}]/gu, '');
	return stripped(bare, '_*');
}
