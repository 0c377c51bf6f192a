/**
 * The pictures in docs/screens against what the program shows now. They are reviewed by eye: where one differs, look at
 * the screen, and if it is meant so, `npm run screens` draws all of them anew.
 */

import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {svg} from '../../../scripts/painter.ts';
import {sizeName} from './scene.ts';
import {allSizes, scenesAt, tour} from './tour.ts';

const pictures = join(import.meta.dirname, '../../../docs/screens');

it.each([
	[{columns: 80, rows: 24}, ['home', 'picker', 'first-run', 'text', 'choice', 'several']],
	[{columns: 80, rows: 24}, ['nothing-yet', 'ascii-field', 'unsaved', 'conflict', 'conflict-same-line', 'demo']],
	[{columns: 80, rows: 24}, ['commit']],
	[{columns: 120, rows: 40}, ['first-run', 'text', 'choice']],
	[{columns: 58, rows: 15}, ['small-window']],
])('the screens at $columns×$rows look as in their pictures', async (size, names) => {
	const differing: string[] = [];
	const compared: string[] = [];
	await tour(
		size,
		async ({name, about}, terminal) => {
			const file = `${size.columns}x${size.rows}/${name}.svg`;
			compared.push(name);
			const picture = readFileSync(join(pictures, file), 'utf8');
			const isSame = (): boolean => svg(terminal.buffer(), {...size, label: about}) === picture;
			// The last of what changes may still be on its way to the screen.
			await terminal.waitUntil(isSame, file, 10).catch(() => {
				differing.push(`${file}, which is now:\n${terminal.text()}`);
			});
		},
		new Set(names),
	);
	expect(compared).toEqual(names);
	expect(differing, 'Look at these screens; "npm run screens" draws the pictures anew.').toEqual([]);
});

it('there is a picture of each screen at each size that it is drawn for, and no other', () => {
	const listed = readFileSync(join(pictures, 'README.md'), 'utf8');
	const folders = readdirSync(pictures).filter(name => name !== 'README.md');
	expect(folders.sort()).toEqual(allSizes().map(sizeName).sort());
	for (const size of allSizes()) {
		const names = scenesAt(size).map(({name}) => name);
		expect(readdirSync(join(pictures, sizeName(size))).sort()).toEqual(names.map(name => `${name}.svg`).sort());
		for (const name of names) expect(listed).toContain(`(${sizeName(size)}/${name}.svg)`);
	}
});

it('no picture shows a folder of the run that it was drawn from', () => {
	const all = readdirSync(pictures, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.svg'));
	expect(all.filter(name => /specwright-test|tmp\//.test(readFileSync(join(pictures, name), 'utf8')))).toEqual([]);
});
