/**
 * Draws the screens at each size into docs/screens/, from real runs of the built program, and the page that lists them.
 * `npm run screens` makes all of them anew after the screens changed, `npm run screens -- NAME...` those alone; look at
 * what changed before committing it.
 */
import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {sizeName, sizes} from '../test/e2e/journeys/scene.ts';
import {scenes} from '../test/e2e/journeys/scenes.ts';
import {allSizes, tour} from '../test/e2e/journeys/tour.ts';
import type {Terminal} from '../test/e2e/terminal.ts';
import {svg} from './painter.ts';

const target = join(import.meta.dirname, '../docs/screens');

/** Waits until the screen has stayed as it is for half a second. */
async function quiet(terminal: Terminal): Promise<void> {
	for (let before = ''; before !== terminal.output();) {
		before = terminal.output();
		await setTimeout(500);
	}
}

/** The names of the screens to draw: those given, else every one, for which what was drawn before goes. */
function namesToDraw(given: readonly string[]): ReadonlySet<string> {
	const known = new Set(scenes.map(({name}) => name));
	const unknown = given.filter(name => !known.has(name));
	if (unknown.length > 0) {
		console.error(`No screen is called ${unknown.join(', ')}. There are: ${[...known].join(', ')}.`);
		process.exit(2);
	}

	if (given.length > 0) return new Set(given);
	for (const {name, parentPath} of readdirSync(target, {withFileTypes: true}).filter(each => each.isDirectory()))
		rmSync(join(parentPath, name), {recursive: true});
	return known;
}

const names = namesToDraw(process.argv.slice(2));
for (const size of allSizes()) {
	const into = join(target, sizeName(size));
	mkdirSync(into, {recursive: true});
	const drawn: string[] = [];
	await tour(
		size,
		async ({name, about}, terminal) => {
			await quiet(terminal);
			writeFileSync(join(into, `${name}.svg`), svg(terminal.buffer(), {...size, label: about}));
			drawn.push(name);
		},
		names,
	);
	if (drawn.length > 0) console.log(`drew ${drawn.length} into docs/screens/${sizeName(size)}`);
}

const links = (name: string, at: typeof sizes): string =>
	at.map(size => `[${sizeName(size)}](${sizeName(size)}/${name}.svg)`).join(' · ');
writeFileSync(
	join(target, 'README.md'),
	[
		'# The screens',
		'',
		'Each was drawn from a run of the program, filled by keys, at three sizes of the window, or at the one that it is about.',
		'`npm run screens` draws them again, `npm run screens -- home picker` those two alone.',
		'',
		'| screen | pictures |',
		'| --- | --- |',
		...scenes.map(({name, about, sizes: own = sizes}) => `| **${name}**: ${about} | ${links(name, own)} |`),
		'',
	].join('\n'),
);
console.log('wrote docs/screens/README.md');
