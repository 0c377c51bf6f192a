/** Other programs that get the terminal for a while: editors, good and bad, and the shell after ^Z. */

import {chmodSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {bin, folder, keys, open, run, type Terminal} from './terminal.ts';

/** A wizard at the summary, in which a line was typed, with an editor that is this shell script. */
async function atSummary(script: string, home: string, cwd: string, args: readonly string[] = []): Promise<Terminal> {
	const editor = join(home, 'editor');
	writeFileSync(editor, `#!/bin/sh\n${script}\n`);
	chmodSync(editor, 0o755);
	const terminal = open(['new', 'architecture-spec', ...args], {
		cwd,
		home,
		columns: 90,
		rows: 24,
		env: {EDITOR: editor},
	});
	await terminal.waitFor('0/19 required');
	terminal.send(keys.tab);
	await terminal.waitFor('section 2/9');
	terminal.send('First line.');
	await terminal.waitFor('First line.');
	return terminal;
}

async function quit(terminal: Terminal): Promise<void> {
	terminal.send(keys.ctrl('q'));
	expect(await terminal.exit()).toBe(0);
}

describe('an editor', () => {
	it('that leaves the cursor somewhere finds the screen whole again, also after Ctrl+C in it', async () => {
		using home = folder();
		using work = folder();
		const script = `trap 'printf "Second." >> "$1"; printf left-here; exit 0' INT\necho in the editor\nwhile :; do sleep 0.05; done`;
		const terminal = await atSummary(script, home.path, work.path);
		terminal.send(keys.ctrl('g'));
		await terminal.waitFor('in the editor');
		terminal.send(keys.ctrl('c'));
		await terminal.waitFor('First line.Second.');
		await terminal.waitFor(/saved \d\d:\d\d/);
		expect(terminal.screen()[0]).toMatch(/^ specwright .* saved \d\d:\d\d$/);
		await quit(terminal);
	});

	it('that the settings name goes before the one of the environment', async () => {
		using home = folder();
		using work = folder();
		const chosen = join(home.path, 'chosen');
		writeFileSync(chosen, '#!/bin/sh\nprintf " Chosen." >> "$1"\n');
		chmodSync(chosen, 0o755);
		expect(run(['config', 'set', 'editor', chosen], {cwd: work.path, home: home.path}).code).toBe(0);
		const terminal = await atSummary('printf " Environment." >> "$1"', home.path, work.path);
		terminal.send(keys.ctrl('g'));
		await terminal.waitFor('First line. Chosen.');
		await quit(terminal);
	});

	it('that nobody named is told of, also in a terminal that is said to be dumb; the field goes on', async () => {
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path, columns: 90, rows: 24};
		const terminal = open(['new', 'architecture-spec'], {...where, env: {EDITOR: '', VISUAL: ''}});
		await terminal.waitFor('0/19 required');
		terminal.send('Hold queue', keys.ctrl('g'));
		await terminal.waitFor('No editor is set');
		terminal.send(' and shelf');
		await terminal.waitFor('Hold queue and shelf');
		await quit(terminal);
		const dumb = open(['resume'], {...where, env: {TERM: 'dumb'}});
		await dumb.waitFor('Hold queue and shelf');
		dumb.send(keys.ctrl('d'));
		await dumb.exit();
	});

	it.each([
		['fails', 'exit 3', 'status 3'],
		['leaves nothing', ': > "$1"', 'empty'],
		['leaves no text', String.raw`printf 'a\000b' > "$1"`, 'NUL'],
		['removes the file', 'rm "$1"', 'gone'],
	] as const)('that %s leaves the answer as it was and says so', async (_, script, words) => {
		using home = folder();
		using work = folder();
		const terminal = await atSummary(script, home.path, work.path);
		terminal.send(keys.ctrl('g'));
		await terminal.waitFor(words);
		await terminal.waitFor('First line.');
		await quit(terminal);
	});
});

describe('the shell', () => {
	it('gets the terminal on ^Z and gives it back on fg, with nothing lost', async () => {
		using home = folder();
		using work = folder();
		const terminal = open(['--norc', '--noprofile', '-i'], {
			cwd: work.path,
			home: home.path,
			columns: 90,
			rows: 24,
			env: {PS1: 'shell> '},
			command: '/bin/bash',
		});
		await terminal.waitFor('shell> ');
		terminal.send(`'${process.execPath}' '${bin}' new architecture-spec\r`);
		await terminal.waitFor('0/19 required');
		terminal.send('Hold');
		await terminal.waitFor('1/19 required');
		for (const more of [' queue', ' again']) {
			terminal.send(keys.ctrl('z'));
			await terminal.waitFor(/Stopped/);
			await terminal.waitFor(/shell> $/m);
			const output = terminal.output();
			expect(output.lastIndexOf('\u001B[?1049l')).toBeGreaterThan(output.lastIndexOf('\u001B[?1049h'));
			terminal.send('fg\r');
			await terminal.waitFor('1/19 required');
			terminal.send(more);
			await terminal.waitFor(more.trim());
		}
		terminal.send(keys.ctrl('q'));
		await terminal.waitFor('specwright resume');
		terminal.send('exit\r');
		expect(await terminal.exit()).toBe(0);
	});
});
