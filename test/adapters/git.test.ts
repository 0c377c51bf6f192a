import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {
	commitFile,
	gitIdentity,
	gitPeople,
	gitRemote,
	inspectRepository,
	webAddress,
	type CommitOptions,
} from '../../source/adapters/git/index.ts';
import {makeRepository, type TestRepository} from './repository.ts';
import {temporaryFolder} from './temporary.ts';

/** Other work of the author, staged and not, that must come through any commit untouched. */
function withOtherWork(repository: TestRepository): TestRepository {
	repository.write('staged.md', 'staged\n');
	repository.git('add', 'staged.md');
	repository.write('staged.md', 'staged, then changed\n');
	repository.write('base.md', 'base, changed\n');
	repository.write('untracked.md', 'untracked\n');
	return repository;
}

async function commit(
	repository: TestRepository,
	name: string,
	options: CommitOptions & {readonly message?: string} = {},
) {
	const {message = 'docs: add spec', ...rest} = options;
	return commitFile(join(repository.path, name), message, {environment: repository.environment, ...rest});
}

function head(repository: TestRepository): string {
	return repository.git('rev-parse', 'HEAD').trim();
}

/** Paths in the commit HEAD. */
function committed(repository: TestRepository): readonly string[] {
	return repository
		.git('diff-tree', '--no-commit-id', '--name-only', '-r', '-z', '--root', 'HEAD', '--')
		.split('\0')
		.filter(Boolean);
}

/** The state without the file that was committed. */
function others(repository: TestRepository, name: string) {
	const {index, files} = repository.state();
	return {index: index.filter(entry => !entry.endsWith(`\t${name}`)), files};
}

