/** The build as it is shipped against one whose dependencies are left as they are published. */

import {spawnSync} from 'node:child_process';
import {cpSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {renderMarkdown, settled} from '../../source/preview/render.ts';
import {themes} from '../../source/theme/index.ts';
import {bin, environment, folder, keys, open, type Terminal} from './terminal.ts';

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
	'```mermaid',
	'flowchart LR',
	'  returns-->shelf',
	'```',
	'',
].join('\n');

describe('the shipped build shows what the stock build shows', () => {
	it.each([true, false])('in a preview with code, a table and a diagram, in colour: %s', async color => {
		const file = join(place.path, 'holds.md');
		writeFileSync(file, text);
		const said = [bin, stock].map(program => {
			const {stdout} = spawnSync(process.execPath, [program, 'preview', file], {
				env: environment(place.path, {COLUMNS: '72', ...(color ? {FORCE_COLOR: '1'} : {NO_COLOR: '1'})}),
				encoding: 'utf8',
			});
			return stdout;
		});
		const render = () => renderMarkdown(readFileSync(file, 'utf8'), {width: 72, theme: themes.default, color: false});
		render();
		await settled();
		const drawn = render();
		expect(said[0]).toContain('│ returns ├────►│ shelf │');
		expect(said[0]).toContain('const due');
		expect(said[1]).toBe(said[0]);
		if (!color) expect(said[0]).toBe(drawn.map(line => `${line.text}\n`).join(''));
	});

	it('on the screens of the wizard', async () => {
		using home = folder();
		using stockHome = folder();
		using work = folder();
		const shipped = open(['new', 'architecture-spec'], {cwd: work.path, home: home.path});
		const published = open(['new', 'architecture-spec'], {cwd: work.path, home: stockHome.path, program: stock});
		const shown = (terminal: Terminal): string => terminal.text().replace(/saved \d\d:\d\d/, 'saved');
		/** Both come to show `wanted`, and the same screen; either may still be drawing. */
		const bothShow = async (wanted: string): Promise<void> => {
			const isSame = (): boolean => shown(shipped).includes(wanted) && shown(shipped) === shown(published);
			await Promise.race([shipped, published].map(terminal => terminal.waitUntil(isSame, `${wanted} on both screens`)));
		};

		const bothGet = (...input: readonly string[]): void => {
			shipped.send(...input);
			published.send(...input);
		};

		await bothShow('0/19 required');
		bothGet('Größe 日本 👍🏽 e\u0301 ', keys.tab);
		await bothShow('1/19 required');
		bothGet(keys.alt('h'));
		await bothShow('Alt+Backspace');
		bothGet(keys.ctrl('q'));
		expect(await Promise.all([shipped.exit(), published.exit()])).toEqual([0, 0]);
	});
});
