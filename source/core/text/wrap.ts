/** Soft wrap as a view: the text's lines stay as they are, rows say which part of a line they draw. */

import {firstIndex} from './first-index.ts';
import {cells, graphemesBetween} from './graphemes.ts';
import type {Position, TextBuffer, VisualRow} from './types.ts';
import {drawn, pieces, printableAscii} from './wrap-line.ts';

/** The text of many lines that was wrapped last: asked for some times a key, which changes some of its lines. */
let lastText:
	{readonly lines: readonly string[]; readonly width: number; readonly rows: readonly VisualRow[]} | undefined;
const manyLines = 50;

/** The rows of lines, those of a text before taken where its lines are the same. */
function rowsLike(lines: readonly string[], width: number): readonly VisualRow[] {
	if (lines.length < manyLines) return rowsFrom(lines, 0, lines.length, width);
	const before = lastText?.width === width ? lastText : undefined;
	if (before?.lines === lines) return before.rows;
	const most = Math.min(lines.length, before?.lines.length ?? 0);
	let start = 0;
	while (start < most && lines[start] === before?.lines[start]) start++;
	let end = 0;
	while (end < most - start && lines.at(-1 - end) === before?.lines.at(-1 - end)) end++;
	const shift = lines.length - (before?.lines.length ?? 0);
	const old = before?.rows ?? [];
	const behind = old.slice(firstIndex(old, row => row.line >= lines.length - end - shift));
	const rows = [
		...old.slice(
			0,
			firstIndex(old, row => row.line >= start),
		),
		...rowsFrom(lines, start, lines.length - end, width),
		...(shift === 0 ? behind : behind.map(row => ({...row, line: row.line + shift}))),
	];
	lastText = {lines, width, rows};
	return rows;
}

function rowsFrom(lines: readonly string[], from: number, to: number, width: number): readonly VisualRow[] {
	const rows: VisualRow[] = [];
	for (let line = from; line < to; line++) {
		for (const piece of pieces(lines[line]!, width)) rows.push({line, ...piece});
	}

	return rows;
}

/**
 * The lines as rows of at most `width` cells, broken between words where there is a place to break. Each row's
 * `from`–`to` are graphemes of its line; together they cover it. `text` is ready to be drawn: tabs are spaces and
 * invisible characters have their names. Every line has at least one row.
 */
export function wrap(lines: readonly string[], width: number): readonly VisualRow[] {
	return rowsLike(lines, Math.max(1, Math.floor(width)));
}

/** Cells in front of grapheme `column` in a row, as the row draws them; a hanging space counts as none. */
export function cellInRow(lines: readonly string[], row: VisualRow, column: number, width: number): number {
	const count = Math.max(0, Math.min(column, row.to) - row.from);
	const line = lines[row.line] ?? '';
	if (printableAscii.test(line)) {
		return Math.min(count, row.width);
	}

	let cell = 0;
	for (const part of graphemesBetween(line, row.from, row.from + count)) {
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
	for (const part of graphemesBetween(lines[row.line] ?? '', row.from, last)) {
		const wide = cells(drawn(part, at, room));
		if (at + wide > cell.column) {
			break;
		}

		at += wide;
		column++;
	}

	return {line: row.line, column};
}
