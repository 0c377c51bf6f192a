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

/** Cells that the signs around what is selected take in a row. */
export const marksWidth = 2;

/**
 * The cells of a row that are selected, from and to; undefined where nothing of it is. A line end and the blanks at which a
 * row is broken have no cells of their own: the signs around them tell that they are selected.
 */
function selectedCells(buffer: TextBuffer, row: VisualRow, width: number): readonly [number, number] | undefined {
	const selection = selectionOf(buffer);
	if (!selection || row.line < selection.from.line || row.line > selection.to.line) {
		return undefined;
	}

	const {from, to} = selection;
	const first = row.line === from.line ? Math.max(row.from, from.column) : row.from;
	const last = row.line === to.line ? Math.min(row.to, to.column) : row.to;
	const isLineEnd = row.line < to.line && row.to === countGraphemes(buffer.lines[row.line] ?? '');
	if (first > last || (first === last && !isLineEnd)) return undefined;
	return [cellInRow(buffer.lines, row, first, width), cellInRow(buffer.lines, row, last, width)];
}

/** A row of a text, with what is selected in it marked. */
export function rowSpans(buffer: TextBuffer, row: VisualRow, width: number, look: Look): readonly Span[] {
	const selected = selectedCells(buffer, row, width);
	if (!selected) {
		return [row.text];
	}

	const front = cut(row.text, selected[0]);
	const middle = cut(row.text.slice(front.length), selected[1] - selected[0]);
	return [front, ...marked([span('selection', middle)], look), row.text.slice(front.length + middle.length)];
}

/** What is selected between its signs: inverse alone is no sign where a terminal has no colours. */
function marked(selected: readonly Span[], {glyphs}: Look): readonly Span[] {
	return [span('accent', glyphs.selectedFrom), ...selected, span('accent', glyphs.selectedTo)];
}

/** How many cells the signs put in front of the cursor, which stands at one end of what is selected. */
function marksBefore({cursor, anchor}: TextBuffer): number {
	if (!anchor) return 0;
	const isBehind = cursor.line > anchor.line || (cursor.line === anchor.line && cursor.column > anchor.column);
	return isBehind ? marksWidth : cursor.line === anchor.line && cursor.column === anchor.column ? 0 : 1;
}

/** The cell in a row that `column` is drawn in while the cursor is there: the signs around what is selected move it. */
export function drawnColumn(buffer: TextBuffer, column: number): number {
	const marks = marksBefore(buffer);
	// Behind what is selected in the row before, at the beginning of this one, there are none.
	return column === 0 && marks > 1 ? 0 : column + marks;
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
		const text = isEmpty ? [span('placeholder', row.text)] : rowSpans(buffer, row, room, look);
		const isLast = row === rows.at(-1);
		const unit = sides.behind === undefined || !isLast ? [] : [row.text === '' ? '' : ' ', span('dim', sides.behind)];
		return [...before(row), ...text, ...unit];
	});
	const frontWidth = width - room - marksWidth - (sides.behind === undefined ? 0 : cells(sides.behind) + 1);
	return {
		lines,
		cursor: {row: at.row - start, column: Math.min(width - 1, frontWidth + drawnColumn(buffer, at.column))},
	};
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
 * rows. Behind them is room for the signs around what is selected, so that selecting wraps nothing anew, or else for the
 * cursor.
 */
export function textRoom(width: number, look: Look, sides: TextSides = {}): number {
	return Math.max(1, width - cells(` ${look.glyphs.bar} `) - sidesWidth(sides) - marksWidth);
}

/**
 * A one-line text in a row of other things: the part around the cursor that fits `room` with the signs around what is
 * selected, and the cursor's cell in it. Room for no more than the signs is the text's.
 */
export function lineInput(
	buffer: TextBuffer,
	room: number,
	look: Look,
	tone?: Tone,
): {readonly spans: readonly Span[]; readonly column: number} {
	const parts = graphemes(buffer.lines.join(' '));
	const shown = (at: number): string => (parts[at] === '\t' ? ' ' : sanitize(parts[at] ?? ''));
	const selection = selectionOf(buffer);
	const hasMarks = selection !== undefined && room > marksWidth;
	const width = hasMarks ? room - marksWidth : room;
	// From the cursor to the left: the text may be a thousand times as long as there is room.
	let start = Math.min(parts.length, buffer.cursor.column);
	let before = 0;
	while (start > 0 && before + cells(shown(start - 1)) < width) {
		start--;
		before += cells(shown(start));
	}

	const column = before + (hasMarks ? marksBefore(buffer) : 0);
	let end = start;
	let used = 0;
	for (; end < parts.length; end++) {
		const wide = cells(shown(end));
		if (used + wide > width) {
			break;
		}

		used += wide;
	}

	const within = (at: number) => Math.min(end, Math.max(start, at));
	const [from, to] = selection ? [within(selection.from.column), within(selection.to.column)] : [end, end];
	const piece = (first: number, last: number, meaning = tone): readonly Span[] => {
		let text = '';
		for (let at = first; at < last; at++) text += shown(at);
		return text === '' ? [] : [meaning === undefined ? text : span(meaning, text)];
	};

	const selected = piece(from, to, 'selection');
	return {
		spans: [...piece(start, from), ...(hasMarks ? marked(selected, look) : selected), ...piece(to, end)],
		column,
	};
}

/** A prompt and a one-line text behind it, as one row with its cursor. */
export function promptView(prompt: string, buffer: TextBuffer, width: number, look: Look): View {
	const promptWidth = widthOf([prompt]);
	const input = lineInput(buffer, Math.max(1, width - promptWidth - 1), look);
	return {lines: [[span('label', prompt), ...input.spans]], cursor: {row: 0, column: promptWidth + input.column}};
}
