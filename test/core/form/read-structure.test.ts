import {describe, expect, test} from 'vitest';
import {fill, readForm} from '../../../source/core/form/index.ts';
import {fieldOf, kindsOf, sectionsOf, textOf} from './reading.ts';

describe('sections', () => {
	const form = readForm(
		'# The plan of it\n\n## 1) First (required)\n\n### 1.1 Inner [optional]\n\n<x>\n\n## 16b) Last (Required or N/A with reason)\n\n## Graph (Mermaid)\n\nSetext\n------\n',
	);

	test('numbering and markers are no part of an id', () => {
		expect(sectionsOf(form).map(section => section.id)).toEqual([
			'document',
			'first',
			'first/inner',
			'last',
			'graph-mermaid',
			'setext',
		]);
	});

	test('each has its own requirement, a field the effective one', () => {
		expect(sectionsOf(form).map(section => section.requirement)).toEqual([
			'unspecified',
			'required',
			'optional',
			'required',
			'unspecified',
			'unspecified',
		]);
		expect(fieldOf(form, 'first/inner/body').requirement).toBe('optional');
		expect(fieldOf(form, 'graph-mermaid/body').requirement).toBe('required');
		expect(sectionsOf(form)[3]?.reasonForNotApplicable).toBe(true);
	});

	test('markers go with the space before them', () => {
		expect(
			form.guidance.filter(one => one.role === 'marker').map(one => form.source.slice(one.range.from, one.range.to)),
		).toEqual([' (required)', ' [optional]', ' (Required or N/A with reason)']);
	});

	test.each([
		['(recommended)', 'recommended'],
		['(Recommended if relational)', 'recommended'],
		['(if applicable)', 'conditional'],
		['(only if needed)', 'conditional'],
		['*(mandatory)*', 'required'],
		['(required for template-driven deliverables)', 'required'],
		['(可选)', 'optional'],
		['(implementation)', 'unspecified'],
		['(with rationale)', 'unspecified'],
		['(200)', 'unspecified'],
	])('a heading with %s', (marker, requirement) => {
		expect(sectionsOf(readForm(`# A b c\n\n## Part ${marker}\n`))[1]?.requirement).toBe(requirement);
	});

	test.each([
		['Required.\n\nA short account of it.', 'required'],
		['This section is optional. Describe the rest.', 'optional'],
		['This section is not required if nothing breaks.', 'optional'],
		['The summary is required for the release notes.', 'unspecified'],
	])('the words under a heading: %s', (words, requirement) => {
		expect(sectionsOf(readForm(`# A b c\n\n## Part\n\n${words}\n`))[1]?.requirement).toBe(requirement);
	});

	test('a comment behind a heading is its marker where it says how much is needed, and no part of its title', () => {
		const read = readForm('# A b c\n\n## Links <!-- optional -->\n\n<x>\n\n## Costs <!-- in euros -->\n\n<y>\n');
		const [, links, costs] = sectionsOf(read);
		expect([links?.id, links?.title, links?.requirement]).toEqual(['links', 'Links', 'optional']);
		expect(costs?.requirement).toBe('unspecified');
		expect(read.guidance.filter(one => one.role === 'marker').map(one => one.text)).toEqual(['<!-- optional -->']);
	});

	test('a comment right above a heading speaks of that heading', () => {
		const sections = sectionsOf(
			readForm('# A b c\n\n## One\n\n<x>\n\n<!-- This is an optional element. -->\n## Two\n\n<y>\n'),
		);
		expect(sections.map(section => section.requirement)).toEqual(['unspecified', 'unspecified', 'optional']);
	});

	test('a heading that is only a comment waits for its words', () => {
		const read = readForm(
			'# <!-- name of the boat -->\n\n## Crew\n\n<x>\n\n### <!-- name of a sailor -->\n\n- Role: <y>\n',
		);
		expect(read.fields.map(field => [field.label, field.placeholder, field.blank])).toEqual([
			['name of the boat', '<!-- name of the boat -->', true],
			['Crew', '<x>', true],
			['name of a sailor', '<!-- name of a sailor -->', true],
			['Role', '<y>', true],
		]);
	});

	test('a comment right above one block of several speaks of that block, not of its section', () => {
		const need = (source: string) => sectionsOf(readForm(source)).at(-1)?.requirement;
		const comment = '<!-- This is an optional element. -->\n<x>\n';
		expect(need(`# A b c\n\n## One\n\n${comment}\n- Good: <y>\n`)).toBe('unspecified');
		expect(need(`# A b c\n\n## One\n\n${comment}`)).toBe('optional');
	});

	test('equal titles are told apart by their parents, then by number', () => {
		expect(
			sectionsOf(readForm('# A b c\n\n## X\n\n### Cache\n\n## Y\n\n### Cache\n\n### Cache\n')).map(
				section => section.id,
			),
		).toEqual(['document', 'x', 'x/cache', 'y', 'y/cache', 'y/cache-2']);
	});

	test('headings in fences and comments are none', () => {
		expect(sectionsOf(readForm('# A b c\n\n```\n# no\n```\n\n<!--\n# no\n-->\n')).map(section => section.id)).toEqual([
			'document',
		]);
	});

	test("the template's own name above the title goes when the title is given", () => {
		const form = readForm('# Design Template\n\n# [Project] design\n\n## Part\n');
		expect(form.titleField).toBe('document/title');
		expect(form.guidance[0]).toMatchObject({fields: ['document/title']});
	});
});

