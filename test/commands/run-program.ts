/** Starts the built program in a folder of its own, with an empty home, no terminal and no settings of the machine. */

import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, onTestFinished} from 'vitest';

export const program = join(import.meta.dirname, '../../dist/cli.js');

export type Ran = {
	readonly code: number | null;
	readonly signal: string | null;
	readonly out: string;
	readonly err: string;
};

export type Place = {
	readonly folder: string;
	run(
		args: readonly string[],
		more?: {readonly input?: string; readonly env?: Readonly<Record<string, string>>; readonly cwd?: string},
	): Ran;
	write(path: string, text: string): string;
	writeBytes(path: string, bytes: Uint8Array): void;
	git(...args: readonly string[]): string;
};

/** A new folder with `files` in it. */
export function makePlace(files: Readonly<Record<string, string>> = {}): Place {
	const top = realpathSync(mkdtempSync(join(tmpdir(), 'specwright-')));
	removeAfterwards(top);
	const folder = join(top, 'work');
	mkdirSync(join(top, 'home'));
	mkdirSync(folder);
	const base = {
		PATH: process.env['PATH'] ?? '',
		HOME: join(top, 'home'),
		TMPDIR: top,
		TERM: 'xterm-256color',
		LANG: 'C.UTF-8',
		GIT_CONFIG_NOSYSTEM: '1',
		// A temporary folder inside some repository must not be taken for a part of it.
		GIT_CEILING_DIRECTORIES: top,
		NODE_DISABLE_COMPILE_CACHE: '1',
	};
	const place: Place = {
		folder,
		run(args, {input = '', env = {}, cwd = folder} = {}) {
			const {status, signal, stdout, stderr} = spawnSync(process.execPath, [program, ...args], {
				cwd,
				input,
				env: {...base, ...env},
				encoding: 'utf8',
			});
			return {code: status, signal, out: stdout, err: stderr};
		},
		write(path, text) {
			const whole = join(folder, path);
			mkdirSync(dirname(whole), {recursive: true});
			writeFileSync(whole, text);
			return whole;
		},
		writeBytes(path, bytes) {
			writeFileSync(join(folder, path), bytes);
		},
		git(...args) {
			const {status, stdout, stderr} = spawnSync('git', args, {cwd: folder, env: base, encoding: 'utf8'});
			if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
			return stdout;
		},
	};
	for (const [path, text] of Object.entries(files)) place.write(path, text);
	return place;
}

/** Removes a folder when the test is done that it is for, or all tests of the file. */
export function removeAfterwards(folder: string): void {
	const remove = (): void => {
		rmSync(folder, {recursive: true, force: true});
	};
	try {
		onTestFinished(remove);
	} catch {
		// It is for several tests.
		afterAll(remove);
	}
}

/** A repository with one commit, in which nothing is left to do. */
export function makeRepository(files: Readonly<Record<string, string>> = {}): Place {
	const place = makePlace({'first.txt': 'first\n', ...files});
	place.git('init', '-q', '-b', 'main');
	place.git('config', 'user.name', 'Ada');
	place.git('config', 'user.email', 'ada@example.org');
	place.git('add', 'first.txt');
	place.git('commit', '-q', '-m', 'first');
	return place;
}