describe('a commit holds the one file', () => {
	it.each([
		['a new file', (_repository: TestRepository) => {}],
		[
			'a file that is tracked and changed',
			(repository: TestRepository) => {
				repository.git('add', 'spec.md');
				repository.git('commit', '-qm', 'spec', '--', 'spec.md');
				repository.write('spec.md', 'changed\n');
			},
		],
		['a file that is staged as new', (repository: TestRepository) => repository.git('add', 'spec.md')],
		[
			'a file that is staged and then changed',
			(repository: TestRepository) => {
				repository.git('add', 'spec.md');
				repository.write('spec.md', 'changed again\n');
			},
		],
		['a file that is to be added', (repository: TestRepository) => repository.git('add', '-N', 'spec.md')],
		[
			'a file that was removed from the index',
			(repository: TestRepository) => {
				repository.git('add', 'spec.md');
				repository.git('commit', '-qm', 'spec', '--', 'spec.md');
				repository.git('rm', '-q', '--cached', 'spec.md');
				repository.write('spec.md', 'changed\n');
			},
		],
		['a detached HEAD', (repository: TestRepository) => repository.git('checkout', '-q', '--detach')],
	])('with %s', async (_what, prepare) => {
		const repository = makeRepository();
		repository.write('spec.md', '# Spec\n');
		prepare(repository);
		withOtherWork(repository);
		const before = others(repository, 'spec.md');
		const result = await commit(repository, 'spec.md');
		expect(result).toMatchObject({ok: true});
		expect(committed(repository)).toEqual(['spec.md']);
		expect(repository.git('show', 'HEAD:spec.md')).toBe(repository.read('spec.md'));
		expect(others(repository, 'spec.md')).toEqual(before);
		expect(repository.git('status', '--porcelain', '--', 'spec.md')).toBe('');
		expect(result.ok && result.value.hash).toBe(head(repository));
	});

	it('as the first of all commits', async () => {
		const repository = makeRepository({first: false});
		repository.write('docs/spec.md', '# Spec\n');
		repository.write('staged.md', 'staged\n');
		repository.git('add', 'staged.md');
		const before = others(repository, 'docs/spec.md');
		expect(await commit(repository, 'docs/spec.md')).toMatchObject({ok: true, value: {branch: 'main', notes: []}});
		expect(committed(repository)).toEqual(['docs/spec.md']);
		expect(others(repository, 'docs/spec.md')).toEqual(before);
	});

	it('in a repository with SHA-256, a worktree and from a subfolder', async () => {
		const repository = makeRepository({init: ['--object-format=sha256']});
		const tree = join(dirname(repository.path), 'tree');
		repository.git('worktree', 'add', '-q', '-b', 'side', tree);
		fs.mkdirSync(join(tree, 'deep/er'), {recursive: true});
		fs.writeFileSync(join(tree, 'deep/er/spec.md'), '# Spec\n');
		const result = await commitFile(join(tree, 'deep/er/spec.md'), 'docs: add spec', {
			environment: repository.environment,
		});
		expect(result).toMatchObject({ok: true, value: {branch: 'side', hash: expect.stringMatching(/^[\da-f]{64}$/)}});
		expect(repository.git('show', '--format=', '--name-only', 'side')).toBe('deep/er/spec.md\n');
	});

	it('whatever its name would mean to a shell or to git', async () => {
		const names = [
			'-rf.md',
			'--all',
			':(exclude)x',
			':x',
			'*.md',
			'a b.md',
			'new\nline.md',
			'$(id).md',
			'HEAD',
			'ünï.md',
			String.raw`back\slash.md`,
			'"quote".md',
		];
		const repository = makeRepository();
		for (const name of names) {
			repository.write(name, 'named\n');
		}

		for (const name of names) {
			const before = others(repository, name);
			expect(await commit(repository, name)).toMatchObject({ok: true, value: {notes: []}});
			expect(committed(repository)).toEqual([name]);
			expect(others(repository, name)).toEqual(before);
		}
	});

	it('with the message as it is given to the sign, controls and the empty lines around it taken out', async () => {
		const repository = makeRepository();
		repository.write('spec.md', '# Spec\n');
		await commit(repository, 'spec.md', {
			message: '\n--amend: add\u001B[2J spec\r\n\r\n# 1) Summary  \n\n\n  - kept\n \n\n',
		});
		expect(repository.git('log', '-1', '--format=%B')).toBe('--amend: add[2J spec\n\n# 1) Summary  \n\n\n  - kept\n\n');
	});

	it('with line ends that git turns', async () => {
		const repository = makeRepository();
		repository.git('config', 'core.autocrlf', 'true');
		repository.write('spec.md', '# Spec\r\n');
		expect(await commit(repository, 'spec.md')).toMatchObject({ok: true, value: {notes: []}});
		expect(repository.git('show', 'HEAD:spec.md')).toBe('# Spec\n');
		expect(repository.read('spec.md')).toBe('# Spec\r\n');
	});

	it('in the submodule that it lies in', async () => {
		const repository = makeRepository();
		const inner = makeRepository();
		repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'sub');
		repository.git('commit', '-qm', 'sub');
		repository.write('sub/spec.md', '# Spec\n');
		const before = head(repository);
		const result = await commit(repository, 'sub/spec.md');
		expect(result).toMatchObject({ok: true, value: {notes: [expect.stringContaining('submodule')]}});
		expect(head(repository)).toBe(before);
	});

	it('and is not made when HEAD holds the file as it is', async () => {
		const repository = withOtherWork(makeRepository());
		repository.write('spec.md', '# Spec\n');
		await commit(repository, 'spec.md');
		const before = repository.state();
		const again = await commit(repository, 'spec.md', {branch: 'new'});
		expect(again).toMatchObject({
			ok: true,
			value: {hash: head(repository), isNew: false},
		});
		expect(repository.state()).toEqual(before);
	});

	it('and says whether there is a remote to push it to', async () => {
		const repository = makeRepository();
		repository.write('spec.md', '# Spec\n');
		expect(await commit(repository, 'spec.md')).toMatchObject({ok: true, value: {hasRemote: false}});
		repository.git('remote', 'add', 'origin', 'https://example.org/a.git');
		expect(await commit(repository, 'spec.md')).toMatchObject({ok: true, value: {isNew: false, hasRemote: true}});
	});

	it('whatever repository the environment names', async () => {
		const repository = makeRepository();
		const other = makeRepository();
		repository.write('spec.md', '# Spec\n');
		const before = other.state();
		const environment = {
			...repository.environment,
			GIT_DIR: join(other.path, '.git'),
			GIT_WORK_TREE: other.path,
			GIT_INDEX_FILE: join(other.path, '.git/index'),
			GIT_LITERAL_PATHSPECS: '1',
		};
		const result = await commit(repository, 'spec.md', {environment});
		expect(result).toMatchObject({ok: true, value: {notes: [expect.stringContaining('GIT_DIR')]}});
		expect(committed(repository)).toEqual(['spec.md']);
		expect(other.state()).toEqual(before);
	});
});

