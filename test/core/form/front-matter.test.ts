/** Values of front matter that take several lines. */

import {describe, expect, test} from 'vitest';
import {bind, clear, fill, match, readForm, type Answer} from '../../../source/core/form/index.ts';

const source = [
	'---',
	'plan: >',
	'  <what it is',
	'  in a few words>',
	'notes: |',
	'  TBD',
	'',
	'scope: (the parts of it,',
	'  and the people)',
	'aim: "<what it is',
	'  for>"',
	'run: |',
	'  curl {address}',
	'  list: [a, b]',
	'owner: <who>',
	'---',
	'',
	'# A b c',
	'',
].join('\n');
const form = readForm(source);

test('a line that begins with a sign of YAML’s own names no key', () => {
	const signs = ['| --: | --: |', '*all:', '!note:', '`code`:', '@who:', '> x:'];
	const {fields} = readForm(`---\ntitle: <name>\n${signs.join('\n')}\n<label>: [x]\n---\n`);
	expect(fields.map(({id}) => id)).toEqual(['document/title', 'document/label']);
});

describe('a blank over several lines of front matter', () => {
	test('is one field; what commands and lists say is not', () => {
		expect(
			form.fields.filter(({blank, place}) => blank && place.at === 'yaml').map(({id, line}) => [id, line]),
		).toEqual([
			['document/plan', 2],
			['document/notes', 5],
			['document/scope', 8],
			['document/aim', 10],
			['document/owner', 15],
		]);
	});

	test('is answered on its key’s line, read again, and comes back', () => {
		const text = (value: string): Answer => ({state: 'answered', value});
		const answers = new Map([
			['document/plan', text('Trains: at night')],
			['document/notes', text('# none')],
			['document/scope', text('All of it')],
			['document/aim', text('To "sleep"')],
			['document/owner', text('Ada')],
		]);
		const {source: written, problems} = fill(form, answers);
		expect([...problems]).toEqual([]);
		expect(written.split('\n').slice(0, 11)).toEqual([
			'---',
			'plan: "Trains: at night"',
			'notes: "# none"',
			'',
			'scope: All of it',
			'aim: "To \\"sleep\\""',
			'run: |',
			'  curl {address}',
			'  list: [a, b]',
			'owner: Ada',
			'---',
		]);
		expect(match(form, written).answers).toEqual(answers);
		const bound = bind(form, written);
		expect(fill(bound.form, bound.answers).source).toBe(written);
		expect(clear(bound, [...answers.keys()]).source).toBe(source);
	});
});

describe('a list on one line of front matter', () => {
	const lists = readForm(
		"---\ntags: [a, b]\nlabels: []\nauthors: []  # who wrote it\nareas: ['one', 'two']\nowners: [\"@TBD\"]\nstatus: [draft | final]\nname: [short name, five words at most]\n---\n\n# A b c\n",
	);

	test('is a list, of people where its name says so; a blank in brackets is none', () => {
		expect(lists.fields.slice(0, 7).map(({label, kind, multiple, blank}) => [label, kind, multiple, blank])).toEqual([
			['tags', 'list', false, false],
			['labels', 'list', false, true],
			['authors', 'person', true, true],
			['areas', 'list', false, false],
			['owners', 'person', true, true],
			['status', 'choice', false, true],
			['name', 'text', false, true],
		]);
		// An empty list is one, too.
		expect(lists.fields[1]?.requirement).toBe('optional');
	});

	test('is written as the template has it, and read again', () => {
		const of = (...value: string[]): Answer => ({state: 'answered', value});
		const answers = new Map([
			['document/tags', of('x', 'y, z')],
			['document/labels', of('area: web')],
			['document/authors', of('Ada', '@bo')],
			['document/areas', of('it’s', "it's")],
			['document/owners', of('@ada')],
		]);
		const {source: written, problems} = fill(lists, answers);
		expect([...problems]).toEqual([]);
		expect(written.split('\n').slice(1, 6)).toEqual([
			'tags: [x, "y, z"]',
			'labels: ["area: web"]',
			'authors: [Ada, "@bo"]  # who wrote it',
			"areas: ['it’s', 'it''s']",
			'owners: ["@ada"]',
		]);
		expect(match(lists, written).answers).toEqual(answers);
		const bound = bind(lists, written);
		expect(fill(bound.form, bound.answers).source).toBe(written);
	});

	test('is quoted in TOML', () => {
		const toml = readForm('+++\ntags = []\n+++\n\n# A b c\n');
		const answers = new Map<string, Answer>([['document/tags', {state: 'answered', value: ['x', '7']}]]);
		const {source: written} = fill(toml, answers);
		expect(written).toContain('tags = ["x", "7"]\n');
		expect(match(toml, written).answers).toEqual(answers);
	});
});

describe('a scalar in quotes', () => {
	test.each([
		['"[Title]"', 'Cranes', '"Cranes"'],
		["'<title>'", "It's late", "'It''s late'"],
		['[Title]', 'Cranes', 'Cranes'],
	])('%s keeps them around %s', (blank, value, written) => {
		const form = readForm(`---\ntitle: ${blank}\narea: x\n---\n\n# T\n`);
		const document = fill(form, new Map([['document/title', {state: 'answered', value}]]));
		expect(document.source).toContain(`title: ${written}\n`);
		expect(match(form, document.source).answers.get('document/title')).toEqual({state: 'answered', value});
	});
});
