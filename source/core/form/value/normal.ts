/** Values in the one form in which they compare equal, and the faults that no place can hold. */

import {ticksIn} from '../ticks.ts';
import type {Check, Column, Field, Item, Row, Value} from '../types.ts';
import {withoutUnit} from './unit.ts';

export type Shape = 'text' | 'items' | 'rows' | 'checks' | 'boxes' | 'grid';

/** Which shape of value a field takes. */
export function shapeOf(field: Field): Shape {
	if (field.kind === 'table') return field.fixedRows ? 'grid' : 'rows';
	if (field.kind === 'checklist') return field.fixedItems ? 'boxes' : 'checks';
	if (field.kind === 'list') return field.item?.parts ? 'rows' : 'items';
	return field.multiple ? 'items' : 'text';
}

/** Which shape a value has; an empty list fits every list. */
export function isShape(value: Value, shape: Shape): boolean {
	if (shape === 'text') return typeof value === 'string';
	if (shape === 'boxes' || shape === 'grid') {
		const type = shape === 'boxes' ? 'boolean' : 'object';
		return (
			typeof value === 'object' &&
			!Array.isArray(value) &&
			Object.values(value as object).every(one => typeof one === type && one !== null)
		);
	}

	if (!Array.isArray(value)) return false;
	return value.every((one: unknown) => {
		if (shape === 'items')
			return (
				typeof one === 'string' || (isObject(one) && typeof one['text'] === 'string' && Array.isArray(one['items']))
			);
		if (shape === 'checks') return isObject(one) && typeof one['text'] === 'string' && typeof one['done'] === 'boolean';
		return isObject(one) && Object.values(one).every(cell => typeof cell === 'string');
	});
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether line breaks are part of what the field's place can hold. */
export function holdsLines(field: Field): boolean {
	const {at} = field.place;
	return (field.kind === 'prose' || field.kind === 'code') && at !== 'inline' && at !== 'heading' && at !== 'yaml';
}

const clean = (text: string): string => text.replaceAll(/\r\n?/g, '\n');
const line = (text: string): string => clean(text).trim();

/** A text of several lines without the blank lines around it. */
function block(text: string): string {
	return clean(text)
		.replace(/^(?:[ \t]*\n)+/, '')
		.trimEnd();
}

function item(one: Item): Item {
	if (typeof one === 'string') return line(one);
	const items = one.items.map(below => item(below)).filter(below => typeof below !== 'string' || below !== '');
	return items.length === 0 ? line(one.text) : {text: line(one.text), items};
}

function row(one: Row, columns: readonly Column[] = []): Row {
	const result = Object.create(null) as Record<string, string>;
	for (const [key, value] of Object.entries(one)) {
		const column = columns.find(({id}) => id === key);
		const text = column === undefined ? line(value) : withoutUnit(column, line(value));
		if (text !== '') result[key] = text;
	}

	return result;
}

/**
 * A value as it reads back: LF, no blanks or blank lines around a text, no empty items or rows, empty cells left out,
 * boxes of every fixed item named, ticked options in the order of their boxes, a number without its unit.
 */
export function normalValue(field: Field, value: Value): Value {
	const shape = shapeOf(field);
	if (!isShape(value, shape)) return value;
	switch (shape) {
		case 'text': {
			const text = value as string;
			if (field.kind === 'code') return clean(text).replace(/\n+$/, '');
			return holdsLines(field) ? block(text) : withoutUnit(field, line(text));
		}

		case 'items': {
			const items = (value as readonly Item[])
				.map(one => item(one))
				.filter(one => typeof one !== 'string' || one !== '');
			// What is ticked has no order of its own.
			return isTicked(field) && items.every(one => typeof one === 'string')
				? field.options
						.filter(option => items.includes(option))
						.concat(items.filter(one => !field.options.includes(one)))
				: items;
		}

		case 'rows':
			return (value as readonly Row[]).map(one => row(one, field.columns)).filter(one => Object.keys(one).length > 0);
		case 'checks':
			return (value as readonly Check[])
				.map(one => ({text: line(one.text), done: one.done}))
				.filter(one => one.text !== '');
		case 'boxes': {
			const given = value as Readonly<Record<string, boolean>>;
			const boxes = Object.create(null) as Record<string, boolean>;
			for (const fixed of field.fixedItems ?? [])
				boxes[fixed.id] = Object.hasOwn(given, fixed.id) && given[fixed.id] === true;
			return boxes;
		}

		case 'grid': {
			const grid = Object.create(null) as Record<string, Row>;
			for (const [id, one] of Object.entries(value as Readonly<Record<string, Row>>)) {
				const cells = row(one, field.columns);
				if (Object.keys(cells).length > 0) grid[id] = cells;
			}

			return grid;
		}
	}
}

/** Whether a choice is made by ticking the boxes of its options; `text` is where they stand, the template's line unless told. */
export function isTicked({kind, options, placeholder}: Field, text = placeholder): boolean {
	const ticks = kind === 'choice' ? ticksIn(text.trim()) : undefined;
	return ticks?.length === options.length && ticks.every(({option}) => options.includes(option));
}

/** Whether a normal value holds nothing. */
export function isEmptyValue(value: Value): boolean {
	if (typeof value === 'string') return value.trim() === '';
	if (Array.isArray(value)) return value.length === 0;
	return Object.values(value).every(
		one => one === false || (typeof one === 'object' && Object.keys(one as object).length === 0),
	);
}

/** Whether two values are the same, whatever order their keys are in. */
export function sameValue(a: Value, b: Value): boolean {
	return same(a, b);
}

function same(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a))
		return Array.isArray(b) && a.length === b.length && a.every((one, index) => same(one, b[index]));
	if (Array.isArray(b)) return false;
	const keys = Object.keys(a);
	return (
		keys.length === Object.keys(b).length &&
		keys.every(
			key => Object.hasOwn(b, key) && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
		)
	);
}

/** Every piece of text in a value. */
export function* textsOf(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* textsOf(one);
}
