/** docs/settings.md and the schemas of settings say what the program takes. */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {projectTable, userTable} from '../../scripts/settings-page.ts';
import {projectSchema, readProjectSettings, type Data} from '../../source/adapters/project/index.ts';
import {defaultSettings, settingEntries, settingNames, settingsSchema} from '../../source/adapters/settings/index.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/settings.md'), 'utf8');

describe('docs/settings.md', () => {
	it.each([
		['project', projectTable()],
		['user', userTable()],
	])('has the %s’s settings (`npm run readme` writes them)', (name, table) => {
		const [, written] = new RegExp(`<!-- ${name}:begin -->\\n\\n([^]*?)\\n\\n<!-- ${name}:end -->`).exec(page) ?? [];
		expect(written).toBe(table);
	});
});

describe('the schema of a project’s settings', () => {
	const validate = new Ajv2020().compile(projectSchema());
	const [, example = ''] = /```yaml\n([^]*?)```/.exec(page) ?? [];
	it.each([
		[example, true],
		['templates: [a, b]', true],
		['rules: {total: info}', true],
		['names: {adr: number}', true],
		['words: {blocked: [blockerad]}', true],
		['templates: []', true],
		['{}', true],
		['templates: {a: b}', false],
		['templates: ""', false],
		['names: often', false],
		['rules: {totl: error}', false],
		['rules: {total: loud}', false],
		['words: {later: [a]}', false],
		['template: a', false],
		['documents: [a]', false],
	])('%j', (text, isGood) => {
		const data = parse(text, {schema: 'failsafe'}) as Data;
		expect(validate(data)).toBe(isGood);
		expect(readProjectSettings(data, () => undefined).problems.length === 0).toBe(isGood);
		// As an editor reads it that knows booleans.
		expect(validate(parse(text, {version: '1.1'}))).toBe(isGood);
	});
});

describe('the schema of one’s own settings', () => {
	const validate = new Ajv2020().compile(settingsSchema());
	it('takes every default', () => {
		expect(validate(defaultSettings)).toBe(true);
	});

	const values = [
		true,
		1,
		'',
		'mono',
		'docs: {action} {title}',
		'docs: {who}',
		[],
		{},
		{optional: ['x']},
		{optional: [' ']},
		{other: ['x']},
		{'view.preview': ['ctrl+r']},
		{'view.preview': 'ctrl+r'},
		null,
	];
	it.each(settingNames)('takes for %s what the program takes', name => {
		for (const value of values)
			expect([value, validate({[name]: value})]).toEqual([value, settingEntries[name].isValid(value)]);
	});
});
