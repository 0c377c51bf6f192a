/** Drafts between sessions, on the built program: begun twice, open elsewhere, torn, resumed from another folder. */

import {execFileSync, spawnSync} from 'node:child_process';
import {
	appendFileSync,
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {bin, environment, folder, keys, open, run, type Terminal} from './terminal.ts';

type Where = {readonly cwd: string; readonly home: string};

function draftFile(home: string): string {
	const drafts = join(home, '.local/state/specwright/drafts');
	const [name = ''] = readdirSync(drafts).filter(each => each.endsWith('.jsonl'));
	return join(drafts, name);
}

/** A wizard in which the title is typed and saved. */
async function begin(title: string, args: readonly string[], where: Where): Promise<Terminal> {
	const terminal = open(['new', 'architecture-spec', ...args], where);
	await terminal.waitFor('0/19 required');
	terminal.send(title);
	await terminal.waitUntil(
		() => terminal.text().includes('1/19 required') && /saved \d\d:\d\d/.test(terminal.text()),
		'the title to be saved',
	);
	return terminal;
}

async function quit(terminal: Terminal): Promise<void> {
	terminal.send(keys.ctrl('q'));
	expect(await terminal.exit()).toBe(0);
}

describe('a draft', () => {
	it('is offered where the same is begun again, and not where it is something else', async () => {
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path};
		await quit(await begin('Hold queue', ['--out', 'spec.md'], where));
		const [{id = ''} = {}] = run(['drafts', '--json'], where).json() as {id?: string}[];

		const again = open(['new', 'architecture-spec', '--out', './spec.md'], where);
		await again.waitFor('1 of 19 required answers');
		again.send(keys.enter);
		await again.waitFor(/┃ Hold queue/);
		await quit(again);
		expect(again.text()).toContain(`specwright resume ${id}`);
		const anew = open(['new', 'architecture-spec', '--out', 'spec.md'], where);
		await anew.waitFor('Begin anew');
		anew.send('2');
		await anew.waitFor('0/19 required');
		await quit(anew);
		expect(run(['drafts', '--json'], where).json()).toMatchObject([{id}]);
		const other = open(['new', 'architecture-spec', '--out', 'other.md'], where);
		await other.waitFor('0/19 required');
		expect(other.text()).not.toContain('specwright resume');
		await quit(other);
	});

	it('is not left behind by looking at a template with blocks that repeat', async () => {
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path};
		const terminal = open(['new', 'technical-specification'], where);
		await terminal.waitFor(/0\/\d+ required/);
		terminal.send(keys.tab);
		await quit(terminal);
		expect(run(['drafts', '--json'], where).json()).toEqual([]);
	});

	it('that is open elsewhere is only looked at, or taken over: it never has two writers', async () => {
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path};
		const first = await begin('Hold queue', ['--out', 'spec.md'], where);
		const reader = open(['resume'], where);
		await reader.waitFor(`process ${first.pid}`);
		reader.send('2');
		await reader.waitFor('read only');
		reader.send('changed');
		await reader.waitFor('Read only: the draft is open');
		await quit(reader);
		expect(run(['drafts'], where).stdout).toContain(`open in process ${first.pid}`);
		expect(run(['drafts', 'remove', draftFile(home.path).slice(-18, -6)], where).code).toBe(5);

		const second = open(['new', 'architecture-spec', '--out', 'spec.md'], where);
		await second.waitFor('Take it over');
		expect(second.text()).not.toContain('Begin anew');
		second.send(keys.enter);
		await second.waitFor(/┃ Hold queue/);
		second.send(' and shelf');
		await second.waitUntil(
			() => /┃ Hold queue and shelf[^]*/.test(second.text()) && /saved \d\d:\d\d/.test(second.text()),
			'the title to be saved',
		);
		first.send(' lost');
		await first.waitFor('NOT SAVED');
		await first.waitFor(`taken over by another window (process ${second.pid})`);
		first.send(keys.ctrl('q'));
		await first.waitFor('Quit?');
		first.send('y');
		expect(await first.exit()).toBe(0);
		await quit(second);
		expect(run(['drafts', '--json'], where).json()).toMatchObject([{title: 'Hold queue and shelf'}]);
	});

	it('that is open elsewhere is refused with its process where nobody can be asked', async () => {
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path};
		const first = await begin('Hold queue', ['--out', 'spec.md'], where);
		for (const args of [
			['resume', '--plain'],
			['new', 'architecture-spec', '--out', 'spec.md', '--plain'],
		]) {
			const refused = run(args, {...where, input: 'Other\n'});
			expect(refused.code).toBe(5);
			expect(refused.stderr).toContain(String(first.pid));
		}

		await quit(first);
		expect(run(['drafts', '--json'], where).json()).toMatchObject([{title: 'Hold queue'}]);
	});

	it('is offered in the plain modes too, and not to answers that are piped in', async () => {
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path};
		await quit(await begin('Hold queue', [], where));
		const aloud = open(['new', 'architecture-spec'], {...where, env: {ACCESSIBLE: '1'}});
		await aloud.waitFor('Go on with what you began?');
		aloud.send('1\r');
		await aloud.waitFor('Now (Enter keeps it):');
		expect(aloud.text()).toContain('Hold queue');
		aloud.send(':quit\r');
		expect(await aloud.exit()).toBe(0);
		const prompts = open(['new', 'architecture-spec', '--plain'], where);
		await prompts.waitFor('Resume it (go on at the field where you left)');
		prompts.send(keys.enter);
		expect(await prompts.exit()).toBe(0);
		const piped = run(['new', 'architecture-spec', '--plain'], {...where, input: ':quit\n'});
		expect(piped.code).toBe(0);
		expect(piped.stderr).toContain('specwright resume ');
	});

	it('with a torn end goes on from what is sound, and says where the rest is kept', async () => {
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path, columns: 120};
		await quit(await begin('Hold queue', [], where));
		appendFileSync(draftFile(home.path), '00000000 {"seq":99');
		const terminal = open(['resume'], where);
		await terminal.waitFor('Hold queue');
		await terminal.waitFor('could not be read');
		await quit(terminal);
		expect(terminal.text().replaceAll('\n', '')).toMatch(/was kept as \S+corrupt/);
		expect(run(['drafts', 'show', draftFile(home.path).slice(-18, -6)], where).stdout).toContain('Hold queue');
	});

	it('of a template that changed since, or is gone, has all of its answers and writes them', async () => {
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path};
		const template = join(work.path, 'note.md');
		writeFileSync(template, '# Note: [Name]\n\n- Owner: [name]\n- Reviewer: [name]\n');
		const terminal = open(['new', './note.md', '--out', 'out.md'], where);
		await terminal.waitFor('0/3 required');
		for (const [index, words] of ['Hold queue', 'Ada', 'Grace'].entries()) {
			terminal.send(words, keys.tab);
			await terminal.waitFor(`${index + 1}/3 required`);
		}

		await quit(terminal);
		writeFileSync(template, '# Note: [Name]\n\n- Lead: [name]\n');
		const changed = open(['resume'], where);
		await changed.waitFor('3/3 required');
		await quit(changed);
		rmSync(template);
		const gone = open(['resume'], where);
		await gone.waitFor('3/3 required');
		gone.send(keys.ctrl('s'));
		await gone.waitFor('File: ');
		gone.send(keys.enter);
		expect(await gone.exit()).toBe(0);
		expect(readFileSync(join(work.path, 'out.md'), 'utf8')).toContain(
			'# Note: Hold queue\n\n- Owner: Ada\n- Reviewer: Grace\n',
		);
	});

	it('of a document is written where the document is, from wherever it is resumed', async () => {
		using home = folder();
		using work = folder();
		mkdirSync(join(work.path, 'docs'));
		writeFileSync(join(work.path, 'docs/note.md'), '# Note\n\n- Owner: Ada\n');
		const first = open(['open', 'note.md'], {cwd: join(work.path, 'docs'), home: home.path});
		await first.waitFor('required');
		first.send(' Byron');
		await first.waitFor('Byron');
		await quit(first);

		const again = open(['resume'], {cwd: work.path, home: home.path});
		await again.waitFor('Byron');
		again.send(keys.ctrl('s'));
		await again.waitFor('Write the document');
		again.send(keys.enter);
		await again.waitFor('Replace it?');
		again.send('y');
		expect(await again.exit()).toBe(0);
		expect(again.text()).toContain('Wrote docs/note.md');
		expect(existsSync(join(work.path, 'note.md'))).toBe(false);
		expect(readFileSync(join(work.path, 'docs/note.md'), 'utf8')).toBe('# Note\n\n- Owner: Ada Byron\n');
	});

	it('of a document is told with what the document said before', async () => {
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path};
		const form = '# Plan for [Area]\n\n- Owner: <name>\n- Place: <place>\n';
		writeFileSync(join(work.path, 'form.md'), form);
		const given = ['--set', 'document/title=Lowfield', '--set', 'document/owner=Ada'];
		run(['new', 'form.md', ...given, '--yes', '--out', 'plan.md'], where);
		expect(run(['open', 'plan.md', '--plain'], {...where, input: ':goto 2\nAda Byron\n:quit\n'}).stderr).toContain(
			'2 of 3 required',
		);

		const [draft] = run(['drafts', '--json'], where).json() as readonly {readonly id: string}[];
		expect(draft).toMatchObject({title: 'Plan for Lowfield', required: {answered: 2, total: 3}, target: 'plan.md'});
		const shown = run(['drafts', 'show', draft!.id], where).stdout;
		expect(shown).toContain('Plan for Lowfield  form.md, 2 of 3 required');
		expect(shown).toContain('# Plan for Lowfield\n\n- Owner: Ada Byron\n- Place: <place>\n');
		const exported = run(['drafts', 'export', draft!.id], where).stdout;
		expect([exported.includes('Lowfield'), exported.includes('Ada Byron')]).toEqual([true, true]);
		const again = open(['open', 'plan.md'], where);
		await again.waitFor(/“Plan for Lowfield”, 2 of 3\s+required answers/);
		again.send(keys.enter);
		await again.waitFor('2/3 required');
		await quit(again);
	});

	it('that can not be kept is said on the screen, and the document is written all the same', async () => {
		using home = folder();
		using work = folder();
		writeFileSync(join(home.path, 'file'), '');
		const env = {XDG_STATE_HOME: join(home.path, 'file')};
		const terminal = open(['new', 'architecture-spec', '--out', 'spec.md'], {cwd: work.path, home: home.path, env});
		await terminal.waitFor('0/19 required');
		terminal.send('Hold queue');
		await terminal.waitFor(/not saved/i);
		terminal.send(keys.ctrl('s'));
		await terminal.waitFor('Write the document');
		terminal.send(keys.enter);
		expect(await terminal.exit()).toBe(0);
		expect(readFileSync(join(work.path, 'spec.md'), 'utf8')).toContain('# Hold queue');
	});

	const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath];
	const readOnly = 'mount -t tmpfs tmpfs "$1" && mount -o remount,ro "$1" && shift && exec "$@"';
	const unwritable = [
		['a folder of somebody else’s', 'setpriv', asNobody, [...asNobody, '-e', '0']],
		[
			'a disk that is only read',
			'unshare',
			['-rm', 'sh', '-c', readOnly, 'sh', 'HOME', process.execPath],
			['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /tmp'],
		],
	] as const;
	it.each(unwritable.filter(([, command, , needs]) => spawnSync(command, needs).status === 0))(
		'that can not be kept in %s is said on the screen, and what is typed goes on',
		async (_, command, args) => {
			using home = folder();
			chmodSync(home.path, 0o755);
			const before = args.map(arg => (arg === 'HOME' ? home.path : arg));
			const terminal = open([...before, bin, 'new', 'architecture-spec'], {cwd: '/', home: home.path, command});
			await terminal.waitFor('0/19 required');
			terminal.send('Hold queue');
			await terminal.waitFor(/not saved/i);
			terminal.send(' and shelf');
			await terminal.waitFor('Hold queue and shelf');
			expect(terminal.text()).toContain('1/19 required');
			terminal.send(keys.ctrl('q'));
			await terminal.waitFor(/quit/i);
			terminal.send('y');
			expect(await terminal.exit()).toBe(0);
			expect(readdirSync(home.path)).toEqual([]);
		},
	);

	it.skipIf(!existsSync('/proc/self'))('is never waited for where no folder can be made', async () => {
		using work = folder();
		// A folder that exists, takes no new ones and calls them not there.
		const terminal = open(['new', 'architecture-spec'], {cwd: work.path, home: '/proc/nobody'});
		await terminal.waitFor('0/19 required');
		terminal.send('Hold queue');
		await terminal.waitFor(/not saved/i);
		terminal.send(keys.ctrl('q'));
		await terminal.waitFor(/quit/i);
		terminal.send('y');
		expect(await terminal.exit()).toBe(0);
	});
});

