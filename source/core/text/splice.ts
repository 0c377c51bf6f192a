/** The one way a buffer's lines change: a piece between two positions is replaced by text. */

import {columnAt, offsetAt} from './graphemes.ts';
import {linesOf, selectionOf} from './buffer.ts';
import type {Position, TextBuffer} from './types.ts';

export type Piece = {readonly from: Position; readonly to: Position};

/** The text between two positions. */
export function textBetween(lines: readonly string[], {from, to}: Piece): string {
	const first = lines[from.line] ?? '';
	const start = offsetAt(first, from.column);
	if (from.line === to.line) {
		return first.slice(start, offsetAt(first, to.column));
	}

	const last = lines[to.line] ?? '';
	return [first.slice(start), ...lines.slice(from.line + 1, to.line), last.slice(0, offsetAt(last, to.column))].join(
		'\n',
	);
}

/** The selected text; empty where nothing is selected. */
export function selectedText(buffer: TextBuffer): string {
	const selection = selectionOf(buffer);
	return selection ? textBetween(buffer.lines, selection) : '';
}

/**
 * Lines with a piece replaced, and the position behind what was put in. A grapheme that arises at the seam (a mark put
 * behind its letter) is one column, and the cursor stands behind it.
 */
export function splice(
	lines: readonly string[],
	{from, to}: Piece,
	text: string,
	multiline: boolean,
): {readonly lines: readonly string[]; readonly cursor: Position} {
	const first = lines[from.line] ?? '';
	const last = lines[to.line] ?? '';
	const head = first.slice(0, offsetAt(first, from.column));
	const tail = last.slice(offsetAt(last, to.column));
	const added = [...linesOf(text, multiline)];
	added[0] = head + (added[0] ?? '');
	const end = added.length - 1;
	const offset = (added[end] ?? '').length;
	added[end] = (added[end] ?? '') + tail;
	return {
		lines: [...lines.slice(0, from.line), ...added, ...lines.slice(to.line + 1)],
		cursor: {line: from.line + end, column: columnAt(added[end] ?? '', offset)},
	};
}
