/**
 * What is being typed, and the value it stands for. Every kind of field is edited as one of four inputs; going from a
 * value to its input and back gives the same value, so that visiting a field changes nothing.
 */

import type {Check, Column, Field, FixedRow, Row, Value} from '../form/types.ts';
import {createBuffer, textOf} from '../text/index.ts';
import {cellBuffer} from './cells.ts';
import {itemLine, itemText, listText, listValue} from './lists.ts';
import {namesIn, namesText, oneLine, severalLines} from './signs.ts';
import type {Input} from './types.ts';

/** The input that shows `value` (or nothing) for `field`. */
export function inputFor(field: Field, value: Value | undefined): Input {
	switch (field.kind) {
		case 'choice': {
			const chosen = Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' ? [value] : [];
			const picked = chosen.map(option => field.options.indexOf(option)).filter(index => index >= 0);
			const others = chosen.filter(option => !field.options.includes(option));
			const hasOther = others.length > 0;
			return {
				type: 'choice',
				cursor: hasOther && field.open ? field.options.length : (picked[0] ?? 0),
				picked,
				other: createBuffer(field.multiple ? namesText(others) : (others[0] ?? ''), {multiline: false}),
				typingOther: hasOther,
			};
		}

		case 'checklist': {
			const items = checklistItems(field, value);
			if (field.fixedItems) return {type: 'checklist', cursor: 0, items};
			// The items of a fixed checklist are only ticked; the author's own are text to be typed, one at least.
			const own = items.length > 0 ? items : [{text: '', done: false}];
			return {type: 'checklist', cursor: 0, items: own, editing: createBuffer(own[0]?.text ?? '', {multiline: false})};
		}

		case 'table': {
			const columns = field.columns ?? [];
			const rows = tableRows(field, columns, value);
			const column = Math.max(
				0,
				columns.findIndex(({id}) => field.fixedRows?.[0]?.cells[id] === undefined),
			);
			return {type: 'table', rows, row: 0, column, cell: cellBuffer(field, column, rows[0]?.[column] ?? '')};
		}

		case 'list': {
			return {type: 'text', buffer: createBuffer(listText(field, value), {multiline: true})};
		}

		default: {
			return {type: 'text', buffer: createBuffer(shownText(field, value), {multiline: isMultiline(field)})};
		}
	}
}

/** The value that `input` stands for; undefined where it says nothing. */
export function valueOf(field: Field, input: Input): Value | undefined {
	switch (input.type) {
		case 'choice': {
			const other = textOf(input.other).trim();
			const options = input.picked.map(index => field.options[index]).filter(option => option !== undefined);
			const others = field.multiple ? namesIn(other) : other === '' ? [] : [other];
			const chosen = [...options, ...others];
			if (chosen.length === 0) return undefined;
			return field.multiple ? chosen : chosen.at(-1);
		}

		case 'checklist': {
			return checklistValue(field, input.items);
		}

		case 'table': {
			return tableValue(field, input.rows);
		}

		case 'text': {
			return textValue(field, textOf(input.buffer));
		}
	}
}

/** A value that is one text, or names, as it is typed. */
function shownText(field: Field, value: Value | undefined): string {
	if (Array.isArray(value)) return namesText(value.map(String));
	if (typeof value !== 'string') return '';
	return field.place.at === 'cell' && !isMultiline(field) ? oneLine(value) : value;
}

function textValue(field: Field, text: string): Value | undefined {
	if (field.kind === 'list') return listValue(field, text);
	if (text.trim() === '') return undefined;
	if (field.kind === 'code') return withoutFinalLines(text);
	// Leading spaces mean something in prose; in a line they are slips.
	if (isMultiline(field)) return text.trimEnd();
	if (!field.multiple) return field.place.at === 'cell' ? severalLines(text.trim()) : text.trim();
	const names = namesIn(text);
	return names.length > 0 ? names : undefined;
}

/** Blanks at the end of a line are code's own, empty lines at its end are not. */
function withoutFinalLines(text: string): string {
	let end = text.length;
	while (text[end - 1] === '\n') end--;
	return text.slice(0, end);
}

/** True where Enter makes a new line rather than going to the next field. */
export function isMultiline(field: Field): boolean {
	return field.kind === 'prose' || field.kind === 'code' || field.kind === 'list';
}

// Checklists.

function checklistItems(field: Field, value: Value | undefined): {id?: string; text: string; done: boolean}[] {
	if (field.fixedItems) {
		const done = (value ?? {}) as Readonly<Record<string, boolean>>;
		return field.fixedItems.map(({id, text}) => ({id, text, done: done[id] === true}));
	}

	return Array.isArray(value) ? (value as readonly Check[]).map(({text, done}) => ({text: itemLine(text), done})) : [];
}

function checklistValue(field: Field, items: readonly {id?: string; text: string; done: boolean}[]): Value | undefined {
	if (field.fixedItems) {
		if (!items.some(({done}) => done)) return undefined;
		const value: Record<string, boolean> = Object.create(null) as Record<string, boolean>;
		for (const {id, done} of items) if (id !== undefined) value[id] = done;
		return value;
	}

	const written = items
		.filter(({text}) => text.trim() !== '')
		.map(({text, done}) => ({text: itemText(text).trim(), done}));
	return written.length > 0 ? written : undefined;
}

// Tables: rows of cells by column, each as it is typed.

function tableRows(field: Field, columns: readonly Column[], value: Value | undefined): string[][] {
	if (field.fixedRows) {
		const filled = (value ?? {}) as Readonly<Record<string, Row>>;
		return field.fixedRows.map(row => columns.map(({id}) => row.cells[id] ?? oneLine(filled[row.id]?.[id] ?? '')));
	}

	const rows = Array.isArray(value) ? (value as readonly Row[]) : [];
	return rows.length > 0 ? rows.map(row => columns.map(({id}) => oneLine(row[id] ?? ''))) : [columns.map(() => '')];
}

function tableValue(field: Field, rows: readonly (readonly string[])[]): Value | undefined {
	const columns = field.columns ?? [];
	const toRow = (cells: readonly string[], fixed?: FixedRow): Row => {
		const row: Record<string, string> = Object.create(null) as Record<string, string>;
		for (const [index, {id}] of columns.entries()) {
			if (fixed?.cells[id] === undefined) row[id] = severalLines(cells[index] ?? '').trim();
		}

		return row;
	};

	const isFilled = (row: Row): boolean => Object.values(row).some(cell => cell !== '');
	if (field.fixedRows) {
		const value: Record<string, Row> = Object.create(null) as Record<string, Row>;
		for (const [index, fixed] of field.fixedRows.entries()) {
			const row = toRow(rows[index] ?? [], fixed);
			if (isFilled(row)) value[fixed.id] = row;
		}

		return Object.keys(value).length > 0 ? value : undefined;
	}

	const filled = rows.map(cells => toRow(cells)).filter(isFilled);
	return filled.length > 0 ? filled : undefined;
}
