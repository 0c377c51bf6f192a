/** Templates and answers that generated tests found wrong once, shrunk: what is written reads back, and nothing else does. */

import {describe, expect, it} from 'vitest';
import {asDocument, expand, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';
import {readsBack, standsOnce, staysInPlace, withoutExamples} from './reads-back.ts';

type Case = readonly [why: string, template: string, id: string, answer: Answer];

const yes = (value: string): Answer => ({state: 'answered', value});
const no = (reason: string): Answer => ({state: 'not-applicable', reason});

const answered: readonly Case[] = [
	[
		'a line that only a variable fills ends the chunk, and is no text of the label above it',
		'- **Owner:** {{owner}}\n- [Name]\n\n# Context\n\n**Reviewers:** \n**Owner:** {{owner}}\n',
		'document/owner',
		yes('Ann'),
	],
	['the opening of a longer fence is not the short one below', '    blank]\n````\n', 'document/code', yes('```')],
	[
		'of two samples that say the same the second is still the second',
		'  1) __Date__:word]\n     1. # x\n            [not a blank]\n    [not a blank]\n',
		'document/date/item',
		yes('x'),
	],
	['pipes above an underline are a heading', '|-|ab|\n===\n`Owner`:', 'document/owner', yes('x')],
	[
		'a field that does not apply says so of itself where the template has words behind it',
		'## Component 1\n[one],',
		'component-1/one',
		no('# heading'),
	],
	['the same in front of a sign', '#### Step 1: Plan\n<one>→', 'step-1-plan/one', no('a')],
	['a blank that looks like a tag is a heading above a line', '<a title>\n---\n', 'a-title/name', yes('Plain words')],
	[
		'an item is no row of the table above it',
		'Status|||\n------|------|------|\n5. [X] ',
		'document/body-2',
		{
			state: 'answered',
			value: [{text: '|---|---| **Inputs**', done: true}],
		},
	],
	[
		'what stands below a label that nobody answered is not its',
		'+ **Tickets**:[Provide change]\n\n      code\n',
		'document/tickets-2',
		yes('x'),
	],
	[
		'the end of a fence is not the beginning of the same',
		'+ <name>\n\n  ~~~\n{{owner}}\t\n<https://example.org>\n',
		'document/name-2',
		yes('x'),
	],
	[
		'indented code is no text of an item',
		'    blank]\n#\n    [not a blank]\n- [x] one\n[not a blank]\n',
		'document/code-2',
		yes('x'),
	],
	[
		'words above a rule stay words where the comment between the two goes',
		'no key\n---\n### Phase C\n- [ ] [link](https://example.org)\n\n`v1`*(mandatory)*\n<!---->a b\n---\n',
		'no-key/phase-c/body',
		no('TODO'),
	],
	[
		'a field of several blocks in an item is found whole beside another answer',
		'---\ntitle: [x]\n---\n\n- 1. The service\n\n  1. [ ] [Name]\n\n- [Name]\n',
		'document/title',
		yes('y'),
	],
	[
		'what closes a list above an indented heading goes, and the heading stays one',
		'e\n=\n- ]\n\n]\n  ##',
		'document/title',
		yes('Plain words'),
	],
	[
		'a variable that nobody filled in is no line of two others below it',
		'{Feature Name}\n__TEAM__ DD/MM/YYYY\n',
		'document/team',
		yes('Plain words'),
	],
	[
		'a field has no section’s id, or that it does not apply would be said of the section',
		'## Goals\n\nx {Feature Name} 10:30\n\n### {Feature Name}\n\n####### seven\n',
		'goals/feature-name-2',
		no('nothing to say'),
	],
	['a body in an item is written as far in', '# 1\n1) `\n\n   [t]\n   #', 'document/body', yes('Plain words')],
	['no line of front matter goes with the one above it', '---\n1:\n-|\n-\n---\n', 'document/1-2', yes('Plain words')],
	['no line of front matter is a table’s', '---\na:\n- | -\n---\n', 'document/a', yes('Plain words')],
	[
		'a delimiter row is no line of two blanks',
		'Name | Name\n--- | ---\n\n[Name] [Name]\nThe service\n',
		'document/name',
		yes('Plain words'),
	],
	[
		'a variable beside a blank keeps its words together',
		'{{owner}} [Name]\n\n# Context\n\n- [ ] [Name]\n\n{{owner}} [**strong** word]\n',
		'document/owner',
		yes('Plain words'),
	],
	[
		'of two lines of the template that say the same the first is still the one to keep or to change',
		'- **Owner:** [Name]\n\n- TBD\n- TBD\n  3. [ ] The service\n     <one> → <two>\n\n# Context\n',
		'document/two',
		no('plain words'),
	],
	[
		'the same where the second is alone in its paragraph',
		'\\# none\n\nDescribe the context.\n\n\\# none\n\n- [ ] [reference][ref]\n\n#\n',
		'document/body',
		{state: 'answered', value: [{text: 'one', done: false}]},
	],
	[
		'a variable’s other place ends where the words behind it begin, whatever its answer holds',
		'# T\n\nOf {Feature Name} and so on\n\n## B\n\nSay {feature name} *<what>* now\n',
		'document/feature-name',
		yes('**Inputs**'),
	],
	[
		'a comma at the end of a reason is the reason’s where several names could stand',
		'# T\n\n- **Reviewers:** [Names]\n',
		'document/reviewers',
		no(','),
	],
	[
		'of a list in front matter a single word may say that nothing applies',
		'---\ntags: [a, b]\n---\n\n# T\n\n- Owner: [x]\n',
		'document/tags',
		{state: 'answered', value: ['N/A']},
	],
	['a variable in capitals is no label of the line below it', '__TEAM__\nto\n', 'document/team', yes('Plain words')],
	[
		'a line that only looks like one of the template’s, in an item that nobody answered, is the item’s',
		'+ [___\n+++\n\n+++\nGröße: [y]\n',
		'document/größe',
		no('Plain words'),
	],
	[
		'the same where the field below is answered',
		'+ [___\n+++\n\n+++\nGröße: [y]\n',
		'document/größe',
		yes('Plain words'),
	],
	[
		'what speaks of the sections below goes with the only field there',
		'#\n\n> > [Name]\n\n## Context\n\n<!-- Say what it is. -->\n',
		'context/body',
		yes('Plain words'),
	],
	[
		'in a list behind a byte order mark and front matter each item is still its own',
		'\uFEFF---\ntitle: "[Title]"\n---\n\n- 1. The service\n\n  2. [ ] [ref]\n- **Owner:** [Name]\n\n#\n',
		'document/title',
		yes('Plain words'),
	],
	[
		'guidance that ends as a line with a blank does is guidance still',
		'> **Owner:** &amp;\n\n[Name] &amp;\nThe service\n\n| Name |\n| --- |\n',
		'document/name',
		yes('Plain words'),
	],
	[
		'a reason that ends in a backslash hides no words that stand right behind it',
		'# T\n\nThink of it as **[the one thing]** with [number] parts.\n',
		'document/the-one-thing',
		no('\\'),
	],
	[
		'of guidance and words that say the same the second is still the words that a blank stands below',
		'- G1: [goal]\n\nWhat problem does it solve?\n\nWhat problem does it solve?\n    [not a blank]\n\n#\n',
		'document/not-a-blank',
		yes('Plain words'),
	],
	[
		'an indented sample that only had a name in it filled is not left out',
		'# Context\n\nBy {{owner}} of it\n\n## More (optional)\n\n    run {{owner}}\n',
		'document/owner',
		yes('Ann'),
	],
	...['What is written (if applicable)', '(if applicable)', '(if applicable), \\(if applicable)'].map((words): Case => [
		`an answer keeps the words of the marker behind it: ${words}`,
		'# T\n\n- **Cache**: [What is written] (if applicable)\n',
		'document/cache',
		yes(words),
	]),
	[
		'a title keeps the words of the marker behind it',
		'# [Title] (optional)\n\nOwner: [x]\n',
		'document/title',
		yes('What is (optional)'),
	],
	[
		'a variable’s other place right below the field that asks for it is not that field',
		'{Feature Name}\n{feature}\nThe service\n\n---\n',
		'document/feature-name',
		yes('Plain words'),
	],
];

describe('answers that once failed', () => {
	it.each(answered)('%s', (_why, template, id, answer) => {
		const form = readForm(template);
		expect(form.fields.map(one => one.id)).toContain(id);
		const field = form.fields.find(one => one.id === id)!;
		const given = new Map([[id, answer]]);
		const document = fill(form, given);
		expect([...document.problems]).toEqual([]);
		readsBack(form, given, document);
		if (answer.state === 'answered' && standsOnce(form, field))
			staysInPlace(form, fill(form, new Map()).source, field, document);
	});
});

describe('finished documents that once failed', () => {
	it('that it does not apply is the template’s own word also when the guidance below it goes', () => {
		const form = readForm('# Context\n\nN/A — none\n\n> Say why.\n\n## More (optional)\n');
		const given = new Map([['document/title', yes('Plain words')]]);
		const document = fill(form, given, {finish: true});
		expect([...document.problems]).toEqual([]);
		readsBack(form, given, document);
	});

	it.each([
		['a list above an indented heading is over where what closed it goes', '2. ]\n\ne?\n   #\n<e>w', 'document/e'],
		[
			'markup begins no paragraph’s next line where what parted the two goes',
			'1\n>\n<g r="">\n#\n\n)\n=',
			'document/body',
		],
		['a heading that is its marker alone keeps it', '(optional)\n=\nupdated:[b]', 'document/updated'],
		[
			'a list is over also where two things go that stood in it and behind it',
			'- =\n  <div>\nAdd\n  #\n,[o]',
			'document/o',
		],
		[
			'a rule that comes to stand at the head of the file begins no front matter',
			'\uFEFFDescribe the context.\n\n---\n\nArea: [x]\n\n## More (optional)\n\nOwner: \n\nNext\n---\n\nwords\n',
			'document/area',
		],
		[
			'words above a section that goes are none of the heading below it',
			'---\ntitle: "[Title]"\n---\n\n`code`\n## More (optional)\n\nContext\n-\n\n[Name]\n',
			'document/title',
		],
		['so does one whose marker is a line of it', 'Context\n(required)\n===\n\n- **Owner:** [Name]\n', 'document/owner'],
	])('%s', (_why, template, id) => {
		const form = readForm(template);
		expect(form.fields.map(one => one.id)).toContain(id);
		const given = new Map([[id, yes('Plain words')]]);
		const document = fill(form, given, {finish: true});
		expect([...document.problems]).toEqual([]);
		expect(document.leftovers.filter(({role}) => role !== 'marker')).toEqual([]);
		readsBack(form, given, document);
	});
});

describe('answers that are refused', () => {
	it('one that would make front matter of what stands between two rules', () => {
		const template = '---\n#\n- [ ] \n---\n';
		const form = readForm(template);
		const items = (text: string): Answer => ({state: 'answered', value: [{text, done: false}]});
		const refused = fill(form, new Map([['document/body', items('[ref]: words')]]));
		expect(refused.problems.get('document/body')?.code).toBe('value.front-matter');
		expect(refused.source).toBe(template);
		const written = fill(form, new Map([['document/body', items('words')]]));
		expect([...written.problems]).toEqual([]);
		expect(written.source).toContain('- [ ] words');
	});
});

const untouched: ReadonlyArray<readonly [why: string, template: string]> = [
	['text below a tag alone in an item is a paragraph of its own', '11. <a title>\nDD/MM/YYYY\n---\n'],
	['text below a table in an item is none of its', '- this\n  Risk|Risk\n  ---|---\na b\n  # Context'],
	['a footnote above an underline is a heading', '[^1]: A footnote.\n===\n'],
	['a comment inside an item begins where its content does', '5. ms]\n    <!--\n   -->\n/{id}`\n-\n'],
	['a line to fill that goes on behind what holds it is none', '_:___\n'],
	[
		'indented code is no row of the table above it',
		'| Name |\n| --- |\n    [not a blank]\nContext\nThe service\n===\n',
	],
	['markup in an item ends with it', '- [Name]\n  - [ ] A\n    <table><tr></tr></table>\nContext\n[Name]\n===\n'],
	['a later number is no item where text goes on', '- [Name]\n  10. [Name]\n\n      Say what.\nContext\nA\n===\n'],
	['a footnote above text over a line is none of the heading', '[^1]:\n    code in it\nContext\n[Name]\n===\n'],
	['that it does not apply is the template’s own word', '#\n\nN/A — none\n\n---\n\n# Context\n\n- **Owner:** [Name]\n'],
	['a number that goes on with an item’s text is no item', '1) [Name]\n   1.\n   3. [Name]\n\n# Context\n'],
	[
		'a delimiter row that is indented by four goes on with a text',
		'- Name | Name\n      --- | ---\n\n[Name] | x\n    --- | ---\n',
	],
	['so does one that is not indented as its head is', '-   [x] [Name] | a\n--- | ---\n'],
	['what is indented below a definition is text', '[ref]: https://example.org\n    [Name]\n\nOwner: [x]\n'],
	['a line of other blanks may be a heading', '\u00A0\n-\n\nOwner: [x]\n'],
	['a line of other blanks begins no heading', '\u00A0\nContext\n[Name]\n===\n\n- The service\n'],
	['a blank that looks like a tag hides no code below it', '- <name>\n  ```\n  id: {id}\n\n  ---\n  ```\n- [Name]\n'],
	['lines of blanks alone are not counted as more of them', '__TEAM__\n{{owner}}[Summary]\n* [Low]\n\n'],
];

describe('templates that once failed', () => {
	it.each(untouched)('%s', (_why, template) => {
		const form = readForm(template);
		const opened = asDocument(form);
		expect(fill(opened.form, opened.answers).source).toBe(template);
		const {answers, missing} = match(form, withoutExamples(form));
		expect([[...answers], missing]).toEqual([[], []]);
	});
});

const repeated: ReadonlyArray<readonly [why: string, template: string, count: number]> = [
	['an underline is no rule that closes an instance', '[Name]\n---\n', 2],
	[
		'what would not be read as one more stays alone: in a fence that nothing closes',
		'##### [Name]design\n~~~mermaid\n',
		1,
	],
	['one that is filled in is still the first', '1. G1: [goal]\n\n   5.', 2],
	['what would not be read as one more stays alone: under another name', '##### [Name]3.', 1],
];

describe('repeats that once failed', () => {
	it.each(repeated)('%s', (_why, template, count) => {
		const form = readForm(template);
		const [repeat] = form.repeats;
		const several = expand(form, new Map([[repeat!.id, 2]]));
		expect(several.repeats.find(one => one.id === repeat!.id)?.instances.length).toBe(count);
		expect(match(form, fill(several, new Map()).source).form.source).toBe(several.source);
		const given = new Map([[several.fields[0]!.id, yes('Words')]]);
		const document = fill(several, given);
		expect(match(form, document.source).form.source).toBe(several.source);
		readsBack(several, given, document);
	});
});
