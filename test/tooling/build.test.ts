import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, globSync, mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
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
