/**
 * Draws every screen at three sizes into docs/screens/, from real runs of the built program, and the page that lists
 * them. `npm run screens` makes all of them anew after the screens changed; look at what changed before committing it.
 */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {scenes, tour, type Size} from '../test/e2e/journeys/tour.ts';
import type {Terminal} from '../test/e2e/terminal.ts';
import {svg} from './painter.ts';

const target = join(import.meta.dirname, '../docs/screens');
const sizes: readonly Size[] = [
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
	{columns: 200, rows: 60},
];

const nameOf = ({columns, rows}: Size): string => `${columns}x${rows}`;

/** Waits until the screen has stayed as it is for half a second. */
async function quiet(terminal: Terminal): Promise<void> {
	for (let before = ''; before !== terminal.output();) {
		before = terminal.output();
		await setTimeout(500);
	}
}

for (const size of sizes) {
	const into = join(target, nameOf(size));
	rmSync(into, {recursive: true, force: true});
	mkdirSync(into, {recursive: true});
	await tour(size, async ({name, about}, terminal) => {
		await quiet(terminal);
		writeFileSync(join(into, `${name}.svg`), svg(terminal.buffer(), {...size, label: about}));
	});
	console.log(`drew docs/screens/${nameOf(size)}`);
}

const links = (name: string): string => sizes.map(size => `[${nameOf(size)}](${nameOf(size)}/${name}.svg)`).join(' · ');
writeFileSync(
	join(target, 'README.md'),
	[
		'# The screens',
		'',
		'Each was drawn from a run of the program, filled by keys, at three sizes of the window. `npm run screens` draws them',
		'again.',
		'',
		'| screen | pictures |',
		'| --- | --- |',
		...scenes.map(({name, about}) => `| **${name}**: ${about} | ${links(name)} |`),
		'',
	].join('\n'),
);
console.log('wrote docs/screens/README.md');
