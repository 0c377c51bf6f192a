/** What is wrong and stops nobody: it stands on the screen until it is read, and in the review after that. */

import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {folder, keys, open, run} from './terminal.ts';

function settings(home: string, text: string): void {
	mkdirSync(join(home, '.config/specwright'), {recursive: true});
	writeFileSync(join(home, '.config/specwright/config.json'), text);
}

describe('settings that are broken', () => {
	it('are told with their line and the default before the first field, and again in the review', async () => {
		using home = folder();
		using work = folder();
		settings(home.path, '{\n  "marker": true,\n  "theme": "pink"\n}\n');
		const terminal = open(['new', 'architecture-spec'], {cwd: work.path, home: home.path});
		await terminal.waitFor('Before you begin');
		const told = terminal.text().replaceAll(/\s+/g, ' ');
		expect(told).toMatch(/config\.json, line 3: The setting theme must be auto, high-contrast or mono\./);
		expect(told).toContain('The default is used: "auto".');
		terminal.send(keys.enter);
		await terminal.waitFor('0/19 required');
		terminal.send(keys.alt('r'));
		await terminal.waitFor(/Settings .*config\.json, line 3/);
		terminal.send(keys.ctrl('q'));
		expect(await terminal.exit()).toBe(0);
		expect(run(['drafts', '--json'], {cwd: work.path, home: home.path}).json()).toEqual([]);
	});
});

describe('front matter that is broken', () => {
	const source = '---\ntitle: [a\n---\n\n# Note\n\n- Owner: Ada\n';

	it('is told with line and column on the screen, and is a finding in the review', async () => {
		using home = folder();
		using work = folder();
		writeFileSync(join(work.path, 'note.md'), source);
		const terminal = open(['open', 'note.md'], {cwd: work.path, home: home.path});
		await terminal.waitFor('Before you begin');
		expect(terminal.text()).toMatch(/note\.md, line \d+, column \d+: /);
		expect(terminal.text()).toContain('opened as text');
		terminal.send(keys.enter);
		await terminal.waitFor('┃ [a');
		terminal.send(keys.alt('r'));
		await terminal.waitFor(/Review[^]*line \d+: /);
		terminal.send(keys.ctrl('q'));
		expect(await terminal.exit()).toBe(0);
	});

	it('is told in lines too', () => {
		using home = folder();
		using work = folder();
		writeFileSync(join(work.path, 'note.md'), source);
		const {stderr} = run(['open', 'note.md', '--plain'], {cwd: work.path, home: home.path, input: ':quit\n'});
		expect(stderr).toMatch(/note\.md, line \d+, column \d+: .* It was opened as text\./);
	});
});
