/** What is in hand of an input: the text that keys go to, in a cell, an item or the free option too. */

import type {TextBuffer} from '../text/types.ts';
import type {Input} from './types.ts';

/** True where two inputs of one field stand for the same, wherever their cursors are. */
export function saysTheSame(a: Input, b: Input): boolean {
	if (a === b) return true;
	if (a.type === 'text' && b.type === 'text') return sameLines(a.buffer.lines, b.buffer.lines);
	const [one, other] = [saidBy(a), saidBy(b)];
	return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
	return a === b || (a.length === b.length && a.every((line, index) => line === b[index]));
}

function saidBy(input: Input): unknown {
	switch (input.type) {
		case 'text': {
			return input.buffer.lines;
		}

		case 'choice': {
			return [input.picked, input.other.lines];
		}

		case 'checklist': {
			return input.items;
		}

		case 'table': {
			return input.rows;
		}
	}
}

/** True for inputs of several parts, each of which has a text of its own in hand or none. */
export function isInRows({type}: Input): boolean {
	return type !== 'text';
}

/** The text in hand, where one is being typed. */
export function bufferOf(input: Input): TextBuffer | undefined {
	switch (input.type) {
		case 'text': {
			return input.buffer;
		}

		case 'choice': {
			return input.typingOther ? input.other : undefined;
		}

		case 'checklist': {
			return input.editing;
		}

		case 'table': {
			return input.cell;
		}
	}
}

/** The input with another text in hand, in the cell, the item or the free option too. */
export function withBuffer(input: Input, buffer: TextBuffer): Input {
	const line = buffer.lines[0] ?? '';
	switch (input.type) {
		case 'text': {
			return {type: 'text', buffer};
		}

		case 'choice': {
			return {...input, other: buffer};
		}

		case 'checklist': {
			if (input.items[input.cursor]?.text === line) return {...input, editing: buffer};
			const items = input.items.map((item, index) => (index === input.cursor ? {...item, text: line} : item));
			return {...input, items, editing: buffer};
		}

		case 'table': {
			return withCell(input, buffer);
		}
	}
}

/** The table with another text in the cell in hand. */
export function withCell(
	{suggested: _, ...input}: Extract<Input, {type: 'table'}>,
	cell: TextBuffer,
): Extract<Input, {type: 'table'}> {
	const line = cell.lines[0] ?? '';
	if (input.rows[input.row]?.[input.column] === line) return {...input, cell};
	const rows = input.rows.map((row, index) =>
		index === input.row ? row.map((each, column) => (column === input.column ? line : each)) : row,
	);
	return {...input, rows, cell};
}

/** The input as undo brings it back: what was typed in it is a step already and is not taken back twice. */
export function withoutHistory(input: Input): Input {
	const bare = (buffer: TextBuffer): TextBuffer => ({...buffer, history: {undo: [], redo: []}});
	if (input.type === 'choice') return {...input, other: bare(input.other)};
	const buffer = bufferOf(input);
	return buffer ? withBuffer(input, bare(buffer)) : input;
}
