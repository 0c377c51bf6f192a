/** Habits of authors that one word or sign gives another sense: what is a blank then, and what only looks like one. */

import {describe, expect, test} from 'vitest';
import {fill, readForm, type Answer} from '../../../source/core/form/index.ts';
import {fieldOf, kindsOf, sectionsOf} from './reading.ts';

const text = (value: string): Answer => ({state: 'answered', value});

describe('what only looks like a blank', () => {
	test('is a footnote: the section in front of it takes its answer', () => {
		const form = readForm('# A b[^1]\n\n## Thanks\n\n[^1]: After an idea of others.\n');
		expect(form.fields.map(({id}) => id)).toEqual(['document/title', 'thanks/body']);
		expect(fill(form, new Map([['thanks/body', text('To Ann.')]])).source).toBe(
			'# A b[^1]\n\n## Thanks\n\nTo Ann.\n\n[^1]: After an idea of others.\n',
		);
	});

	test('is a date in words about how dates are written, but not where one goes', () => {
		expect(kindsOf('# A b c\n\n## Rules\n\n1. Always use YYYY-MM-DD format\n2. Never reuse ids\n')).toEqual([
			'document/title text',
			'rules/body list',
		]);
		const form = readForm('# A b c\n\n- Due: use YYYY-MM-DD format\n');
		expect(fieldOf(form, 'document/due')).toMatchObject({kind: 'date', blank: true});
	});

	test('shows behind "e.g." what a sentence means', () => {
		expect(kindsOf('# A b c\n\n## Sources\n\n- Cite each page that was used, e.g. [Guide: <file>, page 3]\n')).toEqual([
			'document/title text',
			'sources/body list',
		]);
		// In round brackets it is one, as is the whole of a value.
		expect(kindsOf('# A b c\n\nA new part (e.g., [part]) needs a test.\n')).toContain('document/part text');
	});

	test('is a line for a template engine, which stays where it is', () => {
		const source = '# A b c\n\n{{#if aim}}\n\n## Aim\n\n{{aim}}\n{{/if}}\n\n## Gains\n\n{{gains}}\n\n{{#if more}}\n';
		const form = readForm(source);
		expect(form.fields.slice(1).map(({id, kind, placeholder}) => [id, kind, placeholder])).toEqual([
			['aim/body', 'prose', '{{aim}}'],
			['gains/body', 'prose', '{{gains}}'],
		]);
		expect(fill(form, new Map([['aim/body', text('To win.')]])).source).toBe(source.replace('{{aim}}', 'To win.'));
	});

	test('is a word in bold with an aside of many words: it says something', () => {
		const asking = (aside: string) =>
			kindsOf(`# A b c\n\n## Rules\n\n- Owner:\n- **Clear** (${aside})\n`).includes('rules/clear text');
		expect([asking('in short'), asking('if applicable'), asking('we all know at once what it is')]).toEqual([
			true,
			true,
			false,
		]);
	});
});

describe('how much is needed', () => {
	const needOf = (source: string) => sectionsOf(readForm(`# A b c\n\n${source}`))[1]!.requirement;

	test('is said by the first word under a heading', () => {
		expect(needOf('## More\n\nOptional, but good to have. What else is there?\n')).toBe('optional');
		// Of several sections that follow, a comment says it of none.
		expect(needOf('## More\n\n<!-- OPTIONAL SECTIONS (see the guide) -->\n')).toBe('unspecified');
	});

	test('is said by a label in square brackets or in emphasis, and is no part of it', () => {
		const form = readForm(
			'# A b c\n\n- Channel [optional]: [where]\n- **Paper [optional]:** [link]\n- Code *(if any)*: [x]\n',
		);
		expect(form.fields.slice(1).map(({label, requirement}) => [label, requirement])).toEqual([
			['Channel', 'optional'],
			['Paper', 'optional'],
			['Code', 'conditional'],
		]);
	});
});

describe('a label', () => {
	test('asks for people though a slash parts them', () => {
		expect(fieldOf(readForm('# A b c\n\n- Deciders: Names / Teams\n'), 'document/deciders')).toMatchObject({
			kind: 'person',
			options: [],
		});
	});

	test('over topics asks for its list where one beside it stands over questions', () => {
		const asked = '- **Context**:\n  - What is it about?\n';
		const other = '- **Outcome**:\n  - Gains and losses\n  - Open ends\n';
		expect(kindsOf(`# A b c\n\n${asked}${other}`)).toContain('document/outcome list');
		expect(kindsOf(`# A b c\n\n- Owner: [who]\n${other}`)).not.toContain('document/outcome list');
	});

	test('over whole sentences goes on with the words in front of it', () => {
		const sentence = 'Each part of it keeps on working while another one is replaced, and says so in its log.';
		expect(
			kindsOf(
				`# A b c\n\n## Moves\n\nDescribe how it moves.\n\nConsider:\n- Who waits?\n\nWhat we expect:\n- ${sentence}\n- ${sentence}\n`,
			),
		).toEqual(['document/title text', 'moves/body prose']);
	});

	test('holds its own link though another has the same words in braces', () => {
		const source = '# A b c\n\n- Plan: {{link}}\n- Tests: {{link}}\n- Name: {{team}}\n\nFor {{team}}.\n';
		expect(kindsOf(source)).toEqual([
			'document/title text',
			'document/plan link',
			'document/tests link',
			'document/name text',
		]);
		expect(fill(readForm(source), new Map([['document/plan', text('https://a.example')]])).source).toContain(
			'- Plan: https://a.example\n- Tests: {{link}}\n',
		);
	});

	test('in a quote above the first section may be the only one with a blank', () => {
		const form = readForm('# A [name]\n\n> **Id:** #TP[000]\n> **Kind:** One page\n\n## Aim\n\n[aim]\n');
		expect(fill(form, new Map([['document/id', text('017')]])).source).toContain(
			'> **Id:** #TP017\n> **Kind:** One page',
		);
	});

	test('is not needed for what asks two things', () => {
		expect(kindsOf('# A b c\n\n- Freeze <yes/no + date>\n').slice(1)).toEqual([
			'document/freeze choice',
			'document/freeze-date date',
		]);
	});
});

