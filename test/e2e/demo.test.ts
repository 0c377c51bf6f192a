/** The example to play with: complete, in a folder of its own, gone after a mere look and kept once it was changed. */

import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {folder, keys, open, run} from './terminal.ts';

/** The wizard on the example, with a folder for temporary files in which nothing else is. */
function begin(where: {readonly cwd: string; readonly home: string}, temporary: string) {
	return open(['demo'], {...where, env: {TMPDIR: temporary}});
}

/** The folders that demos made there; Node keeps compiled code beside them. */
function demosIn(temporary: string): readonly string[] {
	return readdirSync(temporary).filter(name => name.startsWith('specwright-demo-'));
}

describe('the demo', () => {
	it('is a complete document, of which a mere look leaves nothing', async () => {
		using home = folder();
		using work = folder();
		using temporary = folder();
		const where = {cwd: work.path, home: home.path};
		const terminal = begin(where, temporary.path);
		await terminal.waitFor(/100% \d+\/\d+ required/);
		await terminal.waitFor('An example to play with');
		terminal.send(keys.tab, keys.tab, keys.ctrl('q'));
		expect(await terminal.exit()).toBe(0);
		expect(readdirSync(work.path)).toEqual([]);
		expect(demosIn(temporary.path)).toEqual([]);
		expect(run(['drafts', '--json'], where).json()).toEqual([]);
	});

	it('keeps what was changed in it, as with any document', async () => {
		using home = folder();
		using work = folder();
		using temporary = folder();
		const where = {cwd: work.path, home: home.path};
		const terminal = begin(where, temporary.path);
		await terminal.waitFor('An example to play with');
		terminal.send(' or two');
		await terminal.waitUntil(() => /minute or two[^]* saved \d\d:\d\d/.test(terminal.text()), 'the title to be saved');
		terminal.send(keys.ctrl('q'));
		expect(await terminal.exit()).toBe(0);
		expect(terminal.text()).toContain('specwright resume');
		expect(run(['drafts', '--json'], where).json()).toMatchObject([{template: 'architecture-spec'}]);
		const [made = ''] = demosIn(temporary.path);
		const [name = ''] = readdirSync(join(temporary.path, made));
		expect(readFileSync(join(temporary.path, made, name), 'utf8')).toMatch(/^# Returns within a minute\n/);
	});

	it('is printed where there is no terminal, and makes no file', () => {
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path};
		expect(run(['demo'], where)).toMatchObject({code: 2, stdout: ''});
		expect(run(['demo'], where).stderr).toContain('specwright demo --print');
		const printed = run(['demo', '--print'], where);
		expect(printed).toMatchObject({code: 0, stderr: ''});
		expect(printed.stdout).toContain('# Returns within a minute');
		expect(readdirSync(work.path)).toEqual([]);
	});
});
