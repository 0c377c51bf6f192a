/**
 * A list of boxes to tick; the author's own items are typed in place. Long items go on below their text, and below a box that
 * is computed stands what it becomes and why: of the one in hand all of it, of the others what fits into a row.
 */

import {cells, cursorCell, wrap} from '../../core/text/index.ts';
import type {TextBuffer} from '../../core/text/types.ts';
import {computedWords, type Computed} from '../../core/wizard/index.ts';
import type {Cell, Line, Span, View} from '../drawing/line.ts';
import {fit, span, widthOf, windowStart, wrapped} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {drawnColumn, marksWidth, rowSpans} from './text-input.ts';

export type ChecklistProps = {
	readonly items: readonly {readonly text: string; readonly done: boolean}[];
	readonly cursor: number;
	readonly editing?: TextBuffer;
	/** For each item what is computed for it, where that is so. */
	readonly computed?: readonly (Computed | undefined)[];
};

/** The items with their boxes; the one in hand has the pointer and is in sight, all of it where there is room. */
export function checklistView(props: ChecklistProps, width: number, height: number, look: Look): View {
	if (props.items.length === 0) {
		return {lines: [[span('placeholder', '   type to begin the list')]], cursor: {row: 0, column: 3}};
	}

	const lines: Line[] = [];
	let inHand = {from: 0, to: 0};
	let cursor: Cell = {row: 0, column: 1};
	for (const index of props.items.keys()) {
		const rows = itemRows(props, index, width, look);
		if (index === props.cursor) {
			inHand = {from: lines.length, to: lines.length + rows.lines.length};
			cursor = {row: lines.length + (rows.cursor?.row ?? 0), column: rows.cursor?.column ?? 1};
		}

		lines.push(...rows.lines);
	}

	const fits = inHand.to - inHand.from <= height;
	const last = windowStart(fits ? inHand.to - 1 : cursor.row, height, lines.length);
	const start = fits ? Math.min(last, inHand.from) : last;
	return {lines: lines.slice(start, start + height), cursor: {...cursor, row: cursor.row - start}};
}

/** How many rows the whole list takes. */
export function checklistHeight(props: ChecklistProps, width: number, look: Look): number {
	return [...props.items.keys()].reduce((sum, index) => sum + itemRows(props, index, width, look).lines.length, 0);
}

/** One item: its box with the first row of its text, and the others below the text. */
function itemRows({items, cursor, editing, computed}: ChecklistProps, index: number, width: number, look: Look): View {
	const {glyphs} = look;
	const known = computed?.[index];
	const {text = '', done: given = false} = items[index] ?? {};
	const done = known?.isMet ?? given;
	const isInHand = index === cursor;
	const front = [
		span('accent', isInHand ? ` ${glyphs.pointer} ` : '   '),
		span(done ? 'good' : 'dim', `${done ? glyphs.boxOn : glyphs.boxOff} `),
	];
	const margin = widthOf(front);
	const room = Math.max(1, width - margin - marksWidth);
	const hung = (rows: readonly (readonly Span[])[]): readonly Line[] =>
		rows.map((row, at) => [...(at === 0 ? front : [' '.repeat(margin)]), ...row]);
	const below = known ? computedLines(known, isInHand, margin, room, look) : [];
	if (isInHand && editing) {
		const at = cursorCell(editing, room);
		const rows = wrap(editing.lines, room).map(row => rowSpans(editing, row, room, look));
		return {
			lines: [...hung(rows), ...below],
			cursor: {row: at.row, column: Math.min(width - 1, margin + drawnColumn(editing, at.column))},
		};
	}

	const rows = cells(text) <= room ? [text] : wrapped(text, room);
	return {lines: [...hung(rows.map(row => [isInHand ? span('strong', row) : row])), ...below]};
}

/** What a box becomes, below its text. */
function computedLines(known: Computed, isInHand: boolean, margin: number, room: number, look: Look): readonly Line[] {
	const words = look.sentence(computedWords(known));
	const rows = isInHand ? wrapped(words, room).map(row => [span('dim', row)]) : [fit([span('dim', words)], room, look)];
	return rows.map(row => [' '.repeat(margin), ...row]);
}