describe('bodies', () => {
	test.each([
		['Describe what changes.', 'prose', true],
		['What problem does it solve?', 'prose', true],
		['', 'prose', true],
		['<!-- Say why. -->', 'prose', true],
		['> Say why.', 'prose', true],
		['- Threat model\n- Audit logs', 'list', true],
		['- What is out of scope?\n- Who pays?', 'prose', true],
		['The service answers within 20 ms since March.', 'prose', false],
	])('%j', (words, kind, blank) => {
		const field = fieldOf(readForm(`# A b c\n\n## Part\n\n${words}\n`), 'part/body');
		expect([field.kind, field.blank, field.prefilled]).toEqual([kind, blank, !blank]);
	});

	test('the place of a prompt is its lines, of nothing the end of the heading', () => {
		const form = readForm('# A b c\n\n## One\n\nDescribe it.\n\nWhy now?\n\n## Two\n\n## Three\n');
		expect(textOf(form, 'one/body')).toBe('Describe it.\n\nWhy now?');
		expect(form.source.slice(0, fieldOf(form, 'two/body').range.from).endsWith('## Two')).toBe(true);
	});

	test('a section that only heads others takes none', () => {
		expect(kindsOf('# A b c\n\n## Scope\n\n### In\n\n### Out\n')).toEqual([
			'document/title text',
			'scope/in/body prose',
			'scope/out/body prose',
		]);
	});

	test('a table of contents and a licence are no fields', () => {
		expect(
			kindsOf(
				'# A b c\n\n## Contents\n\n- [One](#one)\n- [Copyright](#copyright)\n\n## One\n\n## Copyright\n\nAll of it is in the public domain.\n',
			),
		).toEqual(['document/title text', 'one/body prose']);
	});

	test('guidance takes whole lines with one blank line', () => {
		const form = readForm('# A b c\n\n## Part\n\n> Say why.\n\n- Goal: <x>\n');
		expect(form.guidance.map(one => [form.source.slice(one.range.from, one.range.to), one.text])).toEqual([
			['> Say why.\n\n', 'Say why.'],
		]);
	});

	test('claims under labels stand; they are neither fields nor guidance', () => {
		const form = readForm(
			'# A b c\n\n## Environments\n\n**Staging**:\n- Like production\n- Isolated\n\n**Production**:\n- Several zones\n',
		);
		expect(form.fields.map(field => field.id)).toEqual(['document/title']);
		expect(form.guidance).toEqual([]);
	});
});

