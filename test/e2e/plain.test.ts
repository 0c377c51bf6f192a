/** The prompts mode and plain lines, on the built program: at a terminal and with a transcript piped in. */

import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {folder, keys, open, run, type Terminal} from './terminal.ts';

/** Every question of `architecture-spec` answered, a line an answer; prose ends with a dot, a list with an empty line. */
const transcript = `Hold queue
Readers hear of a returned book within a minute.

Today it takes a day. 📚
.
Desk staff search shelves by hand | and it shows.
.
Fast
Quiet

A new catalogue

A nightly job, see \`jobs/holds.py\`.
.
Scanner
Queue

A scan becomes an event; the event moves the queue.
.
\`POST /returns\`

metric \`hold_latency\`

Scanner offline → scans are kept and sent later

2026-04-01: pilot branch

Old scanners go on working.
Backfill the queue

Switch the flag off.
Lost scans → nightly count

Who owns the scanners? (confirm by 2026-04-01)

Ada Byron
Grace Hopper, Edsger Dijkstra
today


`;

/** A session in the given mode with a title given and the second question asked. */
async function atSecondQuestion(
	args: readonly string[],
	env: Record<string, string>,
	home: string,
	cwd: string,
): Promise<Terminal> {
	const terminal = open(['new', 'architecture-spec', ...args], {cwd, home, columns: 80, rows: 50, env});
	await terminal.waitFor(/Title:? *$/m);
	terminal.send('Hold queue', keys.enter);
	await terminal.waitFor('2 of 20.');
	await terminal.waitFor(/^\W*\.\.\. *$/m);
	return terminal;
}

const modes = [
	['--plain', ['--plain'], {}],
	['ACCESSIBLE', [], {ACCESSIBLE: '1'}],
	['TERM=dumb', [], {TERM: 'dumb'}],
] as const;

describe('answers piped in', () => {
	it('fill a template from blank to a written file', () => {
		using home = folder();
		using work = folder();
		const ran = run(['new', 'architecture-spec', '--plain', '--out', 'spec.md'], {
			cwd: work.path,
			home: home.path,
			input: transcript,
		});
		expect(ran.stderr).toContain('100% complete');
		expect(ran.stderr).toContain('Wrote spec.md');
		expect([ran.code, ran.stdout]).toEqual([0, '']);
		expect(readFileSync(join(work.path, 'spec.md'), 'utf8')).toContain('Today it takes a day. 📚');
		expect(run(['check', 'spec.md'], {cwd: work.path, home: home.path}).code).toBe(0);
	});

	it('are asked for without the marks of a terminal, and guidance is told once', () => {
		using home = folder();
		using work = folder();
		const input = 'Hold queue\nOne.\n:gaps\n:help\nTwo.\n.\n';
		const {stderr} = run(['new', 'architecture-spec', '--plain'], {cwd: work.path, home: home.path, input});
		expect(stderr).not.toMatch(/\.\.\.:|: -- /);
		expect(stderr.match(/What changes, and for whom\?/g)).toHaveLength(1);
	});

	it('that end early leave a draft, the number of gaps and exit code 1', () => {
		using home = folder();
		using work = folder();
		const ran = run(['new', 'architecture-spec', '--plain'], {cwd: work.path, home: home.path, input: 'Hold queue\n'});
		expect(ran.code).toBe(1);
		expect(ran.stderr).toContain('1 of 19 required');
		expect(ran.stderr).toContain('18 required questions are open');
		expect(ran.stderr).toContain('specwright resume');
	});

	it('choose among drafts, documents nearby and templates, each told apart', () => {
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path};
		run(['new', 'architecture-spec', '--set', 'document/title=Shelf', '--yes', '--out', 'shelf.md'], where);
		mkdirSync(join(work.path, 'specs/old'), {recursive: true});
		run(['new', 'architecture-spec', '--set', 'document/title=Cellar', '--yes', '--out', 'specs/old/cellar.md'], where);
		run(['new', 'architecture-spec', '--plain'], {...where, input: 'Hold queue\n'});
		const left = run(['--plain'], {...where, input: '\n'});
		expect(left.code).toBe(0);
		expect(left.stderr).toMatch(/ 1\. Resume Hold queue \(architecture-spec, 1\/19, saved just now\)/);
		expect(left.stderr).toMatch(/ 2\. Open Shelf \(shelf\.md\)/);
		expect(left.stderr).toMatch(/ 3\. Open Cellar \(specs\/old\/cellar\.md\)/);
		expect(left.stderr).toMatch(/ 4\. New: /);
		expect(run(['--plain'], {...where, input: '2\n:quit\n'}).stderr).toMatch(/Now \(Enter keeps it\):\s+Shelf/);
		expect(run(['--plain'], {...where, input: '1\n:quit\n'}).stderr).toMatch(/-- 5% complete[^]*\n2 of 20\./);
	});

	it('are never written over the template that they were given to', () => {
		using home = folder();
		using work = folder();
		const template = '# [Title]\n\n## Why\n\nDescribe why.\n';
		writeFileSync(join(work.path, 'tpl.md'), template);
		const where = {cwd: work.path, home: home.path, input: ':goto 2\nIt is slow.\n.\n:write\n\n'};
		const ran = run(['new', 'tpl.md', '--plain'], where);
		expect(ran.stderr).toContain('Write to (Enter: tpl-2.md)');
		expect(readFileSync(join(work.path, 'tpl.md'), 'utf8')).toBe(template);
		expect(readFileSync(join(work.path, 'tpl-2.md'), 'utf8')).toContain('It is slow.');
	});

	it('that cannot stand in the document stay in the draft, which goes on', () => {
		using home = folder();
		using work = folder();
		writeFileSync(join(work.path, 'tpl.md'), '# Notes\n\n## Why\n\nDescribe why.\n');
		const where = {cwd: work.path, home: home.path};
		const ran = run(['new', 'tpl.md', '--plain'], {...where, input: '```sh\n.\n:write\n\nn\n'});
		expect(ran.stderr).toMatch(/Wrote notes\.md\nwithout Why/);
		const resumed = run(['resume', '--plain'], {...where, input: 'In words.\n.\n:write\n\ny\n'});
		expect(resumed.stderr).toContain('Wrote notes.md');
		expect(readFileSync(join(work.path, 'notes.md'), 'utf8')).toContain('In words.');
	});
});

