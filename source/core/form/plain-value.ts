/** Plain data (from YAML or JSON) as a field's answer, and back. */

import type {Answer, Field, Item, Row, Value} from './types.ts';
import {nearest} from './nearest.ts';
import {slug} from './slug.ts';
import {normalValue, shapeOf, validate} from './value/index.ts';
import {splitParts} from './value/list.ts';

/** Data as an answers file holds it. Scalars may arrive as their source text. */
export type Plain = string | number | boolean | null | readonly Plain[] | {readonly [key: string]: Plain};

export type PlainMap = {readonly [key: string]: Plain};

/** A fault, told in words that follow the field's name. */
export type Fault = {readonly fault: string; readonly next?: string};

export function isFault(value: object): value is Fault {
	return 'fault' in value && typeof value.fault === 'string';
}

export function isMap(value: unknown): value is PlainMap {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is string | number | boolean {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The keys of a map, `__proto__` among them if it is there. */
export function has(map: PlainMap, key: string): boolean {
	return Object.hasOwn(map, key);
}

/** `{notApplicable}` and `{leftOut}`, which stand for a field or a section; undefined where data is neither. */
export function wholeAnswer(data: Plain): Answer | undefined {
	if (!isMap(data)) return undefined;
	const keys = Object.keys(data);
	if (keys.length !== 1) return undefined;
	if (has(data, 'notApplicable')) {
		const reason = data['notApplicable'];
		if (isScalar(reason)) return {state: 'not-applicable', reason: String(reason)};
		if (reason === null) return {state: 'not-applicable', reason: ''};
	}

	if (has(data, 'leftOut') && (data['leftOut'] === true || data['leftOut'] === 'true')) return {state: 'left-out'};
	return undefined;
}

/** An answer from data; undefined where the data says nothing. */
export function toAnswer(field: Field, data: Plain): Answer | Fault | undefined {
	const whole = wholeAnswer(data);
	if (whole) return whole;
	let given = data;
	let evidence: readonly string[] | undefined;
	if (isMap(data) && has(data, 'value') && Object.keys(data).every(key => key === 'value' || key === 'evidence')) {
		given = data['value']!;
		const list = data['evidence'] ?? [];
		const entries = Array.isArray(list) ? (list as readonly Plain[]) : [list];
		if (!entries.every(one => isScalar(one))) return {fault: 'has evidence that is no list of texts'};
		evidence = entries.map(String);
	}

	if (given === null || given === '') return undefined;
	const value = toValue(field, given);
	if (value === undefined) return {fault: `takes ${wanted(field)}`};
	if (typeof value === 'object' && !Array.isArray(value) && isFault(value)) return value;
	const problem = validate(field, value as Value);
	if (problem)
		return {
			fault: problem.summary.replace(/^.*?\): /, '').replace(/\.$/, ''),
			...(problem.next !== undefined && {next: problem.next}),
		};
	return {
		state: 'answered',
		value: normalValue(field, value as Value),
		...(evidence && evidence.length > 0 && {evidence}),
	};
}

function wanted(field: Field): string {
	switch (shapeOf(field)) {
		case 'text':
			return 'a text';
		case 'items':
			return 'a list of texts';
		case 'rows':
			return `a list of maps with ${(field.kind === 'table' ? (field.columns ?? []) : (field.item?.parts ?? [])).map(one => one.id).join(', ')}`;
		case 'checks':
			return 'a list of {text, done}';
		case 'boxes':
			return `a map to true or false with ${(field.fixedItems ?? []).map(one => one.id).join(', ')}`;
		case 'grid':
			return `a map of rows with ${(field.fixedRows ?? []).map(one => one.id).join(', ')}`;
	}
}

function toValue(field: Field, data: Plain): Value | Fault | undefined {
	switch (shapeOf(field)) {
		case 'text':
			return isScalar(data) ? option(field, String(data)) : undefined;
		case 'items': {
			const list = isScalar(data) ? [data] : data;
			if (!Array.isArray(list)) return undefined;
			const items = (list as readonly Plain[]).map(one => toItem(one));
			if (items.some(one => one === undefined)) return undefined;
			return field.kind === 'choice' ? items.map(one => option(field, one as string)) : (items as readonly Item[]);
		}

		case 'rows': {
			if (!Array.isArray(data)) return undefined;
			const rows = (data as readonly Plain[]).map(one => toRow(field, one));
			const fault = rows.find((one): one is Fault => one !== undefined && isFault(one));
			return fault ?? (rows.includes(undefined) ? undefined : (rows as readonly Row[]));
		}

		case 'checks': {
			if (!Array.isArray(data)) return undefined;
			const checks = (data as readonly Plain[]).map(one => {
				if (isScalar(one)) return {text: String(one), done: false};
				if (!isMap(one) || !isScalar(one['text'])) return undefined;
				const done = truth(has(one, 'done') ? one['done']! : false);
				return done === undefined ? undefined : {text: String(one['text']), done};
			});
			return checks.every(one => one !== undefined) ? checks : undefined;
		}

		case 'boxes':
			return isMap(data) ? toBoxes(field, data) : undefined;
		case 'grid':
			return isMap(data) ? toGrid(field, data) : undefined;
	}
}

/** The option that is meant: case and leading emoji may differ. */
function option(field: Field, text: string): string {
	if (field.kind !== 'choice' || field.options.includes(text)) return text;
	const bare = (words: string): string =>
		words
			.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
			.trim()
			.toLowerCase();
	return field.options.find(one => bare(one) === bare(text) && bare(text) !== '') ?? text;
}

function truth(data: Plain): boolean | undefined {
	if (data === true || data === 'true') return true;
	return data === false || data === 'false' || data === null ? false : undefined;
}

function toItem(data: Plain): Item | undefined {
	if (isScalar(data)) return String(data);
	if (!isMap(data) || !isScalar(data['text'])) return undefined;
	const below = data['items'] ?? [];
	if (!Array.isArray(below)) return undefined;
	const items = (below as readonly Plain[]).map(one => toItem(one));
	return items.every(one => one !== undefined) ? {text: String(data['text']), items} : undefined;
}

function toRow(field: Field, data: Plain): Row | Fault | undefined {
	const known = field.kind === 'table' ? (field.columns ?? []) : (field.item?.parts ?? []);
	if (isScalar(data) && field.kind === 'list' && field.item?.parts) return splitParts(String(data), field.item.parts);
	if (!isMap(data)) return undefined;
	return cells(data, known);
}

function cells(data: PlainMap, known: readonly {readonly id: string}[]): Row | Fault | undefined {
	const row = Object.create(null) as Record<string, string>;
	for (const [key, value] of Object.entries(data)) {
		const column = known.find(one => one.id === key) ?? known.find(one => one.id === slug(key));
		if (!column)
			return unknown(
				'column',
				key,
				known.map(one => one.id),
			);
		if (value === null) continue;
		if (!isScalar(value)) return {fault: `takes one text in ${column.id}`};
		row[column.id] = String(value);
	}

	return row;
}

function unknown(what: string, key: string, known: readonly string[]): Fault {
	const near = nearest(key, known);
	return {
		fault: `has no ${what} “${key}”`,
		next: near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean “${near}”?`,
	};
}

function toBoxes(field: Field, data: PlainMap): Value | Fault | undefined {
	const boxes = Object.create(null) as Record<string, boolean>;
	for (const [key, value] of Object.entries(data)) {
		if (!field.fixedItems?.some(one => one.id === key))
			return unknown(
				'item',
				key,
				(field.fixedItems ?? []).map(one => one.id),
			);
		const done = truth(value);
		if (done === undefined) return undefined;
		boxes[key] = done;
	}

	return boxes;
}

function toGrid(field: Field, data: PlainMap): Value | Fault | undefined {
	const grid = Object.create(null) as Record<string, Row>;
	for (const [key, value] of Object.entries(data)) {
		const fixed = field.fixedRows?.find(one => one.id === key);
		if (!fixed)
			return unknown(
				'row',
				key,
				(field.fixedRows ?? []).map(one => one.id),
			);
		if (!isMap(value)) return undefined;
		const row = cells(
			value,
			(field.columns ?? []).filter(column => !Object.hasOwn(fixed.cells, column.id)),
		);
		if (!row || isFault(row)) return row;
		grid[key] = row;
	}

	return grid;
}

/** An answer as plain data, the inverse of `toAnswer`. */
export function fromAnswer(answer: Answer): Plain {
	if (answer.state === 'not-applicable') return {notApplicable: answer.reason};
	if (answer.state === 'left-out') return {leftOut: true};
	const value = copy(answer.value);
	return answer.evidence && answer.evidence.length > 0 ? {value, evidence: [...answer.evidence]} : value;
}

function copy(value: unknown): Plain {
	if (Array.isArray(value)) return value.map(one => copy(one));
	if (typeof value !== 'object' || value === null) return value as Plain;
	const map = Object.create(null) as Record<string, Plain>;
	for (const [key, one] of Object.entries(value)) map[key] = copy(one);
	return map;
}
