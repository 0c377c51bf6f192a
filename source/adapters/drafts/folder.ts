/** Where drafts lie, and that the place is private. */

import {exitCodes, failure, success, type Result} from '../../core/problem.ts';
import {makeFolders, problemOf, userFolder, type FileSystem} from '../file-system/index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder for drafts: `$XDG_STATE_HOME/specwright/drafts` (XDG Base Directory Specification: an absolute path or
 * none), else each system's usual place. Outside every repository, so that no `git add` takes a draft along. The
 * problem is `draft.no-home`, exit 3.
 */
export function draftsFolder(environment: Environment, platform: NodeJS.Platform): Result<string> {
	const folder = userFolder('state', environment, platform, 'drafts');
	return folder === undefined ? noHome(platform === 'win32' ? 'LOCALAPPDATA' : 'HOME') : success(folder);
}

function noHome(name: string): Result<never> {
	return failure({
		code: 'draft.no-home',
		summary: `There is no place for drafts: ${name} names none.`,
		next: `Set ${name} or XDG_STATE_HOME to the absolute path of a folder; until then answers are not saved as you type.`,
		exit: exitCodes.io,
	});
}

/**
 * Makes the folder, for its owner alone. Refused with exit 6 is a folder that is a symbolic link or someone else's: what
 * is written there could be read.
 */
export function makePrivate(folder: string, fileSystem: FileSystem): Result<void> {
	try {
		makeFolders(fileSystem, folder, 0o700);
		const stat = fileSystem.lstat(folder);
		const uid = process.getuid?.();
		if (!stat.isDirectory() || (uid !== undefined && uid !== 0 && Number(stat.uid) !== uid)) {
			return failure({
				code: 'draft.unsafe-folder',
				summary: `The folder for drafts, ${folder}, is ${stat.isDirectory() ? "someone else's" : 'not a real folder'}.`,
				next: 'Remove it, or set XDG_STATE_HOME to a folder of your own.',
				exit: exitCodes.unsafe,
			});
		}

		if ((Number(stat.mode) & 0o077) !== 0) {
			fileSystem.chmod(folder, 0o700);
		}

		return success(undefined);
	} catch (error) {
		return failure(problemOf(error, 'draft', `Could not make the folder for drafts, ${folder}`));
	}
}