describe('a new branch', () => {
	it('is begun at HEAD and holds the commit', async () => {
		const repository = withOtherWork(makeRepository());
		repository.write('spec.md', '# Spec\n');
		const before = others(repository, 'spec.md');
		const main = repository.git('rev-parse', 'main');
		expect(await commit(repository, 'spec.md', {branch: 'docs/spec'})).toMatchObject({
			ok: true,
			value: {branch: 'docs/spec'},
		});
		expect(repository.git('rev-parse', 'main')).toBe(main);
		expect(repository.git('rev-parse', 'docs/spec^')).toBe(main);
		expect(others(repository, 'spec.md')).toEqual(before);
	});

	it.each([
		['is taken back when the commit fails', {}, false],
		['is taken back on a detached HEAD', {}, true],
		['is taken back before the first commit', {first: false}, false],
	])('%s', async (_what, options, isDetached) => {
		const repository = makeRepository(options);
		if (isDetached) {
			repository.git('checkout', '-q', '--detach');
		}

		repository.write('spec.md', '# Spec\n');
		repository.hook('pre-commit', 'exit 1');
		const before = repository.state();
		expect(await commit(repository, 'spec.md', {branch: 'new'})).toMatchObject({ok: false, problem: {exit: 4}});
		expect(repository.state()).toEqual(before);
	});

	it.each(['main', 'other', 'bad name', '-x', 'a..b', '@{-1}', 'HEAD.lock', 'main/below'])('named %j', async branch => {
		const repository = makeRepository();
		repository.git('branch', 'other');
		repository.write('spec.md', '# Spec\n');
		const before = repository.state();
		const result = await commit(repository, 'spec.md', {branch});
		if (branch === 'main') {
			// Where one is already, there is nothing to make.
			expect(result).toMatchObject({ok: true, value: {branch: 'main'}});
		} else {
			expect(result).toMatchObject({ok: false, problem: {code: 'git.branch', exit: 4}});
			expect(repository.state()).toEqual(before);
		}
	});
});

