/** The shape of a settings file as data: what is checked, and the JSON Schema that editors check by, are made from it. */

import {nearest} from '../../core/form/index.ts';

/** Plain data of a YAML file: texts, lists and maps. */
export type Data = string | readonly Data[] | {readonly [key: string]: Data};

export type Shape =
	| {readonly type: 'text'; readonly wants: string}
	| {readonly type: 'choice'; readonly options: readonly string[]}
	/** One of them may stand without a list around it. */
	| {readonly type: 'list'; readonly of: Shape}
	/** Entries of any name. */
	| {readonly type: 'map'; readonly of: Shape}
	| {readonly type: 'record'; readonly entries: Readonly<Record<string, Shape>>; readonly called: string}
	/** One value for all, or a map. */
	| {readonly type: 'either'; readonly one: Shape; readonly map: Shape};

/** Something that does not fit, by the keys and 0-based indexes that lead there. */
export type Fault = {readonly path: readonly string[]; readonly summary: string; readonly next: string};

/** Everything in the data that does not fit the shape. */
export function faultsIn(shape: Shape, data: Data, path: readonly string[] = []): readonly Fault[] {
	switch (shape.type) {
		case 'text': {
			return typeof data === 'string' && data.trim() !== '' ? [] : [wrong(path, shape.wants)];
		}

		case 'choice': {
			if (typeof data === 'string' && shape.options.includes(data)) return [];
			const near = typeof data === 'string' && data !== '' ? nearest(data, shape.options) : undefined;
			return [wrong(path, oneOf(shape.options), near)];
		}

		case 'list': {
			if (typeof data === 'string') return faultsIn(shape.of, data, path);
			return isList(data)
				? data.flatMap((item, index) => faultsIn(shape.of, item, [...path, String(index)]))
				: [wrong(path, 'a list')];
		}

		case 'map': {
			return isMap(data)
				? Object.entries(data).flatMap(([key, value]) => faultsIn(shape.of, value, [...path, key]))
				: [wrong(path, 'a map')];
		}

		case 'record': {
			if (!isMap(data)) return [wrong(path, 'a map')];
			const {entries, called} = shape;
			return Object.entries(data).flatMap(([key, value]) => {
				const below = Object.hasOwn(entries, key) ? entries[key] : undefined;
				return below ? faultsIn(below, value, [...path, key]) : [unknown([...path, key], called, Object.keys(entries))];
			});
		}

		case 'either': {
			return faultsIn(isMap(data) ? shape.map : shape.one, data, path);
		}
	}
}

/** The JSON Schema (draft 2020-12) of a shape. */
export function schemaOf(shape: Shape): Readonly<Record<string, unknown>> {
	switch (shape.type) {
		case 'text': {
			return {type: 'string', pattern: String.raw`\S`};
		}

		case 'choice': {
			// A bare `off` is a boolean to readers of YAML 1.1, which some editors are.
			const asBoolean = shape.options.includes('off') ? [false] : [];
			return {enum: [...shape.options, ...asBoolean]};
		}

		case 'list': {
			const of = schemaOf(shape.of);
			return {anyOf: [of, {type: 'array', items: of}]};
		}

		case 'map': {
			return {type: 'object', additionalProperties: schemaOf(shape.of)};
		}

		case 'record': {
			const properties = Object.fromEntries(Object.entries(shape.entries).map(([key, one]) => [key, schemaOf(one)]));
			return {type: 'object', properties, additionalProperties: false};
		}

		case 'either': {
			return {anyOf: [schemaOf(shape.one), schemaOf(shape.map)]};
		}
	}
}

export function isMap(data: Data | undefined): data is {readonly [key: string]: Data} {
	return typeof data === 'object' && !isList(data);
}

function isList(data: Data): data is readonly Data[] {
	return Array.isArray(data);
}

function oneOf(options: readonly string[]): string {
	return `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`;
}

/** Where something stands, as a person writes it: `rules.total`. */
function named(path: readonly string[]): string {
	return path.length === 0 ? 'The file' : path.join('.');
}

function wrong(path: readonly string[], wants: string, near?: string): Fault {
	return {
		path,
		summary: `${named(path)} must be ${wants}.`,
		next: near === undefined ? 'Correct it, or take it out.' : `Did you mean ${near}?`,
	};
}

function unknown(path: readonly string[], called: string, known: readonly string[]): Fault {
	const key = path.at(-1) ?? '';
	const near = key === '' ? undefined : nearest(key, known);
	return {
		path,
		summary: `There is no ${called} ${JSON.stringify(key)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
		next: `There are: ${known.join(', ')}.`,
	};
}
