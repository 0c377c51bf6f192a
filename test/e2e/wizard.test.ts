/** Journeys of a person at a terminal, on the built program. */

import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {environment, folder, keys, open, run, type Terminal} from './terminal.ts';

/** An answer by keys: what is typed into each field of `architecture-spec`, in the order of the walk. */
const answers: readonly (readonly string[])[] = [
	['Hold queue', keys.tab],
	['Readers hear of a returned book within a minute.', keys.enter, 'Today it takes a day. 📚', keys.tab],
	['Desk staff search shelves by hand | and it shows.', keys.tab],
	['Fast', keys.enter, 'Quiet', keys.tab],
	['A new catalogue', keys.tab],
	['A nightly job, see `jobs/holds.py`.', keys.tab],
	['Scanner', keys.enter, 'Queue', keys.tab],
	['A scan becomes an event; the event moves the queue.', keys.tab],
	['`POST /returns`', keys.tab],
	['metric `hold_latency`', keys.tab],
	['Scanner offline → scans are kept and sent later', keys.tab],
	['2026-04-01: pilot branch', keys.tab],
	['Old scanners go on working.', keys.tab],
	['Backfill the queue', keys.tab],
	['Switch the flag off.', keys.tab],
	['Lost scans → nightly count', keys.tab],
	['Who owns the scanners? (confirm by 2026-04-01)', keys.tab],
	['Ada Byron', keys.tab],
	['Grace Hopper, Edsger Dijkstra', keys.tab],
	['today', keys.tab],
];

async function fill(terminal: Terminal, from = 0, to = answers.length): Promise<void> {
	for (const keysOfField of answers.slice(from, to)) {
		const before = terminal.text().split('\n')[1];
		terminal.send(...keysOfField);
		// The breadcrumb changes when the next field is there.
		await terminal.waitUntil(() => terminal.text().split('\n')[1] !== before, 'the next field');
	}
}

/** Goes to a field by its name, and waits until that shows. */
async function goTo(terminal: Terminal, name: string, shown: string): Promise<void> {
	terminal.send(keys.ctrl('p'), name);
	await terminal.waitFor(name);
	terminal.send(keys.enter);
	await terminal.waitFor(shown);
}

/** Writes over the file that was opened, up to the question whether to. */
async function replace(terminal: Terminal, path: string): Promise<void> {
	terminal.send(keys.ctrl('s'));
	await terminal.waitFor(`File: ${path}`);
	terminal.send(keys.enter);
	await terminal.waitFor('Replace it?');
}

function repository(path: string): (...args: readonly string[]) => string {
	const git = (...args: readonly string[]): string =>
		execFileSync('git', args, {cwd: path, encoding: 'utf8', env: environment(path, {GIT_CONFIG_GLOBAL: '/dev/null'})});
	git('init', '-q', '-b', 'main');
	git('config', 'user.name', 'Ada Byron');
	git('config', 'user.email', 'ada@example.org');
	writeFileSync(join(path, 'other.txt'), 'one\n');
	writeFileSync(join(path, 'loose.txt'), 'one\n');
	git('add', '.');
	git('commit', '-q', '-m', 'begin');
	return git;
}

