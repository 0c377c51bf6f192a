import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {check, noFacts} from '../../../source/core/checks/index.ts';
import {completeness} from '../../../source/core/completeness/index.ts';
import {fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer, Document} from '../../../source/core/form/types.ts';
import {valid} from './valid.ts';
import {runs} from '../../property.ts';

const folder = new URL('../../../templates/', import.meta.url);

function measure(document: Document) {
	const messages = check(document, noFacts);
	return {...completeness(document, messages), errors: messages.filter(({severity}) => severity === 'error')};
}

describe.each(readdirSync(folder).filter(name => name.endsWith('.md')))('%s', name => {
	const form = readForm(readFileSync(new URL(name, folder), 'utf8'));

	it('is at 0 % while it is blank, without an error', () => {
		const {required, all, errors} = measure(fill(form, new Map()));
		expect(required).toMatchObject({answered: 0, percent: 0});
		expect(all.percent).toBe(0);
		expect(errors).toEqual([]);
	});

	it('never loses a percent to a valid answer, and is at 100 % with all of them', () => {
		fc.assert(
			fc.property(
				fc.shuffledSubarray([...form.fields], {minLength: form.fields.length}),
				fc.integer({min: 1, max: 1000}),
				(fields, seed) => {
					const answers = new Map<string, Answer>();
					let before = measure(fill(form, answers));
					// Measuring after each answer would take long; a few answers at a time show a loss as well.
					for (const [index, field] of fields.entries()) {
						answers.set(field.id, {state: 'answered', value: valid(field, seed + index)});
						if (index % 9 !== 0 && index !== fields.length - 1) continue;
						const after = measure(fill(form, answers));
						expect(after.required.percent).toBeGreaterThanOrEqual(before.required.percent);
						expect(after.all.percent).toBeGreaterThanOrEqual(before.all.percent);
						before = after;
					}

					const done = fill(form, answers, {finish: true});
					const {required, all, errors} = measure(done);
					expect(errors).toEqual([]);
					expect([required.percent, all.percent]).toEqual([100, 100]);
				},
			),
			{numRuns: runs(5)},
		);
	});

	it('has the same number in the wizard and in the file that was written', () => {
		fc.assert(
			fc.property(fc.subarray([...form.fields]), fc.integer({min: 1, max: 1000}), (fields, seed) => {
				const answers = new Map<string, Answer>(
					fields.map((field, index) => [field.id, {state: 'answered', value: valid(field, seed + index)}]),
				);
				const filled = fill(form, answers);
				expect(measure(match(form, filled.source)).required).toEqual(measure(filled).required);
			}),
			{numRuns: runs(5)},
		);
	});
});
