/** Where a motion leads from the cursor. */

import {endOf} from './buffer.ts';
import {countGraphemes, graphemes} from './graphemes.ts';
import type {Motion, Position, TextBuffer} from './types.ts';
import {cursorCell, positionAt, rowOf, wrap} from './wrap.ts';

const wordPart = /[\p{L}\p{N}\p{M}_]/u;

/** Wide enough that no line wraps: up and down then go by the text's own lines. */
const unwrapped = Number.MAX_SAFE_INTEGER;

function wordLeft(lines: readonly string[], {line, column}: Position): Position {
	if (column === 0) {
		return line === 0 ? {line, column} : {line: line - 1, column: countGraphemes(lines[line - 1] ?? '')};
	}

	const parts = graphemes(lines[line] ?? '');
	let at = column;
	while (at > 0 && !wordPart.test(parts[at - 1] ?? '')) {
		at--;
	}

	while (at > 0 && wordPart.test(parts[at - 1] ?? '')) {
		at--;
	}

	return {line, column: at};
}

function wordRight(lines: readonly string[], {line, column}: Position): Position {
	const parts = graphemes(lines[line] ?? '');
	if (column >= parts.length) {
		return line + 1 < lines.length ? {line: line + 1, column: 0} : {line, column};
	}

	let at = column;
	while (at < parts.length && !wordPart.test(parts[at] ?? '')) {
		at++;
	}

	while (at < parts.length && wordPart.test(parts[at] ?? '')) {
		at++;
	}

	return {line, column: at};
}

/** Up or down by rows; past the first row is the text's start, past the last its end. The goal column is kept. */
function vertical(
	buffer: TextBuffer,
	by: number,
	width: number,
): {readonly position: Position; readonly goal?: number} {
	const {lines, cursor} = buffer;
	const from = cursorCell(buffer, width);
	const goal = buffer.goal ?? from.column;
	const rows = wrap(lines, width);
	const row = from.row + by;
	if (row < 0 && from.row === 0) {
		return {position: {line: 0, column: 0}};
	}

	if (row >= rows.length && from.row === rows.length - 1) {
		return {position: endOf(lines)};
	}

	const position = positionAt(lines, width, {row: Math.max(0, Math.min(row, rows.length - 1)), column: goal});
	return {position: rows.length === 0 ? cursor : position, goal};
}

/** The position that a motion leads to, and the cell column to keep where it goes up or down. */
export function target(
	buffer: TextBuffer,
	motion: Motion,
	view: {readonly width?: number; readonly rows?: number} = {},
): {readonly position: Position; readonly goal?: number} {
	const {lines, cursor} = buffer;
	const {line, column} = cursor;
	const width = view.width ?? unwrapped;
	switch (motion) {
		case 'left': {
			if (column > 0) {
				return {position: {line, column: column - 1}};
			}

			return {position: line > 0 ? {line: line - 1, column: countGraphemes(lines[line - 1] ?? '')} : cursor};
		}

		case 'right': {
			if (column < countGraphemes(lines[line] ?? '')) {
				return {position: {line, column: column + 1}};
			}

			return {position: line + 1 < lines.length ? {line: line + 1, column: 0} : cursor};
		}

		case 'up':
		case 'down': {
			return vertical(buffer, motion === 'up' ? -1 : 1, width);
		}

		case 'page-up':
		case 'page-down': {
			const rows = Math.max(1, view.rows ?? 10);
			return vertical(buffer, motion === 'page-up' ? -rows : rows, width);
		}

		case 'word-left': {
			return {position: wordLeft(lines, cursor)};
		}

		case 'word-right': {
			return {position: wordRight(lines, cursor)};
		}

		case 'line-start':
		case 'line-end': {
			return {position: rowEdge(buffer, motion, view.width)};
		}

		case 'text-start': {
			return {position: {line: 0, column: 0}};
		}

		case 'text-end': {
			return {position: endOf(lines)};
		}
	}
}

/** Home and End: the row's edge first where a width is given, the line's when the cursor is there already. */
function rowEdge({lines, cursor}: TextBuffer, motion: 'line-start' | 'line-end', width: number | undefined): Position {
	const {line, column} = cursor;
	const end = countGraphemes(lines[line] ?? '');
	const edge = motion === 'line-start' ? 0 : end;
	if (width === undefined || column === edge) {
		return {line, column: edge};
	}

	const rows = wrap([lines[line] ?? ''], width);
	const row = rows[rowOf(rows, {line: 0, column})];
	const near = motion === 'line-start' ? row?.from : row?.to === end ? end : (row?.to ?? end) - 1;
	return {line, column: near === undefined || near === column ? edge : near};
}
