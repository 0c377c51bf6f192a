/** One line cut into rows, and how a key does not cut all of a long one again. */

import {firstIndex} from './first-index.ts';
import {cells, graphemes, isPlain} from './graphemes.ts';
import {sanitize, tabWidth} from './sanitize.ts';

/** What a terminal draws as it stands, a cell a sign. */
export const printableAscii = /^[\x20-\x7e]*$/;

/** How a grapheme is drawn at a cell of its row: tabs as spaces, what is invisible by name. */
export function drawn(grapheme: string, cell: number, width: number): string {
	if (grapheme === '\t') {
		return ' '.repeat(Math.min(tabWidth - (cell % tabWidth), Math.max(1, width - cell)));
	}

	const {text, wide} = looksOf(grapheme);
	// What no row can hold (a wide character in a column of one cell) is shown to be there all the same.
	return wide > width ? '\ufffd' : text;
}

/** How a grapheme is drawn, and in how many cells. */
type Looks = {readonly text: string; readonly wide: number};

/** Of graphemes drawn lately: a text has few that differ, and asking what one looks like takes longer than drawing it. */
const looks = new Map<string, Looks>();
const mostLooks = 5000;

function looksOf(grapheme: string): Looks {
	let known = looks.get(grapheme);
	if (!known) {
		const text = sanitize(grapheme);
		known = {text, wide: cells(text)};
		if (looks.size >= mostLooks) looks.clear();
		looks.set(grapheme, known);
	}

	return known;
}

type Piece = {readonly from: number; readonly to: number; readonly text: string; readonly width: number};

