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
	/** Why no commit can be made now. */
	readonly problem?: Problem;
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
	// One call, so that a refusal (not a repository, another owner's, a bare one) shows with its own words.
	const asked = await git.run(
		['rev-parse', '--is-inside-work-tree', '--show-toplevel', '--show-superproject-working-tree'],
		folder,
	);
	const [inside, toplevel, superproject] = asked.stdout.split('\n');
	if (asked.code !== 0 || inside !== 'true' || toplevel === undefined) {
		throw new GitStop(noRepository(path, asked.stderr === '' ? '' : said(asked), inside));
	}

	const top = realpathSync(toplevel);
	const head = await git.run(['symbolic-ref', '-q', 'HEAD'], top);
	return {
		toplevel: top,
		path: relative(top, join(folder, rest)).split(sep).join('/'),
		branch: head.code === 0 ? head.stdout.replace(/\n$/, '').replace(/^refs\/heads\//, '') : undefined,
		// Without one above, git prints no third line.
		submodule: superproject !== undefined && superproject !== '',
	};
}

function noRepository(path: string, text: string, inside: string | undefined): Problem {
	if (/dubious ownership/.test(text)) {
		return gitProblem(
			'git.not-trusted',
			`git does not trust the repository of ${path}: it belongs to someone else`,
			`If you trust it: git config --global --add safe.directory ${quoted(dirname(resolve(path)))} (git says which folder it means).`,
		);
	}

	return text === '' || /not a git repository|cannot use bare repository/.test(text) || inside === 'false'
		? gitProblem(
				'git.not-a-repository',
				`${path} is not in a git work tree, so nothing was committed`,
				'Run git init in the project first.',
			)
		: gitProblem(
				'git.failed',
				`git could not look at the repository of ${path}: ${text}`,
				'See to it, then commit again.',
			);
}

/** What stands in the way of any commit: an operation under way, files in conflict, a lock. */
export async function findObstacle(git: Git, toplevel: string): Promise<Problem | undefined> {
	const operations = [
		['MERGE_HEAD', 'merge'],
		['CHERRY_PICK_HEAD', 'cherry-pick'],
		['REVERT_HEAD', 'revert'],
		['rebase-merge', 'rebase'],
		['rebase-apply', 'rebase'],
		['sequencer', 'sequence of picks'],
		['BISECT_LOG', 'bisect'],
	] as const;
	const names = [...operations.map(([name]) => name), 'index.lock', 'HEAD.lock'];
	const [paths, unmerged, branch] = await Promise.all([
		git.run(['rev-parse', ...names.flatMap(name => ['--git-path', name])], toplevel),
		git.run(['ls-files', '-u', '-z'], toplevel),
		// Where a branch's lock is may depend on the work tree, so git is asked for that too.
		lockOfBranch(git, toplevel),
	]);
	const found = paths.stdout.split('\n').map(path => resolve(toplevel, path));
	const underWay = operations.find((_, index) => ageOf(found[index]!) !== undefined);
	if (underWay) {
		const [, name] = underWay;
		return gitProblem(
			'git.under-way',
			`A ${name} is under way in this repository, so nothing was committed`,
			`Finish or abort the ${name}, then commit again.`,
		);
	}

	if (unmerged.stdout !== '') {
		return gitProblem(
			'git.unmerged',
			'Files in this repository are in conflict, so nothing was committed',
			'Resolve them (git status names them), then commit again.',
		);
	}

	const locks = [...found.slice(operations.length, names.length), ...branch];
	const lock = locks.find(path => ageOf(path) !== undefined);
	return lock === undefined
		? undefined
		: gitProblem(
				'git.locked',
				`Another git process is at work in this repository, or one died: ${lock} is ${ageOf(lock) ?? '0 s'} old`,
				'Wait for it; if no git runs any more, remove that file, then commit again.',
			);
}

/** The lock that moving the current branch takes; none for a detached HEAD. */
async function lockOfBranch(git: Git, toplevel: string): Promise<readonly string[]> {
	const head = await git.run(['symbolic-ref', '-q', 'HEAD'], toplevel);
	if (head.code !== 0) {
		return [];
	}

	const path = await git.run(['rev-parse', '--git-path', `${head.stdout.replace(/\n$/, '')}.lock`], toplevel);
	return path.code === 0 ? [resolve(toplevel, path.stdout.replace(/\n$/, ''))] : [];
}

/** The identity that a commit needs; git refuses to guess one (git-var(1)). */
export async function findNoIdentity(git: Git, toplevel: string): Promise<Problem | undefined> {
	const both = await Promise.all(
		['GIT_AUTHOR_IDENT', 'GIT_COMMITTER_IDENT'].map(async name => git.run(['var', name], toplevel)),
	);
	return both.every(({code}) => code === 0)
		? undefined
		: gitProblem(
				'git.no-identity',
				'git does not know your name and e-mail address, so nothing was committed',
				'Tell it once: git config --global user.name "Your Name" && git config --global user.email you@example.org',
			);
}

/** How long ago the file was changed, in words; undefined where there is none. */
function ageOf(path: string): string | undefined {
	const stat = statSync(path, {throwIfNoEntry: false});
	if (!stat) {
		return undefined;
	}

	const seconds = Math.max(0, Math.round((Date.now() - stat.mtimeMs) / 1000));
	return seconds < 120
		? `${seconds} s`
		: seconds < 7200
			? `${Math.round(seconds / 60)} min`
			: `${Math.round(seconds / 3600)} h`;
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
