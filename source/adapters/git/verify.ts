/** Looking at a commit that was made: hooks run by git may change what it holds, and that is said, not undone. */

import {quoted} from './repository.ts';
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
	{toplevel, path, pathspec, old, want}: Expected,
): Promise<readonly string[]> {
	const [changed, parent, blob] = await Promise.all([
		git.run(['diff-tree', '--no-commit-id', '--name-only', '-r', '-z', '--root', hash, '--'], toplevel),
		git.run(['rev-parse', '-q', '--verify', `${hash}^`], toplevel),
		git.run(['rev-parse', '-q', '--verify', `${hash}:${path}`], toplevel),
	]);
	const notes: string[] = [];
	const others = changed.stdout.split('\0').filter(name => name !== '' && name !== path);
	const undo = old === undefined ? 'git update-ref -d HEAD' : `git reset --soft ${old}`;
	if (others.length > 0) {
		notes.push(
			`A hook of the repository added to the commit. It also contains: ${others.join(', ')}. To undo the commit and keep all files: ${undo}`,
		);
	}

	if ((parent.code === 0 ? parent.stdout.trim() : undefined) !== old) {
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
