/** A journey for each screen on the way out: over what is written, a file that somebody else changed, whether to quit. */

import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {folder, open, run, type Terminal} from '../terminal.ts';
import {keyFor} from './bound.ts';
import {plan} from './plan.ts';
import {follow, goTo, inWizard, leave, type Session} from './session.ts';

const write = keyFor('document.write');
const go = keyFor('list.choose', 'prompt');
const yes = keyFor('confirm.yes');
const no = keyFor('confirm.no');
const back = keyFor('view.close', 'confirm');
const form = 'Tab next';

type Place = {readonly path: string; text(): string; set(text: string): void};

/** The wizard on a plan that was written before, its owner changed, at the question where to write. */
async function changed(
	journey: (terminal: Terminal, file: Place) => Promise<void>,
	size: Session['size'] = {columns: 80, rows: 24},
): Promise<void> {
	using home = folder();
	using work = folder();
	const where = {cwd: work.path, home: home.path};
	const path = join(work.path, 'plan.md');
	writeFileSync(join(work.path, 'form.md'), plan);
	run(['new', 'form.md', '--set', 'facts/owner=Ada', '--yes', '--out', 'plan.md'], where);
	const terminal = open(['open', 'plan.md'], {...where, ...size});
	await terminal.waitFor('1/7 required');
	await goTo(terminal, 'Owner');
	await follow(terminal, [[' Byron'], /┃ Ada Byron/], [[write], /File: plan\.md[^]*6 required answers are still open/]);
	await journey(terminal, {
		path,
		text: () => readFileSync(path, 'utf8'),
		set(text) {
			writeFileSync(path, text);
		},
	});
}

const difference = / -- Owner: Ada *\n.* \+- Owner: Ada Byron *\n[^]*Replace it\?/;

it('a file is replaced only after its difference was shown and said yes to', async () => {
	await changed(async (terminal, {text}) => {
		const before = text();
		await follow(
			terminal,
			[[go], difference],
			[[no], /Write the document[^]*nothing is written yet/],
			[[keyFor('view.close', 'prompt')], form],
			[[write, go], difference],
			[[back], 'nothing is written yet'],
			[[go], difference],
		);
		expect(text()).toBe(before);
		terminal.send(yes);
		expect(await terminal.exit()).toBe(0);
		expect(text()).toBe(before.replace('Owner: Ada', 'Owner: Ada Byron'));
		expect(terminal.text()).toContain('Wrote plan.md');
	});
});

describe.each([
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
	{columns: 200, rows: 60},
])('of a file that somebody else changed, at $columns×$rows', size => {
	const theirs = (text: string): string => text.replace('[Where the pipes go]', 'Along the road.');

	it('what changed is told, theirs stays where that is wanted, and both are brought together', async () => {
		await changed(async (terminal, {text, set}) => {
			set(theirs(text()));
			await follow(
				terminal,
				[[go], /changed on disk[^]*-\[Where the pipes go\][^]*\+Along the road\.[^]*m mine[^]*t theirs[^]*b both/],
				[[keyFor('conflict.theirs')], 'plan.md stays as it is on disk'],
			);
			const there = text();
			await follow(
				terminal,
				[[write], 'File: plan.md'],
				[[go], 'changed on disk'],
				[[keyFor('conflict.both')], difference],
			);
			expect(text()).toBe(there);
			terminal.send(yes);
			expect(await terminal.exit()).toBe(0);
			expect(text()).toBe(there.replace('Owner: Ada', 'Owner: Ada Byron'));
		}, size);
	});

	it('mine replaces it once its difference was shown, and the lines that both changed cannot be brought together', async () => {
		await changed(async (terminal, {text, set}) => {
			const before = text();
			set(before.replace('Owner: Ada', 'Owner: Grace'));
			await follow(
				terminal,
				[[go], /mine “- Owner: Ada Byron”,\s+theirs\s+“- Owner: Grace”/],
				[[keyFor('conflict.mine')], / -- Owner: Grace *\n.* \+- Owner: Ada Byron[^]*Replace it\?/],
				[[no], 'changed on disk'],
				[[keyFor('conflict.mine')], 'Replace it?'],
			);
			terminal.send(yes);
			expect(await terminal.exit()).toBe(0);
			expect(text()).toBe(before.replace('Owner: Ada', 'Owner: Ada Byron'));
		}, size);
	});
});

describe('quitting', () => {
	it('by ^C is asked about once, goes on where that was meant otherwise, and keeps the draft', async () => {
		await inWizard({template: plan}, async ({terminal}) => {
			const interrupt = keyFor('wizard.interrupt');
			await follow(
				terminal,
				[['Lowfield', interrupt], /Quit\?[^]*Your draft is saved[^]*y or \^C quits/],
				[[no], /Tab next/],
				[[interrupt], 'Quit?'],
				[[back], /┃ Lowfield[^]*Tab next/],
				[[interrupt], 'Quit?'],
			);
			terminal.send(interrupt);
			expect(await terminal.exit()).toBe(130);
			expect(terminal.text()).toContain('Your draft is kept. Go on with: specwright resume');
		});
	});

	it('is asked about where the draft could not be kept, and told what would be lost', async () => {
		using home = folder();
		using work = folder();
		writeFileSync(join(work.path, 'form.md'), plan);
		writeFileSync(join(home.path, 'state'), '');
		const env = {XDG_STATE_HOME: join(home.path, 'state')};
		const terminal = open(['new', 'form.md'], {cwd: work.path, home: home.path, columns: 80, rows: 24, env});
		await terminal.waitFor('0/7 required');
		await follow(
			terminal,
			[['Lowfield'], 'NOT SAVED'],
			[[keyFor('wizard.quit', 'wizard')], /Quit\?[^]*What you typed since\s+the last save is only in\s+memory/],
			[[no], form],
			[[keyFor('wizard.quit', 'wizard')], 'Quit?'],
		);
		terminal.send(yes);
		expect(await terminal.exit()).toBe(0);
	});

	it('leaves no draft of what was only looked at', async () => {
		await inWizard({template: plan}, async ({terminal, cwd, home}) => {
			await follow(terminal, [[keyFor('field.next')], '1) Goal']);
			expect(await leave(terminal)).toBe(0);
			expect(run(['drafts', '--json'], {cwd, home}).json()).toEqual([]);
		});
	});
});
