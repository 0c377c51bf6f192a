/** Plain data (from YAML or JSON) as a value of the shape that a field takes. */

import type {ExitCode} from '../problem.ts';
import type {Check, Field, Item, Row, Value} from './types.ts';
import {nearest} from './nearest.ts';
import {shapeOf} from './value/index.ts';
import {splitParts} from './value/list.ts';
import {optionNamed} from './value/option.ts';

/** Data as an answers file holds it. Scalars may arrive as their source text. */
export type Plain = string | number | boolean | null | readonly Plain[] | {readonly [key: string]: Plain};

export type PlainMap = {readonly [key: string]: Plain};

/** A fault, told in words that follow the field's name. */
export type Fault = {readonly fault: string; readonly next?: string; readonly exit?: ExitCode};

type Read<T> = {readonly value: T} | Fault;

/** Whether something could not be read. */
export function isFault<T>(read: Read<T>): read is Fault {
	return 'fault' in read;
}

/** Whether data is a map. */
export function isMap(value: unknown): value is PlainMap {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether data is a text, or what YAML and JSON have beside it. */
export function isScalar(value: unknown): value is string | number | boolean {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A key, item or row that there is not, and the one that was probably meant. */
export function unknown(what: string, key: string, known: readonly string[]): Fault {
	const near = nearest(key, known);
	return {
		fault: `has no ${what} “${key}”`,
		next: near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean “${near}”?`,
	};
}

function wanted(field: Field): Fault {
	const ids = (some: readonly {readonly id: string}[] = []): string => some.map(one => one.id).join(', ');
	switch (shapeOf(field)) {
		case 'text':
			return {fault: 'takes a text'};
		case 'items':
			return {fault: 'takes a list of texts'};
		case 'rows':
			return {
				fault: `takes a list of maps with ${ids(field.kind === 'table' ? field.columns : field.item?.parts)}`,
			};
		case 'checks':
			return {fault: 'takes a list of {text, done}'};
		case 'boxes':
			return {fault: `takes a map to true or false with ${ids(field.fixedItems)}`};
		case 'grid':
			return {fault: `takes a map of rows with ${ids(field.fixedRows)}`};
	}
}

/** A value of the field's shape; it need not be a valid one. */
export function toValue(field: Field, data: Plain): Read<Value> {
	switch (shapeOf(field)) {
		case 'text':
			return isScalar(data) ? {value: option(field.options, String(data))} : wanted(field);
		case 'items':
			return toItems(field, isScalar(data) ? [data] : data);
		case 'rows':
			return each(field, data, one => toRow(field, one));
		case 'checks':
			return each(field, data, one => toCheck(field, one));
		case 'boxes':
			return isMap(data) ? toBoxes(field, data) : wanted(field);
		case 'grid':
			return isMap(data) ? toGrid(field, data) : wanted(field);
	}
}

/** All of a list, or the first fault in it. */
function each<T>(field: Field, data: Plain, read: (one: Plain) => Read<T>): Read<readonly T[]> {
	if (!Array.isArray(data)) return wanted(field);
	const values: T[] = [];
	for (const one of data as readonly Plain[]) {
		const result = read(one);
		if (isFault(result)) return result;
		values.push(result.value);
	}

	return {value: values};
}

function toItems(field: Field, data: Plain): Read<readonly Item[]> {
	if (field.kind === 'list') return each(field, data, one => toItem(field, one));
	// Names, links and options have nothing below them.
	return each(field, data, one => (isText(one) ? {value: option(field.options, textOf(one))} : wanted(field)));
}

/** Whether data is a text, or nothing at all, which is an empty one. */
function isText(data: Plain | undefined): data is string | number | boolean | null {
	return data === null || isScalar(data);
}

function textOf(data: string | number | boolean | null): string {
	return data === null ? '' : String(data);
}

/** The option that is named, else the text as it is. */
function option(options: readonly string[], text: string): string {
	return optionNamed(options, text) ?? text;
}

/** True or false in the spellings of YAML 1.2; nothing is false. */
export function truth(data: Plain | undefined): boolean | undefined {
	if (data === true || data === 'true' || data === 'True' || data === 'TRUE') return true;
	return data === false || data === null || data === '' || data === 'false' || data === 'False' || data === 'FALSE'
		? false
		: undefined;
}

/** A key of a map that is none of those that it may have. */
function otherKey(data: PlainMap, known: readonly string[]): Fault | undefined {
	const other = Object.keys(data).find(key => !known.includes(key));
	return other === undefined ? undefined : unknown('key', other, known);
}

function toItem(field: Field, data: Plain): Read<Item> {
	if (isText(data)) return {value: textOf(data)};
	if (!isMap(data)) return wanted(field);
	const other = otherKey(data, ['text', 'items']);
	if (other) return other;
	if (!isText(data['text'])) return wanted(field);
	const below = data['items'] ?? '';
	const items = each(field, below === '' ? [] : below, one => toItem(field, one));
	return isFault(items) ? items : {value: {text: textOf(data['text']), items: items.value}};
}

function toCheck(field: Field, data: Plain): Read<Check> {
	if (isText(data)) return {value: {text: textOf(data), done: false}};
	if (!isMap(data)) return wanted(field);
	const other = otherKey(data, ['text', 'done']);
	if (other) return other;
	const done = truth(data['done'] ?? false);
	return isText(data['text']) && done !== undefined ? {value: {text: textOf(data['text']), done}} : wanted(field);
}

function toRow(field: Field, data: Plain): Read<Row> {
	const known: readonly Named[] = field.kind === 'table' ? (field.columns ?? []) : (field.item?.parts ?? []);
	if (isText(data) && field.kind === 'list' && field.item?.parts)
		return {value: splitParts(textOf(data), field.item.parts)};
	return isMap(data) ? cells(data, known, field.kind === 'table' ? 'column' : 'part') : wanted(field);
}

/** A column or a part: what it is called in answers, and what it takes where that is fixed. */
type Named = {readonly id: string; readonly options?: readonly string[]};

function cells(data: PlainMap, known: readonly Named[], what: string): Read<Row> {
	const row = Object.create(null) as Record<string, string>;
	for (const [key, value] of Object.entries(data)) {
		const column = known.find(one => one.id === key);
		if (!column)
			return unknown(
				what,
				key,
				known.map(one => one.id),
			);
		if (value === null) continue;
		if (!isScalar(value)) return {fault: `takes one text in ${column.id}`};
		row[column.id] = option(column.options ?? [], String(value));
	}

	return {value: row};
}

function toBoxes(field: Field, data: PlainMap): Read<Value> {
	const boxes = Object.create(null) as Record<string, boolean>;
	const known = (field.fixedItems ?? []).map(one => one.id);
	for (const [key, value] of Object.entries(data)) {
		if (!known.includes(key)) return unknown('item', key, known);
		const done = truth(value);
		if (done === undefined) return wanted(field);
		boxes[key] = done;
	}

	return {value: boxes};
}

function toGrid(field: Field, data: PlainMap): Read<Value> {
	const grid = Object.create(null) as Record<string, Row>;
	const rows = field.fixedRows ?? [];
	for (const [key, value] of Object.entries(data)) {
		const fixed = rows.find(one => one.id === key);
		if (!fixed)
			return unknown(
				'row',
				key,
				rows.map(one => one.id),
			);
		if (!isMap(value)) return wanted(field);
		const row = cells(
			value,
			(field.columns ?? []).filter(column => !Object.hasOwn(fixed.cells, column.id)),
			'column',
		);
		if (isFault(row)) return row;
		grid[key] = row.value;
	}

	return {value: grid};
}
