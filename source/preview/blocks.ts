/**
 * Cuts a source into top-level blocks with a scan by lines, so that a block that did not change need not be parsed
 * again and no input can make it slow. It follows CommonMark's block starts closely enough for drawing; where it errs,
 * a block is drawn in two pieces, nothing is lost.
 */

import type {Block} from './types.ts';

type Line = {readonly from: number; readonly to: number; readonly text: string};

const heading = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const fenceStart = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;
const listStart = /^( {0,3})([-*+]|(\d{1,9})([.)]))(?:([ \t]+)(?=\S)|[ \t]*$)/;
const thematicBreak = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** HTML blocks that blank lines do not end (CommonMark §4.6, kinds 1 to 5): how they start and what ends them. */
const rawStarts: readonly (readonly [RegExp, RegExp])[] = [
	[/^ {0,3}<!--/, /-->/],
	[/^ {0,3}<(?:pre|script|style|textarea)(?:[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
	[/^ {0,3}<\?/, /\?>/],
	[/^ {0,3}<!\[CDATA\[/, /\]\]>/],
	[/^ {0,3}<![a-z]/i, />/],
];

/** The source's lines without their line ends; LF, CRLF and CR end a line. */
export function linesOf(source: string): readonly Line[] {
	const lines: Line[] = [];
	const ends = /\r\n|\n|\r/g;
	let from = 0;
	for (const end of source.matchAll(ends)) {
		lines.push({from, to: end.index, text: source.slice(from, end.index)});
		from = end.index + end[0].length;
	}

	lines.push({from, to: source.length, text: source.slice(from)});
	return lines;
}

function indentOf(text: string): number {
	if (!text.startsWith(' ') && !text.startsWith('\t')) {
		return 0;
	}

	const space = /^[ \t]*/.exec(text)?.[0] ?? '';
	return space.replaceAll('\t', '    ').length;
}

/** The line after the last of a block that begins at line `start`. */
function endOfRaw(lines: readonly Line[], start: number, end: RegExp): number {
	for (let at = start; at < lines.length; at++) {
		if (end.test(lines[at]?.text ?? '')) {
			return at + 1;
		}
	}

	return lines.length;
}

function endOfFence(lines: readonly Line[], start: number, fence: string): number {
	const close = new RegExp(`^[ \\t]*${fence[0] === '~' ? '~' : '`'}{${fence.length},}[ \\t]*$`);
	const end = endOfRaw(lines, start + 1, close);
	return Math.max(end, start + 1);
}

function isBlank(line: Line | undefined): boolean {
	return line === undefined || !/\S/.test(line.text);
}

/** What no line begins with that ends a paragraph: most lines of a long one are told by their first sign. */
const plainStart = /^ {0,3}(?:[^\s#`~<>*+\-\d]|\d+[^.)\d])/;

function startsOther(text: string): boolean {
	return (
		heading.test(text) ||
		thematicBreak.test(text) ||
		/^ {0,3}>/.test(text) ||
		rawStarts.some(([start]) => start.test(text))
	);
}

function endOfList(lines: readonly Line[], start: number, first: RegExpExecArray): number {
	const [, space = '', marker = '', , delimiter, gap = ' '] = first;
	const content = space.length + marker.length + Math.min(4, Math.max(1, gap.length));
	const isSame = (text: string) => {
		const other = listStart.exec(text);
		return other !== null && !thematicBreak.test(text) && (delimiter ?? marker) === (other[4] ?? other[2]);
	};

	let at = start;
	while (at < lines.length) {
		const text = lines[at]?.text ?? '';
		if (isBlank(lines[at])) {
			let next = at + 1;
			while (next < lines.length && isBlank(lines[next])) {
				next++;
			}

			const following = lines[next]?.text ?? '';
			if (next >= lines.length || !(indentOf(following) >= Math.min(content, 2) || isSame(following))) {
				return at;
			}

			at = next;
			continue;
		}

		const fence = fenceStart.exec(text)?.[1];
		if (
			at > start &&
			indentOf(text) < 2 &&
			!isSame(text) &&
			(startsOther(text) || fence !== undefined || listStart.test(text))
		) {
			return at;
		}

		at = fence === undefined ? at + 1 : endOfFence(lines, at, fence);
	}

	return at;
}

function endOfIndented(lines: readonly Line[], start: number): number {
	let end = start + 1;
	for (let at = end; at < lines.length; at++) {
		if (isBlank(lines[at])) {
			continue;
		}

		if (indentOf(lines[at]?.text ?? '') < 4) {
			break;
		}

		end = at + 1;
	}

	return end;
}

/** Paragraphs, tables, quotes and HTML that blank lines end. */
function endOfParagraph(lines: readonly Line[], start: number): number {
	const isQuote = /^ {0,3}>/.test(lines[start]?.text ?? '');
	let at = start + 1;
	for (; at < lines.length && !isBlank(lines[at]); at++) {
		const text = lines[at]?.text ?? '';
		if (plainStart.test(text)) continue;
		const item = listStart.exec(text);
		const startsList = item !== null && item[5] !== undefined && (item[3] === undefined || item[3] === '1');
		const isUnderline = !isQuote && /^ {0,3}-+[ \t]*$/.test(text);
		if (
			heading.test(text) ||
			(/^ {0,3}[`~]/.test(text) && fenceStart.test(text)) ||
			rawStarts.some(([open]) => open.test(text))
		) {
			break;
		}

		if ((startsList && !isUnderline && !thematicBreak.test(text)) || (!isQuote && /^ {0,3}>/.test(text))) {
			break;
		}
	}

	return at;
}

function endOfBlock(lines: readonly Line[], start: number): number {
	const text = lines[start]?.text ?? '';
	const raw = rawStarts.find(([open]) => open.test(text));
	if (raw) {
		return endOfRaw(lines, start, raw[1]);
	}

	if (heading.test(text) || thematicBreak.test(text)) {
		return start + 1;
	}

	if (indentOf(text) >= 4) {
		return endOfIndented(lines, start);
	}

	const list = listStart.exec(text);
	if (list) {
		return endOfList(lines, start, list);
	}

	const fence = fenceStart.exec(text)?.[1];
	return fence === undefined ? endOfParagraph(lines, start) : endOfFence(lines, start, fence);
}

/** The line after the front matter, or 0 where the source has none. */
function endOfFrontMatter(lines: readonly Line[]): number {
	if (!/^\ufeff?---[ \t]*$/.test(lines[0]?.text ?? '')) {
		return 0;
	}

	const end = lines.findIndex(({text}, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(text));
	return end < 0 ? 0 : end + 1;
}

/** The blocks of a source in order; every line that is not blank stands in exactly one. */
export function splitBlocks(source: string): readonly Block[] {
	const lines = linesOf(source);
	const blocks: Block[] = [];
	const push = (kind: Block['kind'], first: number, next: number) => {
		let last = next - 1;
		while (last > first && isBlank(lines[last])) {
			last--;
		}

		blocks.push({kind, from: lines[first]?.from ?? 0, to: lines[last]?.to ?? source.length});
	};

	let at = endOfFrontMatter(lines);
	if (at > 0) {
		push('front-matter', 0, at);
	}

	while (at < lines.length) {
		if (isBlank(lines[at])) {
			at++;
			continue;
		}

		const next = endOfBlock(lines, at);
		push('markdown', at, next);
		at = next;
	}

	return blocks;
}

const definition = /^ {0,3}\[[^\]\n]+\]:[ \t]*\S/;

/** The source's link definitions as Markdown, so that a block can be drawn without the rest of the document. */
export function definitionsOf(source: string, blocks: readonly Block[]): string {
	return blocks
		.map(({from, to}) => source.slice(from, to))
		.filter(text => definition.test(text))
		.flatMap(text => text.split(/\r\n|\n|\r/).filter(line => definition.test(line)))
		.join('\n');
}
