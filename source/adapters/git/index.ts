/** Git: where a file would be committed, the one-file commit, who and what it knows. execa is loaded when git is started. */

import {failure, success, type Problem, type Result} from '../../core/problem.ts';
import {findAmending} from './amend.ts';
import {findNoIdentity, findObstacle} from './obstacles.ts';
import {branchOf, findRepository, gitProblem, type Repository} from './repository.ts';
import {GitStop, openGit, type Environment} from './run.ts';

export {gitAddress, type GitAddress} from './address.ts';
export {fetchFiles} from './fetch.ts';
export {namesOnBranches} from './branches.ts';
export {commitFile, type CommitOptions} from './commit.ts';
export {gitFiles} from './listed.ts';
export {cleanMessage} from './message.ts';
export {gitIdentity, gitPeople} from './people.ts';
export {gitRemote, webAddress} from './remote.ts';
export {gitAtRest} from './rest.ts';
export {findVersion} from './versions.ts';
export type {Repository} from './repository.ts';

/** A repository as somebody must know it who asks for a commit. */
export type Inspected = Repository & {
	/** The names of its branches. */
	readonly branches: readonly string[];
	/** Why no commit can be made now. */
	readonly problem?: Problem;
};

/**
 * The repository that `path` lies in or would lie in, with what stands in the way of a commit as its `problem`. Changes
 * nothing. Problems (exit 4): `git.missing`, `git.not-a-repository`, `git.not-trusted`, `git.failed`.
 */
export async function inspectRepository(
	path: string,
	environment: Environment = process.env,
): Promise<Result<Inspected>> {
	try {
		const git = await openGit(environment);
		const repository = await findRepository(git, path);
		const {toplevel} = repository;
		const [obstacle, noIdentity, refs] = await Promise.all([
			findObstacle(git, toplevel),
			findNoIdentity(git, toplevel),
			git.run(['for-each-ref', '--format=%(refname)', 'refs/heads'], toplevel),
		]);
		const problem = obstacle ?? noIdentity;
		const branches = refs.stdout.split('\n').filter(Boolean).map(branchOf);
		return success({...repository, branches, ...(problem === undefined ? {} : {problem})});
	} catch (error) {
		return failure(
			error instanceof GitStop
				? error.problem
				: gitProblem(
						'git.failed',
						`git could not be used: ${error instanceof Error ? error.message : String(error)}`,
						'See to it, then try again.',
					),
		);
	}
}

export type LastCommitted = {
	/** The path in the repository; undefined where git can't say. */
	readonly file?: string;
	/** The file as HEAD holds it; undefined where it does not. */
	readonly text?: string;
	/** The last commit's message, where that commit may be made anew; looked for only where asked. */
	readonly message?: string;
};

/** What HEAD holds at `path`; nothing also where git can't say. */
export async function lastCommitted(
	path: string,
	amend = false,
	environment: Environment = process.env,
): Promise<LastCommitted> {
	try {
		const git = await openGit(environment);
		const {toplevel, path: inside} = await findRepository(git, path);
		const head = await git.run(['rev-parse', '-q', '--verify', 'HEAD'], toplevel);
		const held = await git.run(['cat-file', 'blob', `HEAD:${inside}`], toplevel);
		if (held.code !== 0) return {file: inside};
		const amending = amend ? await findAmending(git, toplevel, inside, head.stdout.trim()) : {};
		return {file: inside, text: held.stdout, ...(amending.message === undefined ? {} : {message: amending.message})};
	} catch {
		return {};
	}
}
