/**
 * One commit that holds one file. Everything else stays as it is: what is staged stays staged, what is changed stays
 * changed, and when the commit fails HEAD and the index are as they were. Nothing is stashed, reset hard, checked out or
 * forced, and no hook or signature is skipped.
 */

import {lstatSync} from 'node:fs';
import {join, relative} from 'node:path';
import {exitCodes, failure, success, type Result} from '../../core/problem.ts';
import type {Committed} from '../../core/wizard/types.ts';
import {startBranch} from './branch.ts';
import {cleanMessage} from './message.ts';
import {findNoIdentity, findObstacle, findRepository, gitProblem, quoted, type Repository} from './repository.ts';
import {GitStop, openGit, said, type Environment, type Git, type GitRun} from './run.ts';
import {verifyCommit, type Expected} from './verify.ts';

export type CommitOptions = {
	/** Makes this branch at HEAD and commits there. */
	readonly branch?: string;
	/** Where git and its hooks write: to the terminal, which they may also ask questions on, or into the result. */
	readonly output?: 'inherit' | 'capture';
	readonly environment?: Environment;
};

/** Without `add --intent-to-add` a commit names only what is in the index; older gits lack what is asked of them here. */
const oldestGit = [2, 30] as const;

/**
 * Commits exactly the file at `path` with `message`. Its notes say what the author must know: a hook that changed or
 * added something, a detached HEAD, a variable that was ignored. A file that HEAD holds already needs no commit: the
 * result is HEAD with a note.
 *
 * Problems (exit 4, the file stays as written): `git.missing`, `git.too-old`, `git.not-a-repository`, `git.not-trusted`,
 * `git.under-way`, `git.unmerged`, `git.locked`, `git.no-identity`, `git.ignored`, `git.hidden`, `git.not-a-file`,
 * `git.branch`, `git.failed`; `git.message` (exit 2) for an empty message.
 */
export async function commitFile(
	path: string,
	message: string,
	options: CommitOptions = {},
): Promise<Result<Committed>> {
	const text = cleanMessage(message);
	if (text === '') {
		return failure({
			code: 'git.message',
			summary: 'The commit message is empty.',
			next: 'Write one line that says what changed.',
			exit: exitCodes.usage,
		});
	}

	try {
		const git = await openGit(options.environment ?? process.env);
		const repository = await findRepository(git, path);
		await refuseOldGit(git, repository.toplevel);
		const plan = await prepare(git, repository, path);
		const notes = notesOn(git, repository, options.branch);
		if (plan.done !== undefined) {
			return success({
				hash: plan.done,
				branch: repository.branch ?? 'HEAD',
				notes: [],
				isNew: false,
				hasRemote: await hasRemote(git, repository),
			});
		}

		return await make(git, repository, plan.expected, text, notes, options);
	} catch (error) {
		if (error instanceof GitStop) {
			return failure(error.problem);
		}

		return failure(
			gitProblem(
				'git.failed',
				`git could not be used: ${error instanceof Error ? error.message : String(error)}`,
				'See to it, then commit again.',
			),
		);
	}
}

async function refuseOldGit(git: Git, toplevel: string): Promise<void> {
	const {stdout} = await git.run(['version'], toplevel);
	const [, major, minor] = /(\d+)\.(\d+)/.exec(stdout) ?? [];
	const [oldMajor, oldMinor] = oldestGit;
	if (major !== undefined && (Number(major) < oldMajor || (Number(major) === oldMajor && Number(minor) < oldMinor))) {
		throw new GitStop(
			gitProblem(
				'git.too-old',
				`git ${major}.${minor} is too old to commit one file safely`,
				`Install git ${oldestGit.join('.')} or newer.`,
			),
		);
	}
}

type Plan = {readonly expected: Expected; /** HEAD, where it holds the file as it is. */ readonly done?: string};

/** Everything that can be known to fail is found before anything is touched. */
async function prepare(git: Git, repository: Repository, path: string): Promise<Plan> {
	const {toplevel} = repository;
	const obstacle = (await findObstacle(git, toplevel)) ?? (await findNoIdentity(git, toplevel));
	if (obstacle) {
		throw new GitStop(obstacle);
	}

	const file = join(toplevel, repository.path);
	const stat = lstatSync(file, {throwIfNoEntry: false});
	if (!stat?.isFile()) {
		throw new GitStop({
			...gitProblem(
				'git.not-a-file',
				`${path} is ${stat ? 'not a regular file' : 'not there'}, so nothing was committed`,
				'Name the file itself.',
			),
			...(stat ? {} : {summary: `There is no file ${path} to commit.`}),
		});
	}

	const pathspec = `:(top,literal)${repository.path}`;
	const [flags, head, blob] = await Promise.all([
		git.run(['ls-files', '-v', '-z', '--', pathspec], toplevel),
		git.run(['rev-parse', '-q', '--verify', 'HEAD'], toplevel),
		git.run(['hash-object', `--path=${repository.path}`, '--', file], toplevel),
	]);
	// git-ls-files(1): S is skip-worktree, a lower-case letter assume-unchanged. git would commit nothing, or an old text.
	if (/^[Sa-z]/.test(flags.stdout)) {
		throw new GitStop(
			gitProblem(
				'git.hidden',
				`git was told not to look at changes of ${repository.path}, so nothing was committed`,
				`Undo that first: git update-index --no-skip-worktree --no-assume-unchanged ${quoted(repository.path)}`,
			),
		);
	}

	const isUntracked = flags.stdout === '';
	if (isUntracked) {
		// check-ignore takes no pathspec magic; `./` keeps a name such as `:x` or `-x` from being more than a name.
		const ignored = await git.run(['check-ignore', '-q', '--', `./${repository.path}`], toplevel);
		if (ignored.code === 0) {
			throw new GitStop(
				gitProblem(
					'git.ignored',
					`${repository.path} is ignored by this repository, so nothing was committed`,
					`See which rule: git check-ignore -v ${quoted(repository.path)}. Change the rule or choose another path.`,
				),
			);
		}
	}

	if (blob.code !== 0) {
		throw new GitStop(failed(repository, blob));
	}

	const old = head.code === 0 ? head.stdout.trim() : undefined;
	const want = blob.stdout.trim();
	const held =
		old === undefined
			? undefined
			: await git.run(['rev-parse', '-q', '--verify', `${old}:${repository.path}`], toplevel);
	return {
		expected: {toplevel, path: repository.path, pathspec, old, want, isUntracked},
		...(old !== undefined && held?.code === 0 && held.stdout.trim() === want ? {done: old} : {}),
	};
}