describe('lists', () => {
	test('like placeholders are one list', () => {
		const form = readForm('# A b c\n\n## Goals\n\n* [Goal 1]\n* [Goal 2]\n* …\n');
		expect(fieldOf(form, 'goals/body')).toMatchObject({
			kind: 'list',
			item: {bullet: '*'},
			place: {at: 'items', indent: ''},
		});
		expect(textOf(form, 'goals/body')).toBe('* [Goal 1]\n* [Goal 2]\n* …');
	});

	test('of people are told by their label and by what stands for one', () => {
		const people = (body: string) =>
			readForm(`# A b c\n\n## ${body}\n`).fields.find(({kind}) => kind === 'list')?.item?.people;
		for (const body of ['Reviewers\n\n- [Name]\n- [Name]', 'Authors\n\n1. <name>\n2. …', 'Who\n\n- @your-handle'])
			expect(people(body), body).toBe(true);
		for (const body of ['Reviewers\n\n- [What they look at]', 'Goals\n\n- [Name]', 'Services\n\n- [Service name]'])
			expect(people(body), body).toBeUndefined();
	});

	test('ids that number themselves, and pairs', () => {
		const form = readForm('# A b c\n\n## Threats\n\n- T1: <threat> → <mitigation>\n- T2: <threat> → <mitigation>\n');
		expect(fieldOf(form, 'threats/body').item).toMatchObject({
			idPrefix: 'T',
			idSeparator: ': ',
			parts: [
				{id: 'threat', before: ''},
				{id: 'mitigation', before: ' → '},
			],
		});
	});

	test('labels in the text name the parts', () => {
		const form = readForm(
			'# A b c\n\n## Gaps\n\n- **Gap:** <what> — **Owner:** <name>\n- **Gap:** <what> — **Owner:** <name>\n',
		);
		expect(fieldOf(form, 'gaps/body').item?.parts?.map(part => part.id)).toEqual(['gap', 'owner']);
	});

	test('different labels are fields of their own', () => {
		expect(kindsOf('# A b c\n\n## Errors\n\n- 400: <when>\n- 404: <when>\n')).toEqual([
			'document/title text',
			'errors/400 text',
			'errors/404 text',
		]);
	});

	test('empty labels ask for what their words say', () => {
		expect(kindsOf('# A b c\n\n## Plan\n\n- Risks:\n- Rollback:\n- DRI:\n- Last updated:\n')).toEqual([
			'document/title text',
			'plan/risks list',
			'plan/rollback text',
			'plan/dri person',
			'plan/last-updated date',
		]);
	});

	test('a comment under an empty label is its help, with nothing behind it the label asks', () => {
		expect(kindsOf('# A b c\n\n## Crew\n\n**Second mate:**\n<!-- or nobody -->\n\n---\n').slice(1)).toEqual([
			'crew/second-mate text',
		]);
		expect(kindsOf('# A b c\n\n## Crew\n\n**Mates:**\n<!-- or nobody -->\n\n- <name>\n').slice(1)).toEqual([
			'crew/mates list',
		]);
	});

	test('a nested list under a label takes its name', () => {
		const form = readForm(
			'# A b c\n\n## Data\n\n* Indexes:\n\n  * <name>: (<cols>) for <query>\n* Retention:\n\n  * <how long>\n',
		);
		expect(form.fields.slice(1).map(field => [field.id, field.kind, field.place.at])).toEqual([
			['data/indexes', 'list', 'items'],
			['data/retention', 'text', 'inline'],
		]);
	});

	test('a checklist has fixed items where their text stands, free ones where it is a blank', () => {
		const form = readForm(
			'# A b c\n\n## Gate\n\n- [ ] Tests pass\n- [ ] Docs done\n\n## Criteria\n\n- [ ] <criterion>\n- [ ] <criterion>\n',
		);
		expect(fieldOf(form, 'gate/body').fixedItems).toEqual([
			{id: 'tests-pass', text: 'Tests pass'},
			{id: 'docs-done', text: 'Docs done'},
		]);
		expect(fieldOf(form, 'criteria/body').fixedItems).toBeUndefined();
	});
});

