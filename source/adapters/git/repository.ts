/** Which repository a path lies in, and whether a commit could be made there now. */

import {realpathSync, statSync} from 'node:fs';
import {basename, dirname, join, relative, resolve, sep} from 'node:path';
import {exitCodes, type Problem} from '../../core/problem.ts';
import {quoted} from '../../core/text/index.ts';
import {GitStop, said, type Git, type GitRun} from './run.ts';

export type Repository = {
	/** The top folder of the work tree. */
	readonly toplevel: string;
	/** The file's path from there, with `/`. */
	readonly path: string;
	/** The branch that a commit would go to; for a detached HEAD undefined. */
	readonly branch: string | undefined;
	/** True where the repository is a submodule of another one. */
	readonly submodule: boolean;
};

/** What git refused. Whether a file was written before is known to whoever asked, and said there. */
export function gitProblem(code: string, summary: string, next: string): Problem {
	return {code, summary: `${summary}.`, next, exit: exitCodes.git};
}

/** What git said when it refused to commit, and what is left to do. */
export function failed(repository: Repository, run: GitRun, more = ''): Problem {
	const problem = gitProblem(
		'git.failed',
		`git did not commit ${repository.path}: ${said(run)}`,
		'See to it, then commit again.',
	);
	return {...problem, summary: problem.summary + more};
}

/** The repository that `path` lies or would lie in. Throws `GitStop` where there is none. */
export async function findRepository(git: Git, path: string): Promise<Repository> {
	const {folder, rest} = nearestFolder(path);
	const [asked, above] = await Promise.all([
		git.run(['rev-parse', '--is-inside-work-tree', '--show-toplevel'], folder),
		git.run(['rev-parse', '--show-superproject-working-tree'], folder),
	]);
	// A folder's name may have a line end in it: all behind the first line is one path.
	const [, inside, toplevel] = /^(true|false)\n(?:(.+)\n)?$/s.exec(asked.stdout) ?? [];
	if (asked.code !== 0 || inside !== 'true' || toplevel === undefined) throw new GitStop(noRepository(path, asked));

	const top = realpathSync(toplevel);
	const head = await git.run(['symbolic-ref', '-q', 'HEAD'], top);
	return {
		toplevel: top,
		path: relative(top, join(folder, rest)).split(sep).join('/'),
		branch: head.code === 0 ? branchOf(head.stdout) : undefined,
		submodule: above.stdout !== '',
	};
}

/** The branch's name in what `symbolic-ref` prints. */
export function branchOf(ref: string): string {
	return ref.replace(/\n$/, '').replace(/^refs\/heads\//, '');
}

/** Why there is no work tree to commit in, in git's own words where it has any. */
function noRepository(path: string, asked: GitRun): Problem {
	const text = asked.stderr === '' ? '' : said(asked);
	if (/dubious ownership/.test(text)) {
		// Which folder it means depends on the kind of repository; it says so itself.
		const [trust = `git config --global --add safe.directory ${quoted(dirname(resolve(path)))}`] =
			/git config --global --add safe\.directory .+/.exec(asked.stderr) ?? [];
		return gitProblem(
			'git.not-trusted',
			`git does not trust the repository of ${path}, so nothing was committed: ${text}`,
			`It belongs to someone else. Say that you trust it (${trust}), then commit again.`,
		);
	}

	const isNone = asked.code === 0 || /not a git repository|cannot use bare repository|in a work tree/.test(text);
	return isNone
		? gitProblem(
				'git.not-a-repository',
				`${path} is not in a git work tree, so nothing was committed${text === '' ? '' : `: ${text}`}`,
				'Run git init in the project first.',
			)
		: gitProblem(
				'git.failed',
				`git could not look at the repository of ${path}: ${text}`,
				'See to it, then commit again.',
			);
}

/** The nearest folder that is there, and the rest of the path. The file's own name stays as it is, also if it is a link. */
function nearestFolder(path: string): {readonly folder: string; readonly rest: string} {
	const whole = resolve(path);
	let rest = basename(whole);
	for (let folder = dirname(whole); ; folder = dirname(folder)) {
		if (statSync(folder, {throwIfNoEntry: false})?.isDirectory() || folder === dirname(folder)) {
			return {folder: realpathSync(folder), rest};
		}

		rest = join(basename(folder), rest);
	}
}
