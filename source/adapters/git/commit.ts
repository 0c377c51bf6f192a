/**
 * One commit that holds one file. Everything else stays as it is: what is staged stays staged, what is changed stays
 * changed, and when the commit fails HEAD and the index are as they were. Nothing is stashed, reset hard, checked out or
 * forced, and no hook or signature is skipped.
 */

import {exitCodes, failure, success, type Problem, type Result} from '../../core/problem.ts';
import type {Committed} from '../../core/wizard/types.ts';
import {withRetry} from './again.ts';
import {findAmending, type Amending} from './amend.ts';
import {startBranch} from './branch.ts';
import {intendToAdd, takeBackIntent} from './intent.ts';
import {cleanMessage, encodingFor} from './message.ts';
import {prepare, refuseOldGit} from './prepare.ts';
import {branchOf, failed, findRepository, gitProblem, type Repository} from './repository.ts';
import {unbroken} from './rest.ts';
import {GitStop, openGit, type Environment, type Git, type GitOutput} from './run.ts';
import {sharing} from './share.ts';
import {verifyCommit, type Expected} from './verify.ts';

export type CommitOptions = {
	/** Makes this branch at HEAD and commits there. */
	readonly branch?: string;
	/** Where git and its hooks write: to the terminal, which they may also ask questions on, to stderr alone, or into the result. */
	readonly output?: GitOutput;
	/** Makes the last commit anew where that is the author's own, of this file alone, and nobody else has it. */
	readonly amend?: boolean;
	/** Adds the line by which the author signs off (git-commit(1), `--signoff`). */
	readonly signOff?: boolean;
	readonly environment?: Environment;
};

/**
 * Commits exactly the file at `path` with `message`. Its notes say what the author must know: a hook that changed or
 * added something, a detached HEAD, a variable that was ignored. A file that HEAD holds already needs no commit: the
 * result is HEAD with a note.
 *
 * Problems (exit 4, the file stays as written): `git.missing`, `git.too-old`, `git.not-a-repository`, `git.not-trusted`,
 * `git.under-way`, `git.unmerged`, `git.locked`, `git.no-identity`, `git.ignored`, `git.hidden`, `git.not-a-file`,
 * `git.in-the-way`, `git.read-only`, `git.branch`, `git.failed`; `git.message` (exit 2) for an empty message.
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

	const refused = (problem: Problem) => failure(withRetry(problem, path, text, options.branch));
	const environment = options.environment ?? process.env;
	try {
		const git = await openGit(environment);
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
				next: await sharing(git, repository.toplevel, environment),
			});
		}

		const made = await unbroken(async signal => make(git, repository, plan.expected, text, options, signal));
		return success({
			...made,
			notes: [...made.notes, ...notes],
			next: await sharing(git, repository.toplevel, environment),
		});
	} catch (error) {
		if (error instanceof GitStop) {
			return refused(error.problem);
		}

		return refused(
			gitProblem(
				'git.failed',
				`git could not be used: ${error instanceof Error ? error.message : String(error)}`,
				'See to it, then commit again.',
			),
		);
	}
}

async function make(
	git: Git,
	repository: Repository,
	expected: Expected,
	message: string,
	options: CommitOptions,
	signal: AbortSignal,
): Promise<Omit<Committed, 'next'>> {
	const {toplevel, path, pathspec, old, want, isUntracked} = expected;
	const newBranch = options.branch === repository.branch ? undefined : options.branch;
	const amending: Amending =
		options.amend !== true
			? {}
			: newBranch === undefined
				? await findAmending(git, toplevel, path, old, want)
				: {reason: 'It goes to a branch of its own'};
	const isAmended = amending.message !== undefined;
	const leaveBranch = newBranch === undefined ? undefined : await startBranch(git, toplevel, newBranch, old);
	/** Puts back what was prepared; where that fails, a sentence on what is left to do. */
	const undo = async (): Promise<string> =>
		`${(await leaveBranch?.()) ?? ''}${isUntracked ? await takeBackIntent(git, expected) : ''}`;

	if (isUntracked) {
		const added = await intendToAdd(git, expected);
		if (added.code !== 0) {
			throw new GitStop(failed(repository, added, await undo()));
		}
	}

	const wishes = [...(isAmended ? ['--amend'] : []), ...(options.signOff === true ? ['--signoff'] : [])];
	const run = await git.commit(
		[
			...(await encodingFor(git, toplevel, message)),
			'commit',
			'--only',
			...wishes,
			'--cleanup=verbatim',
			'-F',
			'-',
			'--',
			pathspec,
		],
		toplevel,
		message,
		{output: options.output ?? 'capture', signal},
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
				left + (now.stdout.trim() === want ? '' : ' A hook changed the file meanwhile; it holds the change.'),
			),
		);
	}

	const found = await verifyCommit(git, hash, expected, {parent: isAmended ? amending.parent : old, message});
	const after = await git.run(['symbolic-ref', '-q', 'HEAD'], toplevel);
	const onto = after.code === 0 ? branchOf(after.stdout) : undefined;
	const intended = newBranch ?? repository.branch;
	return {
		hash,
		branch: onto ?? 'HEAD',
		notes: [
			...found,
			...(onto === intended
				? []
				: [
						`A hook of the repository went elsewhere: the commit is on ${onto ?? 'no branch'}, not on ${intended ?? 'none'}.`,
					]),
			...(isAmended ? [`The last commit was made anew; before it was ${old!.slice(0, 12)}.`] : []),
			...(amending.reason === undefined ? [] : [`${amending.reason}, so this is a new commit.`]),
		],
		isNew: true,
	};
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
