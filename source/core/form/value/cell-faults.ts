/** What is wrong with the cells of a table. */

import type {Column, Field, FixedRow, Row, Value} from '../types.ts';
import {askedAt, tickedCell} from './cell-column.ts';
import {shapeOf} from './normal.ts';
import {emptyCell} from './pattern.ts';
import {scalarFault, type ValueFault} from './scalar-fault.ts';

/** A cell that is not valid. */
export type CellFault = {
	readonly fault: ValueFault;
	/** What the cell asks for. */
	readonly column: Column;
	/** The row and the column in words. */
	readonly where: string;
	/** The row's number among those that say something, from 0, or the id of one that the template fixes. */
	readonly row: number | string;
};

const leftEmpty = new RegExp(`^${emptyCell}`, 'u');

/** The cells of a table's value that are not valid, in their order. */
export function faultsInCells(field: Field, value: Value): readonly CellFault[] {
	return namedRows(field, value).flatMap(({name, row, at, fixed}) =>
		(field.columns ?? []).flatMap(own => {
			const column = askedAt(own, fixed);
			const cell = row[column.id];
			if (cell === undefined || leftEmpty.test(cell)) return [];
			// Of boxes several may be ticked.
			if (tickedCell(fixed?.blanks[column.id] ?? column.placeholder ?? '', cell) !== undefined) return [];
			const where = `${name}, column ${column.label}`;
			const {options = [], open = false} = column;
			const fault = scalarFault(field, column.kind, cell, options, open, {column, where});
			return fault ? [{fault, column, where, row: at}] : [];
		}),
	);
}

type NamedRow = {
	/** The row's name where the template fixes it, else its number as the document has it. */
	readonly name: string;
	readonly row: Row;
	readonly at: number | string;
	readonly fixed?: FixedRow;
};

function namedRows(field: Field, value: Value): readonly NamedRow[] {
	if (field.kind !== 'table') return [];
	if (shapeOf(field) === 'rows') return (value as readonly Row[]).map((row, at) => ({name: `row ${at + 1}`, row, at}));
	const known = new Map(field.fixedRows?.map(one => [one.id, one]));
	return Object.entries(value as Readonly<Record<string, Row>>).map(([id, row]) => {
		const fixed = known.get(id);
		return {name: `row ${fixed?.label ?? id}`, row, at: id, ...(fixed && {fixed})};
	});
}
