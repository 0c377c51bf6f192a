import {existsSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace, makeRepository} from './run-program.ts';

const template = '# Plan: [name of the plan]\n\n- **Owner:** [name]\n- **Due:** YYYY-MM-DD\n';
const late = '# Plan: Move\n\n- **Owner:** [name]\n- **Due:** soon\n';
const check = ['check', '--template', 'plan.tpl.md'];

describe('check', () => {
	it('shows a person the line of a finding, cut to the width there is', () => {
		const place = makePlace({'plan.tpl.md': template, 'a.md': late.replace('soon', `soon ${'or later '.repeat(20)}`)});
		const {out} = place.run([...check, 'a.md'], {env: {COLUMNS: '40'}});
		expect(out).toContain('    4 │ - **Due:** soon or later or lat…\n      │            ^^^^^^^^^^^^^^^^^^^^\n');
	});

	it.skipIf(process.platform === 'win32')('gives services paths from the top of the repository, names exactly', () => {
		const name = "ü\n::error::%0A,: '.md";
		const place = makeRepository({[`docs/${name}`]: late, 'plan.tpl.md': template});
		const cwd = join(place.folder, 'docs');
		const args = ['check', '--template', '../plan.tpl.md', '.'];
		const github = place.run([...args, '--format', 'github'], {cwd});
		expect(github.code).toBe(1);
		const lines = github.out.trimEnd().split('\n');
		expect(lines).toHaveLength(3);
		for (const line of lines)
			expect(line).toMatch(/^::(?:error|warning) file=docs\/ü%0A%3A%3Aerror%3A%3A%250A%2C%3A '\.md,/);

		const sarif = place.run([...args, '--format', 'sarif'], {cwd});
		expect(sarif.code).toBe(1);
		type Log = {runs: [{results: {locations: [{physicalLocation: {artifactLocation: {uri: string}}}]}[]}]};
		const [result] = (JSON.parse(sarif.out) as Log).runs[0].results;
		expect(decodeURIComponent(result!.locations[0].physicalLocation.artifactLocation.uri)).toBe(`docs/${name}`);
	});

	it('passes with a number that is as high as --min asks, in each format, and never with an error', () => {
		const half = late.replace('soon', '2026-05-01');
		const place = makePlace({'plan.tpl.md': template, 'a.md': half, 'b.md': late});
		const [done] = (
			JSON.parse(place.run([...check, 'a.md', '--format', 'json']).out) as {
				readonly files: readonly {readonly completeness: {readonly required: {readonly percent: number}}}[];
			}
		).files;
		const {percent} = done!.completeness.required;
		expect(percent).toBeGreaterThan(0);
		for (const format of ['pretty', 'json', 'sarif', 'github']) {
			expect(place.run([...check, 'a.md', '--format', format, '--min', String(percent)]).code).toBe(0);
			expect(place.run([...check, 'a.md', '--format', format, '--min', String(percent + 1)]).code).toBe(1);
			expect(place.run([...check, 'b.md', '--format', format, '--min', '0']).code).toBe(1);
		}
		expect(place.run([...check, 'b.md', '--min', '0', '--rule', 'date-format=warn']).code).toBe(0);
	});

	it('says in SARIF too what it could not read', () => {
		const place = makePlace({'plan.tpl.md': template});
		const {code, out, err} = place.run([...check, 'gone.md', '--format', 'sarif']);
		expect(code).toBe(3);
		expect(err).toContain('gone.md');
		expect(out).toContain('"executionSuccessful": false');
	});
});

describe('a baseline', () => {
	const known = ['--baseline', 'known/list.json'];
	const start = () => makePlace({'plan.tpl.md': template, 'docs/a.md': late, 'docs/b.md': late});

	it('lets known findings and what was open be, wherever the lines move, and tells what is new', () => {
		const place = start();
		expect(place.run([...check, 'docs', ...known]).code).toBe(3);
		expect(place.run([...check, 'docs']).code).toBe(1);
		const written = place.run([...check, 'docs', ...known, '--write-baseline']);
		expect(written).toMatchObject({code: 0, out: ''});
		expect(written.err).toContain('wrote known/list.json');

		place.write('docs/a.md', late.replace('\n', '\n\nSome words.\n'));
		const same = place.run([...check, 'docs', ...known]);
		expect(same.code).toBe(0);
		expect(same.out).toContain('2 known findings');
		expect(same.out).not.toContain('date-format');
		// From another folder it is the same file.
		const cwd = join(place.folder, 'docs');
		expect(
			place.run(['check', '--template', '../plan.tpl.md', 'a.md', '--baseline', '../known/list.json'], {cwd}).code,
		).toBe(0);

		place.write('docs/b.md', late.replace('soon', 'later'));
		const worse = place.run([...check, 'docs', ...known, '--format', 'json']);
		expect(worse.code).toBe(1);
		const {files, summary} = JSON.parse(worse.out) as {
			readonly files: readonly {readonly known: number; readonly messages: readonly {readonly ruleId: string}[]}[];
			readonly summary: unknown;
		};
		expect(files.map(({known, messages}) => [known, messages.map(({ruleId}) => ruleId)])).toEqual([
			[2, []],
			[1, ['date-format']],
		]);
		expect(summary).toEqual({errors: 1, warnings: 0});
		// A document that it does not have is judged as ever.
		place.write('docs/c.md', late);
		expect(place.run([...check, 'docs/c.md', ...known]).code).toBe(1);
	});

	it('keeps what it has of other documents, but of none that are gone', () => {
		const place = start();
		place.write('docs/gone.md', late);
		place.run([...check, 'docs', ...known, '--write-baseline']);
		rmSync(join(place.folder, 'docs/gone.md'));
		place.write('docs/a.md', late.replace('soon', '2026-01-01'));
		expect(place.run([...check, 'docs/a.md', ...known, '--write-baseline']).code).toBe(0);
		const {files} = JSON.parse(readFileSync(join(place.folder, 'known/list.json'), 'utf8')) as {
			readonly files: Readonly<Record<string, {readonly findings: readonly string[]}>>;
		};
		expect(Object.entries(files).map(([path, {findings}]) => [path, findings.length])).toEqual([
			['../docs/a.md', 1],
			['../docs/b.md', 2],
		]);
	});

	it.each([
		['{"specwrightBaseline": 1,\n"files": {"a.md": {"required": 101, "findings": []}}}', 'known.json:2:'],
		[
			'{"specwrightBaseline": 1,\n"files": {"a.md": {"required": 1,\n"findings": ["x",\n"to-be-done"]}}}',
			'known.json:3:',
		],
		['{"specwrightBaseline": 1,\n"files": {\n"a.md": {"required": 1}}}', 'known.json:3:'],
		['{"specwrightBaseline": 1,\n"files": []}', 'known.json:2:'],
		['{"specwrightBaseline": 2}', 'known.json:1:'],
		['{"files": {}}', 'known.json:1:'],
		['[\n1', 'known.json:2:'],
		['# A document\n\nWords.\n', 'known.json:'],
	])('that is broken is told with its line, and never replaced: %j', (text, where) => {
		const place = makePlace({'plan.tpl.md': template, 'a.md': late, 'known.json': text});
		for (const more of [[], ['--write-baseline']]) {
			const {code, out, err} = place.run([...check, 'a.md', '--baseline', 'known.json', ...more]);
			expect(err).toContain(where);
			expect({code, out}).toEqual({code: 2, out: ''});
		}
		expect(readFileSync(join(place.folder, 'known.json'), 'utf8')).toBe(text);
	});

	it('that is a folder is told with what helps there', () => {
		const {code, err} = start().run(['check', 'docs', '--baseline', 'docs']);
		expect(code).toBe(3);
		expect(err).toContain('Name a file that --write-baseline wrote.');
	});

	it('is not written without a name', () => {
		const place = start();
		const {code, err} = place.run(['check', 'docs', '--write-baseline']);
		expect(code).toBe(2);
		expect(err).toContain('--baseline FILE');
		expect(existsSync(join(place.folder, 'known'))).toBe(false);
	});
});
