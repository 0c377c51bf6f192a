/** The parts of a heading's text: numbering, title, requirement marker, blanks. */

import type {Span} from '../markdown.ts';
import {slug} from '../slug.ts';
import type {NeedWords, Range} from '../types.ts';
import {blanksIn, withoutBlanks, type Blank} from './blank.ts';
import {closedPart, stripped} from './ends.ts';
import {leadingMask, type IdMask} from './id-mask.ts';
import {isStatus} from './label-words.ts';
import {alternatives} from './options.ts';
import {labelText} from './label.ts';
import {isNeedWord, noNeed, readNeed, readNeedSentence, type Need} from './requirement.ts';
import {commentWords} from './shown.ts';

export type HeadingParts = {
	/** `5.1`, `16b)`, with its closing sign; empty where there is none. */
	readonly number: string;
	/** The id whose number is to be given: `RFC-NNNN`. */
	readonly mask?: IdMask;
	/** Text between numbering and marker. */
	readonly title: Range;
	readonly marker?: {readonly range: Range; readonly need: Need};
	readonly need: Need;
	readonly blanks: readonly Blank[];
	/** True where its blank offers options behind words that stay. */
	readonly isChoice: boolean;
	/** True where a blank names one of several alike. */
	readonly repeats: boolean;
};

/** Numbering as it stands in headings: `1)`, `1.`, `5.1`, `0.1)`, `16b)`, `§3`, `A.2`. */
const numbering =
	/^(?:§\s*)?(?:\d+(?:\.\d+)*[a-z]?[.):]|\d+(?:\.\d+)+[a-z]?|\d+[a-z]\)|[A-Z]\.\d+(?:\.\d+)*\.?|\d+\.)(?=\s)\s+|^(?:\d+)\s+[-–—]\s+/u;

/**
 * Takes a heading apart.
 *
 * @param text where its words stand, without the signs that make it a heading
 * @param spans what Markdown itself gives a meaning in them
 * @param words for requirement, beside the known ones
 */
export function readHeading(source: string, text: Range, spans: readonly Span[], words: NeedWords): HeadingParts {
	const raw = source.slice(text.from, text.to);
	const leading = leadingMask(raw);
	const number = leading ? raw.slice(0, leading.length) : (numbering.exec(raw)?.[0] ?? '');
	let from = text.from + number.length;
	let to = text.to;
	let marker: HeadingParts['marker'];
	// A comment behind the words is no part of them: `## Links <!-- optional -->`.
	const remark = spans.findLast(span => span.type === 'comment' && span.to === to && span.from > from);
	const remarked = remark ? commentNeed(source.slice(remark.from, remark.to), words) : undefined;
	if (remark && remarked) {
		const before = from + source.slice(from, remark.from).trimEnd().length;
		marker = {range: {from: before, to}, need: remarked};
		to = before;
	}

	const tail = marker ? undefined : lastBracket(source.slice(from, to));
	if (tail) {
		const need = readNeed(tail.inner, words);
		if (need) {
			const end = source[to - 1] === ':' ? to - 1 : to;
			marker = {range: {from: from + tail.from, to: end}, need};
			to = from + tail.from;
		}
	}

	if (!marker) {
		const head = /^([^:]{1,40}):\s*/u.exec(source.slice(from, to));
		const need = head && isNeedWord(head[1]!, words) ? readNeed(head[1]!, words) : undefined;
		if (head && need && head[0].length < to - from) {
			marker = {range: {from, to: from + head[0].length}, need};
			from += head[0].length;
		}
	}

	if (!marker) {
		const end = /(?<!\s)\s+[–—-]+\s+([^\s–—-][^–—]{0,40})$/u.exec(source.slice(from, to));
		const need = end && isNeedWord(end[1]!, words) ? readNeed(end[1]!, words) : undefined;
		if (end && need && end.index > 0) {
			marker = {range: {from: from + end.index, to}, need};
			to = from + end.index;
		}
	}

	const title = {from, to: Math.max(from, to)};
	const outside = blanksIn(source, title, spans, false);
	const blanks = outside.length > 0 ? outside : blanksOfCode(source, title, spans);
	const choice = choiceIn(source, title);
	const comment = blanks.length === 0 ? commentAlone(source, title) : undefined;
	const isChoice = choice !== undefined && blanks.every(one => one.range.from >= choice.range.from);
	return {
		number: number.trim(),
		...(leading && {mask: {...leading.mask, range: moved(leading.mask.range, text.from)}}),
		title,
		...(marker && {marker}),
		need: marker?.need ?? noNeed,
		blanks: isChoice ? [choice] : comment ? [comment] : blanks,
		isChoice,
		repeats: blanks.length > 0 && !isChoice,
	};
}

