/** A bug of ours in the middle of typing: the program throws, on a signal, whatever it is doing. */

import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {folder, open, run} from './terminal.ts';

describe('an error that nobody caught', () => {
	it.each([
		['on the screen', [], 'throw new Error("a bug for the test")'],
		['on the screen, in a promise', [], 'Promise.reject(new Error("a bug for the test"))'],
		['in prompts', ['--plain'], 'throw new Error("a bug for the test")'],
	] as const)('saves the draft, gives the terminal back and is told on it: %s', async (_, args, bug) => {
		using home = folder();
		using work = folder();
		const path = join(home.path, 'bug.mjs');
		writeFileSync(path, `process.on('SIGUSR2', () => { ${bug}; });\n`);
		const terminal = open(['new', 'architecture-spec', ...args], {
			cwd: work.path,
			home: home.path,
			env: {NODE_OPTIONS: `--import=${path}`},
		});
		const isScreen = args.length === 0;
		await terminal.waitFor(isScreen ? '0/19 required' : /1 of \d+/);
		terminal.send('Hold queue', ...(isScreen ? [] : ['\r']));
		await terminal.waitFor(isScreen ? '1/19 required' : /2 of \d+/);
		terminal.kill('SIGUSR2');
		expect(await terminal.exit()).toBe(70);

		const output = terminal.output();
		const left = output.lastIndexOf('\u001B[?1049l');
		if (isScreen) {
			expect(left).toBeGreaterThan(output.lastIndexOf('\u001B[?1049h'));
			expect(output.lastIndexOf('\u001B[?25h')).toBeGreaterThan(output.lastIndexOf('\u001B[?25l'));
			expect(output.lastIndexOf('\u001B[?2004l')).toBeGreaterThan(output.lastIndexOf('\u001B[?2004h'));
		}

		expect(output.indexOf('a bug for the test')).toBeGreaterThan(left);
		expect(terminal.text()).toContain('a bug of the program');
		const [draft] = run(['drafts', '--json'], {cwd: work.path, home: home.path}).json() as {
			id: string;
			title: string;
		}[];
		expect(draft?.title).toBe('Hold queue');
		expect(terminal.text()).toContain(`specwright resume ${draft?.id}`);
	});
});
