/** What can be known to fail before a commit is begun, and what the commit is to hold. */

import {lstatSync} from 'node:fs';
import {join} from 'node:path';
import {quoted} from '../../core/text/index.ts';
import {findInTheWay} from './in-the-way.ts';
import {findNoIdentity, findObstacle} from './obstacles.ts';
import {failed, gitProblem, type Repository} from './repository.ts';
import {GitStop, type Git} from './run.ts';
import type {Expected} from './verify.ts';

/** Without `add --intent-to-add` a commit names only what is in the index; older gits lack what is asked of them here. */
const oldestGit = [2, 30] as const;

export type Plan = {readonly expected: Expected; /** HEAD, where it holds the file as it is. */ readonly done?: string};

/** Everything that can be known to fail is found before anything is touched. */
export async function prepare(git: Git, repository: Repository, path: string): Promise<Plan> {
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
				`Undo that first (git update-index --no-skip-worktree --no-assume-unchanged ${quoted(repository.path)}), then commit again.`,
			),
		);
	}

	const old = head.code === 0 ? head.stdout.trim() : undefined;
	// A sign and a blank stand before each name.
	const listed = flags.stdout.split('\0').flatMap(entry => (entry === '' ? [] : [entry.slice(2)]));
	const inTheWay = await findInTheWay(git, toplevel, repository.path, listed, old);
	if (inTheWay) throw new GitStop(inTheWay);
	const isUntracked = listed.length === 0;
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

/** Throws `GitStop` for a git that can't commit one file safely. */
export async function refuseOldGit(git: Git, toplevel: string): Promise<void> {
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
