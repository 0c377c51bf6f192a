/** Looking at a commit that was made: hooks run by git may change what it holds, and that is said, not undone. */

import {quoted} from '../../core/text/index.ts';
import type {Git} from './run.ts';

export type Expected = {
	readonly toplevel: string;
	readonly path: string;
	readonly pathspec: string;
	/** HEAD before; undefined where there was no commit yet. */
	readonly old: string | undefined;
	/** Hash of the file as it was to be committed. */
	readonly want: string;
	/** True where the index had no entry for the file. */
	readonly isUntracked: boolean;
};

/** What the author must know of the commit `hash`; nothing where it holds exactly the file. Mends a stale index entry. */
export async function verifyCommit(
	git: Git,
	hash: string,
	{
		toplevel,
		path,
		pathspec,
		old,
		want,
		parent: below,
	}: Expected & {/** The commit that it is to stand on. */ readonly parent: string | undefined},
): Promise<readonly string[]> {
	const [changed, parent, blob] = await Promise.all([
		git.run(['diff-tree', '--no-commit-id', '--name-only', '-r', '-z', '--root', hash, '--'], toplevel),
		git.run(['rev-parse', '-q', '--verify', `${hash}^`], toplevel),
		git.run(['rev-parse', '-q', '--verify', `${hash}:${path}`], toplevel),
	]);
	const notes: string[] = [];
	const others = changed.stdout.split('\0').filter(name => name !== '' && name !== path);
	if (others.length > 0) {
		const {mended, staged} = await mendOthers(git, toplevel, old, others);
		notes.push(
			`A hook of the repository added to the commit. It also contains: ${others.join(', ')}. To undo the commit and keep all files: ${undoing(old, mended)}`,
		);
		if (staged.length > 0) {
			notes.push(`What you had staged of ${staged.join(', ')} is still staged: the next commit would take it.`);
		}
	}

	if ((parent.code === 0 ? parent.stdout.trim() : undefined) !== below) {
		notes.push(
			`Another commit was made at the same time: see git log${old === undefined ? '' : ` ${old.slice(0, 12)}..`}`,
		);
	}

	const committed = blob.stdout.trim();
	if (committed !== want) {
		notes.push(
			`A hook of the repository changed the file; the commit holds the hook's version. See: git show HEAD -- ${quoted(path)}`,
		);
	}

	// A hook that formats and stages does so in the commit's own index; the author's keeps the entry from before.
	const [index, tree] = await Promise.all([
		git.run(['diff', '--cached', '--quiet', '--', pathspec], toplevel),
		git.run(['hash-object', `--path=${path}`, '--', path], toplevel),
	]);
	if (index.code === 1 && tree.stdout.trim() === committed) {
		await git.run(['reset', '-q', '--', pathspec], toplevel);
	}

	return notes;
}

/**
 * Puts what a hook added to the commit into the author's index as well. The hook staged it in the commit's own index, and
 * without this the author's would seem to remove it again, which their next commit would do. What they had staged of it
 * themselves stays.
 */
async function mendOthers(
	git: Git,
	toplevel: string,
	old: string | undefined,
	others: readonly string[],
): Promise<{readonly mended: readonly string[]; readonly staged: readonly string[]}> {
	const pathspecs = others.map(name => `:(top,literal)${name}`);
	const differing = await git.run(
		old === undefined
			? ['ls-files', '--full-name', '-z', '--', ...pathspecs]
			: ['diff', '--cached', '--name-only', '--no-renames', '-z', old, '--', ...pathspecs],
		toplevel,
	);
	const names = new Set(differing.stdout.split('\0'));
	const mended = others.filter(name => !names.has(name));
	if (differing.code !== 0 || mended.length === 0) {
		return {mended: [], staged: others.filter(name => names.has(name))};
	}

	await git.run(['reset', '-q', '--', ...mended.map(name => `:(top,literal)${name}`)], toplevel);
	return {mended, staged: others.filter(name => names.has(name))};
}

/** The command that takes the commit back and leaves files and index as they were before it. */
function undoing(old: string | undefined, mended: readonly string[]): string {
	const paths = mended.map(name => quoted(`:(top,literal)${name}`)).join(' ');
	if (old === undefined) {
		return mended.length === 0 ? 'git update-ref -d HEAD' : `git update-ref -d HEAD && git rm -q --cached -- ${paths}`;
	}

	return mended.length === 0 ? `git reset --soft ${old}` : `git reset --soft ${old} && git reset -q -- ${paths}`;
}