describe('tables', () => {
	test('sample rows make one field with kinds for its columns', () => {
		const form = readForm(
			'# A b c\n\n## Log\n\n| Date | Risk | Level | Owner |\n|---|---|---|---|\n| YYYY-MM-DD | [Risk] | Low/Med/High | [Name] |\n',
		);
		const field = fieldOf(form, 'log/body');
		expect(field.columns?.map(column => [column.id, column.kind, column.options ?? []])).toEqual([
			['date', 'date', []],
			['risk', 'text', []],
			['level', 'choice', ['Low', 'Med', 'High']],
			['owner', 'person', []],
		]);
		expect(textOf(form, 'log/body')).toBe('| YYYY-MM-DD | [Risk] | Low/Med/High | [Name] |');
	});

	test('a fixed first column with open cells is a grid', () => {
		const form = readForm('# A b c\n\n## Grid\n\n| Area | Who |\n|---|---|\n| Product | <name> |\n| Support | |\n');
		expect(fieldOf(form, 'grid/body').fixedRows?.map(row => row.id)).toEqual(['product', 'support']);
	});

	test('one row alone shows what a row looks like, so that there may be more', () => {
		const table = '| Version | Date | Change |\n|---|---|---|\n| 1 | YYYY-MM-DD | First draft |\n';
		const field = fieldOf(readForm(`# A b c\n\n## History\n\n${table}`), 'history/body');
		expect([field.kind, field.fixedRows]).toEqual(['table', undefined]);
	});

	test('a footnote right below one is no row of it', () => {
		const source = '| Name | Date |\n| --- | --- |\n| [who] | [when] |\n[^1]: As they sign.\n';
		const {fields} = readForm(source);
		expect(fields.map(({kind, range}) => [kind, source.slice(range.from, range.to)])).toEqual([
			['table', '| [who] | [when] |'],
		]);
	});

	test('a table of keys and values is metadata, cell by cell', () => {
		const form = readForm(
			'# A b c\n\n| Field | Value |\n|---|---|\n| Author: | (your name) |\n| Status: | Draft / Final |\n| Created | |\n',
		);
		expect(form.fields.slice(1).map(field => [field.id, field.kind, field.place.at])).toEqual([
			['document/author', 'person', 'cell'],
			['document/status', 'choice', 'cell'],
			['document/created', 'date', 'cell'],
		]);
	});

	test('values that are all to be filled are a field each under any head; values that stand make a table', () => {
		const table = (value: string) =>
			`# A b c\n\n## Speed\n\n| Measure | Value |\n| --- | --- |\n| Length | <metres> |\n| Sails | ${value} |\n`;
		expect(kindsOf(table('<number>')).slice(1)).toEqual(['speed/length text', 'speed/sails text']);
		expect(kindsOf(table('two')).slice(1)).toEqual(['speed/body table']);
	});

	test('a table without rows takes them behind its delimiter', () => {
		const form = readForm('# A b c\n\n## Log\n\n| A | B |\n|---|---|\n');
		expect(form.source.slice(0, fieldOf(form, 'log/body').range.from).endsWith('|---|---|')).toBe(true);
	});
});

describe('code', () => {
	test('a fence is the field, its content the sample', () => {
		const form = readForm('# A b c\n\n## Flow\n\n```mermaid\ngraph LR\n  A[Start] --> B\n```\n');
		const field = fieldOf(form, 'flow/diagram');
		expect(field).toMatchObject({
			kind: 'code',
			language: 'mermaid',
			placeholder: 'graph LR\n  A[Start] --> B',
			line: 6,
		});
		expect(form.fields).toHaveLength(2);
		expect(textOf(form, 'flow/diagram').startsWith('```mermaid')).toBe(true);
	});

	test('a label over it is its name', () => {
		expect(kindsOf('# A b c\n\n## API\n\n**Request schema**\n\n```json\n{}\n```\n')).toEqual([
			'document/title text',
			'api/request-schema code',
		]);
	});

	test('an empty or unclosed fence has an empty or open content', () => {
		const empty = readForm('# A b c\n\n## X\n\n```\n```\n').fields[1]?.place;
		expect(empty?.at === 'fence' && empty.content.from === empty.content.to).toBe(true);
		expect(readForm('# A b c\n\n## X\n\n```\nopen').fields[1]?.placeholder).toBe('open');
	});
});

