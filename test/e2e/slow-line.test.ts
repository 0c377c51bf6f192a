/** A line so slow that keys come in pieces, and one so fast that a megabyte comes at once, on the built program. */

import {setTimeout as pause} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {folder, keys, open, type Terminal} from './terminal.ts';

/** Longer than Ink waits for the rest of a key, and no part of any wait for the screen. */
const gap = 60;

/** Sends pieces with a gap between them: the gaps are what is tried. */
async function sendSlowly(terminal: Terminal, ...pieces: readonly string[]): Promise<void> {
	for (const [index, piece] of pieces.entries()) {
		if (index > 0) await pause(gap);
		terminal.send(piece);
	}
}

describe('a slow line', () => {
	it('leaves an arrow, a word motion, Home and a paste what they are', async () => {
		using home = folder();
		using work = folder();
		// However busy the machine is, the rest of a key is waited for.
		const env = {ESCDELAY: '10000'};
		const terminal = open(['new', 'architecture-spec'], {cwd: work.path, home: home.path, env});
		await terminal.waitFor('0/19 required');
		terminal.send('alpha beta');
		await terminal.waitFor('alpha beta');
		await sendSlowly(terminal, '\u001B', '[D');
		terminal.send('1');
		await terminal.waitFor('alpha bet1a');
		await sendSlowly(terminal, '\u001B[1;', '5D');
		terminal.send('2');
		await terminal.waitFor('alpha 2bet1a');
		await sendSlowly(terminal, '\u001B', '[', 'H');
		terminal.send('3');
		await terminal.waitFor('3alpha 2bet1a');
		await sendSlowly(terminal, '\u001B', '[20', '0~4', '\u001B', '[201', '~');
		await terminal.waitFor('34alpha 2bet1a');
		terminal.send(keys.ctrl('q'));
		expect(await terminal.exit()).toBe(0);
	});

	it('opens the outline soon after Escape alone', async () => {
		using home = folder();
		using work = folder();
		const terminal = open(['new', 'architecture-spec'], {cwd: work.path, home: home.path});
		await terminal.waitFor('0/19 required');
		terminal.send(keys.escape);
		await terminal.waitFor('/ filter');
		terminal.send(keys.escape);
		await terminal.waitFor('^G editor');
		terminal.send(keys.ctrl('q'));
		expect(await terminal.exit()).toBe(0);
	});
});

describe('a paste that never ends', () => {
	it('is text and no keys, and keeps nobody who wants to leave', async () => {
		using home = folder();
		using work = folder();
		const terminal = open(['new', 'architecture-spec'], {cwd: work.path, home: home.path});
		await terminal.waitFor('0/19 required');
		terminal.send('\u001B[200~Hold queue');
		await pause(gap);
		terminal.send('\t\u0013 and shelf');
		await pause(gap);
		terminal.send(keys.ctrl('c'));
		await terminal.waitFor('and shelf');
		await terminal.waitFor(/saved \d\d:\d\d/);
		expect(terminal.text()).toContain('1/19 required');
		terminal.send(keys.ctrl('q'));
		expect(await terminal.exit()).toBeLessThanOrEqual(130);
		const again = open(['resume'], {cwd: work.path, home: home.path});
		await again.waitFor(/Hold queue.*and shelf/);
		again.send(keys.ctrl('q'));
		expect(await again.exit()).toBe(0);
	});
});

describe('a paste of a megabyte', () => {
	it('arrives whole, submits nothing, and the keys go on working', async () => {
		using home = folder();
		using work = folder();
		const terminal = open(['new', 'architecture-spec'], {cwd: work.path, home: home.path});
		await terminal.waitFor('0/19 required');
		terminal.send('Holds', keys.tab);
		await terminal.waitFor('1/19 required');
		await terminal.waitFor(/Summary[^]*section 2/);
		// Line after line, so that one that was lost or came twice would be missed.
		const lines = Array.from(
			{length: 16_000},
			(_, index) => `${index} Lorem ipsum dolor sit amet, consectetur 世界 äöü`,
		);
		const pasted = lines.join('\r');
		expect(Buffer.byteLength(pasted)).toBeGreaterThan(900_000);
		terminal.send(keys.paste(`${pasted}\r`));
		await terminal.waitFor('15999 Lorem ipsum', 60);
		terminal.send('the end');
		await terminal.waitFor('the end', 60);
		await terminal.waitFor(/saved \d\d:\d\d/, 60);
		terminal.send(keys.ctrl('s'));
		await terminal.waitFor('File: ', 60);
		terminal.send(keys.enter);
		expect(await terminal.exit(60)).toBe(0);
		expect(readFileSync(join(work.path, 'holds.md'), 'utf8')).toContain([...lines, 'the end'].join('\n'));
	});
});
