import {describe, expect, it} from 'vitest';
import {expand, fill, fit, match, readAnswers, readForm, writeAnswers} from '../../../source/core/form/index.ts';
import {nearest} from '../../../source/core/form/nearest.ts';

const form = readForm(`# [Name] design

**Status:** Draft | Approved
**Date:** YYYY-MM-DD

## Context

[Why now]

## Risks

| Risk | Likelihood |
|------|------------|
| [risk] | Low/High |

## Gate

- [ ] Reviewed twice
- [ ] Measured

### Component: <name>

**Inputs**

- [input]

## Phase 1: Start

- Goal: [goal]

## Phase 2: Grow

- Goal: [goal]
`);

const problemsOf = (data: unknown): readonly string[] => {
	const read = readAnswers(form, data);
	return read.ok ? [] : read.problems.map(problem => [problem.summary, problem.next].join(' '));
};

const given = {
	'document/title': 'Search',
	'document/status': 'approved',
	context: 'Queues grow.',
	risks: [{risk: 'a | b', likelihood: 'Low'}],
	gate: {'reviewed-twice': 'true', measured: 'false'},
	'gate/component': [
		{name: 'A', inputs: ['x', 'y']},
		{name: 'B', inputs: ['z']},
	],
};

describe('an answers file', () => {
	it('gives answers by field, a section’s id stands for its body, a repeat is a list', () => {
		const read = readAnswers(form, given);
		if (!read.ok) throw new Error(read.problem.summary);
		expect(read.value.get('document/status')).toEqual({state: 'answered', value: 'Approved'});
		expect(read.value.get('context/body')).toEqual({state: 'answered', value: 'Queues grow.'});
		expect(read.value.get('gate/component[2]/name')).toEqual({state: 'answered', value: 'B'});
		expect(fit(form, read.value).repeats.find(repeat => repeat.id === 'gate/component')?.instances).toHaveLength(2);
	});

	it('comes back from the document that it gives', () => {
		const read = readAnswers(form, given);
		if (!read.ok) throw new Error(read.problem.summary);
		const seen = match(form, fill(fit(form, read.value), read.value).source);
		const data = JSON.parse(JSON.stringify(writeAnswers(seen.form, seen.answers))) as unknown;
		// A section with others below it has its body under that name.
		const {gate: _, ...others} = given;
		expect(data).toEqual({
			...others,
			'document/status': 'Approved',
			'gate/body': {'reviewed-twice': true, measured: false},
		});
		const again = readAnswers(form, data);
		expect(again.ok && [...again.value]).toEqual(
			expect.arrayContaining([...seen.answers].map(pair => expect.arrayContaining([pair[0]]))),
		);
	});

	it('says what does not apply, of a field and of a section', () => {
		const read = readAnswers(form, {
			'document/status': {notApplicable: 'no status'},
			risks: {notApplicable: 'none'},
			context: {value: 'A', evidence: ['a.ts']},
		});
		expect(read.ok && read.value.get('document/status')).toEqual({state: 'not-applicable', reason: 'no status'});
		expect(read.ok && read.value.get('risks')).toEqual({state: 'not-applicable', reason: 'none'});
		expect(read.ok && read.value.get('context/body')).toEqual({state: 'answered', value: 'A', evidence: ['a.ts']});
	});

	it('takes one of two numbered siblings away', () => {
		const read = readAnswers(form, {phase: [{goal: 'go'}]});
		if (!read.ok) throw new Error(read.problem.summary);
		expect(fill(fit(form, read.value), read.value).source).not.toContain('Phase 2');
	});
});

describe('a bad answers file', () => {
	it('names an unknown id and the nearest there is', () => {
		expect(problemsOf({'document/statsu': 'x'})).toEqual([
			'There is no field “document/statsu” in this template. Did you mean “document/status”?',
		]);
	});

	it('names an option that does not exist, a date that is none, a wrong kind, an unknown column and item', () => {
		expect(problemsOf({'document/status': 'Done'})[0]).toContain('none of the options');
		expect(problemsOf({'document/date': '2026-02-30'})[0]).toContain('no date');
		expect(problemsOf({context: ['a']})[0]).toContain('takes a text');
		expect(problemsOf({risks: [{risc: 'x'}]})[0]).toContain('Did you mean “risk”?');
		expect(problemsOf({gate: {reviewed: 'true'}})[0]).toContain('has no item “reviewed”');
	});

	it('treats the names of an object’s own parts as any other name', () => {
		const data = JSON.parse('{"__proto__": "x", "constructor": "y"}') as unknown;
		expect(problemsOf(data)).toHaveLength(2);
	});

	it('says where in the file', () => {
		const read = readAnswers(form, {'document/date': 'soon'}, new Map([['document/date', {line: 3, column: 5}]]));
		expect(!read.ok && read.problem.place).toEqual({line: 3, column: 5});
	});

	it('tells all faults at once', () => {
		expect(problemsOf({a: '1', b: '2', 'document/date': 'soon'})).toHaveLength(3);
	});
});

describe('repeats', () => {
	it('are copied behind the last, with the next number', () => {
		const more = expand(
			form,
			new Map([
				['gate/component', 3],
				['phase', 3],
			]),
		);
		expect(more.source.match(/### Component: <name>/g)).toHaveLength(3);
		expect(more.source).toContain('## Phase 3: Grow');
		expect(more.fields.map(field => field.id)).toContain('gate/component[3]/inputs');
	});

	it('go back to what they were', () => {
		expect(expand(expand(form, new Map([['gate/component', 4]])), new Map([['gate/component', 1]])).source).toBe(
			form.source,
		);
	});
});

it('finds the name that was meant', () => {
	expect(nearest('sumary', ['summary', 'security'])).toBe('summary');
	expect(nearest('one-linre', ['summary/one-liner', 'summary/goal'])).toBe('summary/one-liner');
	expect(nearest('arch', ['search', 'architecture-spec'])).toBe('architecture-spec');
	expect(nearest('zzzzzz', ['summary'])).toBeUndefined();
	expect(nearest('abc', ['new'])).toBeUndefined();
});
