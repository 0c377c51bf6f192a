import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {check, noFacts} from '../../../source/core/checks/index.ts';
import {completeness} from '../../../source/core/completeness/index.ts';
import {fill, fit, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer, Answers, Form} from '../../../source/core/form/types.ts';
import {valid} from './valid.ts';
import {runs} from '../../property.ts';

function measure(form: Form, answers: Answers, finish = false) {
	const document = fill(fit(form, answers), answers, {finish});
	return completeness(document, check(document, noFacts));
}

function measureText(template: string, text: string) {
	const document = match(readForm(template), text);
	return completeness(document, check(document, noFacts));
}

const template = `# [Name]

**Status:** Draft | Approved
**Date:** YYYY-MM-DD

## 1) Context (required)

> Say what forces the decision.

[Why now]

## 2) Goals

- [Goal 1]
- [Goal 2]

## 3) Risks

| Risk | Weight | Owner |
| --- | --- | --- |
| [what may happen] | Low/Med/High | [name] |

## 4) Diagram (recommended)

[What the parts are]

## 5) Budget (required or N/A with reason)

- **Cap:** [amount]
- **Alarm:** [when]

## 6) Notes (optional)

### Terms

[Words and their meaning]

### Links

[Where to read on]
`;

describe('a blank template', () => {
	it('is at 0 %', () => {
		const form = readForm(template);
		const {required, all, readyToFinish} = measure(form, new Map());
		expect(required).toMatchObject({answered: 0, percent: 0});
		expect(required.total).toBeGreaterThan(5);
		expect(all.percent).toBe(0);
		expect(readyToFinish).toBe(false);
	});

	it('leaves optional sections out of the count until they are begun', () => {
		const form = readForm(template);
		const {sections} = measure(form, new Map());
		expect(sections.get('notes')).toMatchObject({required: {total: 0}, all: {total: 0}, state: 'empty'});
	});

	it('counts recommended fields beside the required ones, not among them', () => {
		const {sections} = measure(readForm(template), new Map());
		expect(sections.get('diagram')?.required.total).toBe(0);
		expect(sections.get('diagram')?.all.total).toBe(1);
	});

	it('without any field is done, with nothing counted', () => {
		expect(measureText('# Title\n', '# Title\n').required.total).toBeGreaterThanOrEqual(0);
		const nothing = measureText('', '');
		expect(nothing.required).toEqual({answered: 0, total: 0, percent: 100});
	});
});

describe('answering everything', () => {
	it('is 100 %', () => {
		const form = readForm(template);
		const answers: Answers = new Map(
			form.fields.map((field, index) => [field.id, {state: 'answered', value: valid(field, index)} as const]),
		);
		const {required, all, readyToFinish} = measure(form, answers, true);
		expect(required.percent).toBe(100);
		expect(required.answered).toBe(required.total);
		expect(all.percent).toBe(100);
		expect(readyToFinish).toBe(false);
	});

	it('of what is required is ready to finish: what nobody wanted still stands, and is left out by finishing', () => {
		const form = readForm(template);
		const answers: Answers = new Map(
			form.fields
				.filter(({requirement}) => requirement === 'required')
				.map((field, index) => [field.id, {state: 'answered', value: valid(field, index)} as const]),
		);
		const before = measure(form, answers);
		expect(before.required).toMatchObject({percent: 99});
		expect(before.required.answered).toBe(before.required.total);
		expect(before.readyToFinish).toBe(true);
	});
});

describe('not applicable', () => {
	it('with a reason is an answer, of a field and of a section', () => {
		const form = readForm(template);
		const answers = new Map<string, Answer>([['budget', {state: 'not-applicable', reason: 'It costs nothing.'}]]);
		const {sections} = measure(form, answers);
		expect(sections.get('budget')).toMatchObject({
			required: {answered: 2, total: 2, percent: 100},
			state: 'not-applicable',
		});
	});

	it('without the reason that is due is none, and an error', () => {
		const form = readForm(template);
		const answers = new Map<string, Answer>([['budget', {state: 'not-applicable', reason: ''}]]);
		const {sections} = measure(form, answers);
		expect(sections.get('budget')).toMatchObject({required: {answered: 0, total: 2}, state: 'finding'});
	});
});

describe('the cap', () => {
	const short = '# Plan\n\n- **Owner:** [name]\n- **Team:** [team]\n';

	it('holds the number at 99 while an error stands', () => {
		const {required, readyToFinish} = measureText(short, '# Plan\n\n- **Owner:** Ada\n- **Team:** TBD by spring\n');
		expect(required).toEqual({answered: 2, total: 2, percent: 99});
		expect(readyToFinish).toBe(true);
	});

	it('is gone with the error', () => {
		const {required, readyToFinish} = measureText(short, '# Plan\n\n- **Owner:** Ada\n- **Team:** Platform\n');
		expect(required).toEqual({answered: 2, total: 2, percent: 100});
		expect(readyToFinish).toBe(false);
	});

	it('rounds down', () => {
		const three = '# Plan\n\n- **Owner:** [name]\n- **Team:** [team]\n- **Place:** [where]\n';
		expect(measureText(three, three.replace('[name]', 'Ada').replace('[team]', 'Platform')).required).toEqual({
			answered: 2,
			total: 3,
			percent: 66,
		});
	});
});

describe('a required section that was dropped', () => {
	it('still counts', () => {
		const two = '# Plan\n\n## Purpose\n\n[What for]\n\n## Owner\n\n[Who]\n';
		const {required} = measureText(two, '# Plan\n\n## Purpose\n\nTo sign.\n');
		expect(required).toEqual({answered: 1, total: 2, percent: 50});
	});
});

describe('answering a field validly', () => {
	it('never lowers the number, whatever is answered before', () => {
		const form = readForm(template);
		fc.assert(
			fc.property(fc.shuffledSubarray([...form.fields.keys()], {minLength: 1}), fc.nat(1000), (order, seed) => {
				const answers = new Map<string, Answer>();
				let before = measure(form, answers);
				for (const index of order) {
					const field = form.fields[index];
					if (!field) continue;
					answers.set(field.id, {state: 'answered', value: valid(field, seed + index)});
					const after = measure(form, answers);
					expect(after.required.percent).toBeGreaterThanOrEqual(before.required.percent);
					expect(after.all.percent).toBeGreaterThanOrEqual(before.all.percent);
					before = after;
				}
			}),
			{numRuns: runs(100)},
		);
	});
});
