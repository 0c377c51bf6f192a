/** A table: a grid where there is room for it, else a card for each row. */

import {cells} from '../../core/text/index.ts';
import type {Column} from '../../core/form/types.ts';
import type {TextBuffer} from '../../core/text/types.ts';
import type {Line, Span, View} from '../drawing/line.ts';
import {filled, span, widthOf, windowStart} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {cellHelp} from './cell-help.ts';
import {columnWidths} from './column-widths.ts';
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

/** Between two columns: a rule with a blank on either side. */
const jointWidth = 3;
const marginWidth = 3;

/** The grid, or the card of the row in hand, and below it what helps with the cell in hand. */
export function tableView(props: TableProps, width: number, height: number, look: Look): View {
	const {columns, rows, row, column, blank} = props;
	const widths = columnWidths(
		columns,
		rows,
		width - marginWidth - jointWidth * Math.max(0, columns.length - 1),
		props.isFixed,
	);
	const isGrid = widths !== undefined && height >= 3;
	const inHand = columns[column];
	const text = props.cell.lines[0] ?? '';
	const own = blank?.(row, column);
	const help = inHand
		? cellHelp(
				{
					column: blank ? withoutPlaceholder(inHand) : inHand,
					text,
					...(own === undefined ? {} : {blank: own}),
					isCut: isGrid && cells(text) >= (widths[column] ?? 0),
				},
				width,
				Math.floor(height / 2),
				look,
			)
		: [];
	const room = height > 6 ? height - help.length : height;
	const view = isGrid ? gridView(props, widths, room, look) : cardView(props, width, room, look);
	return {...view, lines: [...view.lines, ...help]};
}

/** A column of rows that the template fixes: each cell has a placeholder of its own, or none. */
function withoutPlaceholder({placeholder: _, ...column}: Column): Column {
	return column;
}

function gridView(props: TableProps, widths: readonly number[], height: number, look: Look): View {
	const {glyphs} = look;
	const joint = span('border', ` ${glyphs.vertical} `);
	const join = (parts: readonly (readonly Span[])[]): readonly Span[] =>
		parts.flatMap((part, index) => (index === 0 ? part : [joint, ...part]));
	const head: Line = [
		' '.repeat(marginWidth),
		...join(
			props.columns.map(({label}, index) =>
				filled(
					[index === props.column ? span('accent', `${glyphs.pointer}${label}`) : span('label', label)],
					widths[index] ?? 0,
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
	let column = marginWidth;
	const body = props.rows.slice(start, start + bodyHeight).map((row, offset): Line => {
		const index = start + offset;
		const isCurrent = index === props.row;
		return [
			span('accent', isCurrent ? ` ${glyphs.pointer} ` : '   '),
			...join(
				props.columns.map((_, at) => {
					const wide = widths[at] ?? 0;
					if (isCurrent && at === props.column) {
						const input = lineInput(props.cell, wide, look, 'value');
						column = marginWidth + widths.slice(0, at).reduce((sum, each) => sum + each + jointWidth, 0) + input.column;
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

		const input = lineInput(props.cell, Math.max(1, width - widthOf(front) - 1), look);
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
