import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {fieldState, fill, match, readForm, withMarker, readMarker} from '../../../source/core/form/index.ts';
import type {Answer, Answers} from '../../../source/core/form/index.ts';

const template = `# [Name] design

**Owner:** [Team]
**Status:** Draft | Approved

## 1) Context (required)

> Say what forces the decision.

Describe the context.

## 2) Goals

- [goal 1]
- [goal 2]

## 3) Notes (optional)

Anything else?

## 4) Links

- Runbook:
- Tickets (optional): <link>

---

## 5) End
`;

const form = readForm(template);
const yes = (value: string | readonly string[]): Answer => ({state: 'answered', value});
const written = (answers: Readonly<Record<string, Answer>>, finish = false): string =>
	fill(form, new Map(Object.entries(answers)), {finish}).source;

describe('an answer', () => {
	it('takes the guidance, the prompt and the marker of its section with it, and nothing else', () => {
		expect(written({'context/body': yes('Queues grow.\n\nThey must not.')})).toBe(
			template.replace(
				'## 1) Context (required)\n\n> Say what forces the decision.\n\nDescribe the context.',
				'## 1) Context\n\nQueues grow.\n\nThey must not.',
			),
		);
	});

	it('goes back to the template when it is cleared', () => {
		expect(written({'context/body': yes('  \n ')})).toBe(template);
		expect(written({})).toBe(template);
	});

	it('never becomes a heading', () => {
		const source = written({'context/body': yes('# Big\nTitle\n---\n\n```\n# comment\n```')});
		expect(source).toContain('\\# Big\nTitle\n\\---\n\n```\n# comment\n```');
	});

	it('that is worded like the template hides the backslash that tells them apart', () => {
		const named = readForm(
			'# Plan\n\n## Goals\n\n- Goals:\n- Non-goals:\n\n## Why\n\n[Say why]\n\nIt ends with <name> here.\n',
		);
		const answers = new Map<string, Answer>([
			['goals/goals', yes(['Non-goals:', 'then\n2) both'])],
			['why/body', yes('One\nIt ends with x here.\nTwo')],
		]);
		const {source} = fill(named, answers);
		expect(source).toContain('- Goals:\n  - Non-goals\\:\n  - then\n    2\\) both\n');
		expect(source).toContain('One\nIt ends with x here\\.\nTwo\n');
		expect([...match(named, source).answers]).toEqual(expect.arrayContaining([...answers]));
	});

	it('is refused with its line where it would swallow what follows', () => {
		const document = fill(form, new Map([['context/body', yes('fine\n```js\nnever closed')]]));
		expect(document.problems.get('context/body')).toMatchObject({code: 'value.unclosed', place: {line: 2}});
		expect(document.source).toBe(template);
		expect(fieldState(document, 'context/body')).toBe('partial');
	});

	it('of one line is refused with a line break, not mangled', () => {
		const document = fill(form, new Map([['document/owner', yes('a\nb')]]));
		expect(document.problems.get('document/owner')?.code).toBe('value.one-line');
		expect(document.source).toBe(template);
	});

	it('stands in the template’s own bullets', () => {
		expect(written({'goals/body': yes(['fast', 'two\nlines'])})).toContain(
			'## 2) Goals\n\n- fast\n- two\n  lines\n\n## 3)',
		);
	});

	it('says that it does not apply where the value would stand', () => {
		expect(written({'links/runbook': {state: 'not-applicable', reason: 'nobody\n is paged'}})).toContain(
			'- Runbook: N/A — nobody is paged\n',
		);
	});

	it('is no “not applicable” because its first item says so', () => {
		for (const value of [
			['N/A', 'second'],
			['n/a — why', 'second'],
		]) {
			const {source} = fill(form, new Map([['goals/body', yes(value)]]));
			expect(match(form, source).answers.get('goals/body')).toEqual(yes(value));
		}
	});

	it('has its place in the text', () => {
		const document = fill(form, new Map([['document/owner', yes('Ann')]]));
		const span = document.spans.get('document/owner')!;
		expect(document.source.slice(span.from, span.to).trim()).toBe('Ann');
		expect([...document.spans.keys()]).toEqual(form.fields.map(field => field.id));
	});

	it('uses the line ends of the file', () => {
		const windows = readForm(template.replaceAll('\n', '\r\n'));
		const {source} = fill(windows, new Map([['context/body', yes('a\nb')]]));
		expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		expect(source).toContain('a\r\nb');
	});
});