describe('a person at a terminal', () => {
	it('picks a template, fills it by keys alone to 100 %, and commits exactly that file', async () => {
		using home = folder();
		using work = folder();
		const git = repository(work.path);
		writeFileSync(join(work.path, 'other.txt'), 'staged\n');
		git('add', 'other.txt');
		writeFileSync(join(work.path, 'loose.txt'), 'changed\n');
		const staged = git('diff', '--cached');
		const loose = git('diff');

		const terminal = open([], {cwd: work.path, home: home.path, columns: 120, rows: 40});
		await terminal.waitFor('Choose a template');
		terminal.send('1');
		await terminal.waitFor('0/19 required');
		await fill(terminal);
		await terminal.waitFor('100%');
		await terminal.waitFor('19/19');
		terminal.send(keys.ctrl('s'));
		await terminal.waitFor('hold-queue.md');
		terminal.send(keys.enter);
		await terminal.waitFor('Commit it?');
		terminal.send('y');
		await terminal.waitFor('docs: add Hold queue');
		terminal.send(keys.enter);
		expect(await terminal.exit()).toBe(0);
		expect(terminal.text()).toContain('Wrote hold-queue.md');
		expect(terminal.text()).toContain('Committed');
		expect(terminal.text()).not.toContain('git push');

		expect(git('show', '--name-only', '--format=%s', 'HEAD').trim().split('\n')).toEqual([
			'docs: add Hold queue',
			'',
			'hold-queue.md',
		]);
		expect(git('diff', '--cached')).toBe(staged);
		expect(git('diff')).toBe(loose);
		const text = readFileSync(join(work.path, 'hold-queue.md'), 'utf8');
		expect(text).toContain('# Hold queue');
		expect(text).toContain('Today it takes a day. 📚');
		expect(text).not.toContain('Example (filled)');
		const checked = run(['check', 'hold-queue.md'], {cwd: work.path, home: home.path});
		expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('100')]);
	});

	it('quits and resumes at the same field with the same answers', async () => {
		using home = folder();
		using work = folder();
		const first = open(['new', 'architecture-spec'], {cwd: work.path, home: home.path});
		await first.waitFor('0/19 required');
		await fill(first, 0, 4);
		first.send('A half-typed ans');
		await first.waitFor('half-typed');
		first.send(keys.ctrl('q'));
		expect(await first.exit()).toBe(0);
		expect(first.text()).toContain('specwright resume');

		const again = open(['resume'], {cwd: work.path, home: home.path});
		await again.waitFor('half-typed ans');
		expect(again.text()).toContain('Non-goals');
		again.send(keys.shiftTab);
		await again.waitFor('Quiet');
		again.send(keys.ctrl('q'));
		expect(await again.exit()).toBe(0);
		expect(run(['drafts', '--json'], {cwd: work.path, home: home.path}).json()).toHaveLength(1);
	});

	it('has everything that the screen called saved after kill -9', async () => {
		using home = folder();
		using work = folder();
		const first = open(['new', 'architecture-spec'], {cwd: work.path, home: home.path});
		await first.waitFor('0/19 required');
		await fill(first, 0, 6);
		first.send('Zebra printer');
		await first.waitFor(/\d+\/19 required.*saved \d\d:\d\d/s);
		await first.waitUntil(
			() => first.text().includes('Zebra printer') && /saved \d\d:\d\d/.test(first.text()),
			'the answer to be saved',
		);
		first.kill('SIGKILL');
		expect(await first.exit()).toBe(137);

		const again = open(['resume'], {cwd: work.path, home: home.path});
		await again.waitFor('Zebra printer');
		expect(again.text()).toContain('Components involved');
		for (let back = 0; back < 3; back++) again.send(keys.shiftTab);
		await again.waitFor('Quiet');
		again.send(keys.ctrl('q'));
		expect(await again.exit()).toBe(0);
	});

	it('has everything that the screen called saved after an abort, with which V8 ends too where memory is full', async () => {
		using home = folder();
		using work = folder();
		const first = open(['new', 'architecture-spec'], {cwd: work.path, home: home.path});
		await first.waitFor('0/19 required');
		await fill(first, 0, 2);
		first.send('Zebra printer');
		await first.waitUntil(
			() => first.text().includes('Zebra printer') && /saved \d\d:\d\d/.test(first.text()),
			'the answer to be saved',
		);
		first.kill('SIGABRT');
		expect(await first.exit()).toBe(134);

		const again = open(['resume'], {cwd: work.path, home: home.path});
		await again.waitFor('Zebra printer');
		again.send(keys.ctrl('q'));
		expect(await again.exit()).toBe(0);
		// What the first left on in the terminal, the second takes off with its own.
		for (const mode of [1049, 2004])
			expect(again.output().lastIndexOf(`[?${mode}l`)).toBeGreaterThan(again.output().lastIndexOf(`[?${mode}h`));
		expect(again.output().lastIndexOf('[?25h')).toBeGreaterThan(again.output().lastIndexOf('[?25l'));
	});

	it('writes the file all the same where git refuses, and says how to go on', async () => {
		using home = folder();
		using work = folder();
		const git = repository(work.path);
		writeFileSync(join(work.path, '.git/hooks/pre-commit'), '#!/bin/sh\necho "no commits on Fridays" >&2\nexit 1\n', {
			mode: 0o755,
		});
		const before = git('rev-parse', 'HEAD');
		const terminal = open(['new', 'architecture-spec', '--out', 'spec.md'], {cwd: work.path, home: home.path});
		await terminal.waitFor('0/19 required');
		terminal.send(keys.ctrl('s'));
		await terminal.waitFor('spec.md');
		terminal.send(keys.enter);
		await terminal.waitFor('Commit it?');
		terminal.send('y');
		await terminal.waitFor('docs: add');
		terminal.send(keys.enter);
		expect(await terminal.exit()).toBe(4);
		expect(terminal.text()).toContain('no commits on Fridays');
		expect(terminal.text().split('specwright commit spec.md')).toHaveLength(2);
		expect(existsSync(join(work.path, 'spec.md'))).toBe(true);
		expect([git('rev-parse', 'HEAD'), git('status', '--porcelain')]).toEqual([before, '?? spec.md\n']);
	});

	it('says so where the commit would change nothing', () => {
		using home = folder();
		using work = folder();
		const git = repository(work.path);
		const at = {cwd: work.path, home: home.path};
		writeFileSync(join(work.path, 'spec.md'), '# Spec\n');
		expect(run(['commit', 'spec.md', '--message', 'docs: add spec'], at)).toMatchObject({
			code: 0,
			stderr: expect.stringContaining('committed spec.md'),
		});
		const head = git('rev-parse', 'HEAD');
		expect(run(['commit', 'spec.md', '--message', 'again'], at)).toMatchObject({
			code: 0,
			stderr: expect.stringContaining('no new commit was needed'),
		});
		expect(git('rev-parse', 'HEAD')).toBe(head);
	});

	it('opens what it wrote, changes one answer, and asks with the difference before it overwrites', async () => {
		using home = folder();
		using work = folder();
		writeFileSync(join(work.path, 'answers.yaml'), 'answers:\n  problem-statement: Slow returns.\n');
		run(['new', 'architecture-spec', '--answers', 'answers.yaml', '--yes', '--out', 'spec.md'], {
			cwd: work.path,
			home: home.path,
		});
		const before = readFileSync(join(work.path, 'spec.md'), 'utf8');
		const terminal = open(['open', 'spec.md'], {cwd: work.path, home: home.path});
		await terminal.waitFor('required');
		await goTo(terminal, 'Problem statement', 'Slow returns.');
		terminal.send(' And lost books.');
		await terminal.waitFor('lost books.');
		await replace(terminal, 'spec.md');
		await terminal.waitFor('And lost books.');
		terminal.send('y');
		expect(await terminal.exit()).toBe(0);
		expect(readFileSync(join(work.path, 'spec.md'), 'utf8')).toBe(
			before.replace('Slow returns.', 'Slow returns. And lost books.'),
		);
	});

	it('opens what somebody edited by hand, asks for the section they dropped, and touches nothing else', async () => {
		using home = folder();
		using work = folder();
		const answers = new URL('../fixtures/answers/architecture-spec.yaml', import.meta.url).pathname;
		run(['new', 'architecture-spec', '--answers', answers, '--yes', '--out', 'spec.md'], {
			cwd: work.path,
			home: home.path,
		});
		const written = readFileSync(join(work.path, 'spec.md'), 'utf8');
		const edited = written
			.replace('## 5) Proposed design', '## 5. The proposed design\n\nA word of mine.')
			.replace(/## 4\)[^]*?(?=## 5)/, '')
			.replace('## 8) Ownership', '## My own part\n\nKept.\n\n## 8) Ownership');
		writeFileSync(join(work.path, 'spec.md'), edited);
		const terminal = open(['open', 'spec.md'], {cwd: work.path, home: home.path});
		await terminal.waitFor('18/19 required');
		await goTo(terminal, 'Current state', '4) Current state');
		terminal.send('A batch runs at night.');
		await terminal.waitFor('19/19 required');
		await replace(terminal, 'spec.md');
		terminal.send('y');
		expect(await terminal.exit()).toBe(0);
		expect(readFileSync(join(work.path, 'spec.md'), 'utf8')).toBe(
			edited.replace('## 5. The proposed', '## 4) Current state\nA batch runs at night.\n\n## 5. The proposed'),
		);
	});
});