describe('front matter', () => {
	const form = readForm(
		'---\ntitle: {{.Title}} # keep it short\nstatus: "{draft | final}"\ncreated on: <yyyy-mm-dd>\nauthors:\n  - TBD\n  - "@ada"\nnested:\n  key: null\n---\n\n# Title\n',
	);

	test('keys are fields at their scalars', () => {
		expect(
			form.fields.map(field => [
				field.id,
				field.kind,
				form.source.slice(field.range.from, field.range.to),
				field.blank,
			]),
		).toEqual([
			['document/title', 'text', '{{.Title}}', true],
			['document/status', 'choice', '"{draft | final}"', true],
			['document/created-on', 'date', '<yyyy-mm-dd>', true],
			['document/authors', 'person', 'TBD', true],
			['document/authors-2', 'person', '"@ada"', false],
			['document/nested/key', 'text', 'null', true],
			['document/title-2', 'text', 'Title', true],
			['document/body', 'prose', '', true],
		]);
	});

	test('a rule at the top is not front matter', () => {
		expect(readForm('---\n\nProse.\n\n---\n').fields.every(field => field.place.at !== 'yaml')).toBe(true);
	});

	test('what is not YAML is one fault, and text all the same', () => {
		const broken = readForm('---\ntitle: a\n bad: "x\n---\n\n# A b c\n');
		expect(broken.faults.map(fault => fault.code)).toEqual(['front-matter.invalid']);
	});
});

describe('a comment that says how much is needed', () => {
	test.each([
		[
			'right above a heading',
			'## Aim\n\nWhat is it?\n\n<!-- This is an optional element. -->\n## Cost\n\nWhat is it?\n',
		],
		[
			'under the title, above its first section',
			'<!-- This is an optional element. -->\n\n## Cost\n\nWhat is it?\n\n## Aim\n\nWhat is it?\n',
		],
	])('%s speaks of what that heads', (_, rest) => {
		const form = readForm(`# {title}\n\n${rest}`);
		const needs = new Map(sectionsOf(form).map(({title, requirement}) => [title, requirement]));
		expect(needs.get('Cost')).toBe('optional');
		expect(needs.get('Aim')).toBe('unspecified');
		expect(needs.get('{title}')).toBe('unspecified');
	});

	test('right below a heading speaks of that', () => {
		const form = readForm('# {title}\n\n## Aim\n\n<!-- This section is optional. -->\n\n## Cost\n\nWhat is it?\n');
		const needs = new Map(sectionsOf(form).map(({title, requirement}) => [title, requirement]));
		expect([needs.get('Aim'), needs.get('Cost')]).toEqual(['optional', 'unspecified']);
	});
});

test('a list below an item with two labels belongs to the second', () => {
	const form = readForm(
		[
			'# A b c',
			'',
			'- **Risk:** _low, medium or high?_',
			'  **Cure:** _what could be done, so as to:_',
			'  1. _make it less likely?_',
			'  2. _make it less bad?_',
			'- **Signs:** _how is it seen?_',
			'',
		].join('\n'),
	);
	expect(form.fields.slice(-3).map(({label, line}) => [label, line])).toEqual([
		['Risk', 3],
		['Cure', 4],
		['Signs', 7],
	]);
});

test('a quote that is nothing but a blank is a field, in its quotation marks', () => {
	const form = readForm('# A b c\n\n## Motto\n\n> "{motto}"\n\n## Aim\n\n> Describe the aim.\n');
	expect(form.fields.slice(-2).map(({id, placeholder}) => [id, placeholder])).toEqual([
		['motto/motto', '{motto}'],
		['aim/body', '> Describe the aim.'],
	]);
	const written = fill(form, new Map([['motto/motto', {state: 'answered', value: 'Less is more'}]])).source;
	expect(written).toContain('> "Less is more"\n');
});
