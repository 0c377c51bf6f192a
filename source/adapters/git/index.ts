/** Git: where a file would be committed, the one-file commit, who and what it knows. execa is loaded when git is started. */

import {failure, success, type Result} from '../../core/problem.ts';
import {findNoIdentity, findObstacle, findRepository, gitProblem, type Repository} from './repository.ts';
import {GitStop, openGit, type Environment} from './run.ts';

export {commitFile, type CommitOptions} from './commit.ts';
export {gitFiles} from './listed.ts';
export {cleanMessage} from './message.ts';
export {gitIdentity, gitPeople} from './people.ts';
export {gitRemote, webAddress} from './remote.ts';
export type {Repository} from './repository.ts';

/**
 * The repository that `path` lies in or would lie in, with what stands in the way of a commit as its `problem`. Changes
 * nothing. Problems (exit 4): `git.missing`, `git.not-a-repository`, `git.not-trusted`, `git.failed`.
 */
export async function inspectRepository(
	path: string,
	environment: Environment = process.env,
): Promise<Result<Repository>> {
	try {
		const git = await openGit(environment);
		const repository = await findRepository(git, path);
		const problem = (await findObstacle(git, repository.toplevel)) ?? (await findNoIdentity(git, repository.toplevel));
		return success(problem === undefined ? repository : {...repository, problem});
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

/** Whether HEAD holds a file at `path`, whatever is in it; false also where git can't say. */
export async function isInHead(path: string, environment: Environment = process.env): Promise<boolean> {
	try {
		const git = await openGit(environment);
		const {toplevel, path: inside} = await findRepository(git, path);
		return (await git.run(['rev-parse', '-q', '--verify', `HEAD:${inside}`], toplevel)).code === 0;
	} catch {
		return false;
	}
}
