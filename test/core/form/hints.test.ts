/** What a template's author says outright, in comments and in front matter. */

import {describe, expect, it} from 'vitest';
import {bind, fill, match, readForm, resize, type Answer, type Field} from '../../../source/core/form/index.ts';
import {withMarker} from '../../../source/core/form/marker.ts';
import {hinted} from './hinted.ts';
import {fieldOf, sectionsOf} from './reading.ts';

const answered = (value: string): Answer => ({state: 'answered', value});

/** The only field of a list with one label, and what a hint behind its blank makes of it. */
function hintedWith(hint: string): Field {
	const form = readForm(`# Plan\n\n- Thing: [thing] <!-- specwright: ${hint} -->\n- Other: [x]\n`);
	expect(form.faults).toEqual([]);
	return form.fields.find(field => !field.id.endsWith('/other'))!;
}

/** What is wrong with a template's hints: code, the text that is meant. */
function faults(source: string): string[] {
	return readForm(source).faults.map(({code, range}) => `${code} ${source.slice(range.from, range.to)}`);
}

describe('a hint behind a blank', () => {
	it.each([
		['kind: person', {kind: 'person'}],
		['{kind: prose}', {kind: 'prose'}],
		['kind: number, unit: ms', {kind: 'number', unit: 'ms'}],
		['kind: date, format: DD.MM.YYYY', {kind: 'date', format: 'DD.MM.YYYY'}],
		['options: [Low, "Not, yet"]', {kind: 'choice', options: ['Low', 'Not, yet'], open: false}],
		['options: Low | High, open: true', {kind: 'choice', options: ['Low', 'High'], open: true}],
		['options: [a, b], multiple: yes', {kind: 'choice', multiple: true}],
		['options: [a, b], default: b', {default: 'b'}],
		['example: "Ada, in Paris"', {example: 'Ada, in Paris'}],
		['guidance: Who answers for it.', {guidance: ['Who answers for it.']}],
		['requirement: optional', {requirement: 'optional'}],
		['requirement: RNIA', {requirement: 'required', reasonForNotApplicable: true}],
		['condition: only for services', {requirement: 'conditional', condition: 'only for services'}],
		['label: The thing itself', {id: 'document/the-thing-itself', label: 'The thing itself'}],
		['id: what', {id: 'document/what', label: 'Thing'}],
	])('says %s', (hint, expected) => {
		expect(hintedWith(hint)).toMatchObject(expected);
	});

	it('changes nothing that it does not speak of', () => {
		const plain = readForm('# Plan\n\n- Thing: [thing]\n- Other: [x]\n').fields[0]!;
		const {hinted: says, ...rest} = hintedWith('requirement: optional');
		expect(rest).toEqual({...plain, requirement: 'optional'});
		expect(says).toEqual(['requirement']);
	});
});

describe('a hint on lines of its own', () => {
	it('speaks of the next field below it, or of the one that it names', () => {
		const form = readForm(`# Plan

- A: [a]

<!-- specwright:
kind: prose
guidance: |
  One page,
  not more.
-->

- B: [b]
- C: [c]

<!-- specwright: {field: A, kind: person} -->
`);
		expect(form.faults).toEqual([]);
		expect(form.fields.map(({label, kind}) => `${label} ${kind}`)).toEqual(['A person', 'B prose', 'C text']);
		expect(fieldOf(form, 'document/b').guidance).toEqual(['One page,\nnot more.']);
	});

	it('speaks of the section where it stands below the heading', () => {
		const form = readForm(`# Plan

## Risks
<!-- specwright: requirement: optional, guidance: Think of money., example: The vendor leaves. -->

- First: [risk]
- Second: [risk]
`);
		const risks = sectionsOf(form).find(({id}) => id === 'risks')!;
		expect(risks).toMatchObject({
			requirement: 'optional',
			guidance: ['Think of money.'],
			example: 'The vendor leaves.',
		});
		expect(form.fields.map(({requirement}) => requirement)).toEqual(['optional', 'optional']);
	});

	it('says of a section that it repeats, or that it does not', () => {
		const form = readForm('# Plan\n\n## Service <!-- specwright: repeatable: true -->\n\n- Name: [name]\n');
		expect(form.repeats.map(({id}) => id)).toEqual(['service']);
		const two = resize(form, new Map([['service', 2]]));
		expect(two.fields.map(({id}) => id)).toEqual(['service/name', 'service[2]/name']);
		const written = fill(two, new Map([['service[2]/name', answered('Signer')]]));
		expect(match(form, written.source).answers.get('service[2]/name')).toEqual(answered('Signer'));
		const phases = '# Plan\n\n## Phase 1\n<!-- specwright: repeatable: false -->\n\nWhat?\n\n## Phase 2\n\nWhat?\n';
		expect(readForm(phases).repeats).toEqual([]);
	});

	it('is no part of a heading, of its id and of its title', () => {
		const [section] = readForm('## Risks <!-- specwright: requirement: optional -->\n\nWhich?\n').sections;
		expect(section).toMatchObject({id: 'risks', heading: 'Risks', title: 'Risks', requirement: 'optional'});
	});
});

