import {describe, expect, test} from 'vitest';
import {expand, fill, match, readForm} from '../../../source/core/form/index.ts';
import {fieldOf, sectionsOf} from './reading.ts';

const ids = (source: string) =>
	readForm(source).repeats.map(repeat => [repeat.id, repeat.unit, repeat.instances.map(instance => instance.id)]);

describe('repeats', () => {
	test('a heading with a blank', () => {
		const source = '# A b c\n\n## Parts\n\n### Part: <name>\n\n**Owner:** <name>\n\n---\n\n## End\n';
		expect(ids(source)).toEqual([['parts/part', 'section', ['parts/part']]]);
		const [repeat] = readForm(source).repeats;
		expect(source.slice(repeat!.instances[0]!.range.from, repeat!.instances[0]!.range.to)).toBe(
			'### Part: <name>\n\n**Owner:** <name>\n\n',
		);
		expect(repeat!.instances[0]!.fields).toEqual(['parts/part/name', 'parts/part/owner']);
	});

	test('copies of it are its instances', () => {
		expect(ids('# A b c\n\n## Part 1: [Name]\n\n<x>\n\n## Part 2: [Name]\n\n<x>\n')).toEqual([
			['part', 'section', ['part', 'part[2]']],
		]);
	});

	test('the steps of a scale are one of each', () => {
		expect(ids('# A b c\n\n## P0: Must have\n\n<x>\n\n## P1: May have\n\n<x>\n')).toEqual([]);
	});

	test('numbered siblings with titles keep their own ids and share one repeat', () => {
		const form = readForm('# A b c\n\n## Phase 1: Start\n\n<x>\n\n## Phase 2: End\n\n<x>\n');
		expect(
			form.repeats.map(repeat => [repeat.id, repeat.numbered, repeat.instances.map(instance => instance.id)]),
		).toEqual([['phase', true, ['phase-1-start', 'phase-2-end']]]);
		expect(sectionsOf(form).map(section => section.repeat)).toEqual([undefined, 'phase', 'phase']);
	});

	test('numbered siblings that have hardly anything in common are parts of one whole, each once', () => {
		const part = (heading: string, ...names: string[]) =>
			`## ${heading}\n\n${names.map(name => `### ${name}\n\n<x>\n\n`).join('')}`;
		const whole = `# A b c\n\n${part('PART 1 — Why', 'Scope', 'Goals', 'Users')}`;
		const parts = readForm(`${whole}${part('PART 2 — How', 'Rollout', 'Risks', 'Users')}`);
		expect(parts.repeats).toEqual([]);
		expect(sectionsOf(parts).map(({id}) => id)).toContain('part-2-how/rollout');
		expect(ids(`${whole}## PART 2 — How\n\n- Owner: <who>\n- Due: <when>\n`)).toEqual([]);
	});

	test('with the same below them they are several of one block, whatever else one of them has', () => {
		const goals = '**Goals:** <x>\n\n**Risks:** <x>\n\n';
		const phases = `# A b c\n\n## Phase 1: Start\n\n${goals}## Phase 2: End\n\n${goals}**Review:** <x>\n\n`;
		expect(ids(phases)).toEqual([['phase', 'section', ['phase-1-start', 'phase-2-end']]]);
		// The second is not worked out: nothing can be told of it.
		expect(ids(`# A b c\n\n## Story 1\n\n${goals}## Story 2\n\n<story>\n`)).toEqual([
			['story', 'section', ['story', 'story[2]']],
		]);
		expect(
			ids(`# A b c\n\n## Item 1: [Name]\n\n${goals}## Item 2: [Name]\n\n**Cost:** <x>\n\n**Gain:** <x>\n`),
		).toEqual([['item', 'section', ['item', 'item[2]']]]);
	});

	test('a copy that only says so is a note of the first', () => {
		const form = readForm(
			'# A b c\n\n## Part 1: {Name}\n\n**Job**: [what]\n\n## Part 2: {Name}\n\n[Repeat structure for each part]\n',
		);
		expect(form.repeats.map(repeat => [repeat.instances.length, repeat.note])).toEqual([
			[1, 'Repeat structure for each part'],
		]);
		expect(form.guidance.find(one => one.role === 'repeat-note')?.fields).toEqual(['part/name', 'part/job']);
	});

	test('a label over nested labels is a record', () => {
		const source = '# A b c\n\n## Log\n\n- **Decision:** <what>\n  - **Why:** <why>\n';
		const form = readForm(source);
		expect(form.fields.slice(1).map(field => field.id)).toEqual(['log/decision', 'log/decision/why']);
		expect(ids(`${source}- **Decision:** <what>\n  - **Why:** <why>\n`)).toEqual([
			['log/decision', 'item', ['log/decision', 'log/decision[2]']],
		]);
		expect(
			fieldOf(readForm(`${source}- **Decision:** <what>\n  - **Why:** <why>\n`), 'log/decision[2]/why').repeat,
		).toBe('log/decision');
	});

	test('a note makes the list under it a record, and its copies instances', () => {
		const source = '# A b c\n\n## Log\n\nFor each decision:\n\n* What: <what>\n* Why: <why>\n';
		expect(ids(source)).toEqual([['log/what', 'item', ['log/what']]]);
		expect(ids(`${source}* What: <what>\n* Why: <why>\n`)).toEqual([['log/what', 'item', ['log/what', 'log/what[2]']]]);
	});

	test('a numbered label over a list of its parts', () => {
		const source = '# A b c\n\n## Systems\n\n**System 1**: [name]\n- **Type**: [type]\n- **Limits**: [limits]\n';
		expect(ids(source)).toEqual([['systems/system', 'item', ['systems/system']]]);
		expect(
			readForm(source)
				.fields.slice(1)
				.map(field => field.id),
		).toEqual(['systems/system/name', 'systems/system/type', 'systems/system/limits']);
	});

	test('a note behind labelled lines makes them a record, and loses none of them', () => {
		const source = '# A b c\n\n## Log\n\n**Decision:** [what]\n**Rationale:** [why]\n\nAdd more decisions as needed.\n';
		expect(ids(source)).toEqual([['log/decision', 'item', ['log/decision']]]);
		const form = readForm(source);
		expect(form.fields.slice(1).map(field => field.id)).toEqual(['log/decision', 'log/decision/rationale']);
		expect(form.guidance.map(one => [one.role, one.text])).toEqual([['repeat-note', 'Add more decisions as needed.']]);
	});

	test('the only label below a label names its value itself', () => {
		const form = readForm('# A b c\n\n## Api\n\n- Calls:\n  - **Call:** [path]\n    - **Method:** GET | POST\n');
		expect(form.fields.slice(1).map(({id, label}) => [id, label])).toEqual([
			['api/calls/call', 'Call'],
			['api/calls/call/method', 'Method'],
		]);
	});

	test('labelled lines that come again are instances of one record', () => {
		const lines = '**Decision:** [what]\n**Rationale:** [why]\n';
		expect(ids(`# A b c\n\n## Log\n\n${lines}\n${lines}`)).toEqual([
			['log/decision', 'item', ['log/decision', 'log/decision[2]']],
		]);
	});

	test('a label with its blank over a list of labels is a record, and so are its copies', () => {
		const block = '**Decision:** [what]\n\n- Why: [why]\n- Since: YYYY-MM-DD\n\n';
		const source = `# A b c\n\n## Log\n\n${block}`;
		expect(ids(source)).toEqual([['log/decision', 'item', ['log/decision']]]);
		expect(ids(`${source}${block}`)).toEqual([['log/decision', 'item', ['log/decision', 'log/decision[2]']]]);
		expect(
			readForm(source)
				.fields.slice(1)
				.map(field => field.id),
		).toEqual(['log/decision', 'log/decision/why', 'log/decision/since']);
	});

	test('what repeats is called by its word', () => {
		const labels = (source: string) => readForm(source).repeats.map(({label, numbered}) => [label, numbered]);
		expect(labels('# A b c\n\n## Phase 1: Start\n\n[x]\n\n## Phase 2: End\n\n[x]\n')).toEqual([['Phase', true]]);
		expect(
			labels('# A b c\n\n## O\n\n- **Option 1: [name]**\n  - Pros: [x]\n- **Option 2: [name]**\n  - Pros: [x]\n'),
		).toEqual([['Option', true]]);
	});

	test('what only the last instance has behind its own fields is not part of a copy', () => {
		const form = readForm(
			'# A b c\n\n## Modes\n\n### Mode 1: [Name]\n\n- [Duty 1]\n- [Duty 2]\n\n### Mode 2: [Name]\n\n- [Duty 1]\n- [Duty 2]\n\n**Scope Note**: [what it covers]\n',
		);
		expect(form.fields.at(-1)?.id).toBe('modes/scope-note');
		expect(form.repeats[0]?.instances[1]?.fields).toEqual(['modes/mode[2]/name', 'modes/mode[2]/body']);
	});
});

