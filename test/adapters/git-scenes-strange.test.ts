/** Repositories that are rarely seen: what git would do by itself with them would be more than one file, or less. */

import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {dirname, join} from 'node:path';
import {it, onTestFinished} from 'vitest';
import {times} from './faults/results.ts';
import {held, play} from './git-scenes.ts';
import {makeRepository, repositoryAt, type TestRepository} from './repository.ts';

/** Commits a file and takes it out of the folder, but not out of the index. */
function gone(repository: TestRepository, name: string): void {
	held(repository, name);
	fs.rmSync(join(repository.path, name.split('/')[0]!), {recursive: true});
}

play('in the way', [
	{
		what: 'a folder that was there before the file',
		prepare: repository => gone(repository, 'spec.md/old.md'),
		refused: 'git.in-the-way',
		says: 'git still has a folder spec.md with files in it',
	},
	{
		what: 'a folder whose removal is staged',
		prepare(repository) {
			held(repository, 'spec.md/old.md');
			repository.git('rm', '-rq', 'spec.md');
		},
		refused: 'git.in-the-way',
	},
	{
		what: 'a file that was there before the folder',
		file: 'docs/specs/spec.md',
		prepare: repository => gone(repository, 'docs'),
		refused: 'git.in-the-way',
		says: 'git still has a file docs, where the folder of docs/specs/spec.md is now',
	},
	{
		what: 'a file whose removal is staged',
		file: 'docs/spec.md',
		prepare(repository) {
			held(repository, 'docs');
			repository.git('rm', '-q', 'docs');
		},
		refused: 'git.in-the-way',
	},
	{
		what: 'a file that is staged and was never committed',
		file: 'docs/spec.md',
		repository: {first: false},
		prepare({write, git, path}) {
			write('docs', 'staged\n');
			git('add', 'docs');
			fs.rmSync(join(path, 'docs'));
		},
		refused: 'git.in-the-way',
	},
	{
		what: 'a submodule that was not fetched',
		file: 'sub/spec.md',
		prepare({git}) {
			git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', makeRepository().path, 'sub');
			git('commit', '-qm', 'sub');
			git('submodule', '--quiet', 'deinit', '-f', 'sub');
		},
		refused: 'git.failed',
		says: "in submodule 'sub'",
	},
]);

/** The repository in a folder whose name has a line end in it. */
function renamed(repository: TestRepository): TestRepository {
	const path = join(dirname(repository.path), 'new\nline');
	fs.renameSync(repository.path, path);
	return repositoryAt(path, repository.environment);
}

play('place', [
	{what: 'a folder with a line end in its name', prepare: renamed},
	{
		what: 'a work tree in the middle of a revert, of a repository with a line end in its name',
		prepare(outer) {
			const repository = renamed(outer);
			held(repository, 'conflict.md', 'one\n');
			held(repository, 'conflict.md', 'two\n');
			held(repository, 'conflict.md', 'three\n');
			const tree = join(dirname(repository.path), 'tree');
			repository.git('worktree', 'add', '-q', '-b', 'side', tree);
			const inTree = repositoryAt(tree, repository.environment);
			try {
				inTree.git('revert', '--no-edit', 'HEAD^');
			} catch {
				inTree.write('conflict.md', 'settled\n');
				inTree.git('add', 'conflict.md');
			}
			return inTree;
		},
		refused: 'git.under-way',
		says: 'Finish or abort the revert',
	},
	{
		what: 'a repository kept elsewhere',
		prepare({path}) {
			fs.renameSync(join(path, '.git'), join(dirname(path), 'kept'));
			fs.writeFileSync(join(path, '.git'), 'gitdir: ../kept\n');
		},
	},
	{
		what: 'a folder reached by a link',
		file: 'docs/spec.md',
		prepare({path, environment}) {
			const link = join(dirname(path), 'link');
			fs.symlinkSync(path, link);
			return repositoryAt(link, environment);
		},
	},
	{
		what: 'sparse, with an index that is so too',
		file: 'docs/spec.md',
		prepare(repository) {
			held(repository, 'docs/a.md');
			held(repository, 'other/deep/b.md');
			repository.git('sparse-checkout', 'set', '--sparse-index', 'docs');
		},
	},
	{
		what: 'messages in another encoding',
		prepare: ({git}) => void git('config', 'i18n.commitEncoding', 'ISO-8859-1'),
		message: 'docs: add “Überblick”',
		look({git}) {
			const message = git('log', '-1', '--encoding=UTF-8', '--format=%s').trim();
			if (message !== 'docs: add “Überblick”') throw new Error(message);
		},
	},
	{
		what: 'a last commit that is lost',
		then({git, path}) {
			const hash = git('rev-parse', 'HEAD').trim();
			fs.rmSync(join(path, '.git/objects', hash.slice(0, 2), hash.slice(2)));
		},
		refused: 'git.failed',
		says: 'could not parse HEAD',
	},
]);

const many = times(1000, 100_000);

play('size', [
	{
		what: `${many} other files`,
		file: 'folder-7/spec.md',
		prepare({path, git, environment}) {
			const feed = (input: string, ...args: readonly string[]): void =>
				void execFileSync('git', ['update-index', ...args], {cwd: path, env: environment, input});
			const blob = git('rev-parse', 'HEAD:base.md').trim();
			const names = Array.from({length: many}, (_, at) => `folder-${Math.floor(at / 100)}/${at}.md`);
			feed(names.map(name => `100644 ${blob}\t${name}\n`).join(''), '--index-info');
			git('commit', '-qm', 'many');
			// They are in the repository and need not be in the folder.
			feed(names.map(name => `${name}\n`).join(''), '--skip-worktree', '--stdin');
		},
	},
]);

const isRoot = process.getuid?.() === 0;
const mount = (...args: readonly string[]): boolean => spawnSync('mount', args).status === 0;
const canMount = spawnSync('unshare', ['-m', 'mount', '--bind', '/tmp', '/tmp']).status === 0;

/** Nothing can be written in that folder until the test is over. */
function readOnly(folder: string): void {
	if (!isRoot) {
		fs.chmodSync(folder, 0o555);
		onTestFinished(() => fs.chmodSync(folder, 0o755));
		return;
	}

	// The one who may do everything is stopped by the disk alone.
	mount('--bind', folder, folder);
	onTestFinished(() => void spawnSync('umount', [folder]));
	mount('-o', 'remount,ro,bind', folder);
}

if (!isRoot || canMount)
	play('read-only', [
		{
			what: 'the repository',
			then: ({path}) => readOnly(join(path, '.git')),
			refused: 'git.read-only',
			says: /git can not write in .*\.git, so nothing was committed: (?:read-only file system|permission denied)/,
		},
		{
			what: 'the repository, and the file is tracked',
			prepare: held,
			then: ({path}) => readOnly(join(path, '.git')),
			refused: 'git.read-only',
		},
		{
			what: 'where git keeps what files hold',
			then: ({path}) => readOnly(join(path, '.git/objects')),
			refused: 'git.read-only',
		},
		{
			what: 'where git keeps branches',
			then: ({path}) => readOnly(join(path, '.git/refs/heads')),
			refused: 'git.failed',
			says: 'main.lock',
		},
		{
			what: 'where git keeps branches, and a new one is wanted',
			then: ({path}) => readOnly(join(path, '.git/refs/heads')),
			options: {branch: 'docs/spec'},
			refused: 'git.branch',
		},
	]);
else it.skip('read-only: left out, for no folder can be mounted here', () => {});