/** The blanks in code that is nothing else: `` `{METHOD} {/path}` ``. Among other words they are the code's own. */
function blanksOfCode(source: string, title: Range, spans: readonly Span[]): readonly Blank[] {
	return spans
		.filter(span => span.type === 'code' && span.from >= title.from && span.to <= title.to)
		.flatMap(span => {
			const ticks = /^`+/u.exec(source.slice(span.from, span.to))![0].length;
			const code = {from: span.from + ticks, to: span.to - ticks};
			const blanks = blanksIn(source, code, [], false).filter(({style}) => style === 'brace' || style === 'double');
			return /[\p{L}\p{N}<>[\]()=]/u.test(withoutBlanks(source, code, blanks)) ? [] : blanks;
		});
}

function moved({from, to}: Range, by: number): Range {
	return {from: from + by, to: to + by};
}

/** How much is needed by what a comment says of it. */
function commentNeed(comment: string, words: NeedWords): Need | undefined {
	const said = commentWords(comment);
	return readNeed(said, words) ?? readNeedSentence(said, words);
}

/** Characters of a heading in which options are looked for; the time it takes grows faster than the text. */
const longestChoice = 500;

/** Options behind a heading's words, without square brackets: `State: (OPEN | CLOSED)`, `Status - DRAFT / ACTIVE`. */
function choiceIn(source: string, title: Range): Blank | undefined {
	const text = source.slice(title.from, title.to).trimEnd();
	if (text.length > longestChoice) return undefined;
	const found = /^(?<name>[^|/()[\]]*?)(?:\s*[:–—-]\s+|\s+(?=\())(?<offer>\([^()]*\|[^()]*\)|[^()]+)$/u.exec(
		text,
	)?.groups;
	const name = found?.['name'] ?? '';
	const offer = found?.['offer'] ?? '';
	const parted = offer.includes('|') ? /[^|]\|[^|]/u.test(offer) : offer.includes(' / ') && isStatus(name);
	if (name === '' || !parted || /^\[[^[\]]*\]$/u.test(offer) || !alternatives(offer, false)) return undefined;
	const from = title.from + text.length - offer.length;
	const inner = offer.replace(/^\((.*)\)$/u, '$1').trim();
	return {range: {from, to: from + offer.length}, text: offer, inner, style: 'bracket'};
}

/** What stands in brackets at a text's end, perhaps emphasised and with a colon behind, and where that begins. */
function lastBracket(text: string): {readonly from: number; readonly inner: string} | undefined {
	const whole = (text.endsWith(':') ? text.slice(0, -1) : text).trimEnd();
	let close = whole.length;
	while (close > 0 && whole.length - close < 2 && /[*_]/u.test(whole[close - 1]!)) close--;
	const marks = whole.slice(close);
	if (!/[)\]>}）】]/u.test(whole[close - 1] ?? '')) return undefined;
	const before = whole.slice(0, close - 1);
	const open = Math.max(...['(', '[', '<', '{', '（', '【'].map(sign => before.lastIndexOf(sign)));
	const inner = before.slice(open + 1);
	if (open < 0 || /[)\]>}）】]/u.test(inner) || !before.slice(0, open).endsWith(marks)) return undefined;
	return {from: before.slice(0, open - marks.length).trimEnd().length, inner};
}

/** The title with its blanks taken out, for ids and for telling copies of a unit from others. */
export function skeleton(source: string, parts: HeadingParts): string {
	return withoutBlanks(source, parts.title, parts.blanks);
}

/** The skeleton without a counting number: `Component 1: ` and `Component 2: ` are both `component`. */
export function unitSlug(text: string): string {
	return slug(withoutAsides(text).replace(/(?<=[\p{L}])\s*#?\d+\s*(?=[:.\s–—-]|$)/u, ' '));
}

/** A title without examples and counts in round brackets. */
function withoutAsides(title: string): string {
	const [closed, rest] = closedPart(title);
	return closed.replaceAll(/\((?:e\.g\.|for example|such as)[^)]*\)|\([^()\d]*\d[^()]*\)/giu, '') + rest;
}

/** A title as a label: without blanks, hints in brackets and counting numbers; the blank's words where nothing else is left. */
export function displayTitle(source: string, parts: HeadingParts): string {
	const whole = labelText(source.slice(parts.title.from, parts.title.to));
	if (parts.blanks.length === 0) {
		return whole;
	}

	const bones = labelText(withoutAsides(skeleton(source, parts)));
	const clean = stripped(
		bones.replaceAll(/\(\s*\)|"\s*"/gu, '').replace(/ ?#?(?<!\d)\d+(?!\d) ?(?=[:.\s–—-]|$)/u, ' '),
		' :/–—-',
	);
	const [first] = parts.blanks;
	if (clean === '' && first?.text.startsWith('<!--')) return labelText(first.inner);
	// A letter alone, as in `v[version]`, names nothing.
	return /[\p{L}\p{N}]{2}|[^\x00-\x7F]/u.test(clean) ? clean : whole.replaceAll('_', ' ');
}

/** Words whose numbers are the steps of a scale, such as `P0: Must have`: there is one of each. */
const scale = /^(?:p|sev(?:erity)?|prio(?:rity)?|tier)-?$/iu;

/** The word that counts in `Phase 2: Core`, with its number. */
export function counted(
	title: string,
): {readonly word: string; readonly number: number; readonly rest: string} | undefined {
	const match = /^\**(?<word>[\p{L}][\p{L}/ -]*?)\s*#?(?<number>\d+)\**\s*(?:[:.–—-]|$)\s*(?<rest>.*)$/u.exec(
		title.trim(),
	);
	return match?.groups && !scale.test(match.groups['word']!)
		? {
				word: match.groups['word']!.trim().toLowerCase(),
				number: Number(match.groups['number']),
				rest: match.groups['rest']!,
			}
		: undefined;
}

/** Whether a section is one of several by its heading: a blank stands in it, or it counts. */
export function repeatsAsWhole(text: string, parts: HeadingParts | undefined): boolean {
	return (
		parts !== undefined &&
		(parts.repeats || counted(labelText(text.slice(parts.title.from, parts.title.to))) !== undefined)
	);
}

/** A comment that is all there is of a heading: it says what the heading should. */
function commentAlone(source: string, title: Range): Blank | undefined {
	const text = source.slice(title.from, title.to).trim();
	const inner = /^<!--+\s*(?<words>[^<>]*?)\s*-->$/u.exec(text)?.groups?.['words'];
	if (inner === undefined || inner === '') return undefined;
	const from = title.from + source.slice(title.from, title.to).indexOf(text);
	return {range: {from, to: from + text.length}, text, inner, style: 'bracket'};
}
