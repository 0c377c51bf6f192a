/**
 * Disks that are really full, made without root: a limit on the size of files that is set and lifted while the wizard
 * runs (EFBIG), and a small disk of its own in a user namespace that is filled and cleared (ENOSPC).
 */

import {spawnSync} from 'node:child_process';
import {closeSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {bin, environment, folder, keys, open, run, type Terminal} from './terminal.ts';

type Disk = {
	/** The command whose success shows that there can be such a disk here. */
	readonly needs: readonly [string, ...string[]];
	/** Starts the wizard in `work`, on the disk, with `spec.md` there already. */
	start(work: string, args: readonly string[], env: Record<string, string>): Terminal;
	/** The path, which is on the disk, as the test sees it. */
	at(terminal: Terminal, path: string): string;
	fill(terminal: Terminal, work: string): void;
	clear(terminal: Terminal, work: string): void;
};

const old = '# What was there\n';

function limit(terminal: Terminal, size: string): void {
	expect(spawnSync('prlimit', ['--pid', String(terminal.pid), `--fsize=${size}:`]).status).toBe(0);
}

const limited: Disk = {
	needs: ['prlimit', '--fsize=4096:', 'true'],
	start(work, args, env) {
		writeFileSync(join(work, 'spec.md'), old);
		return open(args, {cwd: work, home: work, env});
	},
	at: (_, path) => path,
	fill: terminal => limit(terminal, '1'),
	clear: terminal => limit(terminal, 'unlimited'),
};

const small: Disk = {
	needs: ['unshare', '-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /tmp'],
	start(work, args, env) {
		const script = `mount -t tmpfs -o size=512k tmpfs "$1" && cd "$1" && printf '%s' "$2" > spec.md && shift 2 && exec "$@"`;
		return open(['-rm', 'sh', '-c', script, 'sh', work, old, process.execPath, bin, ...args], {
			cwd: work,
			home: work,
			env,
			command: 'unshare',
		});
	},
	// The disk is mounted for the wizard alone.
	at: (terminal, path) => `/proc/${terminal.pid}/root${path}`,
	fill(terminal, work) {
		const fd = openSync(this.at(terminal, join(work, 'filler')), 'w');
		try {
			for (;;) writeSync(fd, Buffer.alloc(512));
		} catch (error) {
			expect(error).toMatchObject({code: 'ENOSPC'});
		} finally {
			closeSync(fd);
		}
	},
	clear(terminal, work) {
		rmSync(this.at(terminal, join(work, 'filler')));
	},
};

/** More than what is free in the last block of a file. */
const long = 'Late returns are lost. '.repeat(400).trim();

/** What the one draft on the disk holds, as it stands there. */
function draft(disk: Disk, terminal: Terminal, work: string): string {
	const drafts = disk.at(terminal, join(work, '.local/state/specwright/drafts'));
	const [file = ''] = readdirSync(drafts).filter(name => name.endsWith('.jsonl'));
	return readFileSync(join(drafts, file), 'utf8');
}

function isPossible({needs: [command, ...args]}: Disk): boolean {
	return spawnSync(command, args).status === 0;
}

const disks: readonly (readonly [string, Disk, string])[] = [
	['with a limit for files', limited, 'allowed'],
	['with no room left', small, 'disk is full'],
];

describe.each(disks)('a disk %s', (_, disk, words) => {
	it('loses no answer, says that it is not saved, leaves the old file whole, and saves all by one key', async ({
		skip,
	}) => {
		if (!isPossible(disk)) skip(`Left out: ${disk.needs[0]} is not here or not allowed.`);
		using place = folder();
		const work = place.path;
		const terminal = disk.start(work, ['new', 'architecture-spec', '--out', 'spec.md'], {});
		await terminal.waitFor('0/19 required');
		terminal.send('Hold queue', keys.tab);
		await terminal.waitFor('section 2/9');
		await terminal.waitFor(/saved \d\d:\d\d/);
		expect(terminal.text()).not.toContain('Alt+T');

		disk.fill(terminal, work);
		terminal.send(keys.paste(long));
		await terminal.waitFor('NOT SAVED');
		await terminal.waitFor(words);
		await terminal.waitFor('Alt+T save again');
		terminal.send(' Indeed.');
		await terminal.waitFor('Indeed.');
		expect(draft(disk, terminal, work)).not.toContain('Late returns');

		terminal.send(keys.ctrl('s'), keys.enter);
		await terminal.waitFor('Replace it?');
		terminal.send('y');
		await terminal.waitFor(/Could not write \S*spec\.md/);
		expect(readFileSync(disk.at(terminal, join(work, 'spec.md')), 'utf8')).toBe(old);
		expect(readdirSync(disk.at(terminal, work)).filter(name => name.endsWith('.tmp'))).toEqual([]);
		terminal.send(keys.escape);
		await terminal.waitFor('Indeed.');
		expect(terminal.text()).toContain('NOT SAVED');

		disk.clear(terminal, work);
		terminal.send(keys.alt('t'));
		await terminal.waitFor(/saved \d\d:\d\d/);
		await terminal.waitUntil(() => !terminal.text().includes('Alt+T'), 'nothing to save again');
		expect(draft(disk, terminal, work)).toContain(`${long} Indeed.`);

		terminal.send(keys.ctrl('s'), keys.enter);
		await terminal.waitFor('Replace it?');
		terminal.send('y');
		expect(await terminal.exit()).toBe(0);
		expect(terminal.text()).toContain('Wrote spec.md');
	});

	it('is told where questions are asked in lines, and :save saves all', async ({skip}) => {
		if (!isPossible(disk)) skip(`Left out: ${disk.needs[0]} is not here or not allowed.`);
		using place = folder();
		const work = place.path;
		const terminal = disk.start(work, ['new', 'architecture-spec', '--out', 'spec.md'], {ACCESSIBLE: '1'});
		await terminal.waitFor('1 of ');
		terminal.send(`Hold queue${keys.enter}`);
		await terminal.waitFor('2 of ');
		disk.fill(terminal, work);
		// Lines of a terminal have an end: its driver takes 4095 bytes at most.
		for (let at = 0; at < 6; at++) terminal.send(`${'Late returns are lost. '.repeat(60)}${keys.enter}`);
		terminal.send(`.${keys.enter}`);
		await terminal.waitFor('NOT SAVED');
		await terminal.waitFor(':save tries again.');
		disk.clear(terminal, work);
		terminal.send(`:save${keys.enter}`);
		await terminal.waitFor(/draft saved \d\d:\d\d; :write/);
		expect(draft(disk, terminal, work).split('Late returns are lost.')).toHaveLength(361);
		terminal.send(`:quit${keys.enter}`);
		expect(await terminal.exit()).toBe(0);
	});
});

it('settings that the disk has no room for are as they were, and said not to be written', ({skip}) => {
	if (!isPossible(limited)) skip('Left out: prlimit is not here.');
	using home = folder();
	const at = {cwd: home.path, home: home.path};
	const set = (value: string): readonly string[] => ['config', 'set', 'editor', value];
	expect(run(set('nano'), at).code).toBe(0);
	const file = join(home.path, '.config/specwright/config.json');
	const before = readFileSync(file, 'utf8');
	const {status, stderr} = spawnSync('prlimit', ['--fsize=10:', process.execPath, bin, ...set('vi')], {
		cwd: home.path,
		env: environment(home.path),
		encoding: 'utf8',
	});
	expect([status, stderr]).toEqual([3, expect.stringContaining('The settings could not be written')]);
	expect(readFileSync(file, 'utf8')).toBe(before);
	expect(readdirSync(join(home.path, '.config/specwright'))).toEqual(['config.json']);
	expect(run(set('vi'), at).code).toBe(0);
	expect(readFileSync(file, 'utf8')).toContain('vi');
});
