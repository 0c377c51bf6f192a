/** Text that tries to speak to the terminal, in every place it may come from: none of it may arrive there. */

import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {folder, keys, open, run, type Terminal} from './terminal.ts';

/** An operating system command, a device control string, a title, a clear, a report request, a C1 introducer. */
const evil =
	'\u001B]0;owned\u0007\u001BP+q544e\u001B\\\u001B]52;c;b3duZWQ=\u0007\u001B[2J\u001B[6n\u009B31m\u202Egnp\u0007';

const template = `# Note${evil} [Name]

## Sum${evil}mary (required)

Say what ${evil} is to be done.

- Owner${evil}: [name${evil}]
- Status: Draft${evil} | Done
- Link: <https://example.org/${evil}>

## Table${evil}

| Part${evil} | What |
| --- | --- |
| [part${evil}] | [what] |

\`\`\`sh${evil}
echo ${evil}
\`\`\`
`;

/** What our own drawing uses of ECMA-48 and xterm: cursor movement, erasing, SGR, modes; Inquirer asks for nothing else. */
const ownSequences =
	/\u001B\[(?:\d*(?:;\d*)*[ABCDEFGHJKSTm]|\?(?:25|7|1049|2004|2026|1004)[hl]|\d* q|[su])|\u001B[78=>]/g;

function strangeIn(output: string): readonly string[] {
	// The kitty keyboard protocol is asked about and switched by Ink.
	const rest = output.replaceAll(/\u001B\[[?><=]\d*(?:;\d*)*u|\u001B\[c/g, '').replaceAll(ownSequences, '');
	return [
		...rest.matchAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069].{0,12}/g),
	].map(([found]) => JSON.stringify(found));
}

function expectClean(terminal: Terminal): void {
	const output = terminal.output();
	expect(strangeIn(output)).toEqual([]);
	// A clear of the whole screen, a question for the cursor's place and colours we don't give are the text's own.
	expect(output).not.toContain('\u001B[6n');
	expect(output).not.toContain('owned\u0007');
}

function place(): {readonly home: string; readonly work: string; [Symbol.dispose](): void} {
	const home = folder();
	const work = folder();
	mkdirSync(join(work.path, '.git'));
	mkdirSync(join(work.path, 'templates'));
	writeFileSync(join(work.path, '.specwright.yaml'), 'templates: templates\n');
	writeFileSync(join(work.path, 'templates', `no${evil.replaceAll('/', '')}te.md`), template);
	writeFileSync(join(work.path, 'note.md'), template);
	writeFileSync(join(work.path, `na${evil.replaceAll('/', '')}me.md`), template);
	return {
		home: home.path,
		work: work.path,
		[Symbol.dispose]() {
			home[Symbol.dispose]();
			work[Symbol.dispose]();
		},
	};
}

describe('hostile text', () => {
	it('does not reach the terminal from the wizard, the preview and the last words', async () => {
		using there = place();
		const where = {cwd: there.work, home: there.home, columns: 120, rows: 40};
		const wizard = open(['new', './note.md', '--out', `o${evil.replaceAll('/', '')}ut.md`], where);
		await wizard.waitFor('required');
		wizard.send(keys.paste(`Ada ${evil}`));
		await wizard.waitFor('Ada');
		for (const key of [keys.tab, keys.tab, keys.tab, keys.tab]) wizard.send(key);
		wizard.send(keys.ctrl('o'));
		await wizard.waitFor(/^ Esc back/m);
		wizard.send(keys.escape);
		await wizard.waitUntil(() => !/^ Esc back/m.test(wizard.text()), 'the preview to close');
		wizard.send(keys.ctrl('s'));
		await wizard.waitFor('Write the document');
		wizard.send(keys.enter);
		expect(await wizard.exit()).toBeLessThan(7);
		expectClean(wizard);
	});

	it('does not reach the terminal from home, drafts and prompts', async () => {
		using there = place();
		const where = {cwd: there.work, home: there.home, columns: 120, rows: 40};
		const plain = open(['new', './note.md', '--plain'], where);
		await plain.waitFor(/Note.*\? /s);
		plain.send('Ada', keys.enter);
		await plain.waitFor('2 of ');
		plain.send(':gaps', keys.enter);
		await plain.waitFor('required and not answered');
		plain.send(keys.ctrl('c'));
		expect(await plain.exit()).toBe(130);
		expectClean(plain);
		const home = open([], where);
		await home.waitFor('Ada');
		home.send(keys.ctrl('c'), keys.ctrl('c'));
		await home.exit();
		expectClean(home);
	});

	it.each([
		['inspect', ['inspect', 'note.md']],
		['inspect --json', ['inspect', 'note.md', '--json']],
		['check', ['check', '.']],
		['check of a hostile name', ['check', `na${evil.replaceAll('/', '')}me.md`]],
		['answers', ['answers', 'note.md']],
		['templates', ['templates']],
		['templates show', ['templates', 'show', './note.md']],
		['drafts', ['drafts']],
		['preview', ['preview', 'note.md']],
		['preview --raw', ['preview', 'note.md', '--raw']],
		['new --print', ['new', './note.md', '--print', '--yes']],
		['an unknown template', ['new', evil]],
		['an unknown command', [evil]],
		['an unknown flag', ['new', `--${evil}`]],
		['an unknown id', ['new', './note.md', '--yes', '--set', `${evil}=1`]],
		['a missing file', ['open', `missing${evil}.md`]],
		['an unknown draft', ['drafts', 'show', evil]],
		['an unknown setting', ['config', 'get', evil]],
		['commit', ['commit', 'note.md', '--message', evil]],
	] as const)('does not reach the terminal from %s', async (_, args) => {
		using there = place();
		const terminal = open(args, {cwd: there.work, home: there.home, columns: 120, rows: 40});
		await terminal.exit();
		expectClean(terminal);
	});

	it('is printed exactly into a pipe', () => {
		using there = place();
		const printed = run(['open', 'note.md', '--yes', '--print'], {cwd: there.work, home: there.home});
		expect(printed.stdout).toBe(readFileSync(join(there.work, 'note.md'), 'utf8'));
	});
});
