/** A text being typed: soft-wrapped rows behind a bar, the part around the cursor where it is longer than the pane. */

import {cellInRow, cells, cursorCell, cut, graphemes, sanitize, wrap} from '../../core/text/index.ts';
import type {Position, TextBuffer, VisualRow} from '../../core/text/types.ts';
import type {Line, Span, View} from '../drawing/line.ts';
import {span, widthOf, windowStart} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';

function before(a: Position, b: Position): boolean {
	return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** The cells of a row that are selected, from and to; undefined where none is. */
function selectedCells(buffer: TextBuffer, row: VisualRow, width: number): readonly [number, number] | undefined {
	if (!buffer.anchor) {
		return undefined;
	}

	const [from, to] = before(buffer.anchor, buffer.cursor)
		? [buffer.anchor, buffer.cursor]
		: [buffer.cursor, buffer.anchor];
	if (row.line < from.line || row.line > to.line) {
		return undefined;
	}

	const cellOf = (column: number) => cellInRow(buffer.lines, row, Math.max(row.from, column), width);
	const start = row.line === from.line ? cellOf(from.column) : 0;
	const end = row.line === to.line ? cellOf(to.column) : row.width;
	return start < end ? [start, end] : undefined;
}

function rowSpans(buffer: TextBuffer, row: VisualRow, width: number): readonly Span[] {
	const selected = selectedCells(buffer, row, width);
	if (!selected) {
		return [row.text];
	}

	const front = cut(row.text, selected[0]);
	const middle = cut(row.text.slice(front.length), selected[1] - selected[0]);
	return [front, span('selection', middle), row.text.slice(front.length + middle.length)];
}

/**
 * A text in `width` × `height` with a bar on its left. Where it is empty `placeholder` is shown behind the cursor.
 */
export function textView(
	props: {readonly buffer: TextBuffer; readonly placeholder?: string},
	width: number,
	height: number,
	look: Look,
): View {
	const {buffer} = props;
	const gutter = ` ${look.glyphs.bar} `;
	const gutterWidth = cells(gutter);
	const room = Math.max(1, width - gutterWidth - 1);
	const isEmpty = buffer.lines.every(line => line === '');
	if (isEmpty && buffer.lines.length === 1) {
		const placeholder = wrap(sanitize(props.placeholder ?? '').split('\n'), room).slice(0, Math.max(1, height));
		return {
			lines: placeholder.map((row): Line => [span('accent', gutter), span('placeholder', row.text)]),
			cursor: {row: 0, column: gutterWidth},
		};
	}

	const rows = wrap(buffer.lines, room);
	const at = cursorCell(buffer, room);
	const start = windowStart(at.row, height, rows.length);
	const shown = rows.slice(start, start + height);
	const lines: Line[] = shown.map(row => [span('accent', gutter), ...rowSpans(buffer, row, room)]);
	return {lines, cursor: {row: at.row - start, column: Math.min(width - 1, gutterWidth + at.column)}};
}

/** How wide the rows of a text are in a pane of `width`; moving up and down goes by these rows. */
export function textRoom(width: number, look: Look): number {
	return Math.max(1, width - cells(` ${look.glyphs.bar} `) - 1);
}

/** A one-line text in a row of other things: the part around the cursor that fits `width`, and the cursor's cell in it. */
export function lineInput(buffer: TextBuffer, width: number): {readonly text: string; readonly column: number} {
	const parts = graphemes(buffer.lines.join(' ')).map(part => (part === '\t' ? ' ' : sanitize(part)));
	let start = 0;
	const widthBetween = (from: number, to: number) => parts.slice(from, to).reduce((sum, part) => sum + cells(part), 0);
	while (start < buffer.cursor.column && widthBetween(start, buffer.cursor.column) >= width) {
		start++;
	}

	const column = widthBetween(start, Math.min(parts.length, buffer.cursor.column));
	let end = start;
	let used = 0;
	for (; end < parts.length; end++) {
		const wide = cells(parts[end] ?? '');
		if (used + wide > width) {
			break;
		}

		used += wide;
	}

	return {text: parts.slice(start, end).join(''), column};
}

/** A prompt and a one-line text behind it, as one row with its cursor. */
export function promptView(prompt: string, buffer: TextBuffer, width: number): View {
	const promptWidth = widthOf([prompt]);
	const input = lineInput(buffer, Math.max(1, width - promptWidth - 1));
	return {lines: [[span('label', prompt), input.text]], cursor: {row: 0, column: promptWidth + input.column}};
}
