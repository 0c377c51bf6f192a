/** A text being typed: soft-wrapped rows behind a bar, the part around the cursor where it is longer than the pane. */

import {
	cellInRow,
	cells,
	countGraphemes,
	cursorCell,
	cut,
	graphemes,
	sanitize,
	selectionOf,
	wrap,
} from '../../core/text/index.ts';
import type {TextBuffer, VisualRow} from '../../core/text/types.ts';
import type {Line, Span, View} from '../drawing/line.ts';
import {span, widthOf, windowStart} from '../drawing/line.ts';
import type {Look, Tone} from '../drawing/look.ts';
import {markWidth, sidesWidth, type TextSides} from './text-sides.ts';

/** The cells of a row that are selected, from and to; a line end that is selected is the cell behind the row. */
function selectedCells(buffer: TextBuffer, row: VisualRow, width: number): readonly [number, number] | undefined {
	const selection = selectionOf(buffer);
	if (!selection || row.line < selection.from.line || row.line > selection.to.line) {
		return undefined;
	}

	const {from, to} = selection;
	const cellOf = (column: number) => cellInRow(buffer.lines, row, Math.max(row.from, column), width);
	const start = row.line === from.line ? cellOf(from.column) : 0;
	const isLast = row.to === countGraphemes(buffer.lines[row.line] ?? '');
	const end = row.line === to.line ? cellOf(to.column) : row.width + (isLast ? 1 : 0);
	return start < end ? [start, end] : undefined;
}

/** A row of a text, with what is selected in it marked. */
export function rowSpans(buffer: TextBuffer, row: VisualRow, width: number): readonly Span[] {
	const selected = selectedCells(buffer, row, width);
	if (!selected) {
		return [row.text];
	}

	const text = selected[1] > row.width ? `${row.text} ` : row.text;
	const front = cut(text, selected[0]);
	const middle = cut(text.slice(front.length), selected[1] - selected[0]);
	return [front, span('selection', middle), text.slice(front.length + middle.length)];
}

/** How much is selected, in words, for where it can't be seen by its colour; undefined where nothing is. */
export function selectionWords(buffer: TextBuffer): string | undefined {
	const selection = selectionOf(buffer);
	if (!selection) {
		return undefined;
	}

	const {from, to} = selection;
	const [count, word] =
		from.line === to.line ? [to.column - from.column, 'character'] : [to.line - from.line + 1, 'line'];
	return `${count} ${word}${count === 1 ? '' : 's'} selected`;
}

/**
 * A text in `width` × `height` with a bar on its left, and what is not typed beside it. Where it is empty `placeholder`
 * is shown behind the cursor.
 */
export function textView(
	props: {readonly buffer: TextBuffer; readonly placeholder?: string; readonly sides?: TextSides},
	width: number,
	height: number,
	look: Look,
): View {
	const {buffer, sides = {}} = props;
	const room = textRoom(width, look, sides);
	const isEmpty = buffer.lines.length === 1 && buffer.lines[0] === '';
	const shown = isEmpty ? sanitize(props.placeholder ?? '').split('\n') : buffer.lines;
	const rows = wrap(shown, room);
	const at = isEmpty ? {row: 0, column: 0} : cursorCell(buffer, room);
	const start = isEmpty ? 0 : windowStart(at.row, height, rows.length);
	const before = frontOf(sides, look);
	const lines = rows.slice(start, start + Math.max(1, height)).map((row): Line => {
		const text = isEmpty ? [span('placeholder', row.text)] : rowSpans(buffer, row, room);
		const isLast = row === rows.at(-1);
		const unit = sides.behind === undefined || !isLast ? [] : [row.text === '' ? '' : ' ', span('dim', sides.behind)];
		return [...before(row), ...text, ...unit];
	});
	const frontWidth = width - room - 1 - (sides.behind === undefined ? 0 : cells(sides.behind) + 1);
	return {lines, cursor: {row: at.row - start, column: Math.min(width - 1, frontWidth + at.column)}};
}

/** What stands in front of a row: the bar, and what the document puts before the line that begins there. */
function frontOf(sides: TextSides, look: Look): (row: VisualRow) => readonly Span[] {
	const bar = span('accent', ` ${look.glyphs.bar} `);
	const wide = markWidth(sides);
	return row => {
		if (sides.before !== undefined) return [bar, span('dim', sides.before), ' '];
		if (wide === 0) return [bar];
		const mark = row.from === 0 ? (sides.marks?.[row.line] ?? '') : '';
		return [bar, span('dim', mark), ' '.repeat(wide - cells(mark))];
	};
}

/**
 * How wide the rows of a text are in a pane of `width`, with what stands beside it; moving up and down goes by these
 * rows.
 */
export function textRoom(width: number, look: Look, sides: TextSides = {}): number {
	return Math.max(1, width - cells(` ${look.glyphs.bar} `) - sidesWidth(sides) - 1);
}

/** A one-line text in a row of other things: the part around the cursor that fits `width`, and the cursor's cell in it. */
export function lineInput(
	buffer: TextBuffer,
	width: number,
	tone?: Tone,
): {readonly spans: readonly Span[]; readonly column: number} {
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

	const selection = selectionOf(buffer);
	const within = (at: number) => Math.min(end, Math.max(start, at));
	const [from, to] = selection ? [within(selection.from.column), within(selection.to.column)] : [end, end];
	const piece = (first: number, last: number, meaning = tone): readonly Span[] => {
		const text = parts.slice(first, last).join('');
		return text === '' ? [] : [meaning === undefined ? text : span(meaning, text)];
	};

	return {spans: [...piece(start, from), ...piece(from, to, 'selection'), ...piece(to, end)], column};
}

/** A prompt and a one-line text behind it, as one row with its cursor. */
export function promptView(prompt: string, buffer: TextBuffer, width: number): View {
	const promptWidth = widthOf([prompt]);
	const input = lineInput(buffer, Math.max(1, width - promptWidth - 1));
	return {lines: [[span('label', prompt), ...input.spans]], cursor: {row: 0, column: promptWidth + input.column}};
}
