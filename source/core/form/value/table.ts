/** Rows of pipe tables (GFM, §4.10) and back. Columns go by position, as the template's head has them. */

import type {Column, Field, Row} from '../types.ts';
import {cellsOf, decodeCell, encodeCell, isDelimiterRow} from './cell.ts';
import {chosenIn, tickedCell} from './cell-column.ts';

function get(row: Row, id: string): string {
	return Object.hasOwn(row, id) ? row[id]! : '';
}

function line(cells: readonly string[]): string {
	return `| ${cells.join(' | ')} |`;
}

/** Writes rows, one a line. */
export function encodeRows(rows: readonly Row[], field: Field): string {
	const cell = (row: Row, column: Column): string => {
		const value = get(row, column.id).trim();
		return tickedCell(column.placeholder ?? '', value) ?? encodeCell(value);
	};
	return rows.map(row => line((field.columns ?? []).map(column => cell(row, column)))).join('\n');
}

/** Writes a grid with fixed rows: the template's lines, with the given cells in place of its blanks. */
export function encodeGrid(original: string, rows: Readonly<Record<string, Row>>, field: Field): string {
	const columns = field.columns ?? [];
	return original
		.split('\n')
		.map((text, index) => {
			const fixed = (field.fixedRows ?? [])[index];
			const given = fixed && Object.hasOwn(rows, fixed.id) ? rows[fixed.id]! : undefined;
			if (!given) return text;
			let result = text;
			// From the back, so that offsets hold.
			for (const [at, cell] of [...cellsOf(text).entries()].reverse()) {
				const column = columns[at];
				if (!column || Object.hasOwn(fixed!.cells, column.id)) continue;
				const value = get(given, column.id).trim();
				if (value === '') continue;
				const words = tickedCell(cell.text, value) ?? encodeCell(value);
				result = `${result.slice(0, cell.from)} ${words} ${result.slice(cell.to)}`;
			}

			return result;
		})
		.join('\n');
}

/** Reads rows; empty ones are none. Undefined where a line is no row. */
export function decodeRows(text: string, field: Field): readonly Row[] | undefined {
	const rows: Row[] = [];
	for (const textLine of text.split('\n')) {
		if (/^[ \t>]*$/.test(textLine) || isDelimiterRow(textLine)) continue;
		if (!textLine.includes('|')) return undefined;
		const cells = cellsOf(textLine);
		const row = Object.create(null) as Record<string, string>;
		for (const [index, column] of (field.columns ?? []).entries())
			row[column.id] = cellValue(cells[index]?.text ?? '', column.placeholder ?? '');
		if (Object.values(row).some(value => value !== '')) rows.push(row);
	}

	return rows;
}

/** Reads a grid with fixed rows: only the cells that differ from the template's. */
export function decodeGrid(text: string, field: Field, original: string): Readonly<Record<string, Row>> | undefined {
	const columns = field.columns ?? [];
	const lines = text.split('\n').filter(one => one.includes('|'));
	const grid = Object.create(null) as Record<string, Row>;
	const blanks = original.split('\n');
	for (const [index, fixed] of (field.fixedRows ?? []).entries()) {
		const fits = (one: string): boolean =>
			columns.every(
				(column, at) =>
					!Object.hasOwn(fixed.cells, column.id) || same(cellsOf(one)[at]?.text ?? '', fixed.cells[column.id]!),
			);
		const found =
			lines.find(one => fits(one)) ?? (lines.length === (field.fixedRows ?? []).length ? lines[index] : undefined);
		if (found === undefined) continue;
		const before = cellsOf(blanks[index] ?? '');
		const row = Object.create(null) as Record<string, string>;
		for (const [at, column] of columns.entries()) {
			if (Object.hasOwn(fixed.cells, column.id)) continue;
			const cell = cellsOf(found)[at]?.text ?? '';
			const value = cell === before[at]?.text ? '' : cellValue(cell, before[at]?.text ?? '');
			if (value !== '') row[column.id] = value;
		}

		if (Object.keys(row).length > 0) grid[fixed.id] = row;
	}

	return grid;
}

/** What a cell says: its text, or what is ticked where the template has options with boxes. */
function cellValue(text: string, standing: string): string {
	return (chosenIn(standing) === undefined ? undefined : chosenIn(text)) ?? decodeCell(text);
}

function same(a: string, b: string): boolean {
	const plain = (text: string): string =>
		text
			.replaceAll(/[*_`\s]+/g, ' ')
			.trim()
			.toLowerCase();
	return plain(a) === plain(b);
}
