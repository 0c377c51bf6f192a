/** Cells: moving among them, and rows added, moved and removed. */

import type {Field} from '../form/types.ts';
import {edit, textOf} from '../text/index.ts';
import {askedIn, cellBuffer, spelledOut} from './cells.ts';
import {withCell} from './in-hand.ts';
import {neighbourValue} from './neighbour-value.ts';
import {changeRows, clamp} from './row-changes.ts';
import type {Command} from './actions.ts';
import type {Input} from './types.ts';

type TableInput = Extract<Input, {type: 'table'}>;

/**
 * A table's input after a `list.*`, `row.*` or `cell.*` command; the same input where it means nothing there. A cell that
 * is left is spelled out.
 */
export function onTable(field: Field, given: TableInput, command: Command, today: string): Input {
	if (command === 'cell.up' || command === 'cell.down') return neighbour(field, given, command, today);
	const input = spelledOut(field, given, today);
	const width = field.columns?.length ?? 0;
	const at = (row: number, column: number, rows: readonly (readonly string[])[] = input.rows): Input => {
		const newRow = clamp(row, 0, Math.max(0, rows.length - 1));
		const newColumn = clamp(column, 0, Math.max(0, width - 1));
		return {
			type: 'table',
			rows,
			row: newRow,
			column: newColumn,
			cell: cellBuffer(field, newColumn, rows[newRow]?.[newColumn] ?? ''),
		};
	};

	const isFixed = (row: number, column: number): boolean => {
		const id = field.columns?.[column]?.id;
		return id !== undefined && field.fixedRows?.[row]?.cells[id] !== undefined;
	};

	const step = (by: 1 | -1): Input => {
		let index = input.row * width + input.column + by;
		while (index >= 0 && index < input.rows.length * width && isFixed(Math.floor(index / width), index % width))
			index += by;
		if (index < 0) return given;
		if (index < input.rows.length * width) return at(Math.floor(index / width), index % width);
		return field.fixedRows ? given : at(input.rows.length, 0, [...input.rows, emptyRow(width)]);
	};

	switch (command) {
		case 'list.up': {
			return at(input.row - 1, input.column);
		}

		case 'list.down': {
			return at(input.row + 1, input.column);
		}

		case 'cell.next':
		case 'list.choose': {
			return step(1);
		}

		case 'cell.previous': {
			return step(-1);
		}

		default: {
			const isBlank = input.rows.length <= 1 && input.rows.every(row => row.every(cell => cell === ''));
			if (field.fixedRows || (command === 'row.remove' && isBlank)) return given;
			const changed = changeRows(input.rows, input.row, command, () => emptyRow(width));
			if (!changed) return given;
			const rows = changed.rows.length > 0 ? changed.rows : [emptyRow(width)];
			return at(changed.at, command === 'row.add' ? 0 : input.column, rows);
		}
	}
}

function emptyRow(width: number): readonly string[] {
	return Array.from({length: width}, () => '');
}

/** The input with the value before or behind the one in the cell in hand, where the column's values have an order. */
function neighbour(field: Field, input: TableInput, command: Command, today: string): Input {
	const asked = askedIn(field, input);
	const next = asked && neighbourValue(asked, textOf(input.cell), command === 'cell.up' ? 1 : -1, today);
	if (asked === undefined || next === undefined) return input;
	const changed = edit(input.cell, {type: 'replace', text: next});
	return withCell(input, asked.kind === 'choice' ? edit(changed, {type: 'select-all'}) : changed);
}
