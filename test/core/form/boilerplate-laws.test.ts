/** The laws of boilerplate: what is not touched keeps its bytes, what is comes back, beside any answers. */

import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {fill, readForm} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';
import {everyField} from '../../../source/core/form/every-field.ts';
import {runs} from '../../property.ts';
import {itemsOf, lighthouse, quay} from './boilerplate-templates.ts';
import {readsBack} from './reads-back.ts';
import {answerFor} from './values.ts';

const folder = new URL('../../../templates/', import.meta.url);
const templates = [
	['lighthouse', lighthouse],
	['lighthouse with CRLF', lighthouse.replaceAll('\n', '\r\n')],
	['quay', quay],
	...readdirSync(folder)
		.filter(name => name.endsWith('.md'))
		.map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
] as const;

describe.each(templates.filter(([, source]) => readForm(source).boilerplate.length > 0))('%s', (_name, source) => {
	const own = readForm(source);
	const tries = runs(own.fields.length > 60 ? 15 : 150);
	const blank = fill(own, new Map()).source;
	const lists = own.boilerplate.filter(({kind}) => kind === 'list');

	it('keeps every byte where nobody touches it, whatever is answered beside it', () => {
		const all = fc.tuple(...own.fields.map(one => fc.option(answerFor(one), {nil: undefined, freq: 2})));
		fc.assert(
			fc.property(all, answers => {
				const given = new Map(own.fields.flatMap((one, index) => (answers[index] ? [[one.id, answers[index]]] : [])));
				const {source: text, spans} = fill(own, given);
				for (const one of own.boilerplate) {
					const span = spans.get(one.id);
					if (span) expect(text.slice(span.from, span.to)).toBe(own.source.slice(one.range.from, one.range.to));
				}
			}),
			{numRuns: Math.ceil(tries / 2)},
		);
	});

	it('loses any items and no other line', () => {
		const removal = fc
			.constantFrom(...lists)
			.chain(one => fc.tuple(fc.constant(one), fc.shuffledSubarray([...itemsOf(own, one).keys()], {minLength: 1})));
		fc.assert(
			fc.property(removal, ([one, indexes]) => {
				const stay = itemsOf(own, one).filter((_, index) => indexes.includes(index));
				const written = fill(own, new Map([[one.id, {state: 'answered', value: stay}]])).source;
				const bare = (text: string) => text.split(/\r\n|\n/).map(line => line.replace(/^\d+(?=[.)])/, '#'));
				const lines = bare(blank);
				let at = 0;
				for (const line of bare(written)) {
					at = lines.indexOf(line, at) + 1;
					expect(at, line).toBeGreaterThan(0);
				}

				const span = blank.indexOf(own.source.slice(one.range.from, one.range.to));
				expect(written.slice(0, span)).toBe(blank.slice(0, span));
			}),
			{numRuns: tries},
		);
	});

	it('gives back one change of it, whatever it says', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...own.boilerplate).chain(one => fc.tuple(fc.constant(one), answerFor(one))),
				([one, answer]) => {
					const given = new Map([[one.id, answer]]);
					readsBack(own, given, fill(own, given));
				},
			),
			{numRuns: tries},
		);
	});

	it('gives back all answers and all changes together, finished or not', () => {
		const every = everyField(own);
		const all = fc
			.tuple(fc.boolean(), ...every.map(one => fc.option(answerFor(one), {nil: undefined, freq: 3})))
			.map(
				([finish, ...answers]) =>
					[
						finish,
						new Map(every.flatMap((one, index) => (answers[index] ? [[one.id, answers[index]] as const] : []))),
					] as const,
			);
		fc.assert(
			fc.property(all, ([finish, given]) => readsBack(own, given, fill(own, given, {finish}))),
			{numRuns: Math.ceil(tries / 2)},
		);
	});

	it('is removed and found to be gone, in any number, beside any answers', () => {
		const every = everyField(own);
		const all = fc
			.tuple(
				fc.subarray([...own.boilerplate]),
				...own.fields.map(one => fc.option(answerFor(one), {nil: undefined, freq: 2})),
			)
			.map(
				([gone, ...answers]) =>
					new Map<string, Answer>([
						...own.fields.flatMap((one, index) => (answers[index] ? [[one.id, answers[index]] as const] : [])),
						...gone.map(({id}) => [id, {state: 'left-out'}] as const),
					]),
			);
		expect(every.length).toBe(own.fields.length + own.boilerplate.length);
		fc.assert(
			fc.property(all, given => readsBack(own, given, fill(own, given))),
			{numRuns: Math.ceil(tries / 2)},
		);
	});
});