async function make(
	git: Git,
	repository: Repository,
	expected: Expected,
	message: string,
	notes: readonly string[],
	options: CommitOptions,
): Promise<Result<Committed>> {
	const {toplevel, path, pathspec, old, isUntracked} = expected;
	const leaveBranch =
		options.branch === undefined || options.branch === repository.branch
			? undefined
			: await startBranch(git, toplevel, options.branch, old);
	/** Puts back what was prepared; where that fails, a sentence on what is left to do. */
	const undo = async (): Promise<string> => {
		await leaveBranch?.();
		if (!isUntracked) {
			return '';
		}

		// Takes back the intent to add and nothing else, with a HEAD or without; `reset` would also bring back the entry
		// of a file that the author had removed from the index.
		const removed = await git.run(['update-index', '--force-remove', '--', path], toplevel);
		if (removed.code === 0) {
			return '';
		}

		// A git that was killed leaves its lock; whether nobody needs it any more is not ours to say.
		const lock = await findObstacle(git, toplevel);
		const first = lock ? `${lock.summary} ${lock.next ?? ''}` : said(removed);
		return ` The index still lists it as to be added. ${first} Then: git update-index --force-remove ${quoted(path)}`;
	};

	if (isUntracked) {
		const added = await git.run(['add', '-N', '--', pathspec], toplevel);
		if (added.code !== 0) {
			throw new GitStop(failed(repository, added, await undo()));
		}
	}

	const run = await withoutInterrupts(async () =>
		git.commit(
			['commit', '--only', '--cleanup=verbatim', '-F', '-', '--', pathspec],
			toplevel,
			message,
			options.output ?? 'capture',
		),
	);
	const head = await git.run(['rev-parse', '-q', '--verify', 'HEAD'], toplevel);
	const hash = head.code === 0 ? head.stdout.trim() : undefined;
	if (run.code !== 0 || hash === undefined || hash === old) {
		// Where HEAD moved all the same, someone else committed meanwhile, and what they have is not ours to take back.
		const left = hash === old ? await undo() : '';

		const now = await git.run(['hash-object', `--path=${path}`, '--', path], toplevel);
		throw new GitStop(
			failed(
				repository,
				run,
				left + (now.stdout.trim() === expected.want ? '' : ' A hook changed the file meanwhile; it holds the change.'),
			),
		);
	}

	const found = await verifyCommit(git, hash, expected);
	const after = await git.run(['symbolic-ref', '-q', '--short', 'HEAD'], toplevel);
	return success({
		hash,
		branch: after.code === 0 ? after.stdout.trim() : 'HEAD',
		notes: [...found, ...notes],
		isNew: true,
		hasRemote: await hasRemote(git, repository),
	});
}

async function hasRemote(git: Git, {toplevel}: Repository): Promise<boolean> {
	const {code, stdout} = await git.run(['remote'], toplevel);
	return code === 0 && stdout.trim() !== '';
}

/**
 * Ctrl-C reaches git, its hooks and us alike while they have the terminal: it is theirs to end by, and ours to outlive,
 * so that the index is put back.
 */
async function withoutInterrupts<T>(during: () => Promise<T>): Promise<T> {
	const ignore = () => {};
	process.on('SIGINT', ignore);
	process.on('SIGQUIT', ignore);
	try {
		return await during();
	} finally {
		process.off('SIGINT', ignore);
		process.off('SIGQUIT', ignore);
	}
}

function failed(repository: Repository, run: GitRun, more = '') {
	const problem = gitProblem(
		'git.failed',
		`git did not commit ${repository.path}: ${said(run)}`,
		`See to it, then: specwright commit ${quoted(shortest(join(repository.toplevel, repository.path)))}`,
	);
	return {...problem, summary: problem.summary + more};
}

/** A path as a person in the current folder would type it. */
function shortest(path: string): string {
	const fromHere = relative('', path);
	return fromHere.startsWith('..') ? path : fromHere;
}

function notesOn(git: Git, repository: Repository, branch: string | undefined): readonly string[] {
	return [
		...(repository.submodule
			? [`The commit is in the submodule at ${repository.toplevel}; the repository above it was not changed.`]
			: []),
		...(repository.branch === undefined && branch === undefined
			? ['HEAD is detached: no branch holds the commit. To keep it: git switch -c NAME']
			: []),
		...(git.ignored.length > 0 ? [`Ignored from the environment: ${git.ignored.join(', ')}.`] : []),
	];
}
