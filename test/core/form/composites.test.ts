/** One blank that asks two things, steps that hold code, and tables that stand in a quote. */

import {describe, expect, test} from 'vitest';
import {bind, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer, Form, Value} from '../../../source/core/form/index.ts';

const yes = (value: Value): Answer => ({state: 'answered', value});

/** What is written for some answers; it must read back as them. */
function written(form: Form, answers: Readonly<Record<string, Value>>): string {
	const given = new Map(Object.entries(answers).map(([id, value]) => [id, yes(value)]));
	const {source, problems} = fill(form, given);
	expect([...problems.values()]).toEqual([]);
	expect(JSON.parse(JSON.stringify([...match(form, source).answers]))).toEqual(
		JSON.parse(JSON.stringify([...fill(form, given).answers])),
	);
	return source;
}

describe('yes/no + date', () => {
	test.each([
		['- Rule applied: <yes/no + date>', '- Rule applied: yes + 2026-05-01'],
		['- **Rule applied:** yes/no + date', '- **Rule applied:** yes + 2026-05-01'],
		['| Field | Value |\n|---|---|\n| Rule applied | [yes/no + date] |', '| Rule applied | yes + 2026-05-01 |'],
	])('%s is a choice and a date', (line, filled) => {
		const form = readForm(`# A b c\n\n## Scope\n\n${line}\n`);
		const asked = form.fields.slice(1);
		expect(asked.map(({id, kind, options}) => [id, kind, options])).toEqual([
			['scope/rule-applied', 'choice', ['yes', 'no']],
			['scope/rule-applied-date', 'date', []],
		]);
		expect(written(form, {'scope/rule-applied': 'yes', 'scope/rule-applied-date': '2026-05-01'})).toContain(filled);
	});

	test('with details in free words it is one answer', () => {
		expect(readForm('# A b c\n\n## Scope\n\n- PII: <yes/no + details>\n').fields.slice(1)).toHaveLength(1);
	});
});

test('steps that hold code stand as they are, and are changed as text', () => {
	const form = readForm('# A b c\n\n## Steps\n\n1. Install it:\n\n   ```sh\n   npm ci\n   ```\n\n2. Run it\n');
	expect(form.fields.slice(1).map(({kind, prefilled}) => [kind, prefilled])).toEqual([['prose', true]]);
	const changed = '1. Install it:\n\n   ```sh\n   npm install\n   ```\n\n2. Run it';
	expect(written(form, {'steps/body': changed})).toContain('npm install\n   ```\n\n2. Run it\n');
});

describe('a table in a quote', () => {
	test.each([
		['with its head alone', ''],
		['with a row of blanks', '> | [a] | [b] |\n'],
	])('%s takes rows', (_, row) => {
		const form = readForm(
			`# A b c\n\n## Grid\n\n> Each in a row.\n>\n> | A | B |\n> |---|---|\n${row}\n## End\n\n[end]\n`,
		);
		const rows = [
			{a: '1', b: '> 2'},
			{a: '3', b: 'x | y'},
		];
		expect(written(form, {'grid/body': rows})).toContain('> |---|---|\n> | 1 | > 2 |\n> | 3 | x &#124; y |\n\n## End');
	});

	test('keeps its signs where it does not apply, in a document opened again too', () => {
		const form = readForm('# A b c\n\n## Grid\n\n- Goal: [goal]\n\n  > | A | B |\n  > |---|---|\n\n## End\n\n[end]\n');
		const table = form.fields.find(({kind}) => kind === 'table')!;
		const given = new Map<string, Answer>([[table.id, {state: 'not-applicable', reason: 'one size'}]]);
		const {source} = fill(form, given);
		expect(source).toContain('  > |---|---|\n  > | N/A — one size |  |\n');
		const again = bind(form, source);
		expect([...again.answers]).toEqual([...given]);
		expect(fill(again.form, again.answers).source).toBe(source);
	});
});
