/** A table: a grid where there is room for it, else a card for each row. */

import {cells} from '../../core/text/index.ts';
import type {Column} from '../../core/form/types.ts';
import type {TextBuffer} from '../../core/text/types.ts';
import type {Line, Span, View} from '../drawing/line.ts';
import {filled, span, widthOf, windowStart} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {lineInput} from './text-input.ts';

export type TableProps = {
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly string[])[];
	readonly row: number;
	readonly column: number;
	readonly cell: TextBuffer;
	/** True for a cell that the template fixes. */
	readonly isFixed: (row: number, column: number) => boolean;
	/** What the template's own row asks for in a cell, where it is not what the column asks for. */
	readonly blank?: (row: number, column: number) => string | undefined;
};

/** A column narrower than this shows too little of an answer to work with. */
const leastColumn = 12;
/** A column need not be wider than this unless what stands in it is. */
const comfortableColumn = 40;

/** The grid, or the card of the row in hand. */
export function tableView(props: TableProps, width: number, height: number, look: Look): View {
	const widths = columnWidths(props, width);
	const hint = hintLines(props);
	const room = height > 6 ? height - hint.length : height;
	const view = widths && height >= 3 ? gridView(props, widths, room, look) : cardView(props, width, room, look);
	return {...view, lines: [...view.lines, ...hint]};
}

/** What the cell in hand takes: its options, or the template's own words for it. */
function hintLines({columns, row, column, blank}: TableProps): readonly Line[] {
	const inHand = columns[column];
	if (!inHand) {
		return [];
	}

	const options = inHand.options ?? [];
	const words =
		options.length > 0
			? `${options.join(', ')}${inHand.open ? ', or another' : ''}`
			: ((blank ? blank(row, column) : inHand.placeholder) ?? '');
	return words === '' ? [] : [[], ['   ', span('dim', `${inHand.label}: ${words}`)]];
}

/** Widths that share the room by what the columns hold; undefined where a grid would be too narrow. */
function columnWidths(props: TableProps, width: number): readonly number[] | undefined {
	const count = props.columns.length;
	const room = width - 3 - 3 * Math.max(0, count - 1);
	const wanted = props.columns.map((column, index) =>
		Math.max(leastColumn, cells(column.label) + 2, ...props.rows.map(row => cells(row[index] ?? '') + 1)),
	);
	if (room < count * leastColumn) {
		return undefined;
	}

	const widths = [...wanted];
	for (let over = sum(widths) - room; over > 0; over--) {
		const widest = widths.indexOf(Math.max(...widths));
		widths[widest] = (widths[widest] ?? leastColumn) - 1;
	}

	// What is left is shared, so that a cell has room for what is still to be typed.
	const share = Math.max(0, Math.floor((room - sum(widths)) / Math.max(1, count)));
	return widths.map(wide => Math.max(wide, Math.min(comfortableColumn, wide + share)));
}

function sum(widths: readonly number[]): number {
	return widths.reduce((total, wide) => total + wide, 0);
}

function gridView(props: TableProps, widths: readonly number[], height: number, look: Look): View {
	const {glyphs} = look;
	const joint = span('border', ` ${glyphs.vertical} `);
	const join = (parts: readonly (readonly Span[])[]): readonly Span[] =>
		parts.flatMap((part, index) => (index === 0 ? part : [joint, ...part]));
	const head: Line = [
		'   ',
		...join(
			props.columns.map(({label}, index) =>
				filled(
					[index === props.column ? span('accent', `${glyphs.pointer}${label}`) : span('label', label)],
					widths[index] ?? leastColumn,
					look,
				),
			),
		),
	];
	const rule: Line = [
		span(
			'border',
			`   ${widths.map(wide => glyphs.rule.repeat(wide)).join(`${glyphs.rule}${glyphs.crossing}${glyphs.rule}`)}`,
		),
	];
	const bodyHeight = height - 2;
	const start = windowStart(props.row, bodyHeight, props.rows.length);
	let column = 3;
	const body = props.rows.slice(start, start + bodyHeight).map((row, offset): Line => {
		const index = start + offset;
		const isCurrent = index === props.row;
		return [
			span('accent', isCurrent ? ` ${glyphs.pointer} ` : '   '),
			...join(
				props.columns.map((_, at) => {
					const wide = widths[at] ?? leastColumn;
					if (isCurrent && at === props.column) {
						const input = lineInput(props.cell, wide, 'value');
						column = 3 + widths.slice(0, at).reduce((sum, each) => sum + each + 3, 0) + input.column;
						return filled(input.spans, wide, look);
					}

					const text = row[at] ?? '';
					return filled([props.isFixed(index, at) ? span('dim', text) : text], wide, look);
				}),
			),
		];
	});
	return {lines: [head, rule, ...body], cursor: {row: 2 + props.row - start, column}};
}

function cardView(props: TableProps, width: number, height: number, look: Look): View {
	const {glyphs} = look;
	const row = props.rows[props.row] ?? [];
	const labelWidth = Math.min(Math.floor(width / 3), Math.max(4, ...props.columns.map(({label}) => cells(label) + 1)));
	let column = 0;
	const lines = props.columns.map(({label}, index): Line => {
		const isCurrent = index === props.column;
		const front: readonly Span[] = [
			span('accent', isCurrent ? ` ${glyphs.pointer} ` : '   '),
			...filled([span('label', `${label}:`)], labelWidth, look),
			' ',
		];
		if (!isCurrent) {
			return [...front, props.isFixed(props.row, index) ? span('dim', row[index] ?? '') : (row[index] ?? '')];
		}

		const input = lineInput(props.cell, Math.max(1, width - widthOf(front) - 1));
		column = Math.min(width - 1, widthOf(front) + input.column);
		return [...front, ...input.spans];
	});
	const bodyHeight = Math.max(1, height - 1);
	const start = windowStart(props.column, bodyHeight, lines.length);
	const head: Line = [span('dim', `   Row ${props.row + 1} of ${Math.max(1, props.rows.length)}`)];
	const top = height > 1 ? [head] : [];
	return {
		lines: [...top, ...lines.slice(start, start + bodyHeight)],
		cursor: {row: top.length + props.column - start, column},
	};
}
