/** From the full screen to one question at a time, on the built program at a terminal. */

import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {folder, keys, open, run} from './terminal.ts';

const template = '# [Title]\n\n## Why\n\nDescribe why.\n\n## Owner\n\n- DRI:\n';

it('a window too small for the form goes on with one question at a time, with what was typed, to a written file', async () => {
	using home = folder();
	using work = folder();
	writeFileSync(join(work.path, 'tpl.md'), template);
	const terminal = open(['new', 'tpl.md'], {cwd: work.path, home: home.path, columns: 80, rows: 24});
	await terminal.waitFor('Title');
	terminal.send('Hold queue', keys.tab, 'It is slow.');
	await terminal.waitFor('It is slow.');
	terminal.resize(58, 15);
	await terminal.waitFor('one question at a time');
	// What is typed where nothing shows it goes nowhere.
	terminal.send('unseen');
	terminal.send(keys.enter);
	await terminal.waitFor('2 of 3.');
	await terminal.waitFor(/Now \(Enter keeps it\):\n {4}It is slow\./);
	// Broken between words for the window as it is now.
	expect(terminal.text().replaceAll('\n', ' ')).toContain(
		'Enter goes on, :help lists what can be typed besides answers.',
	);
	terminal.send(keys.enter);
	await terminal.waitFor('3 of 3.');
	terminal.send('Ada', keys.enter);
	await terminal.waitFor('Enter writes the document');
	terminal.send(keys.enter);
	await terminal.waitFor('Write to');
	terminal.send(keys.enter);
	expect(await terminal.exit()).toBe(0);
	const written = readFileSync(join(work.path, 'hold-queue.md'), 'utf8');
	expect(written).toContain('# Hold queue\n\n## Why\n\nIt is slow.\n\n## Owner\n\n- DRI: Ada\n');
});

it('Ctrl+C there keeps the draft, which the full screen takes up again', async () => {
	using home = folder();
	using work = folder();
	writeFileSync(join(work.path, 'tpl.md'), template);
	const where = {cwd: work.path, home: home.path, columns: 58, rows: 15};
	const small = open(['new', 'tpl.md'], where);
	await small.waitFor('one question at a time');
	small.send(keys.enter);
	await small.waitFor('1 of 3.');
	small.send('Hold queue', keys.enter);
	await small.waitFor('2 of 3.');
	small.send(keys.ctrl('c'));
	expect(await small.exit()).toBe(130);
	expect(run(['drafts', '--json'], where).json()).toMatchObject([{title: 'Hold queue'}]);
	const large = open(['resume'], {...where, columns: 80, rows: 24});
	await large.waitFor('Hold queue');
	await large.waitFor('Why');
	large.send(keys.ctrl('q'));
	expect(await large.exit()).toBe(0);
});

it('a window that changes its size all the time, down to one cell, leaves the form and what is typed as they are', async () => {
	using home = folder();
	using work = folder();
	writeFileSync(join(work.path, 'tpl.md'), template);
	const terminal = open(['new', 'tpl.md'], {cwd: work.path, home: home.path, columns: 80, rows: 24});
	await terminal.waitFor('Title');
	terminal.send('Hold queue');
	await terminal.waitFor('Hold queue');
	for (let turn = 0; turn < 300; turn++) terminal.resize(1 + ((turn * 37) % 220), 1 + ((turn * 11) % 70));
	terminal.resize(1, 1);
	terminal.resize(500, 200);
	terminal.resize(30, 8);
	await terminal.waitFor(/too small/i);
	terminal.resize(80, 24);
	await terminal.waitFor('Hold queue');
	terminal.send(' 2', keys.ctrl('q'));
	expect(await terminal.exit()).toBe(0);
	expect(terminal.text()).toContain('specwright resume');
	expect(run(['drafts', '--json'], {cwd: work.path, home: home.path}).json()).toMatchObject([{title: 'Hold queue 2'}]);
});
