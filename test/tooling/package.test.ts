/** The package as a stranger gets it: packed, installed into an empty folder without anything else, and used. */

import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {publint} from 'publint';
import manifest from '../../package.json';

const root = join(import.meta.dirname, '../..');
const place = mkdtempSync(join(tmpdir(), 'specwright-package-'));
const prefix = join(place, 'prefix');
const installed = join(prefix, 'node_modules/specwright');
/** Without what the tests' own npm and Node say about themselves. */
const env = {PATH: dirname(process.execPath), HOME: place, TMPDIR: place, LANG: 'C.UTF-8'};

type Packed = {readonly filename: string; readonly size: number; readonly files: readonly {readonly path: string}[]};

let packed: Packed;

function run(command: string, args: readonly string[], cwd: string) {
	const {status, stdout, stderr} = spawnSync(command, args, {cwd, encoding: 'utf8', env: {...process.env, ...env}});
	return {status, stdout, stderr};
}

/** npm, which need not stand beside the Node that runs this. */
function npm(args: readonly string[], cwd: string) {
	const {status, stdout, stderr} = spawnSync('npm', args, {
		cwd,
		encoding: 'utf8',
		env: {...process.env, HOME: place, npm_config_cache: join(place, 'cache'), npm_config_offline: 'true'},
	});
	expect(status, stderr).toBe(0);
	return stdout;
}

beforeAll(() => {
	const listed = npm(['pack', '--json', '--pack-destination', place], root);
	[packed] = JSON.parse(listed.slice(listed.lastIndexOf('\n[') + 1)) as [Packed];
	mkdirSync(prefix);
	writeFileSync(join(prefix, 'package.json'), '{"private": true}');
	npm(['install', '--no-audit', '--no-fund', join(place, packed.filename)], prefix);
}, 300_000);

afterAll(() => {
	rmSync(place, {recursive: true, force: true});
});

describe('the package', () => {
	it('brings nothing with it', () => {
		expect(readdirSync(join(prefix, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['specwright']);
	});

	it('has the program, templates, types, licences, and nothing of what it is made from', () => {
		const tops = new Set(packed.files.map(({path}) => path.split('/')[0]));
		expect([...tops].sort()).toEqual(
			['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'examples', 'package.json', 'templates'].sort(),
		);
		expect(packed.files.filter(({path}) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))).toEqual([]);
		for (const path of ['dist/library.mjs', 'dist/library.d.ts', 'dist/THIRD-PARTY-LICENSES.txt'])
			expect(existsSync(join(installed, path)), path).toBe(true);
	});

	it('is as small as its page says', () => {
		const said = /(\d+(?:\.\d+)?) MB packed/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1];
		expect(said).toBeDefined();
		expect(packed.size / 1e6).toBeLessThanOrEqual(Number(said));
	});

	it('is in order for whoever resolves it', async () => {
		const {messages} = await publint({pkgDir: installed, strict: true, pack: false});
		expect(messages).toEqual([]);
	});
});

describe('once installed', () => {
	const bin = join(prefix, 'node_modules/.bin/specwright');

	it('says its version', () => {
		expect(run(bin, ['--version'], prefix).stdout).toBe(`${manifest.version}\n`);
	});

	it('writes a document from a bundled template, and checks it', () => {
		const work = join(place, 'work');
		mkdirSync(work);
		// 1: it is written, and incomplete.
		expect(run(bin, ['new', 'architecture-spec', '--yes', '--out', 'spec.md'], work)).toMatchObject({status: 1});
		const checked = run(bin, ['check', 'spec.md', '--format', 'json'], work);
		expect(checked.status, checked.stderr).toBe(1);
		const {files} = JSON.parse(checked.stdout) as {files: {template: string}[]};
		expect(files[0]?.template).toBe('architecture-spec');
	});

	it('is a library, as its page shows', () => {
		const page = readFileSync(join(root, 'docs/automation.md'), 'utf8');
		const [, example = ''] = /<!-- library -->\n\n```js\n([^]*?)```/.exec(page) ?? [];
		const script = join(prefix, 'use.mjs');
		writeFileSync(script, example);
		expect(run(process.execPath, [script], prefix)).toEqual({
			status: 0,
			stdout: '# Plan\n\n## Goal\n\nGoal: Fewer calls\n\n100 0\n',
			stderr: '',
		});
	});

	it('has types that hold for those who are strict', () => {
		writeFileSync(
			join(prefix, 'use.ts'),
			`import {check, completeness, fill, readForm, type Answers, type Field} from 'specwright';
			const form = readForm('# Plan');
			const first: Field | undefined = form.fields[0];
			const answers: Answers = new Map([['a', {state: 'answered', value: 'b'}]]);
			const percent: number = completeness(fill(form, answers), check(fill(form, answers))).required.percent;
			// @ts-expect-error A percentage is a number.
			const wrong: string = percent;
			export {first, wrong};
			`,
		);
		writeFileSync(
			join(prefix, 'tsconfig.json'),
			JSON.stringify({
				compilerOptions: {
					strict: true,
					noEmit: true,
					module: 'nodenext',
					target: 'es2023',
					lib: ['es2024', 'esnext.iterator'],
					types: [],
				},
				files: ['use.ts'],
			}),
		);
		const tsc = join(root, 'node_modules/typescript/bin/tsc');
		expect(run(process.execPath, [tsc, '--project', 'tsconfig.json'], prefix)).toMatchObject({status: 0, stdout: ''});
	});
});
