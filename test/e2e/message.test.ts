/** The words of a commit and its branch, on the screen and where questions are asked in lines, in a real repository. */

import {execFileSync} from 'node:child_process';
import {chmodSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {bin, environment, folder, keys, open} from './terminal.ts';

const template = '# [Name]\n\n## Context\n\n[Why now]\n';

/** A repository with a template and an editor that puts a body with a number sign behind what it is given. */
function made(
	home: string,
	work: string,
): {readonly git: (...args: readonly string[]) => string; readonly editor: string} {
	const git = (...args: readonly string[]): string =>
		execFileSync('git', args, {cwd: work, encoding: 'utf8', env: environment(home)});
	git('init', '-q', '-b', 'main');
	git('config', 'user.name', 'Ada');
	git('config', 'user.email', 'ada@example.org');
	git('commit', '-q', '--allow-empty', '-m', 'first');
	writeFileSync(join(home, 'small.md'), template);
	const editor = join(home, 'editor');
	writeFileSync(editor, `#!/bin/sh\nprintf '\\n\\n# From %s\\n' "\${1##*/}" >> "$1"\n`);
	chmodSync(editor, 0o755);
	return {git, editor};
}

const args = (home: string): readonly string[] => ['new', join(home, 'small.md'), '--set', 'context=Late.'];
const wanted = 'docs: add Hold queue\n\n# From COMMIT_EDITMSG';

it('a message has its body from an editor and from the keys, and is committed to the sign on a new branch', async () => {
	using home = folder();
	using work = folder();
	const {git, editor} = made(home.path, work.path);
	const terminal = open(args(home.path), {cwd: work.path, home: home.path, env: {EDITOR: editor}});
	await terminal.waitFor('1/2 required');
	terminal.send('Hold queue');
	await terminal.waitFor('2/2 required');
	terminal.send(keys.ctrl('s'));
	await terminal.waitFor('File: hold-queue.md');
	terminal.send(keys.enter);
	await terminal.waitFor('Commit it?');
	expect(terminal.text().replaceAll(/\s+/g, ' ')).toContain(
		`Only hold-queue.md is committed, on main, in the git repository ${work.path}.`,
	);
	terminal.send('y');
	await terminal.waitFor('┃ docs: add Hold queue');
	terminal.send(keys.ctrl('g'));
	await terminal.waitFor('┃ # From COMMIT_EDITMSG');
	terminal.send(keys.tab, 'main/below', keys.enter);
	await terminal.waitFor('can\'t be a branch beside "main"');
	terminal.send(keys.ctrl('u'), 'docs/hold', keys.enter);
	await terminal.waitFor('Commit on: docs/hold');
	terminal.send(keys.down);
	await terminal.waitFor('Enter begins a new line');
	terminal.send('Typed  ', keys.enter);
	await terminal.waitFor(/┃ Typed\n ┃ # From/);
	terminal.send(keys.ctrl('s'));
	expect(await terminal.exit()).toBe(0);
	expect(git('log', '-1', '--format=%B')).toBe(`${wanted.replace('# From', 'Typed  \n# From')}\n\n`);
	expect(git('symbolic-ref', '--short', 'HEAD')).toBe('docs/hold\n');
});

it('a transcript takes the message from an editor and names a branch, and without these stays what it was', () => {
	using home = folder();
	using work = folder();
	const {git, editor} = made(home.path, work.path);
	const play = (name: string, ...lines: readonly string[]): string => {
		const answers = [name, '', '', '', 'y', ...lines];
		return execFileSync(process.execPath, [bin, ...args(home.path), '--plain'], {
			cwd: work.path,
			encoding: 'utf8',
			env: environment(home.path, {EDITOR: editor}),
			input: `${answers.join('\n')}\n`,
			stdio: ['pipe', 'pipe', 'pipe'],
		});
	};
	play('Hold queue', ':branch docs/hold', ':edit', '');
	expect(git('log', '-1', '--format=%B%D')).toBe(`${wanted}\nHEAD -> docs/hold\n`);
	play('Returns', 'docs: say how returns work');
	expect(git('log', '-1', '--format=%B%D')).toBe('docs: say how returns work\nHEAD -> docs/hold\n');
});

it('a branch that is there already is told before the first answer, where a flag names it for the commit', async () => {
	using home = folder();
	using work = folder();
	const {git} = made(home.path, work.path);
	git('branch', 'taken');
	const terminal = open([...args(home.path), '--commit', '--branch', 'taken'], {cwd: work.path, home: home.path});
	await terminal.waitFor('Before you begin');
	await terminal.waitFor('"taken" is a branch already.');
	terminal.send(keys.enter);
	await terminal.waitFor('1/2 required');
	terminal.send(keys.ctrl('q'));
	await terminal.exit();
});
