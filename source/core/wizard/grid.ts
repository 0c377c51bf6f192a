/** Moving and changing rows: choices, checklists and tables answer to the same list and row commands. */

import type {Field} from '../form/types.ts';
import {createBuffer, edit, textOf} from '../text/index.ts';
import {fieldInHand, stepped, takeInput} from './answers.ts';
import {markSuggestion} from './complete.ts';
import {addDays, formatDate, readDate} from './dates.ts';
import {lineBuffer} from './input.ts';
import type {Command, Input, WizardState} from './types.ts';

/** State after a `list.*` or `row.*` command on the field in hand; the same state where it means nothing there. */
export function onRows(state: WizardState, command: Command): WizardState {
	const field = fieldInHand(state);
	if (field.kind === 'date') return takeInput(state, onDate(field, state, command));
	if (field.kind === 'person') return markSuggestion(state, command === 'list.up' ? -1 : 1);
	const input = change(field, state.input, command);
	return input === state.input ? state : stepped(state, input);
}

function change(field: Field, input: Input, command: Command): Input {
	switch (input.type) {
		case 'choice': {
			return onChoice(field, input, command);
		}

		case 'checklist': {
			return onChecklist(field, input, command);
		}

		case 'table': {
			return onTable(field, input, command);
		}

		case 'text': {
			return input;
		}
	}
}

/** Up and down in a date go by a day, from today where there is none yet. */
function onDate(field: Field, {input, context}: WizardState, command: Command): Input {
	if (input.type !== 'text' || (command !== 'list.up' && command !== 'list.down')) return input;
	const typed = textOf(input.buffer).trim();
	const date = readDate(typed, field.format);
	const next = typed === '' ? context.today : date && addDays(date, command === 'list.up' ? 1 : -1);
	if (next === undefined) return input;
	return {...input, buffer: edit(input.buffer, {type: 'replace', text: formatDate(next, field.format)})};
}

type Of<T extends Input['type']> = Extract<Input, {type: T}>;

function onChoice(field: Field, input: Of<'choice'>, command: Command): Input {
	const last = field.options.length - 1 + (field.open ? 1 : 0);
	switch (command) {
		case 'list.up':
		case 'list.down': {
			const cursor = clamp(input.cursor + (command === 'list.up' ? -1 : 1), 0, last);
			return {...input, cursor, typingOther: cursor === field.options.length};
		}

		case 'list.toggle':
		case 'list.choose': {
			return pick(field, input, input.cursor);
		}

		default: {
			return input;
		}
	}
}

/** A choice's input with the option at `index` taken, or let go where several may be taken; behind the last is "other". */
export function pick(field: Field, input: Of<'choice'>, index: number): Input {
	if (index >= field.options.length)
		return field.open ? {...input, cursor: field.options.length, typingOther: true} : input;
	const isPicked = input.picked.includes(index);
	if (field.multiple) {
		const picked = isPicked
			? input.picked.filter(other => other !== index)
			: [...input.picked, index].sort((a, b) => a - b);
		return {...input, cursor: index, picked, typingOther: false};
	}

	return {...input, cursor: index, picked: [index], other: createBuffer('', {multiline: false}), typingOther: false};
}

function onChecklist(field: Field, input: Of<'checklist'>, command: Command): Input {
	const {items, cursor} = input;
	const {editing: _, ...rest} = input;
	const at = (next: number, list = items): Input => {
		const position = clamp(next, 0, Math.max(0, list.length - 1));
		const item = list[position];
		const editing = item && !field.fixedItems ? {editing: createBuffer(item.text, {multiline: false})} : {};
		return {...rest, items: list, cursor: position, ...editing};
	};

	switch (command) {
		case 'list.up': {
			return at(cursor - 1);
		}

		case 'list.down': {
			return at(cursor + 1);
		}

		case 'list.toggle': {
			return {...input, items: items.map((item, index) => (index === cursor ? {...item, done: !item.done} : item))};
		}

		default: {
			if (field.fixedItems) return input;
			const changed = changeRows(items, cursor, command, () => ({text: '', done: false}));
			if (!changed) return input;
			return at(changed.at, changed.rows.length > 0 ? changed.rows : [{text: '', done: false}]);
		}
	}
}

