/** Keeping paths that come from content inside one folder. */

import {Buffer} from 'node:buffer';
import {dirname, isAbsolute, join, relative, resolve, sep} from 'node:path';
import {exitCodes, failure, success, type Result} from '../../core/problem.ts';
import {errorCode, problemOf, realFileSystem, type FileSystem} from '../file-system/index.ts';

/**
 * The absolute path of `path` in `root`, for a path that a document, a template or a repository's settings name. What
 * leaves the root is refused with exit 6: absolute paths, `~`, `..` that climbs out, symbolic links that lead out or
 * nowhere, and what lies in `.git` or in `.github/workflows`, where a file is a program.
 */
export function confine(root: string, path: string, fileSystem: FileSystem = realFileSystem): Result<string> {
	const refuse = (reason: string) =>
		failure({
			code: 'path.outside',
			summary: `The path ${JSON.stringify(path)} is refused: ${reason}.`,
			next: 'Use a path inside the project, such as docs/spec.md.',
			exit: exitCodes.unsafe,
		});
	// Windows takes both slashes, and a path written there is read here: both part a path's names, everywhere.
	const names = path.split(/[/\\]/);
	if (path === '' || /\p{Cc}/u.test(path)) {
		return refuse('it is empty or has control characters in it');
	}

	if (isAbsolute(path) || /^[/\\~]|^[A-Za-z]:/.test(path)) {
		return refuse('it does not start in the project');
	}

	if (names.some(name => Buffer.byteLength(name) > 255)) {
		return refuse('a name in it is longer than 255 bytes');
	}

	try {
		const realRoot = fileSystem.realpath(root);
		const wanted = resolve(realRoot, ...names);
		if (!isInside(realRoot, wanted)) {
			return refuse('it leads out of the project');
		}

		const real = realPathOfMissing(wanted, fileSystem);
		if (real === undefined) {
			return refuse('it is a symbolic link that leads nowhere');
		}

		if (!isInside(realRoot, real)) {
			return refuse('a symbolic link on it leads out of the project');
		}

		return isProgramFolder(relative(realRoot, real))
			? refuse('git or its host would run or obey what lies there')
			: success(real);
	} catch (error) {
		return failure(problemOf(error, 'path', `Could not look at ${path}`));
	}
}

/** True where `path` is `folder` or lies in it; both absolute and real. */
export function isInside(folder: string, path: string): boolean {
	const between = relative(folder, path);
	return between === '' || (between !== '..' && !between.startsWith(`..${sep}`) && !isAbsolute(between));
}

/** True for a path that has git's own folder in it; file systems that ignore case would take `.GIT` for it too. */
export function isInGitFolder(path: string): boolean {
	return path.split(/[/\\]/).some(name => name.toLowerCase() === '.git');
}

function isProgramFolder(path: string): boolean {
	return isInGitFolder(path) || /(?:^|[/\\])\.github[/\\]workflows(?:[/\\]|$)/i.test(path);
}

/** The real path of what may not be there yet: its nearest existing folder's, with the rest behind it. */
function realPathOfMissing(path: string, fileSystem: FileSystem): string | undefined {
	const rest: string[] = [];
	let existing = path;
	for (;;) {
		try {
			return join(fileSystem.realpath(existing), ...rest);
		} catch (error) {
			if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') {
				throw error;
			}
		}

		// A name that is there without a real path is a symbolic link to nothing.
		if (isThere(existing, fileSystem)) {
			return undefined;
		}

		const above = dirname(existing);
		rest.unshift(existing.slice(above.length).replace(/^[/\\]/, ''));
		existing = above;
	}
}

function isThere(path: string, fileSystem: FileSystem): boolean {
	try {
		fileSystem.lstat(path);
		return true;
	} catch {
		return false;
	}
}
