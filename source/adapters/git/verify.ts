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

/** What the commit was made from. */
export type Made = {
	/** The commit that it is to stand on. */
	readonly parent: string | undefined;
	readonly message: string;
};

/** What the author must know of the commit `hash`; nothing where it holds exactly the file. Mends a stale index entry. */
export async function verifyCommit(
	git: Git,
	hash: string,
	{toplevel, path, pathspec, old, want}: Expected,
	{parent: below, message}: Made,
): Promise<readonly string[]> {
	const [changed, parent, blob, words] = await Promise.all([
		git.run(['diff-tree', '--no-commit-id', '--name-only', '-r', '-z', '--root', hash, '--'], toplevel),
		git.run(['rev-parse', '-q', '--verify', `${hash}^`], toplevel),
		git.run(['rev-parse', '-q', '--verify', `${hash}:${path}`], toplevel),
		git.run(['log', '-1', '--no-show-signature', '--encoding=UTF-8', '--format=%B', hash, '--'], toplevel),
	]);
	const notes: string[] = [];
	const isOurs = (parent.code === 0 ? parent.stdout.trim() : undefined) === below;
	let mended: readonly string[] = [];
	const others = changed.stdout.split('\0').filter(name => name !== '' && name !== path);
	if (others.length > 0) {
		const {staged, ...rest} = await mendOthers(git, toplevel, old, others);
		mended = rest.mended;
		notes.push(`A hook of the repository added to the commit. It also contains: ${others.join(', ')}.`);
		if (staged.length > 0) {
			notes.push(`What you had staged of ${staged.join(', ')} is still staged: the next commit would take it.`);
		}
	}

	if (!isOurs) {
		notes.push(
			`Another commit was made at the same time: see git log${old === undefined ? '' : ` ${old.slice(0, 12)}..`}`,
		);
	}

	const committed = blob.stdout.trim();
	if (committed !== want) {
		const what =
			blob.code === 0
				? `changed the file; the commit holds the hook's version. See: git show HEAD -- ${quoted(path)}`
				: 'took the file out of the commit.';
		notes.push(`A hook of the repository ${what}`);
	}

	// A hook that formats and stages does so in the commit's own index; the author's keeps the entry from before.
	const [index, tree] = await Promise.all([
		git.run(['diff', '--cached', '--quiet', '--', pathspec], toplevel),
		git.run(['hash-object', `--path=${path}`, '--', path], toplevel),
	]);
	if (tree.code !== 0) {
		notes.push(`A hook of the repository removed the file. To bring it back: git restore -- ${quoted(path)}`);
	} else if (tree.stdout.trim() !== committed && blob.code === 0) {
		notes.push(`A hook of the repository changed the file without committing that. See: git diff -- ${quoted(path)}`);
	} else if (index.code === 1 && blob.code === 0) {
		await git.run(['reset', '-q', '--', pathspec], toplevel);
	}

	if (!isMessage(words.stdout, message)) {
		notes.push(`A hook of the repository changed the message. See: git log -1 ${hash.slice(0, 12)}`);
	}

	// Where it does not stand on what it was to, somebody else's commit would go with it.
	if (isOurs && (others.length > 0 || committed !== want)) {
		notes.push(`To undo the commit and keep all files: ${undoing(old, mended)}`);
	}

	return notes;
}

/** Whether a commit says what it was to say; a line by which the author signs off may be added. */
function isMessage(words: string, message: string): boolean {
	const [held, wanted] = [words.trimEnd(), message.trimEnd()];
	return held === wanted || (held.startsWith(wanted) && /^\n+Signed-off-by: .+$/.test(held.slice(wanted.length)));
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
