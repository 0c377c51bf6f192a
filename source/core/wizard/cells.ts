/** A table's cells as they are typed: what one asks for, and what stands in it once it is left. */

import {askedAt, optionTyped} from '../form/index.ts';
import type {Column, Field} from '../form/types.ts';
import {createBuffer, edit, textOf} from '../text/index.ts';
import type {TextBuffer} from '../text/types.ts';
import {resolveDate} from './dates.ts';
import {withCell} from './in-hand.ts';
import type {Input} from './types.ts';

type TableInput = Extract<Input, {type: 'table'}>;

/**
 * What the cell in hand asks for, as a field of its own below the table: its column's kind, label and options. Undefined
 * where the template fixes the cell.
 */
export function askedIn(field: Field, {row, column}: Pick<TableInput, 'row' | 'column'>): Field | undefined {
	const own = field.columns?.[column];
	const fixed = field.fixedRows?.[row];
	if (!own || fixed?.cells[own.id] !== undefined) return undefined;
	const asked = askedAt(own, fixed);
	const {columns: _, fixedRows: _rows, default: _default, format: _format, ...rest} = field;
	return {
		...rest,
		id: `${field.id}/${asked.id}`,
		label: asked.label,
		// As in a block, what a row says is about its own thing.
		repeat: field.repeat ?? field.id,
		kind: asked.kind,
		options: asked.options ?? [],
		open: asked.open ?? false,
		placeholder: asked.placeholder ?? '',
		...(asked.format === undefined ? {} : {format: asked.format}),
		...(asked.unit === undefined ? {} : {unit: asked.unit, unitStands: 'label' as const}),
	};
}

/** True where the column offers options to choose from. */
export function isOffering(column: Column | undefined): column is Column & {readonly options: readonly string[]} {
	return (column?.options ?? []).length > 0;
}

/** A cell's text in hand. Where it is one of the options it is selected, so that the next key takes another. */
export function cellBuffer({columns}: Field, column: number, text: string): TextBuffer {
	const buffer = createBuffer(text, {multiline: false});
	const asked = columns?.[column];
	return isOffering(asked) && asked.options.includes(text) ? edit(buffer, {type: 'select-all'}) : buffer;
}

/**
 * The input with the cell in hand spelled out: shorthand of a date as the date, words that mean an option as the option.
 * What means neither stays as it was typed.
 *
 * @param today `YYYY-MM-DD`
 */
export function spelledOut(field: Field, input: TableInput, today: string): TableInput {
	const asked = askedIn(field, input);
	const typed = textOf(input.cell);
	if (!asked || typed.trim() === '') return input;
	const meant = asked.kind === 'date' ? resolveDate(typed, today, asked.format) : optionTyped(asked, typed);
	if (meant === undefined || meant === typed) return input;
	return withCell(input, edit(input.cell, {type: 'replace', text: meant}));
}