test('lines to write on are the items of a list', () => {
	const source = '# A b c\n\n## Reasons\n\nWhich were they?\n1. ______\n2. ______\n\n## End\n\n[end]\n';
	const form = readForm(source);
	const field = form.fields.find(({kind}) => kind === 'list')!;
	const answer: Answer = {state: 'answered', value: ['One', 'Two', 'Three']};
	expect(fill(form, new Map([[field.id, answer]])).source).toContain('\n1. One\n2. Two\n3. Three\n');
});

test('a footer behind a rule leaves a section its own text', () => {
	const source = '# A b c\n\n## Risks\n\nWhat may go wrong?\n\n---\n\n**Owner**: [who]  \n**Since**: YYYY-MM-DD\n';
	expect(kindsOf(source).slice(1)).toEqual(['risks/body prose', 'risks/owner person', 'risks/since date']);
	expect(fill(readForm(source), new Map([['risks/body', text('Rain.')]])).source).toBe(
		source.replace('What may go wrong?', 'Rain.'),
	);
});

test('a note in front of a block of labels says that it repeats, and goes', () => {
	const form = readForm(
		'# A b c\n\n## Calls\n\nRepeat this block for each call.\n\n**Call:** [path]\n**Answer:** [what]\n',
	);
	expect(form.repeats.map(({id}) => id)).toEqual(['calls/call']);
	expect(form.guidance.map(({role}) => role)).toEqual(['repeat-note']);
});

describe('a column offers what its cells part by slashes', () => {
	const columnOf = (head: string, cell: string) =>
		readForm(`# A b c\n\n| Id | ${head} |\n|---|---|\n| [id] | ${cell} |\n`).fields[1]!.columns![1];

	test('in double braces too', () => {
		expect(columnOf('Severity', '{{High/Medium/Low}}')).toMatchObject({
			kind: 'choice',
			options: ['High', 'Medium', 'Low'],
		});
	});

	test('but not where these are sorts of things', () => {
		expect(columnOf('Place', '{{file/component}}')).toMatchObject({kind: 'text'});
		expect(columnOf('Condition', '[Limit/Condition]')).toMatchObject({kind: 'text'});
	});
});

describe('a template for an engine', () => {
	test('has a name in front of each filter, and no options behind it', () => {
		const form = readForm(
			'# A b c\n\n- **Size:** {{ size | default("[unknown]", true) }}\n- Kind: {{ small | large }}\n',
		);
		expect(form.fields.slice(1).map(({kind, options, variable}) => [kind, options, variable])).toEqual([
			['text', [], 'size'],
			['choice', ['small', 'large'], undefined],
		]);
	});

	test('may have front matter of one variable', () => {
		const source =
			'---\n# What goes here is told elsewhere.\n{{ data }}\n---\n\n# Card of [name]\n\n[what it is]\n\n## Use\n\n[use]\n';
		const form = readForm(source);
		expect(sectionsOf(form).map(({heading}) => heading)).toEqual(['', 'Card of [name]', 'Use']);
		expect(form.fields.map(({id}) => id)).toEqual(['document/title', 'document/body', 'use/body']);
	});
});

describe('a blank of its own under the title', () => {
	test('asks, though sections follow', () => {
		const source = '# A [name]\n\n[what it is, in a paragraph]\n\n## Use\n\n[use]\n';
		expect(kindsOf(source)[1]).toBe('document/body prose');
		expect(fill(readForm(source), new Map([['document/body', text('It is.')]])).source).toBe(
			source.replace('[what it is, in a paragraph]', 'It is.'),
		);
	});

	test('is none where it speaks of the template, or is in italics', () => {
		for (const words of ['[Delete this block when you are done]', '_Words in italics show what goes there._'])
			expect(kindsOf(`# A [name]\n\n${words}\n\n## Use\n\n[use]\n`)).toEqual(['document/title text', 'use/body prose']);
	});
});

test('who is asked for by a word alone, behind words or in a link to them', () => {
	expect(fieldOf(readForm('Prepared by <author>\n'), 'document/author').kind).toBe('person');
	expect(fieldOf(readForm('# A b c\n\n- Champion: <link to the issue>\n'), 'document/champion').kind).toBe('link');
});

test('the same options in braces behind two labels are two choices', () => {
	expect(kindsOf('# A b c\n\n- Impact: {low | high}\n- Likelihood: {low | high}\n').slice(1)).toEqual([
		'document/impact choice',
		'document/likelihood choice',
	]);
});

test('a blank that only gives an example is named by the words in front of it', () => {
	expect(kindsOf('# A b c\n\n- Browser [e.g. one, two]\n- Version [e.g. 22]\n').slice(1)).toEqual([
		'document/browser text',
		'document/version text',
	]);
});

test('a question mark stands for a scalar of front matter', () => {
	expect(fieldOf(readForm('---\nid: "?"\nkind: note\n---\n\n# A b c\n'), 'document/id')).toMatchObject({blank: true});
});

test('emphasis around a label in the line names the blank behind it', () => {
	const form = readForm('# A b c\n\n**Made**: [MADE_DATE] | **Last Amended**: [LAST]\n');
	expect(form.fields.slice(1).map(({label, kind}) => [label, kind])).toEqual([
		['Made', 'date'],
		['Last Amended', 'date'],
	]);
});
