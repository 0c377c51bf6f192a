import {describe, expect, it} from 'vitest';
import {
	expand,
	fill,
	fit,
	layOver,
	match,
	readAnswers,
	readForm,
	validate,
	writeAnswers,
} from '../../../source/core/form/index.ts';
import {nearest} from '../../../source/core/form/nearest.ts';
import {judge} from './judge.ts';

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

it('tells which fields are to have no answer', () => {
	const read = readAnswers(form, {context: '', 'gate/component/inputs': [], 'document/status': 'Draft'});
	expect(read.ok && [...read.cleared]).toEqual(['context/body', 'gate/component/inputs']);
	expect(read.ok && [...read.value.keys()]).toEqual(['document/status']);
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

	it('names an unknown key inside a value', () => {
		expect(problemsOf({'gate/component/inputs': ['a', {text: 'b', itms: ['c']}]})).toEqual([
			'gate/component/inputs: has no key “itms”. Did you mean “items”?',
		]);
		const checks = readForm('# A\n\n## To do\n\n- [ ] [step]\n');
		const read = readAnswers(checks, {'to-do': [{text: 'a', doen: true}]});
		expect(!read.ok && read.problem).toMatchObject({summary: expect.stringContaining('“doen”') as string, exit: 2});
		expect(problemsOf({context: {value: 'a', evidense: ['b']}})[0]).toContain('Did you mean “evidence”?');
	});

	it('takes texts alone for names and options', () => {
		const several = readForm('# A\n\n**Reviewers:** [Names]\n');
		const read = readAnswers(several, {'document/reviewers': [{text: 'Ann'}]});
		expect(!read.ok && read.problem.summary).toBe('document/reviewers: takes a list of texts.');
	});

	it('says what a section and a repeat take, and proposes only what would be taken', () => {
		expect(problemsOf({gate: 'x'})[0]).not.toContain('Did you mean “gate”?');
		expect(problemsOf({document: 'x'})).toEqual([
			'document is a section, and answers are for its fields. There are: document/title, document/status, document/date.',
		]);
		for (const value of ['x', [], [{name: 'a'}, 'b']])
			expect(problemsOf({'gate/component': value})[0]).toContain('gate/component takes a list of maps');
		expect(problemsOf({'gate/componnent': [{name: 'a'}]})[0]).toContain('Did you mean “gate/component”?');
	});

	it('keeps a label with a colon behind a bracket out of the fault’s words', () => {
		const odd = readForm('# A\n\n- When (UTC): start: YYYY-MM-DD\n');
		const {id} = odd.fields.find(field => field.kind === 'date')!;
		const read = readAnswers(odd, {[id]: 'soon'});
		expect(!read.ok && read.problem.summary).toBe(`${id}: “soon” is no date of the form YYYY-MM-DD.`);
	});

	it('refuses more than an answer may hold, counted in bytes', () => {
		const half = 'ü'.repeat(600_000);
		const read = readAnswers(form, {context: half});
		expect(!read.ok && read.problem.exit).toBe(6);
		expect(
			validate(
				form.fields.find(field => field.id === 'context/body')!,
				half,
			)?.code,
		).toBe('value.too-large');
		expect(problemsOf({context: 'u'.repeat(600_000)})).toEqual([]);
	});

	it('tells its faults in the order of the file', () => {
		const at = (line: number) => ({line, column: 1});
		const places = new Map([
			['nowhere', at(2)],
			['document/date', at(3)],
			['no-such', at(4)],
		]);
		const read = readAnswers(form, {'no-such': 'x', nowhere: 'x', 'document/date': 'soon'}, places);
		expect(!read.ok && read.problems.map(one => one.place?.line)).toEqual([2, 3, 4]);
	});

	it('says where in the file', () => {
		const read = readAnswers(form, {'document/date': 'soon'}, new Map([['document/date', {line: 3, column: 5}]]));
		expect(!read.ok && read.problem.place).toEqual({line: 3, column: 5});
	});

	it('tells all faults at once', () => {
		expect(problemsOf({a: '1', b: '2', 'document/date': 'soon'})).toHaveLength(3);
	});
});

describe('what is given twice', () => {
	const places = new Map([
		['context/body', {line: 4, column: 3}],
		['context', {line: 9, column: 3}],
	]);

	it('is told where it stands for the second time', () => {
		const read = readAnswers(form, {'context/body': 'B', context: 'A'}, places);
		expect(!read.ok && read.problem).toMatchObject({code: 'answers.twice', exit: 2, place: {line: 9}});
	});

	it('is the upper one’s where two layers say it, by whatever id', () => {
		const read = readAnswers(form, {'context/body': 'B'}, places, {context: 'A'});
		expect(read.ok && [...read.value]).toEqual([['context/body', {state: 'answered', value: 'A'}]]);
	});
});

