/** Finds the blanks in a piece of inline text, in the order of precedence that real templates need. */

import type {Span} from '../markdown.ts';
import type {Range} from '../types.ts';

export type BlankStyle =
	| 'double'
	| 'dollar'
	| 'underscored'
	| 'brace'
	| 'bracket'
	| 'angle'
	| 'escaped'
	| 'mask'
	| 'word'
	| 'ellipsis'
	| 'line'
	| 'id';

/** A blank: `text` as written, `inner` without its brackets, `example` what an aside that goes with it gives as one. */
export type Blank = {
	readonly range: Range;
	readonly text: string;
	readonly inner: string;
	readonly style: BlankStyle;
	readonly example?: string;
};

/** Date masks, with an optional time: `YYYY-MM-DD`, `dd/mm/yyyy`, `MM/DD/YYYY`, `AAAA-MM-DD`, `YYYYMMDD`. */
export const dateMask =
	/\b(?:[YA]{4}[-/. ]?MM[-/. ]?(?:DD|JJ)|(?:DD|JJ|TT)[-/. ]MM[-/. ][YAJ]{4}|MM[-/. ]DD[-/. ]YYYY)(?:[T ]HH:MM(?::SS)?Z?)?(?![\p{L}\p{N}])/iu;

const unfilledWord =
	/^(?:TBD|TODO|TBA|FIXME|CHANGEME|CHANGE ME|XXX+|To be (?:assigned|determined|decided|defined|confirmed))\b[.:]?$/u;

