/** The intent to add, by which git takes a file that it does not know into a commit: made before, taken back where there is none. */

import {quoted} from '../../core/text/index.ts';
import {findObstacle} from './obstacles.ts';
import {said, type Git, type GitRun} from './run.ts';
import type {Expected} from './verify.ts';

/** Lists the file in the index as to be added, with nothing in it. */
export async function intendToAdd(git: Git, {toplevel, pathspec}: Expected): Promise<GitRun> {
	return git.run(['add', '-N', '--', pathspec], toplevel);
}

/**
 * Takes back the intent to add and nothing else, with a HEAD or without; `reset` would also bring back the entry of a file
 * that the author had removed from the index. Where that fails, a sentence on what is left to do.
 */
export async function takeBackIntent(git: Git, {toplevel, path, pathspec}: Expected): Promise<string> {
	const removed = await git.run(['update-index', '--force-remove', '--', path], toplevel);
	if (removed.code === 0) return '';
	const listed = await git.run(['ls-files', '-z', '--', pathspec], toplevel);
	// What kept git from listing it keeps it from removing it too.
	if (listed.code === 0 && listed.stdout === '') return '';

	// A git that was killed leaves its lock; whether nobody needs it any more is not ours to say.
	const lock = await findObstacle(git, toplevel);
	const first = lock ? `${lock.summary} ${lock.next ?? ''}` : `${said(removed)}.`;
	return ` The index still lists it as to be added. ${first} Then: git update-index --force-remove ${quoted(path)}`;
}