describe('a control character', () => {
	const rare = readForm(
		'# Plan\n\nState: Open | Done\n\n## Threats\n\n- T1: <threat> → <answer to it>\n\n## Why\n\n<why>\n',
	);

	it.each([
		['alone in a choice', {'document/state': '\f'}],
		['alone in a pair', {threats: ['\f']}],
		['behind a pair', {threats: ['Rain → Wait\v']}],
		['alone in prose', {why: '\f'}],
		['around evidence', {why: {value: 'Rain', evidence: ['a.md\f']}}],
		['that ends a line elsewhere', {why: 'Rain\u0085Hail'}],
		['in a reason', {why: {notApplicable: '\f'}}],
	])('is refused %s', (_, data) => {
		const read = readAnswers(rare, data);
		expect(!read.ok && read.problems.map(one => one.summary)).toEqual([
			expect.stringContaining('holds a control character'),
		]);
		expect(judge(rare)({answers: data})).toBe(false);
	});

	it.each(['\u00A0', '\u2028', '\uFEFF', '\t', ' \n '])('is no other blank: %j is no answer', sign => {
		for (const data of [{'document/state': sign}, {why: sign}, {threats: [sign]}]) {
			const read = readAnswers(rare, data);
			expect(read.ok && [...read.value]).toEqual([]);
			expect(judge(rare)({answers: data})).toBe(true);
		}
	});
});

describe('a field in a section that does not apply', () => {
	const whole = {gate: {notApplicable: 'why'}};
	const inside = {'gate/component/name': 'A'};

	it('is a contradiction where both are given together', () => {
		const read = readAnswers(form, {...inside, ...whole}, new Map([['gate/component/name', {line: 7, column: 1}]]));
		expect(!read.ok && read.problem).toMatchObject({code: 'answers.contradiction', exit: 2, place: {line: 7}});
		expect(problemsOf({'gate/component': {leftOut: true}, ...inside})[0]).toContain('gate/component is left out');
	});

	it('is as the upper layer has it', () => {
		const field = readAnswers(form, whole, undefined, inside);
		expect(field.ok && [...field.value.keys()]).toEqual(['gate/component/name']);
		const section = readAnswers(form, inside, undefined, whole);
		expect(section.ok && [...section.value.keys()]).toEqual(['gate']);
	});

	it('is none where what an instance begins with does not apply, for that has answers of its own', () => {
		const decisions = readForm(
			'# Plan\n\n## Decisions\n\n- **Decision:** [what]\n  - **Why:** [why]\n- **Decision:** [what]\n  - **Why:** [why]\n',
		);
		const head = {state: 'not-applicable', reason: 'none yet'} as const;
		const read = readAnswers(decisions, {
			'decisions/decision': {notApplicable: 'none yet'},
			'decisions/decision/why': 'Rain',
		});
		expect(read.ok && [...read.value]).toEqual([
			['decisions/decision', head],
			['decisions/decision/why', {state: 'answered', value: 'Rain'}],
		]);
		const given = new Map([['decisions/decision/why', {state: 'answered', value: 'Rain'} as const]]);
		const laid = layOver(decisions, new Map([['decisions/decision', head]]), given, new Set());
		expect(laid.get('decisions/decision')).toEqual(head);
	});

	it('makes the section of a document apply again', () => {
		const standing = new Map([['gate', {state: 'not-applicable', reason: 'none'} as const]]);
		const given = new Map([['gate/component/inputs', {state: 'answered', value: ['a']} as const]]);
		expect([...layOver(form, standing, given, new Set()).keys()]).toEqual(['gate/component/inputs']);
	});
});

describe('instances', () => {
	it.each([
		['the next one', {'gate/component[2]/name': 'B'}, 2],
		['several, in any order', {'gate/component[3]/name': 'C', 'gate/component[2]/name': 'B'}, 3],
		['one behind a list', {'gate/component': [{name: 'A'}, {name: 'B'}], 'gate/component[3]/name': 'C'}, 3],
	])('come where they are numbered without a gap: %s', (_, data, count) => {
		const read = readAnswers(form, data, undefined, {});
		expect(read.ok && read.form.repeats.find(one => one.id === 'gate/component')?.instances).toHaveLength(count);
		expect(read.ok && read.value.has(`gate/component[${count}]/name`)).toBe(true);
	});

	it('are named by their number, whatever their headings say', () => {
		const read = readAnswers(form, {'phase[1]/goal': 'go', 'phase[3]/goal': 'on'});
		if (!read.ok) throw new Error(read.problem.summary);
		const {source} = fill(read.form, read.value);
		expect(source).toContain('## Phase 1: Start\n\n- Goal: go\n');
		// The copy has no title yet: the one that it was copied from keeps its own.
		expect(source).toContain('## Phase 3: [Title]\n\n- Goal: on\n');
	});

	it('have their titles asked for where they are copies of one with a title', () => {
		const read = readAnswers(form, {'phase[3]/name': 'Rest', 'phase[3]/goal': 'on'});
		if (!read.ok) throw new Error(read.problem.summary);
		expect(fill(read.form, read.value).source).toContain('## Phase 3: Rest\n\n- Goal: on\n');
	});

	it('are refused behind a gap', () => {
		const [problem] = problemsOf({'gate/component[9999]/name': 'zzz'});
		expect(problem).toContain('the next one is gate/component[2]');
	});

	it('are refused where there would be more sections than a document may have', () => {
		const read = readAnswers(form, {'gate/component': Array.from({length: 5000}, () => ({name: 'x'}))});
		expect(!read.ok && read.problem).toMatchObject({code: 'limit.sections', exit: 6});
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
		expect(more.source).toContain('## Phase 3: [Title]');
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
	expect(nearest('loud', ['off', 'info', 'warn', 'error'])).toBeUndefined();
	expect(nearest('errro', ['off', 'info', 'warn', 'error'])).toBe('error');
});