describe('a commit that can not be made leaves HEAD, index and files as they were', () => {
	const scenes: readonly (readonly [what: string, code: string, prepare: (repository: TestRepository) => void])[] = [
		['a hook that refuses', 'git.failed', repository => repository.hook('pre-commit', 'echo no such thing; exit 1')],
		['a hook that refuses the message', 'git.failed', repository => repository.hook('commit-msg', 'exit 1')],
		[
			'a hook that stages more and refuses',
			'git.failed',
			repository => repository.hook('pre-commit', 'git add untracked.md; exit 1'),
		],
		['a hook that is killed', 'git.failed', repository => repository.hook('pre-commit', 'kill -9 $$')],
		[
			'no program to sign with',
			'git.failed',
			repository => {
				repository.git('config', 'commit.gpgSign', 'true');
				repository.git('config', 'gpg.program', '/nonexistent/gpg');
			},
		],
		[
			'a filter that is missing',
			'git.failed',
			repository => {
				repository.git('config', 'filter.big.clean', '/nonexistent/clean');
				repository.git('config', 'filter.big.required', 'true');
				repository.write('.gitattributes', 'spec.md filter=big\n');
			},
		],
		['a rule that ignores it', 'git.ignored', repository => repository.write('.gitignore', 'spec.md\n')],
		[
			'a merge under way',
			'git.under-way',
			repository => fs.writeFileSync(join(repository.path, '.git/MERGE_HEAD'), repository.git('rev-parse', 'HEAD')),
		],
		['a rebase under way', 'git.under-way', repository => fs.mkdirSync(join(repository.path, '.git/rebase-merge'))],
		[
			'a revert under way',
			'git.under-way',
			repository => fs.writeFileSync(join(repository.path, '.git/REVERT_HEAD'), repository.git('rev-parse', 'HEAD')),
		],
		[
			'a bisect under way',
			'git.under-way',
			repository => fs.writeFileSync(join(repository.path, '.git/BISECT_LOG'), ''),
		],
		['a lock', 'git.locked', repository => fs.writeFileSync(join(repository.path, '.git/index.lock'), '')],
		['a locked HEAD', 'git.locked', repository => fs.writeFileSync(join(repository.path, '.git/HEAD.lock'), '')],
		[
			'a locked branch',
			'git.locked',
			repository => fs.writeFileSync(join(repository.path, '.git/refs/heads/main.lock'), ''),
		],
	];

	it.each(scenes)('%s', async (_what, code, prepare) => {
		const repository = withOtherWork(makeRepository());
		repository.write('spec.md', '# Spec\n');
		prepare(repository);
		const before = repository.state();
		const result = await commit(repository, 'spec.md');
		expect(result).toMatchObject({ok: false, problem: {code, exit: 4, next: expect.any(String)}});
		// Whether there is a file that was written is not git's to say.
		expect(!result.ok && result.problem.summary).not.toContain('written');
		expect(repository.state()).toEqual(before);
	});

	it.each(['skip-worktree', 'assume-unchanged'])('a file that git was told to leave alone: %s', async flag => {
		const repository = makeRepository();
		repository.git('update-index', `--${flag}`, 'base.md');
		repository.write('base.md', 'changed\n');
		const before = repository.state();
		expect(await commit(repository, 'base.md')).toMatchObject({ok: false, problem: {code: 'git.hidden', exit: 4}});
		expect(repository.state()).toEqual(before);
	});

	it('files in conflict', async () => {
		const repository = makeRepository();
		repository.write('base.md', 'stashed\n');
		repository.git('stash', '-q');
		repository.write('base.md', 'other\n');
		repository.git('commit', '-qam', 'other');
		expect(() => repository.git('stash', 'pop')).toThrow();
		repository.write('deep/spec.md', '# Spec\n');
		const before = repository.state();
		expect(await commit(repository, 'deep/spec.md')).toMatchObject({
			ok: false,
			problem: {code: 'git.unmerged', exit: 4},
		});
		expect(repository.state()).toEqual(before);
	});

	it('no identity', async () => {
		const repository = makeRepository({identity: false});
		repository.write('spec.md', '# Spec\n');
		const before = repository.state();
		const result = await commit(repository, 'spec.md');
		expect(result).toMatchObject({
			ok: false,
			problem: {code: 'git.no-identity', next: expect.stringContaining('user.name')},
		});
		expect(repository.state()).toEqual(before);
	});

	it('a hook that refuses where the file was removed from the index, and before the first commit', async () => {
		const removed = makeRepository();
		removed.git('rm', '-q', '--cached', 'base.md');
		removed.write('base.md', 'changed\n');
		const unborn = makeRepository({first: false});
		unborn.write('base.md', 'new\n');
		for (const repository of [removed, unborn]) {
			repository.hook('pre-commit', 'exit 1');
			const before = repository.state();
			expect(await commit(repository, 'base.md')).toMatchObject({ok: false, problem: {code: 'git.failed'}});
			expect(repository.state()).toEqual(before);
		}
	});

	it('a symbolic link, a missing file, an empty message', async () => {
		const repository = makeRepository();
		fs.symlinkSync('base.md', join(repository.path, 'link.md'));
		const before = repository.state();
		expect(await commit(repository, 'link.md')).toMatchObject({ok: false, problem: {code: 'git.not-a-file', exit: 4}});
		expect(await commit(repository, 'none.md')).toMatchObject({ok: false, problem: {code: 'git.not-a-file', exit: 4}});
		expect(await commit(repository, 'base.md', {message: ' \n\u0000\n'})).toMatchObject({
			ok: false,
			problem: {code: 'git.message', exit: 2},
		});
		expect(repository.state()).toEqual(before);
	});

	it('a git that is killed: its lock stays, and what is left to do is said', async () => {
		const repository = makeRepository();
		repository.write('spec.md', '# Spec\n');
		repository.hook('pre-commit', 'kill -9 $PPID');
		const before = head(repository);
		const result = await commit(repository, 'spec.md');
		expect(result).toMatchObject({ok: false, problem: {code: 'git.failed', exit: 4}});
		expect(!result.ok && result.problem.summary).toContain('git update-index --force-remove spec.md');
		expect(fs.existsSync(join(repository.path, '.git/index.lock'))).toBe(true);
		expect(head(repository)).toBe(before);
		fs.unlinkSync(join(repository.path, '.git/index.lock'));
		repository.git('update-index', '--force-remove', 'spec.md');
		expect(repository.git('status', '--porcelain')).toBe('?? spec.md\n');
	});

	it('says the reason and not the end of the advice', async () => {
		const repository = makeRepository();
		repository.write('spec.md', '# Spec\n');
		repository.hook(
			'pre-commit',
			'printf "checking\\nerror: no ticket:\\nABC-1\\n\\nSee\\nthe\\nwiki\\nfor more\\n" >&2; exit 1',
		);
		const result = await commit(repository, 'spec.md');
		expect(!result.ok && result.problem.summary).toBe('git did not commit spec.md: no ticket: / ABC-1.');
	});

	it('says what a hook said, and that it changed the file', async () => {
		const repository = makeRepository();
		repository.write('spec.md', '# Spec\n');
		repository.hook('pre-commit', 'echo formatted >> spec.md; echo "please look again" >&2; exit 1');
		const result = await commit(repository, 'spec.md');
		expect(!result.ok && result.problem.summary).toMatch(/please look again.*hook changed the file/);
		expect(repository.git('status', '--porcelain')).toBe('?? spec.md\n');
	});
});

