import fs from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {projectAt} from '../../source/adapters/project/index.ts';
import {temporaryFolder} from './temporary.ts';

/** A project called `payments` with these files in it. */
function project(files: Readonly<Record<string, string>>): string {
	const top = join(temporaryFolder(), 'payments');
	fs.mkdirSync(join(top, 'docs'), {recursive: true});
	for (const [name, text] of Object.entries(files)) {
		fs.mkdirSync(dirname(join(top, name)), {recursive: true});
		fs.writeFileSync(join(top, name), text);
	}

	return top;
}

const packageOf = (files: Readonly<Record<string, string>>) => {
	const top = project(files);
	return projectAt(top, top).package;
};

describe('what a project calls itself', () => {
	it.each([
		['package.json', '{"name": "@acme/pay", "version": "1.4.0"}', '@acme/pay', '1.4.0'],
		['pyproject.toml', '[build-system]\nname = "no"\n[project]\nname = "pay"\nversion = "1.4.0"\n', 'pay', '1.4.0'],
		['pyproject.toml', "[tool.poetry]\nname = 'pay'\n", 'pay', undefined],
		['Cargo.toml', '[package]\nname = "pay"\nversion.workspace = true\n\n[[bin]]\nname = "no"\n', 'pay', undefined],
		['go.mod', 'module example.org/acme/pay/v2\n\ngo 1.24\n', 'pay', undefined],
		['go.mod', 'module "pay" // the old one\n', 'pay', undefined],
	])('stands in %s', (file, text, name, version) => {
		expect(packageOf({[file]: text})).toEqual({file, name, ...(version === undefined ? {} : {version})});
	});

	it('stands in the nearest manifest, up to the top and no further', () => {
		const top = project({'package.json': '{"name": "whole"}', 'parts/a/package.json': '{"name": "part"}'});
		expect(projectAt(join(top, 'parts/a'), top).package?.name).toBe('part');
		expect(projectAt(join(top, 'docs'), top)).toEqual({
			folder: 'payments',
			package: {file: 'package.json', name: 'whole'},
		});
		expect(projectAt(join(top, 'docs'), join(top, 'docs'))).toEqual({folder: 'docs'});
	});

	it('is nothing where it says something else, or is no plain file', () => {
		for (const text of [
			'',
			'{',
			'null',
			'{"name": 7, "version": ["1"]}',
			'{"name": "  "}',
			`{"name": "${'x'.repeat(200)}"}`,
		])
			expect(packageOf({'package.json': text}), text).toBeUndefined();
		expect(packageOf({'package.json/index.js': ''})).toBeUndefined();
		expect(packageOf({'package.json': `{"name": "big"}${' '.repeat(300_000)}`})).toBeUndefined();
	});

	it('brings no characters that a terminal would obey or that hide what is read', () => {
		expect(packageOf({'package.json': String.raw`{"name": "pay\u001b[2J\u202egro\n.tset"}`})?.name).toBe(
			'pay[2Jgro .tset',
		);
	});
});
