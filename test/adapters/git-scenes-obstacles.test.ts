/** What stands in the way of a commit: nothing is begun, everything stays, and the way on is told. */

import fs from 'node:fs';
import {dirname, join} from 'node:path';
import {held, play} from './git-scenes.ts';
import type {TestRepository} from './repository.ts';

/** Two branches that changed the same line of `conflict.md`; `main` is checked out. */
function parted(repository: TestRepository): void {
	const {git} = repository;
	held(repository, 'conflict.md', 'ground\n');
	git('checkout', '-q', '-b', 'side');
	held(repository, 'conflict.md', 'side\n');
	git('checkout', '-q', 'main');
	held(repository, 'conflict.md', 'main\n');
}

/** Runs a git command that ends in a conflict, and settles the conflict. */
function settled({git, write}: TestRepository, ...args: readonly string[]): void {
	try {
		git(...args);
	} catch {
		// That is what it is for.
	}
	write('conflict.md', 'settled\n');
	git('add', 'conflict.md');
}

const gitFile =
	(name: string, text = '') =>
	({path}: TestRepository): void => {
		fs.writeFileSync(join(path, '.git', name), text);
	};

play('under way', [
	...(
		[
			['merge', ['merge', 'side']],
			['cherry-pick', ['cherry-pick', 'side']],
			['revert', ['revert', '--no-edit', 'HEAD^']],
			['rebase', ['rebase', 'side']],
		] as const
	).map(([name, args]) => ({
		what: `a ${name}`,
		prepare(repository: TestRepository) {
			parted(repository);
			if (name === 'revert') held(repository, 'conflict.md', 'later\n');
			settled(repository, ...args);
		},
		refused: 'git.under-way',
		says: `Finish or abort the ${name}`,
	})),
	{
		what: 'a rebase by patches',
		then: ({path}) => fs.mkdirSync(join(path, '.git/rebase-apply')),
		refused: 'git.under-way',
	},
	{
		what: 'a sequence of picks',
		then: ({path}) => fs.mkdirSync(join(path, '.git/sequencer')),
		refused: 'git.under-way',
		says: 'sequence of picks',
	},
	{
		what: 'a bisect',
		prepare: ({git}) => void git('bisect', 'start'),
		refused: 'git.under-way',
		says: 'bisect',
	},
	{
		what: 'a merge in another work tree is none here',
		prepare(repository) {
			parted(repository);
			const tree = join(dirname(repository.path), 'tree');
			repository.git('worktree', 'add', '-q', '--detach', tree);
			try {
				repository.git('-C', tree, 'merge', '-q', 'side');
			} catch {
				// It conflicts, as it is to.
			}
		},
	},
	{
		what: 'files in conflict',
		file: 'deep/spec.md',
		prepare({write, git}) {
			write('conflict.md', 'ground\n');
			git('add', 'conflict.md');
			git('commit', '-qm', 'ground');
			write('conflict.md', 'stashed\n');
			git('stash', '-q');
			write('conflict.md', 'other\n');
			git('commit', '-qam', 'other');
			try {
				git('stash', 'pop');
			} catch {
				// It conflicts, as it is to.
			}
		},
		refused: 'git.unmerged',
	},
	{what: 'a locked index', then: gitFile('index.lock'), refused: 'git.locked', says: /index\.lock is \d+ s old/},
	{what: 'a locked HEAD', then: gitFile('HEAD.lock'), refused: 'git.locked', says: 'HEAD.lock'},
	{what: 'a locked branch', then: gitFile('refs/heads/main.lock'), refused: 'git.locked', says: 'main.lock'},
]);

/** A program called git before the real one. */
function fakeGit({path}: TestRepository, script: string): string {
	const bin = join(dirname(path), 'bin');
	fs.mkdirSync(bin);
	fs.writeFileSync(join(bin, 'git'), `#!/bin/sh\n${script}\n`, {mode: 0o755});
	return bin;
}

const usualPath = process.env['PATH'] ?? '';

play('environment', [
	{
		what: 'another repository named',
		prepare: ({git}) => void git('init', '-q', '../other'),
		environment: ({path}) => ({
			GIT_DIR: join(dirname(path), 'other/.git'),
			GIT_WORK_TREE: join(dirname(path), 'other'),
			GIT_INDEX_FILE: join(dirname(path), 'other/.git/index'),
			GIT_OBJECT_DIRECTORY: join(dirname(path), 'other/.git/objects'),
			GIT_NAMESPACE: 'other',
		}),
		says: /^Ignored from the environment: .*GIT_DIR/,
		look: ({git}) => {
			if (git('-C', '../other', 'status', '--porcelain') !== '') throw new Error('the other one was touched');
		},
	},
	{what: 'pathspecs to the letter', environment: () => ({GIT_LITERAL_PATHSPECS: '1'}), says: 'GIT_LITERAL_PATHSPECS'},
	{
		what: 'settings',
		environment: () => ({GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.bare', GIT_CONFIG_VALUE_0: 'true'}),
		says: 'GIT_CONFIG_COUNT',
	},
	{what: 'an editor that fails', environment: () => ({GIT_EDITOR: 'false', EDITOR: 'false'})},
	{what: 'tracing', environment: () => ({GIT_TRACE: '1'})},
	{what: 'another language', environment: () => ({LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de'})},
	{
		what: 'no identity',
		repository: {identity: false},
		refused: 'git.no-identity',
		says: 'user.name',
	},
	{
		what: 'an identity of the environment',
		repository: {identity: false},
		environment: () => ({
			GIT_AUTHOR_NAME: 'Cy',
			GIT_AUTHOR_EMAIL: 'cy@example.org',
			GIT_COMMITTER_NAME: 'Cy',
			GIT_COMMITTER_EMAIL: 'cy@example.org',
		}),
	},
	{what: 'no git', environment: ({path}) => ({PATH: path}), refused: 'git.missing', says: 'Install git'},
	{
		what: 'an old git',
		environment: repository => ({
			PATH: `${fakeGit(
				repository,
				`PATH='${usualPath}'; for last; do :; done; [ "$last" = version ] && echo git version 2.29.3 || exec git "$@"`,
			)}:${usualPath}`,
		}),
		refused: 'git.too-old',
		says: 'git 2.29 is too old',
	},
	...(process.getuid?.() === 0
		? [
				{
					what: 'a repository of somebody else',
					environment({path, git}: TestRepository) {
						// git itself would not look any more, so what it is asked here is told to trust it.
						git('config', '--global', 'safe.directory', path);
						fs.chownSync(path, 65_534, 65_534);
						fs.chownSync(join(path, '.git'), 65_534, 65_534);
						return {GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', HOME: dirname(path)};
					},
					refused: 'git.not-trusted',
					says: 'safe.directory',
				},
			]
		: []),
	{
		what: 'no repository',
		file: '../outside/spec.md',
		refused: 'git.not-a-repository',
		says: 'nothing was committed',
	},
	{
		what: 'a bare repository within, with a monitor of its own',
		file: 'bare.git/spec.md',
		prepare({git, path}) {
			git('init', '-q', '--bare', 'bare.git');
			git('-C', 'bare.git', 'config', 'core.fsmonitor', `touch ${join(path, 'ran')};`);
		},
		refused: 'git.not-a-repository',
	},
]);