describe('hooks that do more', () => {
	it('a formatter is told of, and leaves nothing to commit', async () => {
		const repository = withOtherWork(makeRepository());
		repository.write('spec.md', '# Spec\n');
		const before = others(repository, 'spec.md').index;
		repository.hook('pre-commit', 'echo formatted >> spec.md; git add spec.md');
		const result = await commit(repository, 'spec.md');
		expect(result).toMatchObject({
			ok: true,
			value: {notes: [expect.stringContaining('hook of the repository changed the file')]},
		});
		expect(repository.git('show', 'HEAD:spec.md')).toBe('# Spec\nformatted\n');
		expect(repository.git('status', '--porcelain', '--', 'spec.md')).toBe('');
		expect(others(repository, 'spec.md').index).toEqual(before);
	});

	it('one that adds a file is told of, with the way back', async () => {
		const repository = makeRepository();
		repository.write('spec.md', '# Spec\n');
		repository.write('.env', 'secret\n');
		const before = head(repository);
		repository.hook('pre-commit', 'git add -f .env');
		const result = await commit(repository, 'spec.md');
		const [note] = result.ok ? result.value.notes : [];
		expect(note).toContain('It also contains: .env');
		expect(note).toContain(`git reset --soft ${before}`);
		repository.git('reset', '-q', '--soft', before);
		expect(head(repository)).toBe(before);
		expect(repository.read('spec.md')).toBe('# Spec\n');
	});

	it('one that fails after the commit does not undo it', async () => {
		const repository = makeRepository();
		repository.write('spec.md', '# Spec\n');
		repository.hook('post-commit', 'exit 1');
		expect(await commit(repository, 'spec.md')).toMatchObject({ok: true, value: {notes: []}});
	});

	it('sees the author’s environment and no setting of ours', async () => {
		const repository = makeRepository();
		repository.write('spec.md', '# Spec\n');
		repository.hook(
			'pre-commit',
			'echo "[$GIT_CONFIG_PARAMETERS][$GIT_OPTIONAL_LOCKS][$GIT_LITERAL_PATHSPECS][$LC_ALL]" > "$HOME/seen"',
		);
		const environment = {...repository.environment, LC_ALL: 'C.UTF-8'};
		expect(await commit(repository, 'spec.md', {environment})).toMatchObject({ok: true});
		expect(fs.readFileSync(join(repository.environment['HOME']!, 'seen'), 'utf8')).toBe('[][][][C.UTF-8]\n');
	});
});

