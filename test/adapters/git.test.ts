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

describe('a commit', () => {
	it('that is refused says the whole command for another try, also with a body and quotes', async () => {
		const repository = makeRepository();
		const path = repository.write("-it's.md", '# Spec\n');
		repository.hook('pre-commit', 'exit 1');
		const message = "docs: it's\n\n# `why` $HOME\n";
		const result = await commitFile(path, message, {environment: repository.environment, branch: 'docs/it'});
		const next = result.ok ? '' : result.problem.next!;
		expect(next).not.toContain('\n');
		const args = execFileSync(
			'/bin/sh',
			['-c', `specwright() { printf '%s|' "$@"; }; ${next.slice(next.indexOf('specwright commit'))}`],
			{encoding: 'utf8'},
		);
		expect(args).toBe(`commit|${path}|--message|${message.trimEnd()}|--branch|docs/it|`);
	});

	it('with the message as it is given to the sign, controls and the empty lines around it taken out', async () => {
		const repository = makeRepository();
		repository.write('spec.md', '# Spec\n');
		await commit(repository, 'spec.md', {
			message: '\n--amend: add\u001B[2J spec\r\n\r\n# 1) Summary  \n\n\n  - kept\n \n\n',
		});
		expect(repository.git('log', '-1', '--format=%B')).toBe('--amend: add[2J spec\n\n# 1) Summary  \n\n\n  - kept\n\n');
	});

	it('and says how to share it: push, upstream and pull request where there is what they need', async () => {
		const repository = makeRepository();
		const bin = temporaryFolder();
		const asked = async (name: string, options: CommitOptions = {}) => {
			repository.write(name, 'new\n');
			const result = await commit(repository, name, options);
			return result.ok ? result.value.next : result.problem;
		};
		expect(await asked('a.md')).toEqual([]);
		repository.git('remote', 'add', 'fork', 'https://example.org/a.git');
		expect(await asked('b.md')).toEqual(['git push -u fork main']);
		repository.git('config', 'branch.main.remote', 'fork');
		repository.git('config', 'branch.main.merge', 'refs/heads/main');
		repository.git('update-ref', 'refs/remotes/fork/main', 'HEAD');
		expect(await asked('c.md')).toEqual(['git push']);
		expect(await asked('d.md', {branch: 'docs/d'})).toEqual(['git push -u fork docs/d']);
		// It would fail if it were run.
		fs.writeFileSync(join(bin, 'gh'), '#!/bin/sh\nexit 1\n', {mode: 0o755});
		const environment = {...repository.environment, PATH: `${bin}:${repository.environment['PATH'] ?? ''}`};
		expect(await asked('e.md', {environment})).toEqual(['git push -u fork docs/d', 'gh pr create --fill']);
		repository.git('checkout', '-q', 'main');
		expect(await asked('f.md', {environment})).toEqual(['git push']);
		repository.git('checkout', '-q', '--detach');
		expect(await asked('g.md', {environment})).toEqual([]);
	});
});

describe('a commit that can not be made leaves HEAD, index and files as they were', () => {
	it('an empty message', async () => {
		const repository = makeRepository();
		repository.write('spec.md', '# Spec\n');
		const before = repository.state();
		expect(await commit(repository, 'spec.md', {message: ' \n\u0000\n'})).toMatchObject({
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

	it('a branch that can not be left again: how to leave it is said, and the index is as before', async () => {
		const repository = makeRepository();
		repository.write('spec.md', '# Spec\n');
		repository.hook('pre-commit', 'touch .git/HEAD.lock; exit 1');
		const before = repository.state();
		const result = await commit(repository, 'spec.md', {branch: 'docs/spec'});
		const {summary = ''} = result.ok ? {} : result.problem;
		expect(summary).toMatch(/The branch "docs\/spec" could not be left: .*HEAD\.lock.*\. Then: git symbolic-ref HEAD /);
		fs.unlinkSync(join(repository.path, '.git/HEAD.lock'));
		const command = summary.slice(summary.indexOf('git symbolic-ref'));
		execFileSync('/bin/sh', ['-c', command], {cwd: repository.path, env: repository.environment});
		repository.git('branch', '-q', '-D', 'docs/spec');
		expect(repository.state()).toEqual(before);
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
});

describe('hooks that do more', () => {
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
	it('gives its top, the path, the branch and all branches, also for what is not there yet', async () => {
		const repository = makeRepository();
		repository.git('branch', 'docs/other');
		repository.git('tag', 'v1');
		const found = await inspectRepository(join(repository.path, 'docs/new/spec.md'), repository.environment);
		expect(found).toEqual({
			ok: true,
			value: {
				toplevel: repository.path,
				path: 'docs/new/spec.md',
				branch: 'main',
				submodule: false,
				branches: ['docs/other', 'main'],
			},
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
