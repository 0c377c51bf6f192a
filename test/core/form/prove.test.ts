/** The third law once more, for what is written to a file: what would not read back is refused, and that is seldom. */

import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {fill, prove, readForm} from '../../../source/core/form/index.ts';
import type {Answers, Form} from '../../../source/core/form/index.ts';
import {patience, runs, tries} from '../../property.ts';
import {everything} from './everything.ts';
import {template} from './generate.ts';
import {hinted} from './hinted.ts';
import {formsOf} from './pieces.ts';
import {readsBack} from './reads-back.ts';
import {answerFor} from './values.ts';

const folder = new URL('../../../templates/', import.meta.url);
const known = [
	['everything', everything],
	['with hints', hinted],
	...readdirSync(folder)
		.filter(name => name.endsWith('.md'))
		.map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
] as const;

const sections = (form: Form): fc.Arbitrary<Answers> => {
	const ids = form.sections.flatMap(one => one.sections.map(({id}) => id));
	return fc
		.subarray(ids, {maxLength: Math.min(3, ids.length)})
		.map(some => new Map(some.map(id => [id, {state: 'not-applicable', reason: 'nothing to say'}] as const)));
};

/** Answers to some fields, and sections that do not apply. */
const answers = (form: Form): fc.Arbitrary<Answers> =>
	fc
		.tuple(sections(form), ...form.fields.map(field => fc.option(answerFor(field), {nil: undefined, freq: 3})))
		.map(
			([whole, ...some]) =>
				new Map([
					...form.fields.flatMap((field, index) => (some[index] ? [[field.id, some[index]] as const] : [])),
					...whole,
				]),
		);

const answered = (forms: fc.Arbitrary<Form>): fc.Arbitrary<readonly [Form, Answers]> =>
	forms.chain(form => answers(form).map(given => [form, given] as const));

describe.each(known)('%s', (_, source) => {
	const forms = formsOf(source);

	it('holds every answer that its fields take', {timeout: patience}, () => {
		fc.assert(
			fc.property(answered(forms.any()), fc.boolean(), ([form, given], finish) => {
				const {source, problems} = fill(form, given, {finish});
				const proven = prove(form, given, {finish});
				expect([...proven.problems.keys()]).toEqual([...problems.keys()]);
				expect(proven.source).toBe(source);
			}),
			{numRuns: runs(150)},
		);
	});
});

describe('a generated template', () => {
	const some = template
		.map(source => readForm(source))
		.filter(({fields}) => fields.length > 0 && fields.length < 60)
		.chain(form => fc.tuple(fc.constant(form), answers(form), fc.boolean()));

	it('is written so that it reads back, or says which answer it cannot hold', {timeout: patience}, () => {
		let refused = 0;
		let given = 0;
		fc.assert(
			fc.property(some, ([form, all, finish]) => {
				const fields = new Map([...all].filter(([id]) => form.fields.some(field => field.id === id)));
				const document = prove(form, fields, {finish});
				given += fields.size;
				refused += document.problems.size - fill(form, fields, {finish}).problems.size;
				readsBack(form, fields, document);
			}),
			tries(),
		);
		expect(refused).toBeLessThanOrEqual(given / 10_000);
	});
});