describe('looking at a repository', () => {
	it('gives its top, the path and the branch, also for what is not there yet', async () => {
		const repository = makeRepository();
		const found = await inspectRepository(join(repository.path, 'docs/new/spec.md'), repository.environment);
		expect(found).toEqual({
			ok: true,
			value: {toplevel: repository.path, path: 'docs/new/spec.md', branch: 'main', submodule: false},
		});
	});

	it('says what stands in the way, and changes nothing', async () => {
		const repository = makeRepository({identity: false});
		repository.git('checkout', '-q', '--detach');
		const before = repository.state();
		expect(await inspectRepository(join(repository.path, 'a.md'), repository.environment)).toMatchObject({
			ok: true,
			value: {branch: undefined, problem: {code: 'git.no-identity'}},
		});
		expect(repository.state()).toEqual(before);
	});

	it('tells a folder without repository, a bare one, and a machine without git', async () => {
		const folder = temporaryFolder();
		const {environment} = makeRepository();
		const away = {...environment, GIT_CEILING_DIRECTORIES: dirname(folder)};
		expect(await inspectRepository(join(folder, 'a.md'), away)).toMatchObject({
			ok: false,
			problem: {code: 'git.not-a-repository', exit: 4, summary: expect.stringContaining('nothing was committed')},
		});
		execFileSync('git', ['init', '-q', '--bare', join(folder, 'bare.git')], {env: environment});
		expect(await inspectRepository(join(folder, 'bare.git/a.md'), away)).toMatchObject({
			ok: false,
			problem: {code: 'git.not-a-repository'},
		});
		expect(await commitFile(join(folder, 'a.md'), 'x', {environment: {...away, PATH: folder}})).toMatchObject({
			ok: false,
			problem: {code: 'git.missing', exit: 4},
		});
	});

	it.skipIf(process.getuid?.() !== 0)('tells one that belongs to someone else', async () => {
		const repository = makeRepository();
		fs.chownSync(repository.path, 65_534, 65_534);
		fs.chownSync(join(repository.path, '.git'), 65_534, 65_534);
		expect(await inspectRepository(join(repository.path, 'a.md'), repository.environment)).toMatchObject({
			ok: false,
			problem: {code: 'git.not-trusted', next: expect.stringContaining('safe.directory')},
		});
	});

	it('does not run the programs that a repository names as monitors', async () => {
		const repository = makeRepository();
		const trace = join(repository.environment['HOME']!, 'ran');
		repository.git('config', 'core.fsmonitor', `touch ${trace};`);
		await inspectRepository(join(repository.path, 'a.md'), repository.environment);
		expect(fs.existsSync(trace)).toBe(false);
	});
});

describe('the author', () => {
	it('is who git says', async () => {
		const repository = makeRepository();
		expect(await gitIdentity(repository.path, repository.environment)).toBe('Ada Example');
		expect(await gitIdentity(repository.path, {...repository.environment, GIT_AUTHOR_NAME: 'Cy'})).toBe('Cy');
	});

	it('is nobody where there is no identity or no git', async () => {
		const folder = temporaryFolder();
		const {environment} = makeRepository({identity: false});
		expect(await gitIdentity(folder, environment)).toBeUndefined();
		expect(await gitIdentity(folder, {...environment, PATH: folder})).toBeUndefined();
	});
});

