/** How long a key waits behind a large paste, while the document with it is read, checked and drawn anew. */

import {setTimeout as sleep} from 'node:timers/promises';
import {folder, keys} from '../test/e2e/terminal.ts';
import {openLargest, toProse, typeKeys} from '../test/e2e/typing.ts';

/** Milliseconds between two keys, and how many behind a paste: until long after all is measured. */
const pause = 40;
const count = 120;

const pastes: Readonly<Record<string, string>> = {
	'1 MB in one line': 'A paste of many kilobytes, word by word. '.repeat(25_000),
	'33,000 lines': Array.from({length: 33_000}, (_, line) => `${line} A line of many`).join('\n'),
	// No emoji of several characters: the emulated screen draws these wider than terminals do.
	'100,000 letters with two marks': 'a\u0308\u0301'.repeat(100_000),
};

/** Milliseconds of the key that waited longest, by what was pasted before. */
export async function keysBehindPastes(cwd: string): Promise<ReadonlyMap<string, number>> {
	const longest = new Map<string, number>();
	for (const [what, text] of Object.entries(pastes)) {
		// Where a draft was begun, it is asked about first.
		using home = folder();
		const terminal = openLargest({cwd, home: home.path});
		await toProse(terminal);
		await typeKeys(terminal, 50, async () => sleep(pause));
		terminal.send(keys.paste(`${text} Zanzibar`));
		await terminal.waitFor('Zanzibar');
		const typed = await typeKeys(terminal, count, async () => sleep(pause));
		longest.set(what, Math.max(...typed.map(({time}) => time)));
		terminal.kill('SIGKILL');
		await terminal.exit();
	}

	return longest;
}