describe('a section', () => {
	it('that does not apply keeps its heading and says why; the rule behind it stays', () => {
		expect(written({links: {state: 'not-applicable', reason: 'a library'}})).toContain(
			'## 4) Links\n\nN/A — a library\n\n---\n\n## 5) End',
		);
	});

	it('that is left out is gone whole', () => {
		expect(written({notes: {state: 'left-out'}})).toContain('- [goal 2]\n\n## 4) Links');
	});
});

describe('finishing', () => {
	it('keeps what is optional where an answer beside it could not be told from it', () => {
		const source = '# A b c\n\n## Goals (optional)\n\n```yaml\n[a]\n```\n\n    b\n\n```\n[c]\n```\n';
		const several = readForm(source);
		const given = new Map<string, Answer>([[several.fields.at(-1)!.id, {state: 'answered', value: 'done'}]]);
		const {source: text, problems} = fill(several, given, {finish: true});
		expect([...problems]).toEqual([]);
		expect(match(several, text).answers).toEqual(given);
	});

	it('leaves out what is optional and untouched, and says so', () => {
		const document = fill(form, new Map([['document/owner', yes('Ann')]]), {finish: true});
		expect(document.source).not.toContain('Notes');
		expect(document.source).not.toContain('Tickets');
		expect(document.answers.get('notes')).toEqual({state: 'left-out'});
		expect(fieldState(document, 'notes/body')).toBe('left-out');
	});

	it('leaves no bare name of a variable behind', () => {
		const shared = readForm(
			'# Plan\n\n## Why\n\n[Why now]\n\n## Use\n\n- Team (optional): {team}\n\nAsk {team} first.\n',
		);
		const why = ['why/body', yes('Queues grow.')] as const;
		const absent = fill(shared, new Map([why, ['use/team', {state: 'not-applicable', reason: 'nobody yet'}]]), {
			finish: true,
		});
		expect(absent.source).toContain('- Team (optional): N/A — nobody yet\n\nAsk N/A first.');
		// Left open, its blank stays and is told; gone, the other place would show the name alone.
		expect(fill(shared, new Map([why]), {finish: true}).source).toContain('- Team (optional): {team}');
	});

	it('never drops what is required and open', () => {
		const {source} = fill(form, new Map(), {finish: true});
		expect(source).toContain('## 1) Context (required)\n\n> Say what forces the decision.\n\nDescribe the context.');
	});
});

describe('the marker', () => {
	const marker = {name: 'design', version: '1.0.0', hash: '0123456789ab'};

	it('is the last block, and replaces the one there is', () => {
		const once = withMarker('# A\n\ntext\n', marker);
		expect(once).toBe('# A\n\ntext\n\n<!-- specwright: design@1.0.0 sha256:0123456789ab -->\n');
		expect(withMarker(once, marker)).toBe(once);
		expect(readMarker(withMarker('# A\n\n<!-- specwright: other -->', marker))).toMatchObject(marker);
	});

	it('is not written where it would be inside something else', () => {
		expect(withMarker('# A\n\n```\nopen', marker)).toBe('# A\n\n```\nopen');
		expect(readMarker('```\n<!-- specwright: x -->')).toBeUndefined();
	});
});

it('fills a name in all its places, in their case', () => {
	const named = readForm(
		'# {Feature Name} plan\n\n## Why\n\nThe {feature} service asks {Feature}.\n\n## What\n\n[Describe it]\n',
	);
	const title = named.fields.find(field => field.variable !== undefined);
	if (!title) throw new Error('no variable');
	const {source} = fill(named, new Map([[title.id, yes('Smart Search')]]));
	expect(source).toContain('# Smart Search plan');
	expect(source).toContain('The smart search service asks Smart Search.');
});

