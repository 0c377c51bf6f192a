/** Soft wrap as a view: the text's lines stay as they are, rows say which part of a line they draw. */

import {cells, graphemes} from './graphemes.ts';
import {sanitize, tabWidth} from './sanitize.ts';
import type {Position, TextBuffer, VisualRow} from './types.ts';

const printableAscii = /^[\x20-\x7e]*$/;

/** How a grapheme is drawn at a cell of its row: tabs as spaces, what is invisible by name. */
function drawn(grapheme: string, cell: number, width: number): string {
	if (grapheme === '\t') {
		return ' '.repeat(Math.min(tabWidth - (cell % tabWidth), Math.max(1, width - cell)));
	}

	const text = sanitize(grapheme);
	// What no row can hold (a wide character in a column of one cell) is shown to be there all the same.
	return cells(text) > width ? '\ufffd' : text;
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

/** One line cut into rows. A single space where a row ends belongs to that row and hangs, so that no row begins with it. */
function wrapLine(line: string, width: number): readonly Piece[] {
	if (line.length <= width && printableAscii.test(line)) {
		return [{from: 0, to: line.length, text: line, width: line.length}];
	}

	const parts = graphemes(line);
	const rows: Piece[] = [];
	let from = 0;
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

	for (let at = 0; at < parts.length;) {
		const part = parts[at] ?? '';
		const text = drawn(part, used, width);
		const wide = cells(text);
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
	}

	if (texts.length > 0 || rows.length === 0) {
		push(texts.length, 0);
	}

	return rows;
}

/** Rows of lines wrapped lately, so that a key wraps one line and not all; a memo that nothing can observe. */
const lately = new Map<string, readonly Piece[]>();
const latelyMost = 2000;

function pieces(line: string, width: number): readonly Piece[] {
	if (line.length <= width && printableAscii.test(line)) {
		return wrapLine(line, width);
	}

	const key = `${width} ${line}`;
	const known = lately.get(key);
	if (known) {
		return known;
	}

	const made = wrapLine(line, width);
	if (line.length <= 20_000) {
		if (lately.size >= latelyMost) {
			lately.clear();
		}

		lately.set(key, made);
	}

	return made;
}

/**
 * The lines as rows of at most `width` cells, broken between words where there is a place to break. Each row's
 * `from`–`to` are graphemes of its line; together they cover it. `text` is ready to be drawn: tabs are spaces and
 * invisible characters have their names. Every line has at least one row.
 */
export function wrap(lines: readonly string[], width: number): readonly VisualRow[] {
	const room = Math.max(1, Math.floor(width));
	const rows: VisualRow[] = [];
	for (const [line, text] of lines.entries()) {
		for (const piece of pieces(text, room)) {
			rows.push({line, ...piece});
		}
	}

	return rows;
}

/** Cells in front of grapheme `column` in a row, as the row draws them; a hanging space counts as none. */
export function cellInRow(lines: readonly string[], row: VisualRow, column: number, width: number): number {
	const count = Math.max(0, Math.min(column, row.to) - row.from);
	const line = lines[row.line] ?? '';
	if (printableAscii.test(line)) {
		return Math.min(count, row.width);
	}

	let cell = 0;
	for (const part of graphemes(line).slice(row.from, row.from + count)) {
		if (cell >= row.width && part === ' ') {
			break;
		}

		cell += cells(drawn(part, cell, width));
	}

	return Math.min(cell, row.width);
}

/** Index of the row that shows a position; where a line is broken, the row that begins there. */
export function rowOf(rows: readonly VisualRow[], position: Position): number {
	let low = 0;
	let high = rows.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		const row = rows[middle];
		if (row && (row.line < position.line || (row.line === position.line && row.from <= position.column))) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}

	return low;
}

/**
 * Where the cursor stands in the rows of `wrap(buffer.lines, width)`. At the end of a full row its column is `width`:
 * keep one cell free on the right.
 */
export function cursorCell(buffer: TextBuffer, width: number): {readonly row: number; readonly column: number} {
	const room = Math.max(1, Math.floor(width));
	const rows = wrap(buffer.lines, room);
	const row = rowOf(rows, buffer.cursor);
	const shown = rows[row];
	return {row, column: shown ? cellInRow(buffer.lines, shown, buffer.cursor.column, room) : 0};
}

/** The position nearest to a cell of the wrapped text; rows and columns outside give its ends. */
export function positionAt(
	lines: readonly string[],
	width: number,
	cell: {readonly row: number; readonly column: number},
): Position {
	const room = Math.max(1, Math.floor(width));
	const rows = wrap(lines, room);
	const index = Math.max(0, Math.min(cell.row, rows.length - 1));
	const row = rows[index];
	if (!row) {
		return {line: 0, column: 0};
	}

	// The place behind a broken row's last grapheme is the next row's first.
	const last = rows[index + 1]?.line === row.line ? Math.max(row.from, row.to - 1) : row.to;
	let at = 0;
	let column = row.from;
	for (const part of graphemes(lines[row.line] ?? '').slice(row.from, last)) {
		const wide = cells(drawn(part, at, room));
		if (at + wide > cell.column) {
			break;
		}

		at += wide;
		column++;
	}

	return {line: row.line, column};
}
