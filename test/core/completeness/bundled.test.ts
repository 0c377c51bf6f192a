import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {check, gateOf, noFacts} from '../../../source/core/checks/index.ts';
import {completeness} from '../../../source/core/completeness/index.ts';
import {fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer, Document, Form} from '../../../source/core/form/types.ts';
import {valid} from './valid.ts';
import {runs} from '../../property.ts';

const folder = new URL('../../../templates/', import.meta.url);

/** The answers with the boxes of a gate as they follow from the document, and those that nobody can compute ticked. */
function withGate(form: Form, answers: ReadonlyMap<string, Answer>): ReadonlyMap<string, Answer> {
	if (![...answers.values()].some(isOfBoxes)) return answers;
	const boxes = gateOf(fill(form, answers), noFacts, new Map()).filter(({field}) => answers.has(field));
	const gates = Map.groupBy(boxes, ({field}) => field);
	return new Map([
		...answers,
		...Array.from(gates, ([id, own]): [string, Answer] => {
			const items = form.fields.find(field => field.id === id)?.fixedItems ?? [];
			const value = Object.fromEntries(items.map((item, index) => [item.id, own[index]?.verdict !== 'not-met']));
			return [id, {state: 'answered', value}];
		}),
	]);
}

/** A checklist of fixed items is answered by a map of them to true and false. */
function isOfBoxes(answer: Answer): boolean {
	return answer.state === 'answered' && Object.values(answer.value).some(one => typeof one === 'boolean');
}

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
						const after = measure(fill(form, withGate(form, answers)));
						expect(after.required.percent).toBeGreaterThanOrEqual(before.required.percent);
						expect(after.all.percent).toBeGreaterThanOrEqual(before.all.percent);
						before = after;
					}

					const done = fill(form, withGate(form, answers), {finish: true});
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