describe.each(modes)('asked at a terminal with %s', (_, args, env) => {
	it('stops with Ctrl+C as interrupted, the draft kept', async () => {
		using home = folder();
		using work = folder();
		const terminal = await atSecondQuestion(args, env, home.path, work.path);
		terminal.send(keys.ctrl('c'));
		expect(await terminal.exit()).toBe(130);
		expect(terminal.text()).toMatch(/^Your draft is kept\. Go on with: specwright resume [\da-f]{12}$/m);
		expect(run(['drafts', '--json'], {cwd: work.path, home: home.path}).json()).toMatchObject([{title: 'Hold queue'}]);
	});

	it('ends with its terminal, and gives the draft free', async () => {
		using home = folder();
		using work = folder();
		const terminal = await atSecondQuestion(args, env, home.path, work.path);
		terminal.close();
		expect(await terminal.exit()).toBe(129);
		const [draft] = run(['drafts', '--json'], {cwd: work.path, home: home.path}).json() as readonly object[];
		expect(draft).toMatchObject({title: 'Hold queue'});
		expect(draft).not.toHaveProperty('holder');
	});

	it('stops with 0 after :quit and with 1 at the end of input', async () => {
		using home = folder();
		using work = folder();
		const quits = await atSecondQuestion(args, env, home.path, work.path);
		quits.send(':quit', keys.enter);
		expect(await quits.exit()).toBe(0);
		expect(quits.text()).toContain('specwright resume');
		const ends = await atSecondQuestion([...args, '--out', 'other.md'], env, home.path, work.path);
		ends.send(keys.ctrl('d'));
		expect(await ends.exit()).toBe(1);
		expect(ends.text()).toContain('required questions are open');
	});

	it('breaks long lines between words', async () => {
		using home = folder();
		using work = folder();
		const terminal = await atSecondQuestion(args, env, home.path, work.path);
		expect(terminal.text()).toMatch(/in the queue hears/);
		expect(terminal.screen().every(line => line.length < 80)).toBe(true);
		terminal.send(':quit', keys.enter);
		expect(await terminal.exit()).toBe(0);
	});
});
