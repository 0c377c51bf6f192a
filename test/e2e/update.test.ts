/** A document whose template has a newer version, at a terminal: what is said of it, and what is asked before it is written. */

import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {environment, folder, keys, open, run, type Terminal} from './terminal.ts';

const older =
	'# [Title]\n\n- **Owner:** [name]\n\n## Summary\n\n> Say what it is.\n\n[Two sentences]\n\n<!-- specwright: our@1.0.0 -->\n';
const newer = older
	.replace('[name]\n', '[name]\n- **Reviewer:** [name]\n')
	.replace('it is.', 'it is, and for whom.')
	.replace('1.0.0', '2.0.0');

type Place = {
	readonly text: () => string;
	readonly write: (text: string) => void;
	/** The program at a terminal. */
	readonly at: (args: readonly string[], env?: Record<string, string>) => Terminal;
};

/** Runs a journey where a document was written from the older version of a template, and the newer one stands now. */
async function withDocument(name: string, journey: (place: Place) => Promise<void>): Promise<void> {
	using homeFolder = folder();
	using workFolder = folder();
	const [home, cwd] = [homeFolder.path, workFolder.path];
	const git = (...args: readonly string[]): unknown =>
		execFileSync('git', args, {cwd, env: environment(home, {GIT_CONFIG_GLOBAL: '/dev/null'})});
	git('init', '-q', '-b', 'main');
	git('config', 'user.name', 'Ada Byron');
	git('config', 'user.email', 'ada@example.org');
	writeFileSync(join(cwd, 'our.md'), older);
	git('add', '.');
	git('commit', '-q', '-m', 'Begin');
	const made = run(['new', 'our.md', '--set', 'document/owner=Anna', '--yes', '--out', name], {cwd, home});
	expect(made.stderr).toContain(`wrote ${name}`);
	writeFileSync(join(cwd, 'our.md'), newer);
	const path = join(cwd, name);
	await journey({
		text: () => readFileSync(path, 'utf8'),
		write(text) {
			writeFileSync(path, text);
		},
		at: (args, env = {}) => open(args, {cwd, home, columns: 100, rows: 40, env}),
	});
}

const question = 'Write this to doc.md? (a number; Enter: leave): ';

describe.each([
	['a terminal', {}],
	['a terminal that a screen reader reads', {ACCESSIBLE: '1'}],
])('update at %s', (_, env: Record<string, string>) => {
	it('shows what would be others, and leaves the file where one only presses Enter', async () => {
		await withDocument('doc.md', async ({at, text}) => {
			const before = text();
			const terminal = at(['update', 'doc.md'], env);
			await terminal.waitFor(question.trim());
			for (const line of [
				'+- **Reviewer:** [name]',
				'-> Say what it is.',
				'+> Say what it is, and for whom.',
				'added: Reviewer',
				// What is new is not counted again.
				'1 place follows the new wording',
				'1. Leave it (nothing is written)',
			])
				expect(terminal.text()).toContain(line);
			expect(text()).toBe(before);
			terminal.send(keys.enter);
			await terminal.waitFor('doc.md was left as it is.');
			expect(await terminal.exit()).toBe(0);
			expect(text()).toBe(before);
		});
	});

	it.each(['2', 'write', 'Write it'])('writes the file by %j, and then has nothing to do', async answer => {
		await withDocument('doc.md', async ({at, text}) => {
			const terminal = at(['update', 'doc.md'], env);
			await terminal.waitFor(question.trim());
			terminal.send(answer, keys.enter);
			await terminal.waitFor('wrote doc.md');
			expect(await terminal.exit()).toBe(0);
			expect(text()).toContain('- **Owner:** Anna\n- **Reviewer:** [name]\n');
			expect(text()).toContain('> Say what it is, and for whom.\n');
			expect(text()).toMatch(/our\.md@2\.0\.0 sha256:/);
			const again = at(['update', 'doc.md'], env);
			await again.waitFor('doc.md is up to date with our.md 2.0.0.');
			expect(await again.exit()).toBe(0);
		});
	});
});

describe('update at a terminal', () => {
	it('says what can be typed, and writes nothing where its input ends or it is interrupted', async () => {
		await withDocument('doc.md', async ({at, text}) => {
			const before = text();
			const ended = at(['update', 'doc.md']);
			await ended.waitFor(question.trim());
			ended.send('perhaps', keys.enter);
			await ended.waitFor('Type one of the numbers.');
			await ended.waitUntil(() => ended.text().split(question.trim()).length === 3, 'the question again');
			ended.send(keys.ctrl('d'));
			await ended.waitFor(/^doc\.md was left as it is\.$/m);
			expect(await ended.exit()).toBe(0);

			const interrupted = at(['update', 'doc.md']);
			await interrupted.waitFor(question.trim());
			interrupted.send(keys.ctrl('c'));
			expect(await interrupted.exit()).toBe(130);
			expect(text()).toBe(before);
		});
	});

	it('leaves what somebody else has written while it asked', async () => {
		await withDocument('doc.md', async ({at, text, write}) => {
			const terminal = at(['update', 'doc.md']);
			await terminal.waitFor(question.trim());
			const theirs = text().replace('Anna', 'Mara');
			write(theirs);
			terminal.send('2', keys.enter);
			await terminal.waitFor('was changed by someone else since it was read');
			expect(await terminal.exit()).not.toBe(0);
			expect(text()).toBe(theirs);
		});
	});
});

describe('opening a document whose template has a newer version', () => {
	const notice = 'was written from another version of the template our.md;';

	it('says so in the full screen until the first key, and once more on the way out', async () => {
		await withDocument('doc.md', async ({at, text}) => {
			const before = text();
			const terminal = at(['open', 'doc.md']);
			await terminal.waitFor(`doc.md ${notice} specwright update doc.md`);
			await terminal.waitFor('› Title');
			terminal.send(keys.tab);
			await terminal.waitFor('› Owner');
			expect(terminal.text()).not.toContain(notice);
			terminal.send(keys.ctrl('q'));
			expect(await terminal.exit()).toBe(0);
			expect(terminal.text()).toContain(`doc.md ${notice}`);
			expect(text()).toBe(before);
		});
	});

	it('says so before the first question with --plain', async () => {
		await withDocument('doc.md', async ({at}) => {
			const terminal = at(['open', 'doc.md', '--plain']);
			await terminal.waitFor('1 of 4. Title');
			const shown = terminal.text();
			expect(shown).toContain(`doc.md ${notice}`);
			expect(shown.indexOf(notice)).toBeLessThan(shown.indexOf('1 of 4. Title'));
			terminal.kill('SIGTERM');
			await terminal.exit();
		});
	});

	it('names a command that can be copied, whatever the file is called, and says nothing once it is done', async () => {
		await withDocument('our doc.md', async ({at, text}) => {
			const first = at(['open', 'our doc.md', '--plain']);
			await first.waitFor('1 of 4. Title');
			expect(first.text().replaceAll('\n', '')).toContain("specwright update 'our doc.md' brings it up to date");
			first.kill('SIGTERM');
			await first.exit();

			const update = at(['update', 'our doc.md', '--yes']);
			expect(await update.exit()).toBe(0);
			expect(text()).toContain('Reviewer');
			const terminal = at(['open', 'our doc.md', '--plain']);
			await terminal.waitFor('1 of 4. Title');
			expect(terminal.text()).not.toContain(notice);
			terminal.kill('SIGTERM');
			await terminal.exit();
		});
	});
});