describe('a filled example', () => {
	const form = readForm(
		'# Note Template\n\n## Why\nWhat is it for?\n\n## Plan\n- Goals:\n- Owner:\n\n---\n\n## Example (filled)\n\n## Why\nTo lend books.\n\n## Plan\n- Goals:\n  - Lend ten\n- Owner: Ada\n',
	);

	test('is no part of the form', () => {
		expect(sectionsOf(form).map(section => section.id)).toEqual(['document', 'why', 'plan']);
		expect(form.source.slice(form.guidance.find(one => one.role === 'example')!.range.from)).toMatch(
			/^---\n\n## Example/u,
		);
	});

	test("feeds the fields' examples", () => {
		expect(form.fields.map(field => field.example)).toEqual([undefined, 'To lend books.', '- Lend ten', 'Ada']);
	});

	test('how many there are says nothing about what the rest of the template asks for', () => {
		const asked = ['Goal', 'Cost', 'Time', 'Risk'].map(name => `## ${name}\n\nDescribe the ${name} here.\n\n`).join('');
		const template = `# Crossing\n\n${asked}## Setting\n\nThe harbour lies north of the town.\n\n## Boat <name>\n\n`;
		for (const boat of ['Length: [feet]\n', '[What the boat is there for]\n\n[What it has cost so far]\n']) {
			const form = readForm(template + boat);
			const grown = expand(form, new Map([['boat', 12]]));
			expect(grown.repeats.map(one => one.instances.length)).toEqual([12]);
			expect(fieldOf(form, 'setting/body').blank).toBe(true);
			expect(fieldOf(grown, 'setting/body').blank).toBe(true);
		}
	});
});

test('a heading of code that is nothing but blanks repeats by them', () => {
	const form = readForm(
		'# A b c\n\n## Calls\n\n### `{METHOD} {/path}`\n\nWhat does it do?\n\n### `get({id})`\n\nWhat is it?\n',
	);
	expect(form.repeats.map(({instances}) => instances.length)).toEqual([1]);
	expect(
		form.fields
			.filter(({place}) => place.at === 'heading')
			.slice(-2)
			.map(({placeholder}) => placeholder),
	).toEqual(['{METHOD}', '{/path}']);
	const [method, path] = form.fields.filter(({place}) => place.at === 'heading').slice(-2);
	const answers = new Map([
		[method!.id, {state: 'answered', value: 'GET'} as const],
		[path!.id, {state: 'answered', value: '/users'} as const],
	]);
	const {source} = fill(form, answers);
	expect(source).toContain('### `GET /users`\n');
	expect(match(form, source).answers).toEqual(answers);
});
