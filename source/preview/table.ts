/** Tables that fit: columns shrink, cells wrap, and only where no column would be left does a row become a card. */

import type {Glyphs} from '../theme/index.ts';
import {fromLine, styled, widthOf, wrapStyled} from './styled.ts';

export type Align = 'left' | 'center' | 'right' | null;

/** A table as data: styled cells, where a newline is a line break, and the source line of each row. */
export type Table = {
	readonly header: readonly string[];
	readonly align: readonly Align[];
	readonly rows: readonly (readonly string[])[];
	/** Line of the header in the block; the first body row stands two below it. */
	readonly line: number;
};

/** Under this many cells a column can't be read. */
const leastColumn = 3;

function natural(cell: string): number {
	return Math.max(...cell.split('\n').map(widthOf));
}

/** Column widths that together take at most `room`: the widest give way first, so that short columns stay whole. */
export function columnWidths(wanted: readonly number[], room: number): readonly number[] {
	let left = room;
	const widths = wanted.map(() => 0);
	const order = wanted.map((width, index) => ({width, index})).sort((a, b) => a.width - b.width);
	for (const [place, {width, index}] of order.entries()) {
		const share = Math.floor(left / (order.length - place));
		widths[index] = Math.max(1, Math.min(width, share));
		left -= widths[index];
	}

	return widths;
}

function aligned(text: string, width: number, align: Align): string {
	const gap = Math.max(0, width - widthOf(text));
	const before = align === 'right' ? gap : align === 'center' ? Math.floor(gap / 2) : 0;
	return ' '.repeat(before) + text + ' '.repeat(gap - before);
}

/** A table's lines, none wider than `width`. */
export function drawTable(table: Table, width: number, glyphs: Glyphs): readonly string[] {
	const {header, align, rows, line} = table;
	const columns = header.length;
	const room = width - 3 * columns - 1;
	if (room < leastColumn * columns) {
		return cards(table, width);
	}

	const wanted = header.map((cell, column) =>
		Math.max(1, natural(cell), ...rows.map(row => natural(row[column] ?? ''))),
	);
	const widths = columnWidths(wanted, room);
	const bar = styled('border', glyphs.vertical);
	const border = (left: string, middle: string, right: string) =>
		styled('border', left + widths.map(one => glyphs.rule.repeat(one + 2)).join(middle) + right);
	const draw = (cells: readonly string[]): readonly string[] => {
		const wrapped = widths.map((one, column) => wrapStyled(cells[column] ?? '', one));
		const height = Math.max(...wrapped.map(({length}) => length));
		return Array.from({length: height}, (_, at) => {
			const drawn = widths.map(
				(one, column) => ` ${aligned((wrapped[column]?.[at] ?? '').trimEnd(), one, align[column] ?? null)} `,
			);
			return bar + drawn.join(bar) + bar;
		});
	};

	const body = rows.map(draw);
	const between = border(glyphs.teeRight, glyphs.crossing, glyphs.teeLeft);
	const isTall = body.some(({length}) => length > 1);
	return [
		fromLine(line) + border(glyphs.topLeft, glyphs.teeDown, glyphs.topRight),
		...draw(header.map(cell => styled('strong', cell))),
		between,
		...body.flatMap((drawn, index) => {
			const [first = '', ...others] = drawn;
			return [...(isTall && index > 0 ? [between] : []), fromLine(line + 2 + index) + first, ...others];
		}),
		border(glyphs.bottomLeft, glyphs.teeUp, glyphs.bottomRight),
	];
}

/** Each row as its cells below one another, each with its column's name. */
function cards({header, rows, line}: Table, width: number): readonly string[] {
	const named = (row: readonly string[]) =>
		header.flatMap((name, column) => wrapStyled(`${styled('strong', name)}: ${row[column] ?? ''}`, width));
	return rows.length === 0
		? [fromLine(line), ...wrapStyled(header.map(name => styled('strong', name)).join(', '), width)]
		: rows.flatMap((row, index) => [
				...(index > 0 ? [''] : []),
				...named(row).map((text, at) => (at === 0 ? fromLine(line + 2 + index) + text : text)),
			]);
}