describe('a document that someone else changes meanwhile', () => {
	const source = '# Note\n\n- Owner: Ada\n\n## Why\n\nIt rains.\n';

	/** A wizard in which the owner is another, at what is asked on writing after `theirs` got into the file. */
	async function changedMeanwhile(theirs: string, args: readonly string[], {cwd, home}: Where) {
		const path = join(cwd, 'note.md');
		writeFileSync(path, source);
		const terminal = open(['open', 'note.md', ...args], {cwd, home, columns: 80, rows: 40});
		await terminal.waitFor('Ada');
		writeFileSync(path, theirs);
		if (args.length === 0) {
			terminal.send(' Byron');
			await terminal.waitFor('Byron');
			terminal.send(keys.ctrl('s'));
			await terminal.waitFor('Write the document');
			terminal.send(keys.enter);
		} else {
			terminal.send('Ada Byron', keys.enter);
			await terminal.waitFor('Enter goes on');
			await terminal.waitUntil(() => /\b2 of 2\./.test(terminal.text()), 'the second question');
			terminal.send(':write', keys.enter);
			await terminal.waitFor('Write to');
			terminal.send(keys.enter);
		}

		await terminal.waitFor(/changed on disk since it was opened/);
		return {terminal, text: () => readFileSync(path, 'utf8')};
	}

	const theirs = `${source}\nWritten by someone else.\n`;

	it.each([
		['on the screen', []],
		['in prompts', ['--plain']],
	] as const)('is written with what both changed %s, after the difference was shown', async (_, args) => {
		using home = folder();
		using work = folder();
		const {terminal, text} = await changedMeanwhile(theirs, args, {cwd: work.path, home: home.path});
		await terminal.waitFor('Written by someone else.');
		expect(text()).toBe(theirs);
		if (args.length === 0) {
			terminal.send('b');
		} else {
			terminal.send('both');
			await terminal.waitFor('❯ both');
			terminal.send(keys.enter);
		}

		await terminal.waitFor('+- Owner: Ada Byron');
		expect(text()).toBe(theirs);
		terminal.send(...(args.length === 0 ? ['y'] : ['y', keys.enter]));
		expect(await terminal.exit()).toBe(0);
		expect(text()).toBe(theirs.replace('Ada', 'Ada Byron'));
	});

	it('stays as they have it where the author wants that, with the answers in the draft', async () => {
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path};
		const {terminal, text} = await changedMeanwhile(theirs, [], where);
		terminal.send('t');
		await terminal.waitFor('stays as it is on disk');
		await quit(terminal);
		expect(text()).toBe(theirs);
		const [{id = ''} = {}] = run(['drafts', '--json'], where).json() as {id?: string}[];
		expect(run(['drafts', 'show', id], where).stdout).toContain('Ada Byron');
	});

	it('is replaced only after the difference with their changes in it was shown', async () => {
		using home = folder();
		using work = folder();
		const {terminal, text} = await changedMeanwhile(theirs, [], {cwd: work.path, home: home.path});
		terminal.send('m');
		await terminal.waitFor('-Written by someone else.');
		expect(text()).toBe(theirs);
		terminal.send('n');
		await terminal.waitFor('theirs: leave the file');
		terminal.send('m');
		await terminal.waitFor('-Written by someone else.');
		terminal.send('y');
		expect(await terminal.exit()).toBe(0);
		expect(text()).toBe(source.replace('Ada', 'Ada Byron'));
	});

	it('never gets a conflict written into it: the lines that both changed are told', async () => {
		using home = folder();
		using work = folder();
		const grace = source.replace('Ada', 'Grace');
		const {terminal, text} = await changedMeanwhile(grace, [], {cwd: work.path, home: home.path});
		await terminal.waitFor('line 3: mine “- Owner: Ada Byron”, theirs “- Owner: Grace”');
		terminal.send('b');
		terminal.send('t');
		await terminal.waitFor('stays as it is on disk');
		await quit(terminal);
		expect(text()).toBe(grace);
	});
});