describe('front matter', () => {
	const source = `---
specwright:
  fields:
    document/owner: {kind: person}
    Due: {kind: date}
  sections:
    risks: {requirement: optional}
---

# Plan

- Owner: [x]
- Due: [y]

## Risks

- Due day: [z]
`;

	it('speaks of fields and sections by their ids or names', () => {
		const form = readForm(source);
		expect(form.faults).toEqual([]);
		expect(form.fields.map(({id, kind, requirement}) => `${id} ${kind} ${requirement}`)).toEqual([
			'document/owner person required',
			'document/due date required',
			'risks/due-day text optional',
		]);
	});

	it('goes as a whole where nothing else is in it, and its other lines stay to the byte', () => {
		expect(fill(readForm(source), new Map(), {finish: true}).source).toMatch(/^# Plan\n/);
		const more = source.replace('---\nspecwright', "---\ntags:   [a,  'b']   # mine\nspecwright");
		expect(fill(readForm(more), new Map(), {finish: true}).source).toMatch(
			/^---\ntags: {3}\[a, {2}'b'\] {3}# mine\n---\n\n# Plan\n/,
		);
	});

	it('asks for nothing that stands in a hint', () => {
		expect(readForm('---\nspecwright:\n  fields:\n    x: {guidance: "<who>"}\ntitle: <t>\n---\n').fields).toHaveLength(
			1,
		);
	});
});

describe('variables', () => {
	it('are what a hint names, whatever the blank looks like', () => {
		const form = readForm('# Plan\n\n- Team: [the team] <!-- specwright: variable: team -->\n\nAsk {Team} first.\n');
		expect(form.faults).toEqual([]);
		expect(form.fields).toHaveLength(1);
		expect(fill(form, new Map([['document/team', answered('Core')]])).source).toContain('Ask Core first.');
	});
});

describe('in what is written', () => {
	const form = readForm(hinted);

	it('hints stay while it is unfinished, but for those behind an answer', () => {
		const owner = new Map([['document/owner', answered('Ada')]]);
		const {source} = fill(form, owner);
		expect(source).toBe(hinted.replace('[who] <!-- specwright: kind: person, requirement: optional -->', 'Ada'));
		expect(fill(form, new Map()).source).toBe(hinted);
	});

	it('hints are gone when it is finished, and nobody is told of one', () => {
		const document = fill(form, new Map(), {finish: true});
		expect(document.source).not.toContain('specwright');
		expect(document.leftovers.filter(({role}) => role === 'hint')).toEqual([]);
		expect(document.source).toContain('## Goals\n\n## Delivery\n\n- Name: [name]\n- Due: [when]\n');
	});

	it('a document edited by hand is read with its hints and without them', () => {
		const by = (text: string) => [...match(form, text).answers].filter(([, {state}]) => state === 'answered');
		const edited = hinted.replace('[who] <!--', 'Ada <!--').replace('[what came before]', 'A prototype');
		const expected = [
			['document/owner', answered('Ada')],
			['document/background', answered('A prototype')],
		];
		expect(by(edited)).toEqual(expected);
		expect(by(edited.replaceAll(/[ ]?<!-- specwright[\s\S]*?-->/g, ''))).toEqual(expected);
	});

	it('a bound document keeps its bytes, and one answer changes its line alone', () => {
		const edited = hinted.replace('[who] <!--', 'Ada <!--').replace('## Goals', '## Our goals');
		const bound = bind(form, edited);
		expect(fill(bound.form, new Map()).source).toBe(edited);
		expect(fill(bound.form, new Map([...bound.answers, ['document/headcount', answered('7')]])).source).toBe(
			edited.replace('Headcount: [n]', 'Headcount: 7 people'),
		);
	});
});

describe('a marker', () => {
	it('is never taken for a hint, nor a hint for a marker', () => {
		for (const name of ['{kind}', 'kind:', '{a}/b.md', 'plain']) {
			const text = withMarker('# Plan\n\n- A: [a]\n', {name, version: '1.0.0'});
			const form = readForm(text);
			expect(form.marker).toMatchObject({name, version: '1.0.0'});
			expect(form.faults).toEqual([]);
			expect(form.guidance).toEqual([]);
		}

		expect(readForm('# Plan\n\n- A: [a]\n\n<!-- specwright: {field: A} -->\n').marker).toBeUndefined();
		expect(readForm('- A: [a]\n\n<!-- specwright: {optional} -->\n').marker).toBeUndefined();
	});

	it('in the middle of a text is told', () => {
		expect(faults('# Plan\n\n<!-- specwright: optional -->\n\n- A: [a]\n')).toEqual([
			'hint.marker <!-- specwright: optional -->',
		]);
	});
});

describe('a wrong hint', () => {
	it.each([
		['kind: persn', 'hint.kind persn'],
		['knd: person', 'hint.property knd'],
		['kind: table', 'hint.kind kind'],
		['kind: number, options: [a, b]', 'hint.options options'],
		['kind: choice', 'hint.kind kind'],
		['options: [a]', 'hint.options [a]'],
		['kind: date, default: soon', 'hint.default default'],
		['options: [a, b], default: c', 'hint.default default'],
		['format: whenever', 'hint.format whenever'],
		['requirement: perhaps', 'hint.requirement perhaps'],
		['id: Not An Id', 'hint.id Not An Id'],
		['multiple: maybe', 'hint.value maybe'],
		['multiple: true', 'hint.multiple multiple'],
		['unit: ms', 'hint.unit unit'],
		['columns: {a: {kind: date}}', 'hint.columns columns'],
		['field: Nobody, kind: person', 'hint.nothing field'],
		['kind: [a, b]', 'hint.value [a, b]'],
		['{kind: person', 'hint.yaml '],
		['kind: &a person', 'hint.yaml person'],
		['kind: *a', 'hint.yaml *a'],
		['when: {field: status, is: done}', 'hint.property when'],
	])('%s is told with its place', (hint, expected) => {
		expect(faults(`# Plan\n\n- Thing: [thing] <!-- specwright: ${hint} -->\n`)).toEqual([expected]);
	});

	it.each([
		['---\nspecwright:\n  fields:\n    nobody: {kind: date}\n---\n\n- A: [a]\n', 'hint.nothing nobody'],
		['---\nspecwright: {field: {a: {kind: date}}}\n---\n\n- A: [a]\n', 'hint.property field'],
		['# A\n\n- O: [a]\n\n# B\n\n- O: [b]\n', ''],
		['---\nspecwright: {fields: {O: {kind: date}}}\n---\n\n# A\n\n- O: [a]\n\n# B\n\n- O: [b]\n', 'hint.which O'],
		['# A\n<!-- specwright: kind: date -->\n\n- O: [a]\n- P: [b]\n', 'hint.which <!-- specwright: kind: date -->'],
		['# A\n\n- O: [a]\n\n<!-- specwright: kind: date -->\n', 'hint.nothing <!-- specwright: kind: date -->'],
		['# A\n\n<!-- specwright: kind: date --> [a]\n', 'hint.place <!-- specwright: kind: date -->'],
		['# A\n\n- [Goal 1] <!-- specwright: kind: date -->\n- [Goal 2]\n', 'hint.place <!-- specwright: kind: date -->'],
	])('%j is told', (source, expected) => {
		expect(faults(source)).toEqual(expected === '' ? [] : [expected]);
	});

	it('takes no other down with it', () => {
		expect(readForm('- A: [a] <!-- specwright: kind: date, foo: 1 -->\n').fields[0]!.kind).toBe('date');
	});

	it('does not hold up a file with very many of them', () => {
		const source = '- A: [a] <!-- specwright: kind: date -->\n'.repeat(5000);
		const form = readForm(source);
		expect(form.faults.map(({code}) => code)).toEqual(['hint.too-many']);
		expect(form.source).toBe(source);
	});

	it('may be as large and as deep as anyone likes', () => {
		for (const hint of ['x'.repeat(70_000), '['.repeat(50_000), '- '.repeat(20_000), '{a: '.repeat(9000)]) {
			const source = `- A: [a]\n\n<!-- specwright:\n${hint}\n-->\n`;
			const form = readForm(source);
			expect(form.faults).toHaveLength(1);
			expect(form.fields.map(({id, kind}) => `${id} ${kind}`)).toEqual(['document/a text']);
			expect(fill(form, new Map()).source).toBe(source);
		}
	});
});