const wideScript = /^[\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/;
const closing = /^[、。，．）」』】》〉！？：；ー\uff09]/;
const opening = /^[（「『【《〈]/;
const digit = /^\d/;

/** True where a row may end behind `before` and begin with `after` (a simple reading of UAX #14). */
function mayBreak(before: string, after: string): boolean {
	if (after === ' ' || after === '\t' || closing.test(after) || opening.test(before)) {
		return false;
	}

	switch (before) {
		case ' ':
		case '\t':
		case '/':
		case '—': {
			return true;
		}

		case '-': {
			return !digit.test(after);
		}

		default: {
			return wideScript.test(before) || wideScript.test(after);
		}
	}
}

/** The cells of a grapheme that stands for itself: a letter, a sign, a character of a wide script. */
function plainCell(grapheme: string): number {
	return grapheme.charCodeAt(0) >= 0x30_01 ? 2 : 1;
}

/**
 * One line cut into rows. A single space where a row ends belongs to that row and hangs, so that no row begins with it.
 *
 * @param before the rows of a line that was much the same, for those that are the same
 */
function wrapLine(line: string, width: number, before?: Wrapped): Wrapped {
	const parts = graphemes(line);
	const isEasy = isPlain(line);
	const same = before && before.parts.length > 0 ? sameRows(before, parts) : undefined;
	const rows: Piece[] = same ? [...same.rows] : [];
	let from = rows.at(-1)?.to ?? 0;
	let texts: string[] = [];
	let widths: number[] = [];
	let used = 0;
	const push = (count: number, hangs: number) => {
		const row = texts.slice(0, count);
		rows.push({
			from,
			to: from + count + hangs,
			text: row.join(''),
			width: widths.slice(0, count).reduce((sum, one) => sum + one, 0),
		});
		from += count + hangs;
	};

	for (let at = from; at < parts.length;) {
		const part = parts[at] ?? '';
		const isSelf = isEasy && part !== '\t';
		const shown = isSelf || part === '\t' ? undefined : looksOf(part);
		let text = isSelf ? part : (shown?.text ?? drawn(part, used, width));
		let wide = isSelf ? plainCell(part) : (shown?.wide ?? text.length);
		if (wide > width) [text, wide] = ['\ufffd', 1];
		if (used + wide <= width) {
			texts.push(text);
			widths.push(wide);
			used += wide;
			at++;
			continue;
		}

		if (part === ' ') {
			push(texts.length, 1);
			at = from;
		} else {
			let count = texts.length;
			while (count > 0 && !mayBreak(parts[from + count - 1] ?? '', parts[from + count] ?? '')) {
				count--;
			}

			push(count > 0 ? count : texts.length, 0);
			at = from;
		}

		texts = [];
		widths = [];
		used = 0;
		const rest = same?.from(from);
		if (rest) return {parts, rows: rows.concat(rest)};
	}

	if (texts.length > 0 || rows.length === 0) {
		push(texts.length, 0);
	}

	return {parts, rows};
}

/** Of the signs of ASCII, those that a row may end behind. */
const breakable = ' /-';

/** The same for a line of which each sign is a cell: rows are found by where they end, without a look at every sign. */
function wrapAscii(line: string, width: number): readonly Piece[] {
	const rows: Piece[] = [];
	let from = 0;
	const push = (count: number, hangs: number): void => {
		rows.push({from, to: from + count + hangs, text: line.slice(from, from + count), width: count});
		from += count + hangs;
	};

	while (line.length - from > width) {
		if (line[from + width] === ' ') {
			push(width, 1);
			continue;
		}

		let count = width;
		// Most signs allow no break behind them, whatever follows.
		while (
			count > 0 &&
			!(breakable.includes(line[from + count - 1]!) && mayBreak(line[from + count - 1]!, line[from + count]!))
		)
			count--;
		push(count > 0 ? count : width, 0);
	}

	if (from < line.length || rows.length === 0) push(line.length - from, 0);
	return rows;
}

type Wrapped = {readonly parts: readonly string[]; readonly rows: readonly Piece[]};

/**
 * Of a line wrapped before, the rows at the start that are the same in another, and those behind a change where a row
 * begins there again. What a row holds is told by the graphemes up to the end of the next one.
 */
function sameRows(
	before: Wrapped,
	parts: readonly string[],
): {readonly rows: readonly Piece[]; readonly from: (at: number) => readonly Piece[] | undefined} {
	const most = Math.min(parts.length, before.parts.length);
	let start = 0;
	while (start < most && parts[start] === before.parts[start]) start++;
	let end = 0;
	while (end < most - start && parts[parts.length - 1 - end] === before.parts[before.parts.length - 1 - end]) end++;
	const shift = parts.length - before.parts.length;
	const kept = firstIndex(before.rows, row => row.to >= start) - 1;
	return {
		rows: before.rows.slice(0, Math.max(0, kept)),
		from(at) {
			if (at < parts.length - end) return undefined;
			const next = firstIndex(before.rows, row => row.from >= at - shift);
			if (before.rows[next]?.from !== at - shift) return undefined;
			return before.rows.slice(next).map(row => ({...row, from: row.from + shift, to: row.to + shift}));
		},
	};
}

/** Rows of lines wrapped lately, so that a key wraps one line and not all; a memo that nothing can observe. */
const lately = new Map<string, readonly Piece[]>();
const latelyMost = 2000;
const longLine = 2000;
/** The long line wrapped last, of which a key changes little. */
let last: (Wrapped & {readonly line: string; readonly width: number}) | undefined;

/** A line as rows of at most `width` cells. */
export function pieces(line: string, width: number): readonly Piece[] {
	if (line.length <= width && printableAscii.test(line)) {
		return [{from: 0, to: line.length, text: line, width: line.length}];
	}

	if (line.length > longLine) {
		if (last?.line !== line || last.width !== width) {
			const before = last?.width === width ? last : undefined;
			const wrapped = printableAscii.test(line)
				? {parts: [], rows: wrapAscii(line, width)}
				: wrapLine(line, width, before);
			last = {line, width, ...wrapped};
		}

		return last.rows;
	}

	const key = `${width} ${line}`;
	const known = lately.get(key);
	if (known) {
		return known;
	}

	const {rows} = wrapLine(line, width);
	if (lately.size >= latelyMost) {
		lately.clear();
	}

	lately.set(key, rows);
	return rows;
}