describe('the commit that flags ask for', () => {
	it('is not asked about again, and has the message of the flag', async () => {
		using home = folder();
		using work = folder();
		const env = environment(home.path, {GIT_CONFIG_GLOBAL: '/dev/null'});
		const git = (...args: readonly string[]): string =>
			execFileSync('git', args, {cwd: work.path, encoding: 'utf8', env});
		git('init', '-q', '-b', 'main');
		git('config', 'user.name', 'Ada');
		git('config', 'user.email', 'ada@example.org');
		const terminal = await begin('Hold queue', ['--commit', '--message', 'spec: hold queue', '--branch', 'spec'], {
			cwd: work.path,
			home: home.path,
		});
		terminal.send(keys.ctrl('s'));
		await terminal.waitFor('hold-queue.md');
		terminal.send(keys.enter);
		await terminal.waitFor('spec: hold queue');
		await terminal.waitFor('Commit on: spec');
		terminal.send(keys.enter);
		expect(await terminal.exit()).toBe(0);
		expect(terminal.text()).toContain('Committed');
		expect(git('log', '--format=%s', '--name-only', 'spec').trim()).toBe('spec: hold queue\n\nhold-queue.md');
	});

	it('is missed where there is no repository', async () => {
		using home = folder();
		using work = folder();
		const env = {GIT_CEILING_DIRECTORIES: join(work.path, '..')};
		const terminal = open(['new', 'architecture-spec', '--out', 'spec.md', '--commit'], {
			cwd: work.path,
			home: home.path,
			env,
		});
		await terminal.waitFor('Before you begin');
		expect(terminal.text().replaceAll(/\s+/g, ' ')).toContain('A commit would fail as things are:');
		terminal.send(keys.enter);
		await terminal.waitFor('0/19 required');
		terminal.send(keys.ctrl('s'));
		await terminal.waitFor('Write the document');
		terminal.send(keys.enter);
		expect(await terminal.exit()).toBe(4);
		expect(terminal.text()).toContain('not in a git work tree');
		expect(existsSync(join(work.path, 'spec.md'))).toBe(true);
	});
});
