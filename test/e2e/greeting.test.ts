/** The first sign of life: there before the program is, and gone without a trace. */

import {describe, expect, it} from 'vitest';
import {bin, environment, folder, keys, open} from './terminal.ts';
import {spawnSync} from 'node:child_process';
import {ready} from './typing.ts';

const greeting = ' specwright …\r';

describe('the greeting', () => {
	it('comes first, and the wizard takes its place', async () => {
		using home = folder();
		using work = folder();
		const terminal = open(['new', 'architecture-spec'], {cwd: work.path, home: home.path, columns: 100, rows: 30});
		await terminal.waitFor(ready);
		expect(terminal.output().startsWith(greeting)).toBe(true);
		terminal.send(keys.ctrl('q'));
		await terminal.exit();
		expect(terminal.text()).not.toContain('specwright …');
	});

	it('leaves the line to what is told instead', async () => {
		using home = folder();
		using work = folder();
		const terminal = open(['new', 'no-such-template'], {cwd: work.path, home: home.path});
		await terminal.exit();
		expect(terminal.output().startsWith(`${greeting}\u001B[K`)).toBe(true);
		expect(terminal.text().trimStart()).toMatch(/^specwright: There is no template/);
	});

	it.each([[['new', '--help']], [['templates']], [['new', 'architecture-spec', '--plain']]])(
		'is not for %j, which opens no full screen',
		async args => {
			using home = folder();
			using work = folder();
			const terminal = open(args, {cwd: work.path, home: home.path});
			await terminal.waitUntil(() => terminal.text().trim() !== '', 'anything');
			expect(terminal.output()).not.toContain('specwright …');
			terminal.kill('SIGKILL');
			await terminal.exit();
		},
	);

	it('is for terminals alone', () => {
		using home = folder();
		const {stdout, stderr} = spawnSync(process.execPath, [bin, 'new'], {env: environment(home.path), encoding: 'utf8'});
		expect(stdout + stderr).not.toContain('specwright …');
	});
});
