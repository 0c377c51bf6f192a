/**
 * Making the commit on a new branch. The branch begins at HEAD, so going there moves no file and no index entry; two
 * plumbing commands do it and two take it back, where `git switch` would run hooks and refresh more than is asked.
 */

import {quoted} from '../../core/text/index.ts';
import {gitProblem} from './repository.ts';
import {GitStop, said, type Git} from './run.ts';

/**
 * Goes to the new branch `name` and gives the way back, which says what is left to do where it leads nowhere. Throws
 * `GitStop` where the branch can't be made.
 */
export async function startBranch(
	git: Git,
	toplevel: string,
	name: string,
	old: string | undefined,
): Promise<() => Promise<string>> {
	const refuse = (summary: string, next: string) => new GitStop(gitProblem('git.branch', summary, next));
	const shown = JSON.stringify(name);
	const valid = await git.run(['check-ref-format', '--branch', name], toplevel);
	// `@{-1}` is valid there and means another branch: only a name that stays itself is one.
	if (valid.code !== 0 || valid.stdout.replace(/\n$/, '') !== name || name.startsWith('-')) {
		throw refuse(`${shown} can't be a branch's name, so nothing was committed`, 'Choose another name for --branch.');
	}

	const ref = `refs/heads/${name}`;
	const exists = await git.run(['rev-parse', '-q', '--verify', ref], toplevel);
	if (exists.code === 0) {
		throw refuse(
			`The branch ${shown} is there already, so nothing was committed`,
			`Go to it first (git switch ${quoted(name)}), or choose another name.`,
		);
	}

	const head = await git.run(['symbolic-ref', '-q', 'HEAD'], toplevel);
	const before = head.code === 0 ? head.stdout.replace(/\n$/, '') : undefined;
	if (old !== undefined) {
		await must(['update-ref', '-m', 'branch: created by specwright', ref, old, '']);
	}

	const back = async () => {
		const gone = await (before === undefined
			? git.run(['update-ref', '--no-deref', 'HEAD', old!], toplevel)
			: git.run(['symbolic-ref', 'HEAD', before], toplevel));
		if (gone.code !== 0) {
			const home = before === undefined ? `git switch --detach ${old!}` : `git symbolic-ref HEAD ${quoted(before)}`;
			return ` The branch ${shown} could not be left: ${said(gone)}. Then: ${home}`;
		}
		const deleted = await deleteRef();
		return deleted === undefined || deleted.code === 0
			? ''
			: ` The branch ${shown} could not be removed: ${said(deleted)}.`;
	};

	// With its value: a branch that someone put a commit on meanwhile stays.
	const deleteRef = async () => (old === undefined ? undefined : git.run(['update-ref', '-d', ref, old], toplevel));

	try {
		await must(['symbolic-ref', '-m', `checkout: moving to ${name}`, 'HEAD', ref]);
	} catch (error) {
		await deleteRef();
		throw error;
	}

	return back;

	async function must(args: readonly string[]): Promise<void> {
		const run = await git.run(args, toplevel);
		if (run.code !== 0) {
			throw refuse(`The branch ${shown} could not be made: ${said(run)}`, 'Choose another name for --branch.');
		}
	}
}
