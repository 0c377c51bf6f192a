/** Finds the blanks in a piece of inline text, in the order of precedence that real templates need. */

import {dateMask} from './date-mask.ts';
import type {Span} from '../markdown.ts';
import {ticksIn} from '../ticks.ts';
import type {Range} from '../types.ts';
import {accept, closings} from './brackets.ts';
import {blanksInCode, codedBlank, escapedBlank} from './coded.ts';

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
	| 'id'
	| 'ticks';

/** A blank: `text` as written, `inner` without its brackets, `example` what an aside that goes with it gives as one. */
export type Blank = {
	readonly range: Range;
	readonly text: string;
	readonly inner: string;
	readonly style: BlankStyle;
	readonly example?: string;
};

const boldSigns = /[\p{L}\p{N}]__(?!_)|(?<!_)__[\p{L}\p{N}]/u;

const unfilledWord =
	/^(?:TBD|TODO|TBA|FIXME|CHANGEME|CHANGE ME|XXX+|To be (?:assigned|determined|decided|defined|confirmed))\b[.:]?$/u;

/** Ids that count in signs for digits: `NNNN`, `RFC-0000`, `INC-YYYY-NNN`, `TB-N`. */
const idMask =
	/^(?:(?:[A-Z]+[- ]?)?(?:YYYY-?)?(?:N{3,}|X{2,}|0000|#{3,4})|(?:[A-Z]+-)+(?:YYYY-)?(?:N{1,2}|X|#{1,2}|0{2,3}))$/u;

/** A handle that stands for somebody's own: in capitals as `@TEAM_LEAD`, or what a handle is called, `@your-github-handle`. */
export const someone =
	/^@(?:\p{Lu}{2,}(?:_\p{Lu}{2,})+|(?:(?:[Yy]our|[Gg]it[Hh]ub|[Gg]it[Ll]ab|[Ss]lack|[Aa]uthor|[Oo]wner|[Rr]eviewer|[Tt]eam)[-_]?)*(?:[Uu]ser(?:[-_]?[Nn]ame|[-_]?[Ii]d)?|[Hh]andle|[Nn]ame|[Nn]ick(?:name)?))(?![\p{L}\p{N}_@./-])/u;

/** A sign for what is left out, before words of a script without spaces or capitals: `~할 때`, `○○の場合`. */
const omitted =
	/^(?:[~〜～]|[○〇◯]{2,})[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][^\n.。:：]{0,40}$/u;

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
				for (const one of blanksInCode(source, span, range)) add(one.from, one.to, one.inner, one.style);
			}

			at = span.to;
			continue;
		}

		const sign = source[at]!;
		// `&lt;name&gt;`, as converters write angle brackets.
		const entity = sign === '&' ? escapedBlank(source, at, range.to) : undefined;
		if (entity !== undefined) {
			add(at, at + entity.length, entity.slice(4, -4), 'escaped');
			at += entity.length;
			continue;
		}

		// `<% … %>` is computed by a template engine.
		const computed = sign === '<' && source[at + 1] === '%' ? nextEnd(at) : -1;
		if (computed > at && computed < range.to) {
			taken.push({from: at, to: computed + 2});
			at = computed + 2;
			continue;
		}

		if (sign === '{' || sign === '[' || sign === '<') {
			const end = ends.get(at);
			if (
				end !== undefined &&
				(isShortcode(source, at) || showsWhat(source.slice(Math.max(range.from, at - 200), at)))
			) {
				taken.push({from: at, to: end});
				at = end;
				continue;
			}

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
		} else if (sign === '_' && at + 2 <= range.to && source.startsWith('__', at)) {
			const run = /^_{2,}/u.exec(source.slice(at, Math.min(range.to, at + 200)))![0];
			const ahead = source[at - 1] ?? ' ';
			const behind = at + run.length < range.to ? source[at + run.length]! : ' ';
			// Two of them are bold's signs, unless none of them stands beside a word.
			const isLine =
				run.length > 2
					? !/[\p{L}\p{N}]/u.test(ahead + behind)
					: /[\s$€£(]/u.test(ahead) && /[ \t%)]/u.test(behind) && !boldSigns.test(source.slice(range.from, range.to));
			if (isLine) {
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
		const coded = codedBlank(text);
		if (ticksIn(text)?.every(({done}) => !done)) {
			add(from, from + text.length, text, 'ticks');
		} else if (coded) {
			const start = from + text.indexOf(coded.blank);
			add(start, start + coded.blank.length, coded.inner, coded.style);
		} else if (unfilledWord.test(bare)) {
			add(from, from + text.length, '', 'word');
		} else if (text === '...' || text === '…') {
			add(from, from + text.length, '', 'ellipsis');
		} else if (omitted.test(bare)) {
			add(from, from + text.length, bare, 'word');
		} else if (idMask.test(bare)) {
			add(from, from + text.length, bare, 'id');
		} else {
			const handle = someone.exec(text)?.[0];
			if (handle !== undefined) add(from, from + handle.length, handle, 'word');
		}
	}

	return blanks.sort((a, b) => a.range.from - b.range.from).map(blank => withExample(source, blank, range));
}

/** Whether what follows these words only shows what a sentence means: "Cite each page, e.g. [Guide, p. 3]". */
function showsWhat(before: string): boolean {
	const words = /(?<said>.*)\se\.g\.,?\s+["“'`]*$/isu.exec(before)?.groups?.['said'];
	return words !== undefined && words.trim().split(/\s+/u).length >= 3;
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
	if (!/YY|AAAA|JJJJ/iu.test(text)) {
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
		// "Use YYYY-MM-DD format" tells how a day is written; none goes there.
		const front = text.slice(Math.max(0, match.index - 40), match.index);
		const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
		const told =
			(/\b(?:use|using|in|follow|with)\s+(?:the\s+)?[`"'*_]*$/iu.test(front) &&
				/^[`"'*_]*\s+(?:date\s+)?format\b/iu.test(rest)) ||
			// So does `Due (DD/MM/YYYY):` in front of the day itself.
			(/[\p{L}\p{N}]\s*\($/u.test(front) && /^\)[*_]*[:：]/u.test(rest));
		const taken = told || others.some(other => from < other.to && to > other.from);
		if (!taken) {
			blanks.push({range: {from, to}, text: whole, inner: whole, style: whole === match[0] ? 'mask' : 'id'});
		}
	}
}

/** `{{< note >}}`, `{{% note %}}`, `{% include x %}`: what the builder of a site puts in there. */
function isShortcode(source: string, at: number): boolean {
	return /^\{(?:\{[<%]|%)-?[\s/]/.test(source.slice(at, at + 5));
}