/** Ids that count in signs for digits: `NNNN`, `RFC-0000`, `INC-YYYY-NNN`, `TB-N`. */
const idMask =
	/^(?:(?:[A-Z]+[- ]?)?(?:YYYY-?)?(?:N{3,}|X{2,}|0000|#{3,4})|(?:[A-Z]+-)+(?:YYYY-)?(?:N{1,2}|X|#{1,2}|0{2,3}))$/u;

/** Longest text between brackets that is still taken for one blank. */
const longest = 4000;

const openers: Record<string, string> = {']': '[', '}': '{', '>': '<'};

/**
 * The blanks of `source` within `range`. `spans` are the stretches that Markdown itself gives a meaning (code, links,
 * tags): they are no blanks, though a blank may contain them. `whole` says that the range is a whole value (behind a
 * label, a cell, a paragraph of its own), where bare words such as TBD count.
 */
export function blanksIn(source: string, range: Range, spans: readonly Span[], whole = true): Blank[] {
	const opaque = spans.filter(
		span => span.type !== 'emphasis' && span.type !== 'strong' && span.to > range.from && span.from < range.to,
	);
	const blanks: Blank[] = [];
	const add = (from: number, to: number, inner: string, style: BlankStyle) => {
		blanks.push({range: {from, to}, text: source.slice(from, to), inner: inner.trim(), style});
	};

	const taken: Range[] = [];
	const nextEnd = finder(source, '%>');
	const nextEscaped = finder(source, '\\>');
	const ends = closings(source, range, opaque);
	let at = range.from;
	let next = 0;
	while (at < range.to) {
		while (next < opaque.length && opaque[next]!.to <= at) {
			next++;
		}

		const span = opaque[next];
		if (span && at >= span.from) {
			if (span.type === 'escape' && source.startsWith('\\<', at)) {
				const end = nextEscaped(at);
				if (end > at && end < range.to && !source.slice(at, end).includes('\n')) {
					add(at, end + 2, source.slice(at + 2, end), 'escaped');
					at = end + 2;
					continue;
				}
			}

			if (span.type === 'code') {
				// A blank in a code span is a name such as `core/[module-name]/`; anything else there has its own meaning.
				for (const match of source
					.slice(span.from, span.to)
					.matchAll(/(?<![\p{L}\p{N}_)\]#])\[(?<inner>[\p{L}#][\p{L}\p{N}#]*(?:[-_ ][\p{L}\p{N}]+)+)\](?![([])/gu)) {
					if (span.from >= range.from && span.to <= range.to) {
						add(span.from + match.index, span.from + match.index + match[0].length, match.groups!['inner']!, 'bracket');
					}
				}
			}

			at = span.to;
			continue;
		}

		const sign = source[at]!;
		// `<% … %>` is computed by a template engine.
		const computed = sign === '<' && source[at + 1] === '%' ? nextEnd(at) : -1;
		if (computed > at && computed < range.to) {
			taken.push({from: at, to: computed + 2});
			at = computed + 2;
			continue;
		}

		if (sign === '{' || sign === '[' || sign === '<') {
			const end = ends.get(at);
			if (end !== undefined) {
				const blank = accept(source, at, end, range);
				if (blank) {
					add(at, end, blank.inner, blank.style);
					at = end;
					continue;
				}

				if (source.startsWith('[[', at) || source.startsWith('{{', at)) {
					taken.push({from: at, to: end});
					at = end;
					continue;
				}
			}
		} else if (sign === '$' && source[at + 1] === '{') {
			const end = ends.get(at + 1);
			if (end !== undefined && /^\{[\p{L}_][\p{L}\p{N}_ .-]*\}$/u.test(source.slice(at + 1, end))) {
				add(at, end, source.slice(at + 2, end - 1), 'dollar');
				at = end;
				continue;
			}
		} else if (sign === '_' && named(source, at, range.to) !== undefined) {
			const name = named(source, at, range.to)!;
			add(at, at + name.length + 4, name, 'underscored');
			at += name.length + 4;
			continue;
		} else if (sign === '_' && source.startsWith('___', at)) {
			const run = /^_{3,}/u.exec(source.slice(at, Math.min(range.to, at + 200)))![0];
			if (!/[\p{L}\p{N}]/u.test(source[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(source[at + run.length] ?? ' ')) {
				add(at, at + run.length, '', 'line');
			}

			at += run.length;
			continue;
		}

		at++;
	}

	addMasks(source, range, [...opaque, ...taken], blanks);
	if (blanks.length === 0 && whole) {
		const text = source.slice(range.from, range.to).trim();
		const from = range.from + source.slice(range.from, range.to).indexOf(text);
		const bare = text.replace(/^["'`]|["'`]$/gu, '');
		if (unfilledWord.test(bare)) {
			add(from, from + text.length, '', 'word');
		} else if (text === '...' || text === '…') {
			add(from, from + text.length, '', 'ellipsis');
		} else if (idMask.test(bare)) {
			add(from, from + text.length, bare, 'id');
		}
	}

	return blanks.sort((a, b) => a.range.from - b.range.from).map(blank => withExample(source, blank, range));
}

/** An aside behind a blank that says what may stand there: `[Name] (e.g., Ada)`. An answer replaces both. */
const example =
	/^[ \t]*\((?:e\. ?g\.?|for (?:example|instance)|such as|example:|z\. ?B\.|par ex(?:emple|\.)|p\. ?ej\.|por ejemplo|ad esempio|p\. ?ex\.|例如|例[:：]|例えば)[,:]?\s*(?<words>[^()[\]{}<>\r\n]{1,200})\)/iu;

function withExample(source: string, blank: Blank, {to: end}: Range): Blank {
	const {from, to} = blank.range;
	const aside = example.exec(source.slice(to, Math.min(end, to + 240)));
	return aside
		? {
				...blank,
				range: {from, to: to + aside[0].length},
				text: source.slice(from, to + aside[0].length),
				example: aside.groups!['words']!.trim(),
			}
		: blank;
}

/** A piece of a text without the blanks in it. */
export function withoutBlanks(source: string, range: Range, blanks: ReadonlyArray<{readonly range: Range}>): string {
	let text = '';
	let at = range.from;
	for (const blank of blanks) {
		text += source.slice(at, blank.range.from);
		at = blank.range.to;
	}

	return text + source.slice(at, range.to);
}

/** The name in `__NAME__`: capitals, and more than a word that is only loud, as in `__NOTE__ that …`. */
function named(source: string, at: number, end: number): string | undefined {
	if (!source.startsWith('__', at) || /[\p{L}\p{N}_]/u.test(source[at - 1] ?? '')) return undefined;
	const name = /^__(?<name>\p{Lu}[\p{Lu}\p{N}]*(?:_[\p{Lu}\p{N}]+)*)__(?![\p{L}\p{N}_:])/u.exec(
		source.slice(at, Math.min(end, at + 60)),
	)?.groups?.['name'];
	const loud =
		/^(?:NOTE|NB|WARNING|IMPORTANT|CAUTION|TIP|TODO|TBD|INFO|NOT|MUST|NEVER|ALWAYS|REQUIRED|OPTIONAL|DEPRECATED)$/u;
	return name === undefined || name.length < 2 || loud.test(name) ? undefined : name;
}

/** Where a sign next stands; asked with rising offsets, it goes through the text once. */
function finder(source: string, sign: string): (from: number) => number {
	let known = -1;
	let upTo = -1;
	return from => {
		if (from > upTo) {
			known = source.indexOf(sign, from);
			upTo = known < 0 ? source.length : known;
		}

		return known;
	};
}

/** Date masks outside other blanks; inside one, the mask tells the kind only. */
function addMasks(source: string, range: Range, opaque: readonly Range[], blanks: Blank[]): void {
	const others = [...blanks.map(blank => blank.range), ...opaque];
	const text = source.slice(range.from, range.to);
	if (!/[YAJ]{4}/iu.test(text)) {
		return;
	}

	for (const match of text.matchAll(new RegExp(dateMask, 'giu'))) {
		// With more signs hanging on it, it is a part of an id: `INC-YYYYMMDD-NN`.
		const ahead =
			/(?:[\p{L}\p{N}]{1,20}[-_]){1,3}$/u.exec(text.slice(Math.max(0, match.index - 63), match.index))?.[0] ?? '';
		const behind =
			/^(?:[-_][\p{L}\p{N}]{1,20}){1,3}/u.exec(text.slice(match.index + match[0].length, match.index + 120))?.[0] ?? '';
		const whole = ahead + match[0] + behind;
		const from = range.from + match.index - ahead.length;
		const to = from + whole.length;
		const taken = others.some(other => from < other.to && to > other.from);
		if (!taken) {
			blanks.push({range: {from, to}, text: whole, inner: whole, style: whole === match[0] ? 'mask' : 'id'});
		}
	}
}

/**
 * Where each bracket of a range closes, found in one pass: nesting counted, opaque spans stepped over, a blank line
 * closes nothing.
 */
function closings(source: string, range: Range, opaque: readonly Span[]): ReadonlyMap<number, number> {
	const ends = new Map<number, number>();
	const open: Record<string, number[]> = {'[': [], '{': [], '<': []};
	let next = 0;
	for (let at = range.from; at < range.to; at++) {
		while (next < opaque.length && opaque[next]!.to <= at) {
			next++;
		}

		const span = opaque[next];
		if (span && at >= span.from) {
			at = span.to - 1;
			continue;
		}

		const sign = source[at]!;
		if (sign === '[' || sign === '{' || sign === '<') {
			open[sign]!.push(at);
		} else if (sign === ']' || sign === '}' || sign === '>') {
			// `->` and `=>` are arrows, not ends.
			if (sign === '>' && (source[at - 1] === '-' || source[at - 1] === '=')) {
				continue;
			}

			const from = open[openers[sign]!]!.pop();
			if (from !== undefined && at - from < longest) {
				ends.set(from, at + 1);
			}
		} else if (sign === '\n' && blankLine.test(source.slice(at + 1, at + 80))) {
			open['['] = [];
			open['{'] = [];
			open['<'] = [];
		}
	}

	return ends;
}

const blankLine = /^[ \t>]*\r?\n/u;

function accept(
	source: string,
	from: number,
	to: number,
	range: Range,
): {inner: string; style: BlankStyle} | undefined {
	const text = source.slice(from, to);
	const inner = text.slice(1, -1);
	const before = from > range.from ? source[from - 1]! : ' ';
	const after = to < range.to ? source[to]! : ' ';
	if (text.startsWith('{')) {
		if (text.startsWith('{{') && text.endsWith('}}')) {
			// What a pipeline fills by itself is nobody's to fill.
			const filled = /^\{\{\s*(?:env|github|secrets|vars|steps|inputs|matrix|needs|runner|jobs)\./u.test(text);
			return text.length > 4 && !filled && !/^\{\{[#/>!]/u.test(text)
				? {inner: text.slice(2, -2), style: 'double'}
				: undefined;
		}

		// Paths (`/{id}`), naming patterns (`{environment}-{entity}`), labels (`x{a="b"}`) and JSON are no blanks.
		const emphasised =
			before === '_' && after === '_' && !/[\p{L}\p{N}]/u.test(`${source[from - 2] ?? ''}${source[to + 1] ?? ''}`);
		const joined =
			(!emphasised && (/[/}\p{L}\p{N}_=]/u.test(before) || /[/{\p{N}_]/u.test(after))) ||
			/^[-.]\{/u.test(source.slice(to, to + 2)) ||
			/\}[-.]$/u.test(source.slice(Math.max(range.from, from - 2), from));
		const data =
			/[\r\n]/u.test(inner) ||
			/^\s*["'[{]|"\s*:|=\s*"|^[\s.…]*$|^\s*[%#]/u.test(inner) ||
			(inner.includes(',') && /^[A-Z\d_, .…]*$/u.test(inner)) ||
			/^\s*#[\w-]+\s*$/u.test(inner);
		return joined || data || !/\p{L}/u.test(inner) ? undefined : {inner, style: 'brace'};
	}

	if (text.startsWith('[')) {
		const known =
			/^\s*$|^[xX]$|^\^|^!|^\[|^\*$/u.test(inner) ||
			after === '(' ||
			(after === '[' && before !== ' ') ||
			before === '!';
		const citation =
			/^\d+$/u.test(inner) &&
			(/[\p{L}.,)"”]/u.test(before) ||
				source.slice(range.from, from).trim() !== '' ||
				// A number in front of a blank is a code that stands: `[404] [when]`.
				/^[ :–-]{1,3}[[<{]/u.test(source.slice(to, to + 4)));
		const index =
			/[\p{L}\p{N}_)\]]/u.test(before) &&
			!/[ ,]/u.test(inner) &&
			/^[\w.*$]*$/u.test(inner) &&
			!/^[A-Z]{3,}$/u.test(inner);
		// `[P]` and `[US1]` in a line mark it; alone they are a blank.
		const tag = /^(?:[A-MO-W]|[A-Z]{2}\d)$/u.test(inner) && !(from === range.from && to === range.to);
		return known || citation || index || tag ? undefined : {inner, style: 'bracket'};
	}

	if (/^<[-=/!?\s<]/u.test(text) && !/^<<[^<>]+>>$/u.test(text)) {
		return undefined;
	}

	// `List<String>` and `a@<b>` with an address inside are not blanks.
	const generic = /[\p{L}\p{N}_)]/u.test(before) || isAddress(text) || /^<(?:https?|mailto|ftp):/iu.test(text);
	return generic || inner.trim() === '' ? undefined : {inner: inner.replaceAll(/^<|>$/gu, ''), style: 'angle'};
}

/** Whether a text in angle brackets is an address such as `<ann@example.org>`. */
function isAddress(text: string): boolean {
	const at = text.indexOf('@', 2);
	const dot = text.lastIndexOf('.', text.length - 3);
	return at > 0 && dot > at + 1 && !/[\s<>]/u.test(text.slice(1, -1));
}
