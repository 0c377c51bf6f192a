/** Finding one's way at a terminal: what is told of the keys, what helps with a field, lists over lists. */

import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {folder, keys, open} from './terminal.ts';

const source = `# [Title]

## 1) Goal

<!-- **Say** who gains what.
${Array.from({length: 30}, (_, index) => `Point ${index + 1} to think of.`).join('\n')} -->

[The goal]

## 2) Risks

- **Worst:** [risk]
`;

it('keys of the settings that would lock the author out are told on the screen, and ^S writes all the same', async () => {
	using work = folder();
	using home = folder();
	writeFileSync(join(work.path, 't.md'), source);
	mkdirSync(join(home.path, '.config/specwright'), {recursive: true});
	writeFileSync(
		join(home.path, '.config/specwright/config.json'),
		JSON.stringify({keys: {'view.preview': ['ctrl+s'], 'view.review': ['alt+9']}}),
	);
	const terminal = open(['new', 't.md'], {cwd: work.path, home: home.path, columns: 80, rows: 24});
	await terminal.waitFor('^S is taken by');
	terminal.send(keys.alt('9'));
	await terminal.waitFor('Review');
	terminal.send(keys.ctrl('s'));
	await terminal.waitFor('File: ');
	terminal.send(keys.ctrl('q'));
	expect(await terminal.exit()).toBe(0);
	expect(terminal.text()).toMatch(/view\.preview: \^S is taken by/);
});

it('guidance without room is read whole, and lists over lists close one by one', async () => {
	using work = folder();
	using home = folder();
	writeFileSync(join(work.path, 't.md'), source);
	const terminal = open(['new', 't.md'], {cwd: work.path, home: home.path, columns: 60, rows: 16});
	await terminal.waitFor('0/3 required');
	terminal.send(keys.ctrl('p'), '1');
	await terminal.waitFor('1) Goal');
	terminal.send(keys.enter);
	await terminal.waitFor('more lines: Alt+I');
	terminal.send(keys.alt('i'));
	await terminal.waitFor('Point 5 ');
	terminal.send(' ', ' ', ' ');
	await terminal.waitFor('Point 30');
	terminal.send(keys.alt('r'));
	await terminal.waitFor('required answers open');
	terminal.send('?');
	await terminal.waitFor('Keys that work here');
	terminal.send(keys.escape);
	await terminal.waitFor('required answers open');
	terminal.send(keys.escape);
	await terminal.waitFor('Point 30');
	terminal.send(keys.escape);
	await terminal.waitFor('more lines: Alt+I');
	terminal.send(keys.ctrl('q'));
	expect(await terminal.exit()).toBe(0);
});