describe('the people', () => {
	const commitBy = ({git}: ReturnType<typeof makeRepository>, name: string, address = 'a@example.org') =>
		git('-c', `user.name=${name}`, '-c', `user.email=${address}`, 'commit', '-q', '--allow-empty', '-m', 'more');

	it('are the authors of the last commits, under the names that the mailmap gives, the most frequent first', async () => {
		const repository = makeRepository();
		for (const name of ['Grace Hopper', 'Grace Hopper', 'Bot of ours[bot]', 'Zoë Ünal', '李 小龙'])
			commitBy(repository, name);
		commitBy(repository, 'ghopper', 'old@example.org');
		repository.write('.mailmap', 'Grace Hopper <grace@example.org> <old@example.org>\n');
		const people = await gitPeople(repository.path, repository.environment);
		expect(people).toEqual(['Grace Hopper', '李 小龙', 'Zoë Ünal', 'Ada Example']);
		expect(await gitPeople(repository.path, repository.environment, {commits: 2})).toEqual(['Grace Hopper', '李 小龙']);
	});

	it('have names without what a terminal would obey', async () => {
		const repository = makeRepository();
		commitBy(repository, 'Eve\u001B]0;x\u0007 \u202Ereverof');
		expect((await gitPeople(repository.path, repository.environment)).join('|')).not.toMatch(/[\p{Cc}\u202E]/u);
	});

	it('are nobody where git has nothing to say or does not answer in time', async () => {
		const empty = makeRepository({first: false});
		expect(await gitPeople(empty.path, empty.environment)).toEqual([]);
		expect(await gitPeople(temporaryFolder(), empty.environment)).toEqual([]);
		expect(await gitPeople(empty.path, {...empty.environment, PATH: empty.path})).toEqual([]);
		const slow = makeRepository();
		const bin = temporaryFolder();
		fs.writeFileSync(join(bin, 'git'), '#!/bin/sh\nexec sleep 60\n', {mode: 0o755});
		const path = `${bin}:${slow.environment['PATH'] ?? ''}`;
		expect(await gitPeople(slow.path, {...slow.environment, PATH: path}, {timeout: 50})).toEqual([]);
	});

	it('are looked up without starting the programs that check signatures', async () => {
		const repository = makeRepository();
		const trace = join(repository.environment['HOME']!, 'ran');
		repository.git('config', 'log.showSignature', 'true');
		repository.git('config', 'gpg.program', `touch ${trace};`);
		await gitPeople(repository.path, repository.environment);
		expect(fs.existsSync(trace)).toBe(false);
	});
});

describe('the remote', () => {
	it.each([
		['https://github.com/acme/pay.git', 'https://github.com/acme/pay'],
		['https://ada:secret@git.example.org:8443/acme/pay', 'https://git.example.org:8443/acme/pay'],
		['git@github.com:acme/pay.git', 'https://github.com/acme/pay'],
		['ssh://git@git.example.org:2222/acme/pay.git/', 'https://git.example.org/acme/pay'],
		['/srv/git/pay.git', undefined],
		['file:///srv/git/pay.git', undefined],
		['../pay.git', undefined],
		['C:/git/pay.git', undefined],
		['https://github.com/', undefined],
	])('%s is seen at %s', (remote, address) => {
		expect(webAddress(remote)).toBe(address);
	});

	it('is origin, or the first where there is no origin', async () => {
		const repository = makeRepository();
		expect(await gitRemote(repository.path, repository.environment)).toBeUndefined();
		repository.git('remote', 'add', 'fork', 'git@example.org:ada/pay.git');
		expect(await gitRemote(repository.path, repository.environment)).toBe('https://example.org/ada/pay');
		repository.git('remote', 'add', 'origin', 'git@example.org:acme/pay.git');
		expect(await gitRemote(repository.path, repository.environment)).toBe('https://example.org/acme/pay');
		expect(await gitRemote(temporaryFolder(), repository.environment)).toBeUndefined();
	});
});
