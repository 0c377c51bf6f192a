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