describe('a marker behind a blank', () => {
	const form = readForm(
		'# A b\n\n## Cache\n\n- **Write-Through**: [What is written] (if applicable)\n- Owner: [who]\n',
	);

	it('goes with the answer, and stays while there is none', () => {
		const given: Answers = new Map([['cache/write-through', {state: 'answered', value: 'Orders'}]]);
		const {source} = fill(form, given, {finish: true});
		expect(source).toContain('- **Write-Through**: Orders\n');
		expect(match(form, source).answers).toEqual(given);
		expect(fill(form, new Map()).source).toBe(form.source);
	});

	it('is none of an answer that was written in front of it', () => {
		const {answers} = match(form, form.source.replace('[What is written]', 'Orders'));
		expect(answers.get('cache/write-through')).toEqual({state: 'answered', value: 'Orders'});
	});
});

describe('what one line may hold', () => {
	const form = readForm(
		'---\ntitle: "[Title]"\n---\n\n# Plan\n\n## Steps\n\n- [step]\n- [step]\n\n## Why\n\nWhy now?\n\n## Dates\n\n- Due: YYYY-MM-DD\n',
	);
	const id = (name: string): string => form.fields.find(field => field.id.endsWith(name))!.id;

	it('keeps a sign that would open a block from opening it', () => {
		const value = ['~~~ no fence', '<script> is a word here', '<!-- so is this'];
		const {source, problems} = fill(form, new Map([[id('steps/body'), {state: 'answered', value}]]));
		expect(problems.size).toBe(0);
		expect(source).toContain('- \\~~~ no fence\n- \\<script> is a word here\n- \\<!-- so is this\n');
		expect(match(form, source).answers.get(id('steps/body'))).toEqual({state: 'answered', value});
	});

	it('writes quotes and backslashes into front matter as YAML reads them', () => {
		for (const value of ['say "hi"', 'C:\\', '\\"', "it's"]) {
			const {source} = fill(form, new Map([[id('title'), {state: 'answered', value}]]));
			expect(parse(source.split('---')[1]!)).toEqual({title: value});
		}
	});

	it('tells that evidence has no place in a heading or behind an item’s label', () => {
		const evidence = ['a.ts:4'];
		const named = readForm('# [Name] plan\n\n## Links\n\n- Runbook:\n- Tickets:\n');
		for (const name of ['document/title', 'links/runbook']) {
			const {source, problems} = fill(named, new Map([[name, {state: 'answered', value: 'x', evidence}]]));
			expect(problems.get(name)).toMatchObject({code: 'value.evidence', exit: 2});
			expect(source).toBe(named.source);
		}
	});

	it('tells that evidence has no place beside a date or a list, and has in prose', () => {
		const evidence = ['a.ts:4'];
		const beside = (name: string, value: string | readonly string[]) =>
			fill(form, new Map([[id(name), {state: 'answered', value, evidence}]]));
		expect(beside('steps/body', ['one']).problems.get(id('steps/body'))?.code).toBe('value.evidence');
		expect(beside('due', '2026-01-02').problems.get(id('due'))?.code).toBe('value.evidence');
		const prose = form.fields.find(field => field.kind === 'prose')!.id;
		expect(fill(form, new Map([[prose, {state: 'answered', value: 'Because.', evidence}]])).source).toContain(
			'Because.\nEvidence: a.ts:4\n',
		);
	});

	it('calls evidence what the template calls it, and a gap too', () => {
		const german = readForm(
			'# Plan\n\n> Jeder Absatz endet mit `Beleg:` oder `Beleglücke:`.\n\n## Lage\n\n[Was ist]\n',
		);
		const written = (evidence: readonly string[]): string =>
			fill(german, new Map([['lage/body', {state: 'answered', value: 'Es wächst.', evidence}]])).source;
		expect(written(['a.ts:4', 'b.md'])).toContain('Es wächst.\nBeleg: a.ts:4; b.md\n');
		expect(written(['Evidence gap: niemand zählte'])).toContain('Es wächst.\nBeleglücke: niemand zählte\n');
		expect(written(['beleglücke: niemand zählte'])).toContain('Es wächst.\nbeleglücke: niemand zählte\n');
		expect(written(['a.ts', 'Evidence gap: der Rest'])).toContain('Beleg: a.ts\nBeleglücke: der Rest\n');
		expect(match(german, written(['a.ts'])).answers.get('lage/body')).toEqual({
			state: 'answered',
			value: 'Es wächst.\nBeleg: a.ts',
		});
	});
});
