import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, globSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {removeAfterwards} from '../commands/run-program.ts';
import manifest from '../../package.json';

const root = join(import.meta.dirname, '../..');

describe('the package', () => {
	it('has no runtime dependencies', () => {
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest).not.toHaveProperty('peerDependencies');
	});

	it('imports nothing but Node and its own chunks', () => {
		const outside = globSync('dist/**/*.{js,mjs}', {cwd: root}).flatMap(file => {
			const text = readFileSync(join(root, file), 'utf8');
			return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*["']([^"'\n]+)["']/g)]
				.map(match => match[1] ?? '')
				.filter(name => /^[a-z@]/.test(name) && !name.startsWith('node:'))
				.map(name => name.split('/')[0]);
		});
		const builtin = new Set(process.getBuiltinModule('module').builtinModules);
		expect([...new Set(outside)].filter(name => name !== undefined && !builtin.has(name))).toEqual([]);
	});

	it('has the drawing of diagrams in a part of its own, which nothing else loads', () => {
		const holding = globSync('dist/**/*.{js,mjs}', {cwd: root}).filter(file =>
			readFileSync(join(root, file), 'utf8').includes('boxBorderPadding'),
		);
		expect(holding).toEqual(['dist/diagram-worker.mjs']);
		const naming = globSync('dist/**/*.{js,mjs}', {cwd: root}).filter(file =>
			/(?:from|import|import\()\s*["'][^"']*diagram-worker/.test(readFileSync(join(root, file), 'utf8')),
		);
		expect(naming).toEqual([]);
	});

	it('has what lays out SVG in a part of its own, too', () => {
		const holding = globSync('dist/**/*.{js,mjs}', {cwd: root}).filter(file =>
			readFileSync(join(root, file), 'utf8').includes('org.eclipse.elk'),
		);
		expect(holding).toEqual(['dist/diagram-svg-worker.mjs']);
	});

	it('starts without the parts that make pages and pictures', () => {
		const loaded = new Set(['main.mjs']);
		for (const file of loaded) {
			const text = readFileSync(join(root, 'dist', file), 'utf8');
			for (const [, name = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/(?:chunks\/)?([^"'\n]+)["']/g))
				loaded.add(`chunks/${name}`);
		}
		const texts = [...loaded].map(file => readFileSync(join(root, 'dist', file), 'utf8')).join('');
		expect(texts).toContain('draw them: text or svg');
		expect(texts).not.toMatch(/Content-Security-Policy|diagram-svg-worker|acceptance_criteria/);
	});

	it('carries the licence of each package that it contains', () => {
		const text = readFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
		for (const part of text.split(/^-{80}$/m).slice(1)) {
			expect(part).toMatch(/^Licence: (?!not declared)/m);
		}
	});

	it('is not built again when nothing changed', () => {
		const made = readFileSync(join(root, 'dist/.inputs'), 'utf8');
		const again = spawnSync(process.execPath, ['scripts/build.ts'], {cwd: root, encoding: 'utf8'});
		expect(again.stderr).toBe('');
		expect(readFileSync(join(root, 'dist/.inputs'), 'utf8')).toBe(made);
	});
});

describe('what a command loads', () => {
	const home = mkdtempSync(join(tmpdir(), 'specwright-'));
	removeAfterwards(home);
	const document = join(home, 'note.md');
	writeFileSync(document, '# Note\n\n## Why\n\nThe old key expires.\n');

	/** The parts of the program that a run loads, and how many kB they have, as Node was asked for them. */
	function loadedBy(...args: readonly string[]): {readonly parts: readonly string[]; readonly size: number} {
		const list = join(home, 'loaded');
		const hook = `
			import {appendFileSync} from 'node:fs';
			import {registerHooks} from 'node:module';
			registerHooks({load(url, context, next) { appendFileSync(${JSON.stringify(list)}, url + '\\n'); return next(url, context); }});`;
		writeFileSync(list, '');
		spawnSync(
			process.execPath,
			['--import', `data:text/javascript,${encodeURIComponent(hook)}`, join(root, 'dist/cli.js'), ...args],
			{cwd: home, env: {HOME: home, PATH: process.env['PATH']}},
		);
		const parts = readFileSync(list, 'utf8')
			.split('\n')
			.filter(url => url.startsWith('file:'))
			.map(url => fileURLToPath(url));
		return {parts, size: parts.reduce((sum, file) => sum + readFileSync(file).length, 0) / 1000};
	}

	it('is little for help and completion, and nothing more for the version than the stub', () => {
		expect(loadedBy('--version').parts).toEqual([join(root, 'dist/cli.js')]);
		for (const args of [['--help'], ['new', '--help'], ['completion', 'bash']]) {
			const {parts, size} = loadedBy(...args);
			expect(parts.length).toBeLessThanOrEqual(12);
			expect(size).toBeLessThan(160);
		}
	});

	it('is neither the reader nor the rules where a document was checked before', () => {
		const first = loadedBy('check', document);
		const again = loadedBy('check', document);
		expect(first.size).toBeGreaterThan(800);
		expect(again.size).toBeLessThan(400);
	});

	it('is what the build kept of the bundled templates, so that the first run reads none of them', () => {
		const run = (template: string): {readonly status: number | null; readonly kept: boolean} => {
			const cache = mkdtempSync(join(tmpdir(), 'specwright-'));
			removeAfterwards(cache);
			const {status} = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'inspect', template], {
				cwd: home,
				env: {HOME: home, XDG_CACHE_HOME: cache, PATH: process.env['PATH']},
			});
			return {status, kept: existsSync(join(cache, 'specwright'))};
		};

		const template = readFileSync(join(root, 'templates/module-architecture.md'), 'utf8');
		writeFileSync(join(home, 'other.md'), `${template}\n## Another\n\n[What else]\n`.repeat(3));
		expect(run('module-architecture')).toEqual({status: 0, kept: false});
		expect(run('other.md')).toEqual({status: 0, kept: true});
	});

	it('is no screen where there is none', () => {
		const drawing = loadedBy('inspect', document).parts.filter(file =>
			/react\.element|yoga|inquirer/.test(readFileSync(file, 'utf8')),
		);
		expect(drawing).toEqual([]);
	});
});

describe('the stub', () => {
	it('says the version by itself', () => {
		const folder = mkdtempSync(join(tmpdir(), 'specwright-'));
		removeAfterwards(folder);
		expect(
			execFileSync(process.execPath, [join(root, 'dist/cli.js'), '--version'], {cwd: folder, encoding: 'utf8'}),
		).toBe(`${manifest.version}\n`);
		expect(existsSync(join(folder, 'dist'))).toBe(false);
	});

	it('can be parsed by an old Node', () => {
		const text = readFileSync(join(root, 'dist/cli.js'), 'utf8');
		expect(text).not.toMatch(/\?\?=|\|\|=|&&=|\bawait\b|["']node:|#[a-z]+\s*[=(]/);
	});
});
