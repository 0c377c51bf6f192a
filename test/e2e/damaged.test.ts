/** Damaged text before the wizard: shown, and repaired only where the author says so. */

import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {misread} from '../core/encoding/misread.ts';
import {folder, keys, open, run} from './terminal.ts';

const template = '# Café plan\n\n## Équipe\n\n- **Owner:** [name – or team]\n';
const document = '# Café plan\n\n## Who’s in charge\n\n- **Owner:** René\n';
const damage = (text: string): string => misread(text, 'windows-1252');

describe.each([
	[[], ['2']],
	[['--plain'], ['2', keys.enter]],
])('new on a damaged template with %j', (flags, repair) => {
	it('begins with the repaired text where the author says yes; the file of the template stays', async () => {
		using homeFolder = folder();
		using cwdFolder = folder();
		const home = homeFolder.path;
		const cwd = cwdFolder.path;
		writeFileSync(join(cwd, 't.md'), damage(template));
		const terminal = open(['new', './t.md', '--out', 'out.md', ...flags], {cwd, home});
		await terminal.waitFor('The text looks damaged. Repair it?');
		await terminal.waitFor('- # CafÃ© plan');
		await terminal.waitFor('+ # Café plan');
		await terminal.waitFor(/Repair it[ (]+the file of the template stays as it is/);
		terminal.send(...repair);
		await terminal.waitFor(/Title.*required/);
		await terminal.waitFor('Café plan');
		terminal.kill('SIGTERM');
		await terminal.exit();
		expect(readFileSync(join(cwd, 't.md'), 'utf8')).toBe(damage(template));
	});
});

describe('open on a damaged document', () => {
	it('writes the repaired text with the document, and not before', async () => {
		using homeFolder = folder();
		using cwdFolder = folder();
		const home = homeFolder.path;
		const cwd = cwdFolder.path;
		const path = join(cwd, 'a.md');
		writeFileSync(path, damage(document));
		const terminal = open(['open', 'a.md'], {cwd, home});
		await terminal.waitFor(/2 Repair it +the file changes only when you write/);
		terminal.send('2');
		await terminal.waitFor('Café plan › Title');
		expect(readFileSync(path, 'utf8')).toBe(damage(document));
		terminal.send(keys.ctrl('s'));
		await terminal.waitFor('a.md');
		terminal.send(keys.enter);
		await terminal.waitFor('CafÃ©');
		expect(terminal.text()).not.toContain('was changed since');
		terminal.send('y');
		expect(await terminal.exit()).toBe(0);
		expect(readFileSync(path, 'utf8')).toBe(document);
	});

	it('leaves the text as it is where the author only presses Enter, and ends where they leave', async () => {
		using homeFolder = folder();
		using cwdFolder = folder();
		const home = homeFolder.path;
		const cwd = cwdFolder.path;
		writeFileSync(join(cwd, 'a.md'), damage(document));
		const terminal = open(['open', 'a.md'], {cwd, home});
		await terminal.waitFor('› 1 Leave it');
		terminal.send(keys.enter);
		await terminal.waitFor('CafÃ© plan › Title');
		terminal.send(keys.ctrl('q'));
		expect(await terminal.exit()).toBe(0);

		const left = open(['open', 'a.md'], {cwd, home});
		await left.waitFor('› 1 Leave it');
		left.send(keys.ctrl('c'));
		expect(await left.exit()).toBe(130);

		const gone = open(['open', 'a.md'], {cwd, home});
		await gone.waitFor('› 1 Leave it');
		gone.send(keys.escape);
		expect(await gone.exit()).toBe(0);
		expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(damage(document));
	});
});

it('a document from a repaired template knows its template again', async () => {
	using homeFolder = folder();
	using cwdFolder = folder();
	const home = homeFolder.path;
	const cwd = cwdFolder.path;
	writeFileSync(join(cwd, 't.md'), damage(template));
	const terminal = open(['new', './t.md', '--out', 'out.md', '--set', 'équipe/owner=René'], {cwd, home});
	await terminal.waitFor('2 Repair it');
	terminal.send('2');
	await terminal.waitFor('Café plan › Title');
	terminal.send(keys.ctrl('s'));
	await terminal.waitFor(/Write|path/i);
	terminal.send(keys.enter);
	await terminal.exit();
	const {stdout, stderr} = run(['check', 'out.md', '--format', 'json'], {cwd, home});
	expect(stderr).toBe('');
	expect(stdout).toContain('"percent": 100');
});

it('is asked with keys of one’s own, as every other question on the screen', async () => {
	using homeFolder = folder();
	using cwdFolder = folder();
	const home = homeFolder.path;
	const cwd = cwdFolder.path;
	writeFileSync(join(cwd, 'a.md'), damage(document));
	run(['config', 'set', 'keys', '{list.down: [alt+z]}'], {cwd, home});
	const terminal = open(['open', 'a.md'], {cwd, home});
	await terminal.waitFor('› 1 Leave it');
	terminal.send(keys.alt('z'));
	await terminal.waitFor('› 2 Repair it');
	terminal.send(keys.enter);
	await terminal.waitFor('Café plan › Title');
	terminal.send(keys.ctrl('q'));
	expect(await terminal.exit()).toBe(0);
});