describe('the editor key', () => {
	it.each([
		['none is set', {}, 'No editor is set. Set VISUAL or EDITOR'],
		['the command needs a shell', {EDITOR: 'a|b'}, "can't be used"],
		['the program is not there', {EDITOR: 'no-such-editor'}, 'could not be started'],
	] as const)('says what is wrong where %s, and the wizard goes on', async (_, env, words) => {
		using home = folder();
		using work = folder();
		const terminal = open(['new', 'architecture-spec'], {cwd: work.path, home: home.path, columns: 80, rows: 24, env});
		await terminal.waitFor('0/19 required');
		terminal.send(keys.ctrl('g'));
		await terminal.waitFor(words);
		await terminal.waitFor(/\bSet\b/);
		terminal.send('Hold queue');
		await terminal.waitFor('Hold queue');
		terminal.send(keys.ctrl('q'));
		expect(await terminal.exit()).toBe(0);
	});
});

describe('the terminal afterwards', () => {
	/** Modes that the program may set, and what sets them off again (xterm, DEC private modes). */
	const modes = [1049, 2004, 2026, 1000, 1006];

	it.each([
		['^Q', async (terminal: Terminal) => terminal.send(keys.ctrl('q')), 0],
		[
			'^C twice',
			async (terminal: Terminal) => {
				terminal.send(keys.ctrl('c'));
				await terminal.waitFor('y');
				await terminal.waitFor(/quit/i);
				terminal.send(keys.ctrl('c'));
			},
			130,
		],
		['SIGTERM', async (terminal: Terminal) => terminal.kill('SIGTERM'), 143],
		['SIGHUP', async (terminal: Terminal) => terminal.kill('SIGHUP'), 129],
		['SIGINT', async (terminal: Terminal) => terminal.kill('SIGINT'), 130],
		['SIGQUIT', async (terminal: Terminal) => terminal.kill('SIGQUIT'), 131],
	] as const)('is as it was after %s, and the draft is kept', async (_, end, code) => {
		using home = folder();
		using work = folder();
		const terminal = open(['new', 'architecture-spec'], {cwd: work.path, home: home.path});
		await terminal.waitFor('0/19 required');
		terminal.send('Hold queue');
		await terminal.waitFor('Hold queue');
		await end(terminal);
		expect(await terminal.exit()).toBe(code);
		const output = terminal.output();
		for (const mode of modes)
			expect([mode, output.lastIndexOf(`\u001B[?${mode}h`) <= output.lastIndexOf(`\u001B[?${mode}l`)]).toEqual([
				mode,
				true,
			]);
		expect(output.lastIndexOf('\u001B[?25h')).toBeGreaterThanOrEqual(output.lastIndexOf('\u001B[?25l'));
		expect(terminal.text()).toContain('specwright resume');
		expect(run(['drafts', '--json'], {cwd: work.path, home: home.path}).json()).toMatchObject([{title: 'Hold queue'}]);
	});
});
