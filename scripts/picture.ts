/**
 * Draws docs/wizard.svg from a real run: the built program in a pseudo-terminal, filled by keys, its screen as it
 * stands. `npm run picture` makes it anew after the screens changed.
 */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {folder, keys, open, type Terminal} from '../test/e2e/terminal.ts';
import {svg} from './painter.ts';

const columns = 112;
const rows = 32;
async function run(home: string, cwd: string): Promise<Terminal> {
	const terminal = open(['new', 'architecture-spec'], {cwd, home, columns, rows});
	const answers: readonly (readonly [string, ...string[]])[] = [
		['Hold queue', keys.tab],
		['Readers hear of a returned book within a minute instead of the next day.', keys.tab],
		['Desk staff search the shelves by hand for books that are already back.', keys.tab],
		[
			'A return shows in the catalogue within **60 seconds**',
			keys.enter,
			'Desk staff need no search by hand',
			keys.tab,
		],
		['A new catalogue', keys.tab],
		['A nightly job moves returns into the catalogue, see `jobs/holds.py`.', keys.tab],
		['Scanner app', keys.enter, 'Return queue', keys.enter, 'Catalogue'],
	];
	await terminal.waitFor('0/19 required');
	for (const answer of answers) {
		const place = terminal.screen()[1];
		terminal.send(...answer);
		if (answer.at(-1) === keys.tab) await terminal.waitUntil(() => terminal.screen()[1] !== place, 'the next field');
	}

	await terminal.waitFor('• Catalogue');
	await terminal.waitFor(/saved \d\d:\d\d/);
	return terminal;
}

using home = folder();
using work = folder();
const terminal = await run(home.path, work.path);
const target = join(import.meta.dirname, '../docs/wizard.svg');
const label = 'The wizard: outline, the field in hand and the preview';
writeFileSync(target, svg(terminal.buffer(), {columns, rows, label}));
terminal.send(keys.ctrl('q'));
await terminal.exit();
console.log('drew docs/wizard.svg');
