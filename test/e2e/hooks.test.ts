/** Hooks that take their time, in the wizard's commit: they have the terminal, and what ends them ends no more than them. */

import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {environment, folder, keys, open, type Terminal} from './terminal.ts';

type Repository = {
	readonly git: (...args: readonly string[]) => string;
	/** HEAD, and what is staged and changed. */
	readonly standing: () => readonly string[];
};

/** A repository with staged and unstaged work, and this hook. */
function repository(path: string, hook: string): Repository {
	const git = (...args: readonly string[]): string =>
		execFileSync('git', args, {cwd: path, encoding: 'utf8', env: environment(path, {GIT_CONFIG_GLOBAL: '/dev/null'})});
	git('init', '-q', '-b', 'main');
	git('config', 'user.name', 'Ada');
	git('config', 'user.email', 'ada@example.org');
	for (const name of ['staged.txt', 'loose.txt']) writeFileSync(join(path, name), 'one\n');
	git('add', '.');
	git('commit', '-q', '-m', 'begin');
	for (const name of ['staged.txt', 'loose.txt']) writeFileSync(join(path, name), 'two\n');
	git('add', 'staged.txt');
	writeFileSync(join(path, '.git/hooks/pre-commit'), `#!/bin/sh\n${hook}\n`, {mode: 0o755});
	return {git, standing: () => [git('rev-parse', 'HEAD'), git('ls-files', '-s'), git('status', '--porcelain')]};
}

/** The wizard up to the moment in which git runs the hook. */
async function committing(home: string, work: string): Promise<Terminal> {
	writeFileSync(join(home, 'small.md'), '# [Name]\n\n## Context\n\n[Why now]\n');
	const terminal = open(['new', join(home, 'small.md'), '--set', 'context=Late.', '--out', 'spec.md'], {
		cwd: work,
		home,
	});
	await terminal.waitFor('1/2 required');
	terminal.send('Hold queue');
	await terminal.waitFor('2/2 required');
	terminal.send(keys.ctrl('s'));
	await terminal.waitFor('File: spec.md');
	terminal.send(keys.enter);
	await terminal.waitFor('Commit it?');
	terminal.send('y');
	await terminal.waitFor('docs: add Hold queue');
	terminal.send(keys.enter);
	return terminal;
}

describe('a hook', () => {
	it('that asks on the terminal is answered there', async () => {
		using home = folder();
		using work = folder();
		const {git} = repository(
			work.path,
			`exec < /dev/tty\nprintf 'Which ticket? ' > /dev/tty\nread -r ticket\n[ "$ticket" = SW-1 ]`,
		);
		const terminal = await committing(home.path, work.path);
		await terminal.waitFor('Which ticket?');
		terminal.send('SW-1', keys.enter);
		expect(await terminal.exit()).toBe(0);
		expect(git('log', '-1', '--format=%s', '--name-only')).toBe('docs: add Hold queue\n\nspec.md\n');
		expect(git('status', '--porcelain')).toBe(' M loose.txt\nM  staged.txt\n');
	});

	it('that refuses behind a line that it had begun has that line, and the reason is below', async () => {
		using home = folder();
		using work = folder();
		repository(work.path, "printf 'looking at everything: ' >&2\nexit 1");
		const terminal = await committing(home.path, work.path);
		expect(await terminal.exit()).toBe(4);
		expect(terminal.text()).toMatch(/^looking at everything: *\nWrote spec\.md\nspecwright: git did not commit/m);
	});

	it('that hangs is ended by ^C, and the file stays with the command that tries again', async () => {
		using home = folder();
		using work = folder();
		const {standing} = repository(work.path, "echo 'looking at everything' > /dev/tty\nsleep 300");
		const [head, index, status] = standing();
		const terminal = await committing(home.path, work.path);
		await terminal.waitFor('looking at everything');
		terminal.send(keys.ctrl('c'));
		expect(await terminal.exit()).toBe(4);
		expect(terminal.text()).toContain('specwright commit spec.md');
		expect(readFileSync(join(work.path, 'spec.md'), 'utf8')).toContain('# Hold queue');
		expect(standing()).toEqual([head, index, `${status!}?? spec.md\n`]);
		expect(existsSync(join(work.path, '.git/index.lock'))).toBe(false);
	});

	it.each([
		['SIGTERM', 143],
		['SIGHUP', 129],
	])('that runs when %s comes is ended with the program, and nothing is half done', async (signal, code) => {
		using home = folder();
		using work = folder();
		const {standing} = repository(
			work.path,
			"echo 'no line is lost'\nprintf 'looking at ' > /dev/tty\nprintf everything >&2\nsleep 300",
		);
		const [head, index, status] = standing();
		const terminal = await committing(home.path, work.path);
		await terminal.waitFor('looking at everything');
		terminal.kill(signal);
		expect(await terminal.exit()).toBe(code);
		// What the hook said stands above, also the line that it had only begun.
		expect(terminal.text()).toMatch(
			/^Committing spec\.md\nno line is lost\nlooking at everything *\nWrote spec\.md\n/m,
		);
		expect(terminal.text()).toContain('specwright commit spec.md');
		expect(terminal.text()).toContain('specwright resume');
		expect(standing()).toEqual([head, index, `${status!}?? spec.md\n`]);
		expect(existsSync(join(work.path, '.git/index.lock'))).toBe(false);
	});
});
