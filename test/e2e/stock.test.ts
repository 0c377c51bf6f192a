/** The build as it is shipped against one whose dependencies are left as they are published. */

import {spawnSync} from 'node:child_process';
import {cpSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {renderMarkdown} from '../../source/preview/render.ts';
import {themes} from '../../source/theme/index.ts';
import {bin, environment, folder, keys, open} from './terminal.ts';

const root = join(import.meta.dirname, '../..');
const place = folder();
const stock = join(place.path, 'dist/cli.js');

beforeAll(() => {
	for (const part of ['package.json', 'templates']) cpSync(join(root, part), join(place.path, part), {recursive: true});
	const args = ['scripts/build.ts', '--stock', '--out', join(place.path, 'dist')];
	const {status, stderr} = spawnSync(process.execPath, args, {cwd: root, encoding: 'utf8'});
	expect(status, stderr).toBe(0);
});

afterAll(() => {
	place[Symbol.dispose]();
});

const text = [
	'# Holds',
	'',
	'A returned book is *offered* within **60 s**, see `holds.py` :tada: 👍🏽 and [the list](https://books.example).',
	'',
	'```ts',
	"const due = new Map<string, Date>(); // 3 < 4 && 'x'",
	'```',
	'',
	'| Queue | Holds | 日本 |',
	'| :-- | --: | --- |',
	'| `returns` | 12 | **x** |',
	'| a \\| b | 3 | y |',
	'',
	'- [x] tried',
	'- [ ] said',
	'',
].join('\n');

describe('the shipped build shows what the stock build shows', () => {
	it.each([true, false])('in a preview with code and a table, in colour: %s', color => {
		const file = join(place.path, 'holds.md');
		writeFileSync(file, text);
		const said = [bin, stock].map(program => {
			const {stdout} = spawnSync(process.execPath, [program, 'preview', file], {
				env: environment(place.path, {COLUMNS: '72', ...(color ? {FORCE_COLOR: '1'} : {NO_COLOR: '1'})}),
				encoding: 'utf8',
			});
			return stdout;
		});
		const drawn = renderMarkdown(readFileSync(file, 'utf8'), {width: 72, theme: themes.default, color: false});
		expect(said[0]).toContain('const due');
		expect(said[1]).toBe(said[0]);
		if (!color) expect(said[0]).toBe(drawn.map(line => `${line.text}\n`).join(''));
	});

	it('on the screens of the wizard', async () => {
		const seen = [];
		for (const program of [bin, stock]) {
			using home = folder();
			using work = folder();
			const terminal = open(['new', 'architecture-spec'], {cwd: work.path, home: home.path, program});
			const frames: string[] = [];
			await terminal.waitFor('0/19 required');
			frames.push(terminal.text());
			terminal.send('Größe 日本 👍🏽 e\u0301 ', keys.tab);
			await terminal.waitFor('1/19 required');
			await terminal.waitFor(/saved \d\d:\d\d/);
			frames.push(terminal.text().replace(/saved \d\d:\d\d/, 'saved'));
			terminal.send(keys.alt('h'));
			await terminal.waitFor('Alt+Backspace');
			frames.push(terminal.text().replace(/saved \d\d:\d\d/, 'saved'));
			terminal.send(keys.ctrl('q'));
			await terminal.exit();
			seen.push(frames);
		}

		expect(seen[1]).toEqual(seen[0]);
	});
});
