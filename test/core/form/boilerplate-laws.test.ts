/** The laws of boilerplate: what is not touched keeps its bytes, what is comes back, beside any answers. */

import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {fill, readForm} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';
import {everyField} from '../../../source/core/form/every-field.ts';
import {patience, runs} from '../../property.ts';
import {itemsOf, lighthouse, pier, quay, ropewalk} from './boilerplate-templates.ts';
import {formsOf} from './pieces.ts';
import {readsBack} from './reads-back.ts';
import {answerFor} from './values.ts';

const folder = new URL('../../../templates/', import.meta.url);
const templates = [
	['lighthouse', lighthouse],
	['lighthouse with CRLF', lighthouse.replaceAll('\n', '\r\n')],
	['quay', quay],
	['ropewalk', ropewalk],
	['pier', pier],
	['pier with CRLF', pier.replaceAll('\n', '\r\n')],
	...readdirSync(folder)
		.filter(name => name.endsWith('.md'))
		.map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
] as const;

describe.each(templates.filter(([, source]) => readForm(source).boilerplate.length > 0))('%s', (_name, source) => {
	// Of a wide template mostly its pieces: so all templates together are tried more than a thousand times for each law.
	const {forms, any} = formsOf(source);
	const some = any(({boilerplate}) => boilerplate.length > 0);
	const listed = any(({boilerplate}) => boilerplate.some(({kind}) => kind === 'list'));
	const blanks = new Map(forms.map(own => [own, fill(own, new Map()).source]));
	const tries = {numRuns: runs(200)};

	it('keeps every byte where nobody touches it, whatever is answered beside it', {timeout: patience}, () => {
		const all = some.chain(own =>
			fc.tuple(
				fc.constant(own),
				fc.tuple(...own.fields.map(one => fc.option(answerFor(one), {nil: undefined, freq: 2}))),
			),
		);
		fc.assert(
			fc.property(all, ([own, answers]) => {
				const given = new Map(own.fields.flatMap((one, index) => (answers[index] ? [[one.id, answers[index]]] : [])));
				const {source: text, spans} = fill(own, given);
				for (const one of own.boilerplate) {
					const span = spans.get(one.id);
					if (span) expect(text.slice(span.from, span.to)).toBe(own.source.slice(one.range.from, one.range.to));
				}
			}),
			tries,
		);
	});

	it('loses any items and no other line', {timeout: patience}, () => {
		const removal = listed.chain(own =>
			fc
				.constantFrom(...own.boilerplate.filter(({kind}) => kind === 'list'))
				.chain(one =>
					fc.tuple(
						fc.constant(own),
						fc.constant(one),
						fc.shuffledSubarray([...itemsOf(own, one).keys()], {minLength: 1}),
					),
				),
		);
		fc.assert(
			fc.property(removal, ([own, one, indexes]) => {
				const blank = blanks.get(own)!;
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
			tries,
		);
	});

	it('gives back one change of it, whatever it says', {timeout: patience}, () => {
		fc.assert(
			fc.property(
				some.chain(own =>
					fc
						.constantFrom(...own.boilerplate)
						.chain(one => fc.tuple(fc.constant(own), fc.constant(one), answerFor(one))),
				),
				([own, one, answer]) => {
					const given = new Map([[one.id, answer]]);
					readsBack(own, given, fill(own, given));
				},
			),
			tries,
		);
	});

	it('gives back all answers and all changes together, finished or not', {timeout: patience}, () => {
		const all = some.chain(own => {
			const every = everyField(own);
			return fc
				.tuple(fc.boolean(), ...every.map(one => fc.option(answerFor(one), {nil: undefined, freq: 3})))
				.map(
					([finish, ...answers]) =>
						[
							own,
							finish,
							new Map(every.flatMap((one, index) => (answers[index] ? [[one.id, answers[index]] as const] : []))),
						] as const,
				);
		});
		fc.assert(
			fc.property(all, ([own, finish, given]) => readsBack(own, given, fill(own, given, {finish}))),
			tries,
		);
	});

	it('is removed and found to be gone, in any number, beside any answers', {timeout: patience}, () => {
		const all = some.chain(own =>
			fc
				.tuple(
					fc.subarray([...own.boilerplate]),
					...own.fields.map(one => fc.option(answerFor(one), {nil: undefined, freq: 2})),
				)
				.map(
					([gone, ...answers]) =>
						[
							own,
							new Map<string, Answer>([
								...own.fields.flatMap((one, index) => (answers[index] ? [[one.id, answers[index]] as const] : [])),
								...gone.map(({id}) => [id, {state: 'left-out'}] as const),
							]),
						] as const,
				),
		);
		for (const own of forms) expect(everyField(own).length).toBe(own.fields.length + own.boilerplate.length);
		fc.assert(
			fc.property(all, ([own, given]) => readsBack(own, given, fill(own, given))),
			tries,
		);
	});
});
