/** Data near what an answers file may hold: right in most of it, wrong in some. */

import fc from 'fast-check';
import type {Field, Form, Section} from '../../../source/core/form/index.ts';
import {fromAnswer} from '../../../source/core/form/plain-value.ts';
import {shapeOf} from '../../../source/core/form/value/index.ts';
import {valueFor} from './values.ts';

export type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json};

const dates = fc.constantFrom(
	'2026-03-09',
	'2028-02-29',
	'2026-02-29',
	'2026-13-01',
	'20280229',
	'09/03/2026',
	'9.3.2026',
);
const numbers = fc.constantFrom('20', '1e-7', '≤ 1.5 ms', '$4,000', '12–24 months', 'many', '.5', '1 2 3', '-', '0x1F');
const texts = fc.oneof(
	fc.constantFrom(
		'',
		' ',
		'plain',
		'two\nlines',
		' around \n',
		'a\u0007b',
		'true',
		'null',
		'~',
		'n/a',
		'— none',
		'-x',
		'\f',
	),
	dates,
	numbers,
);

/** Texts, numbers, truth and nothing, as YAML and JSON have them. */
export const scalars: fc.Arbitrary<Json> = fc.oneof(
	texts,
	fc.constantFrom(0, 5, 1.5, -1, 2026, 20_280_229, 1e21, true, false, null),
);

const junk: fc.Arbitrary<Json> = fc.oneof(
	scalars,
	fc.constantFrom<Json>(
		[],
		{},
		[[]],
		{notApplicable: 'why'},
		{notApplicable: null},
		{leftOut: true},
		{leftOut: 'True'},
		{leftOut: false},
		{notApplicable: ['x']},
		{value: 'x', other: 1},
		{text: 'x', items: ['y', {text: 'z', items: null}]},
		[{text: 'x', done: 'TRUE'}],
		JSON.parse('{"__proto__": "x"}') as Json,
	),
	fc.array(scalars, {maxLength: 2}),
);

/** Changes a letter of an option now and then, or its case. */
function nearOption(options: readonly string[]): fc.Arbitrary<string> {
	if (options.length === 0) return texts;
	return fc
		.tuple(fc.constantFrom(...options), fc.constantFrom('as it is', 'lower', 'upper', 'bare', 'blanks', 'wrong'))
		.map(([option, how]) => {
			if (how === 'lower') return option.toLowerCase();
			if (how === 'upper') return option.toUpperCase();
			if (how === 'bare') return option.replace(/^[^\p{L}\p{N}]+/u, '');
			if (how === 'blanks') return ` ${option}\n`;
			return how === 'wrong' ? `${option}x` : option;
		});
}

function ofKind(kind: string, options: readonly string[]): fc.Arbitrary<Json> {
	if (kind === 'date') return fc.oneof(dates, scalars);
	if (kind === 'number') return fc.oneof(numbers, scalars);
	return kind === 'choice' ? fc.oneof(nearOption(options), scalars) : scalars;
}

/** A value for a field, in the shape that it takes or nearly so. */
function valueNear(field: Field): fc.Arbitrary<Json> {
	const valid = valueFor(field).map(value => fromAnswer({state: 'answered', value}));
	const one = ofKind(field.kind, field.options);
	const row = fc.record(
		Object.fromEntries(
			(field.columns ?? field.item?.parts?.map(part => ({...part, kind: 'text', options: []})) ?? []).map(column => [
				column.id,
				ofKind(column.kind, column.options ?? []),
			]),
		),
		{requiredKeys: []},
	) as fc.Arbitrary<Json>;
	const flag = fc.constantFrom<Json>(true, false, 'true', 'False', '', null, 'yes');
	switch (shapeOf(field)) {
		case 'text':
			return fc.oneof(valid, one);
		case 'items':
			return fc.oneof(valid, one, fc.array(one, {maxLength: 2}));
		case 'rows':
			return fc.oneof(
				valid,
				fc.array(fc.oneof({weight: 4, arbitrary: row}, {weight: 1, arbitrary: scalars}), {maxLength: 2}),
			);
		case 'checks':
			return fc.oneof(valid, fc.array(fc.record({text: scalars, done: flag}, {requiredKeys: []}), {maxLength: 2}));
		case 'boxes': {
			const ids = field.fixedItems!.map(item => [item.id, flag] as const);
			return fc.oneof(valid, fc.record(Object.fromEntries(ids), {requiredKeys: []}) as fc.Arbitrary<Json>);
		}

		case 'grid': {
			const ids = field.fixedRows!.map(one => [one.id, row] as const);
			return fc.oneof(valid, fc.record(Object.fromEntries(ids), {requiredKeys: []}) as fc.Arbitrary<Json>);
		}
	}
}

