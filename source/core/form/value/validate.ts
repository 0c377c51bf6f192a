/** Whether a value can stand in the document at all, and whether it is valid for its field's kind. */

import type {Field, Item, Row, Value} from '../types.ts';
import {faultsInCells} from './cell-faults.ts';
import {unclosed} from './escape.ts';
import {unwritable} from './pattern.ts';
import {holdsLines, isEmptyValue, isShape, normalValue, shapeOf, textsOf} from './normal.ts';
import {about, fault, scalarFault, type ValueFault} from './scalar-fault.ts';

const shapes = {
	text: 'a text',
	items: 'a list',
	rows: 'a list of maps',
	checks: 'a list of {text, done}',
	boxes: 'a map of item to true or false',
	grid: 'a map of row to cells',
} as const;

/** The problem of an answer that would be read as something else where it is to stand. */
export function cannotTellApart(field: Pick<Field, 'label' | 'id'>, words: string): ValueFault {
	return {
		code: 'value.cannot-tell-apart',
		...about(field, words),
		next: 'Change the wording a little, or shorten it.',
		exit: 2,
	};
}

/** The largest answer, in bytes of UTF-8. */
export const mostBytes = 1024 * 1024;

function tooLarge(field: Field, value: Value): ValueFault | undefined {
	let characters = 0;
	for (const text of textsOf(value)) characters += text.length;
	// No character takes more than three bytes a code unit, and most answers are far from it.
	if (characters * 3 <= mostBytes) return undefined;
	const encoder = new TextEncoder();
	let bytes = 0;
	for (const text of textsOf(value)) bytes += encoder.encode(text).length;
	if (bytes <= mostBytes) return undefined;
	return {
		...fault(
			'too-large',
			field,
			`has ${bytes} bytes; an answer may have ${mostBytes}.`,
			'Shorten it, or put the long part into a file of its own and link to that.',
		),
		exit: 6,
	};
}

/** What cannot stand in any document: a control character, or half of a character; undefined where there is neither. */
export function unwritableIn(text: string): 'control' | 'surrogate' | undefined {
	if (!text.isWellFormed()) return 'surrogate';
	return control.test(text) ? 'control' : undefined;
}

const control = new RegExp(unwritable, 'u');

/**
 * What keeps a value from being written: the wrong shape, more than an answer may hold, control characters, a newline
 * where one line is all there is room for, or something left open that would swallow the rest of the document.
 * Undefined where nothing does.
 */
export function obstacle(field: Field, given: Value): ValueFault | undefined {
	const shape = shapeOf(field);
	if (!isShape(given, shape)) return fault('shape', field, `takes ${shapes[shape]}.`);
	const value = normalValue(field, given);
	const large = tooLarge(field, value);
	if (large) return large;
	// Also where the value does not keep it, as blanks at its end: nobody meant a form feed.
	for (const text of textsOf(given)) {
		const found = unwritableIn(text);
		if (found) return fault(found, field, unwritableWords[found].words, unwritableWords[found].next);
	}

	if (typeof value === 'string') {
		if (!holdsLines(field) && field.place.at !== 'cell' && value.includes('\n')) {
			return fault('one-line', field, 'has room for one line only.', 'Join the lines.');
		}

		if (holdsLines(field) && field.kind === 'prose') return openEnd(field, value);
		return undefined;
	}

	if (shape === 'items' && field.kind !== 'list') {
		for (const text of textsOf(value))
			if (text.includes('\n')) return fault('one-line', field, 'takes names of one line each.', 'Join the lines.');
	}

	if (shape === 'rows' && field.kind === 'list') {
		for (const text of textsOf(value))
			if (text.includes('\n'))
				return fault('one-line', field, 'has room for one line in each part.', 'Join the lines.');
	}

	if (shape === 'items' || shape === 'checks') {
		for (const text of textsOf(value)) {
			// What one line opens is escaped; over several lines it may be meant.
			if (!text.includes('\n')) continue;
			const open = openEnd(field, text);
			if (open) return open;
		}
	}

	const unknown = unknownKey(field, value);
	return unknown === undefined ? undefined : fault('key', field, `has no “${unknown}”.`);
}

/** What to say of what cannot be written. */
export const unwritableWords = {
	control: {words: 'holds a control character.', next: 'Remove it; only tabs and line ends can stand in a document.'},
	surrogate: {words: 'holds half a character.', next: 'Type the character again.'},
} as const;

function openEnd(field: Field, text: string): ValueFault | undefined {
	const open = unclosed(text);
	return (
		open &&
		fault(
			'unclosed',
			field,
			`a ${open.what} begins on line ${open.line + 1} of the answer and never ends.`,
			'Close it, or the rest of the document would be inside it.',
			open.line + 1,
		)
	);
}

/** A column, part, row or item that the field has not. */
function unknownKey(field: Field, value: Value): string | undefined {
	const missing = (keys: readonly string[], known: readonly string[]): string | undefined =>
		keys.find(key => !known.includes(key));
	switch (shapeOf(field)) {
		case 'rows': {
			const known = (field.kind === 'table' ? field.columns : field.item?.parts)?.map(one => one.id) ?? [];
			return (value as readonly Row[]).map(row => missing(Object.keys(row), known)).find(key => key !== undefined);
		}

		case 'grid': {
			const grid = value as Readonly<Record<string, Row>>;
			const row = missing(
				Object.keys(grid),
				(field.fixedRows ?? []).map(one => one.id),
			);
			if (row !== undefined) return row;
			for (const fixed of field.fixedRows ?? []) {
				if (!Object.hasOwn(grid, fixed.id)) continue;
				const known = (field.columns ?? [])
					.filter(column => !Object.hasOwn(fixed.cells, column.id))
					.map(column => column.id);
				const cell = missing(Object.keys(grid[fixed.id]!), known);
				if (cell !== undefined) return `${fixed.id}.${cell}`;
			}

			return undefined;
		}

		default:
			return undefined;
	}
}

/**
 * Whether a value is valid for its field: it can be written, and a date is a date of the calendar in the field's
 * format, a number has digits, a choice is one of the options (unless others are allowed). An empty value is valid.
 */
export function validate(field: Field, given: Value): ValueFault | undefined {
	const blocked = obstacle(field, given);
	if (blocked) return blocked;
	const value = normalValue(field, given);
	if (isEmptyValue(value)) return undefined;
	if (typeof value === 'string') return scalarFault(field, field.kind, value, field.options, field.open);
	if (shapeOf(field) === 'items' && field.kind !== 'list') {
		for (const one of value as readonly Item[]) {
			const problem = scalarFault(
				field,
				field.kind,
				typeof one === 'string' ? one : one.text,
				field.options,
				field.open,
			);
			if (problem) return problem;
		}
	}

	return inCells(field, value);
}

/** How many cells, beside the first, are named one by one. */
const namedCells = 3;

/** What is wrong with the first cell that is, and which others are. */
function inCells(field: Field, value: Value): ValueFault | undefined {
	const [first, ...others] = faultsInCells(field, value);
	if (!first || others.length === 0) return first?.fault;
	const more = others.length > namedCells ? ` and ${others.length - namedCells} more` : '';
	const named = others
		.slice(0, namedCells)
		.map(({where}) => where)
		.join('; ');
	return {...first.fault, ...about(field, `${first.fault.words} Not valid either: ${named}${more}.`)};
}