function onTable(field: Field, input: Of<'table'>, command: Command): Input {
	const width = field.columns?.length ?? 0;
	const at = (row: number, column: number, rows: readonly (readonly string[])[] = input.rows): Input => {
		const newRow = clamp(row, 0, Math.max(0, rows.length - 1));
		const newColumn = clamp(column, 0, Math.max(0, width - 1));
		return {type: 'table', rows, row: newRow, column: newColumn, cell: lineBuffer(rows[newRow]?.[newColumn] ?? '')};
	};

	const isFixed = (row: number, column: number): boolean => {
		const id = field.columns?.[column]?.id;
		return id !== undefined && field.fixedRows?.[row]?.cells[id] !== undefined;
	};

	const step = (by: 1 | -1): Input => {
		let index = input.row * width + input.column + by;
		while (index >= 0 && index < input.rows.length * width && isFixed(Math.floor(index / width), index % width))
			index += by;
		if (index < 0) return input;
		if (index < input.rows.length * width) return at(Math.floor(index / width), index % width);
		return field.fixedRows ? input : at(input.rows.length, 0, [...input.rows, emptyRow(width)]);
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
			if (field.fixedRows) return input;
			const changed = changeRows(input.rows, input.row, command, () => emptyRow(width));
			if (!changed) return input;
			const rows = changed.rows.length > 0 ? changed.rows : [emptyRow(width)];
			return at(changed.at, command === 'row.add' ? 0 : input.column, rows);
		}
	}
}

function emptyRow(width: number): readonly string[] {
	return Array.from({length: width}, () => '');
}

/** Rows after a `row.*` command, and the row that is then in hand; undefined for any other command. */
function changeRows<T>(
	rows: readonly T[],
	at: number,
	command: Command,
	blank: () => T,
): {rows: readonly T[]; at: number} | undefined {
	const row = rows[at];
	switch (command) {
		case 'row.add': {
			return {rows: [...rows.slice(0, at + 1), blank(), ...rows.slice(at + 1)], at: rows.length === 0 ? 0 : at + 1};
		}

		case 'row.duplicate': {
			return row === undefined ? undefined : {rows: [...rows.slice(0, at + 1), row, ...rows.slice(at + 1)], at: at + 1};
		}

		case 'row.remove': {
			return {rows: rows.filter((_, index) => index !== at), at: Math.max(0, Math.min(at, rows.length - 2))};
		}

		case 'row.up':
		case 'row.down': {
			const to = at + (command === 'row.up' ? -1 : 1);
			const other = rows[to];
			if (row === undefined || other === undefined) return undefined;
			return {rows: rows.map((each, index) => (index === at ? other : index === to ? row : each)), at: to};
		}

		default: {
			return undefined;
		}
	}
}

function clamp(value: number, low: number, high: number): number {
	return Math.min(Math.max(value, low), high);
}

/** True where words of the author's own are typed: not at options, ticks and cells that the template fixes. */
export function isTyped(field: Field, input: Input): boolean {
	switch (input.type) {
		case 'text': {
			return true;
		}

		case 'choice': {
			return input.typingOther;
		}

		case 'checklist': {
			return input.editing !== undefined;
		}

		case 'table': {
			const column = field.columns?.[input.column];
			return column !== undefined && field.fixedRows?.[input.row]?.cells[column.id] === undefined;
		}
	}
}

/** The text in hand as an editor shows it: in a cell, where the author typed `<br>`, with lines. */
export function editedText(input: Input): string {
	return input.type === 'table' ? textInHand(input).replaceAll(/<br\s*\/?>/g, '\n') : textInHand(input);
}

/** What the cell, item or free option in hand says, for tests and for the screen. */
export function textInHand(input: Input): string {
	switch (input.type) {
		case 'text': {
			return textOf(input.buffer);
		}

		case 'choice': {
			return textOf(input.other);
		}

		case 'checklist': {
			return input.items[input.cursor]?.text ?? '';
		}

		case 'table': {
			return textOf(input.cell);
		}
	}
}
