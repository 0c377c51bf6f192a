/** A real git repository in a folder of its own, with a HOME of its own, and what can be compared of it. */

import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll} from 'vitest';
import {temporaryFolder} from './temporary.ts';

export type TestRepository = {
	readonly path: string;
	readonly environment: Readonly<Record<string, string>>;
	/** Runs git there and gives what it prints. */
	git(...args: readonly string[]): string;
	/** Writes a file, with its folders. */
	write(name: string, content: string): string;
	read(name: string): string;
	hook(name: string, script: string): void;
	/** HEAD, the refs, locks, index entries, staged difference and the work tree's files: what a commit must leave as it was. */
	state(): State;
};

export type State = {
	readonly head: string;
	readonly refs: readonly string[];
	readonly locks: readonly string[];
	readonly index: readonly string[];
	readonly staged: string;
	readonly files: Readonly<Record<string, string>>;
};

export type RepositoryOptions = {
	readonly identity?: boolean;
	readonly first?: boolean;
	readonly init?: readonly string[];
};

/** Fresh repositories by how they are made: copying one is much quicker than making one. */
const fresh = new Map<string, string>();

afterAll(() => {
	for (const folder of fresh.values()) {
		fs.rmSync(folder, {recursive: true, force: true});
	}
});

function copyFresh(
	path: string,
	first: boolean,
	init: readonly string[],
	git: (...args: readonly string[]) => string,
): void {
	const key = `${first} ${init.join(' ')}`;
	const made = fresh.get(key);
	if (made !== undefined) {
		fs.cpSync(made, path, {recursive: true, preserveTimestamps: true});
		return;
	}

	git('init', '-q', '-b', 'main', '--template=', ...init);
	if (first) {
		fs.writeFileSync(join(path, 'base.md'), 'base\n');
		git('add', 'base.md');
		git('-c', 'user.name=Ada Example', '-c', 'user.email=ada@example.org', 'commit', '-qm', 'first');
	}

	const kept = fs.mkdtempSync(join(tmpdir(), 'specwright-fresh-'));
	fs.cpSync(path, kept, {recursive: true, preserveTimestamps: true});
	fresh.set(key, kept);
}

/** A repository with one commit of `base.md`, unless told otherwise. */
export function makeRepository({identity = true, first = true, init = []}: RepositoryOptions = {}): TestRepository {
	const folder = temporaryFolder();
	const home = join(folder, 'home');
	const path = join(folder, 'project');
	fs.mkdirSync(home);
	fs.mkdirSync(path);
	const environment = {
		PATH: process.env['PATH'] ?? '',
		HOME: home,
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_CEILING_DIRECTORIES: folder,
		TZ: 'UTC',
	};
	const repository = repositoryAt(path, environment);
	// Without useConfigOnly git guesses an identity from the machine's names.
	fs.writeFileSync(
		join(home, '.gitconfig'),
		identity ? '[user]\nname = Ada Example\nemail = ada@example.org\n' : '[user]\nuseConfigOnly = true\n',
	);
	copyFresh(path, first, init, repository.git);
	return repository;
}

/** A work tree that is there already, such as that of a submodule. */
export function repositoryAt(path: string, environment: TestRepository['environment']): TestRepository {
	const git = (...args: readonly string[]) =>
		execFileSync('git', args, {
			cwd: path,
			env: environment,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
			// Large repositories list many files.
			maxBuffer: 1 << 28,
		});
	const gitFolder = () => git('rev-parse', '--absolute-git-dir').trim();
	const write = (name: string, content: string) => {
		const file = join(path, name);
		fs.mkdirSync(dirname(file), {recursive: true});
		fs.writeFileSync(file, content);
		return file;
	};
	/** Files below a folder. */
	const filesIn = (below: string) =>
		fs
			.readdirSync(below, {recursive: true, withFileTypes: true})
			.filter(entry => !entry.isDirectory())
			.map(entry => join(entry.parentPath, entry.name))
			.sort();
	/** What stands in each of them, or where it leads; git's own are left out. */
	const contents = () =>
		Object.fromEntries(
			filesIn(path)
				.filter(file => !file.startsWith(join(path, '.git/')))
				.map(file => [
					file.slice(path.length + 1),
					fs.lstatSync(file).isSymbolicLink() ? `-> ${fs.readlinkSync(file)}` : fs.readFileSync(file, 'latin1'),
				]),
		);
	const headOf = () => {
		try {
			return git('symbolic-ref', '-q', 'HEAD');
		} catch {
			return git('rev-parse', 'HEAD');
		}
	};
	return {
		path,
		environment,
		git,
		write,
		read: name => fs.readFileSync(join(path, name), 'utf8'),
		hook(name, script) {
			const file = join(gitFolder(), 'hooks', name);
			fs.mkdirSync(dirname(file), {recursive: true});
			fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, {mode: 0o755});
		},
		state() {
			return {
				head: headOf(),
				refs: git('for-each-ref', '--format=%(refname) %(objectname)').split('\n'),
				locks: filesIn(gitFolder()).filter(file => file.endsWith('.lock')),
				index: git('ls-files', '-s', '-t', '-z').split('\0'),
				staged: git('diff', '--cached', '--no-ext-diff', '--full-index'),
				files: contents(),
			};
		},
	};
}