/** What may be given for a field: its value, one with evidence, that it does not apply, or something else. */
export function dataNear(field: Field): fc.Arbitrary<Json> {
	const value = valueNear(field);
	return fc.oneof(
		{weight: 8, arbitrary: value},
		{weight: 1, arbitrary: junk},
		{
			weight: 1,
			arbitrary: fc.record({
				value,
				evidence: fc.constantFrom<Json>('a.ts', ['a.ts', 'b.ts:2'], [], [''], null, [null], 5, ['a\nb'], {}),
			}),
		},
		{weight: 1, arbitrary: fc.record({value})},
	);
}

/** A key with a slip in it, now and then. */
function nearKey(key: string): fc.Arbitrary<string> {
	return fc.oneof(
		{weight: 60, arbitrary: fc.constant(key)},
		{
			weight: 1,
			arbitrary: fc.constantFrom(`${key}x`, key.toUpperCase(), key.slice(1), `${key}[2]`, '__proto__', 'constructor'),
		},
	);
}

function sectionsOf(form: Form): readonly Section[] {
	const all: Section[] = [];
	const visit = (some: readonly Section[]): void => {
		for (const section of some) {
			all.push(section);
			visit(section.sections);
		}
	};
	visit(form.sections);
	return all;
}

/** A map of ids near what the form takes: fields, sections, maps of a section's fields, lists of instances. */
export function answersNear(form: Form): fc.Arbitrary<Json> {
	const relative = (prefix: string, fields: readonly string[]): fc.Arbitrary<Json> => {
		const known = form.fields.filter(field => fields.includes(field.id) && field.id.startsWith(`${prefix}/`));
		return fc
			.tuple(
				...known
					.slice(0, 4)
					.map(field => fc.option(fc.tuple(nearKey(field.id.slice(prefix.length + 1)), dataNear(field)), {freq: 2})),
			)
			.map(pairs => Object.fromEntries(pairs.filter(pair => pair !== null)) as Json);
	};
	const field = fc.constantFrom(...form.fields).chain(one => fc.tuple(nearKey(one.id), dataNear(one)));
	const section = fc.constantFrom(...sectionsOf(form)).chain(one => {
		const inside = form.fields.filter(({id}) => id.startsWith(`${one.id}/`)).map(({id}) => id);
		const body = form.fields.find(
			({id}) => id === `${one.id}/body` || (one.fields.length === 1 && id === one.fields[0]),
		);
		return fc.tuple(nearKey(one.id), fc.oneof(junk, relative(one.id, inside), body ? dataNear(body) : junk));
	});
	const options: fc.Arbitrary<readonly [string, Json]>[] = [field, field, section];
	if (form.repeats.length > 0) {
		const repeat = fc.constantFrom(...form.repeats);
		options.push(
			repeat.chain(one =>
				fc.tuple(
					nearKey(one.id),
					fc.oneof(
						fc.array(fc.oneof(...one.instances.map(instance => relative(instance.id, instance.fields))), {
							maxLength: one.instances.length + 2,
						}),
						junk,
					),
				),
			),
			// One instance's field by its number.
			repeat.chain(one =>
				fc
					.tuple(fc.constantFrom(...one.instances), fc.integer({min: 1, max: one.instances.length + 1}))
					.chain(([instance, index]) => {
						const inside = form.fields.filter(
							({id}) => instance.fields.includes(id) && id.startsWith(`${instance.id}/`),
						);
						if (inside.length === 0) return fc.tuple(fc.constant(`${one.id}[${index}]`), junk);
						return fc
							.constantFrom(...inside)
							.chain(field =>
								fc.tuple(nearKey(`${one.id}[${index}]${field.id.slice(instance.id.length)}`), dataNear(field)),
							);
					}),
			),
		);
	}

	return fc.array(fc.oneof(...options), {maxLength: 3}).map(pairs => Object.fromEntries(pairs) as Json);
}

/** The same data with every scalar a text, which hides nothing of how it was written. */
export function inTexts(data: Json): Json {
	if (data === null) return '';
	if (typeof data === 'number') return String(data);
	if (typeof data !== 'object') return data;
	if (Array.isArray(data)) return (data as readonly Json[]).map(one => inTexts(one));
	return Object.fromEntries(Object.entries(data).map(([key, one]) => [key, inTexts(one)]));
}
