/** Writing a document so that no one's text is lost: not the old one's by a crash, nor a stranger's by overwriting. */

import {Buffer} from 'node:buffer';
import {dirname, resolve} from 'node:path';
import {exitCodes, failure, success, type Problem, type Result} from '../../core/problem.ts';
import {
	errorCode,
	makeFolders,
	openFlags,
	problemOf,
	quietly,
	readAll,
	realFileSystem,
	safeWrite,
	sweepTemporaries,
	type FileSystem,
} from '../file-system/index.ts';
import {sha256} from './hash.ts';
import {versionOf} from './read.ts';
import {checkNoHome, checkReplaceable, checkUnmoved, exists, findTarget, Stop, type WriteOptions} from './target.ts';

const hour = 60 * 60 * 1000;

export type Written = {
	/** Where the bytes are, symbolic links resolved. */
	readonly path: string;
	readonly version: string;
};

/**
 * Writes `text` as UTF-8 to `path`, whole or not at all, and reads it back before saying so.
 *
 * Problems: `file.exists` (something is there and `replaces` is not given), `file.changed` (something else than
 * `replaces` is there), `file.not-a-file`, `file.read-only`, and what the system refuses, all exit 3; `file.outside` (a
 * symbolic link out of the root or to nothing, a place in `.git`, or a folder `~` that is not there) and `file.linked`
 * (it has other names), exit 6.
 */
export function writeDocument(path: string, text: string, options: WriteOptions = {}): Result<Written> {
	const {fileSystem = realFileSystem} = options;
	if (path === '' || path.includes('\0')) {
		return failure({
			code: 'file.bad-name',
			summary: 'The path is empty or has a NUL character in it.',
			next: 'Choose another path.',
			exit: exitCodes.unsafe,
		});
	}

	// UTF-8 has no bytes for half a surrogate pair; encoding would quietly put another character there.
	if (!text.isWellFormed()) {
		return failure({
			code: 'file.not-unicode',
			summary: `The text for ${path} has half a character in it (a lone surrogate), which no file can hold.`,
			next: 'Find the broken character in the answers and type it again.',
			exit: exitCodes.usage,
		});
	}

	try {
		if (options.makeFolders) {
			checkNoHome(path, fileSystem);
			makeFolders(fileSystem, dirname(resolve(path)));
		}

		const target = findTarget(path, options, fileSystem);
		const bytes = Buffer.from(text, 'utf8');
		const before = target.stat;
		checkReplaceable(path, target.path, before, options, fileSystem);
		safeWrite(fileSystem, target.path, bytes, {
			isNew: before === undefined,
			...(before === undefined
				? {}
				: {mode: Number(before.mode) & 0o7777, owner: {uid: Number(before.uid), gid: Number(before.gid)}}),
			beforeRename: () => {
				checkUnmoved(path, target, fileSystem);
			},
		});
		const written = readBack(path, target.path, bytes, fileSystem);
		quietly(() => {
			// What an earlier write left that was killed in the middle; an hour, so that none under way is meant.
			sweepTemporaries(fileSystem, target.folder, Number(fileSystem.lstat(target.path).mtimeNs / 1_000_000n) - hour);
		});
		return written;
	} catch (error) {
		return failure(error instanceof Stop ? error.problem : writeProblem(error, path, fileSystem));
	}
}

function readBack(path: string, real: string, bytes: Uint8Array, fileSystem: FileSystem): Result<Written> {
	const fd = fileSystem.open(real, openFlags.readWithoutWaiting);
	try {
		const stat = fileSystem.fstat(fd);
		// A few bytes more than were written would show too.
		const found = readAll(fileSystem, fd, bytes.length + 1);
		return sha256(found) === sha256(bytes)
			? success({path: real, version: versionOf(stat, found)})
			: failure({
					code: 'file.differs',
					summary: `${path} was written, but reads back differently: another program changed it, or the disk is failing.`,
					next: 'Look at the file, then write it again.',
					exit: exitCodes.io,
				});
	} finally {
		fileSystem.close(fd);
	}
}

function writeProblem(error: unknown, path: string, fileSystem: FileSystem): Problem {
	const code = errorCode(error);
	const notFolder = code === 'EEXIST' || code === 'ENOTDIR' ? fileInTheWay(path, fileSystem) : undefined;
	if (notFolder !== undefined) {
		return {
			code: 'file.not-a-folder',
			summary: `Could not write ${path}: ${notFolder} is a file, not a folder.`,
			next: 'Choose another path.',
			exit: exitCodes.io,
		};
	}

	if (code === 'EEXIST') {
		// Another program took the name between the last look and the link.
		return exists(path).problem;
	}

	const problem = problemOf(error, 'file', `Could not write ${path}`);
	if (code !== 'ENOENT') {
		return problem;
	}

	const folder = dirname(path);
	return kindAt(folder, fileSystem) === 'folder'
		? {
				...problem,
				summary: `Could not write ${path}: the folder ${folder} takes no files.`,
				next: 'Choose another path.',
			}
		: {
				...problem,
				summary: `Could not write ${path}: the folder ${folder} does not exist.`,
				next: 'Make the folder first, or choose another path.',
			};
}

/** What the path takes for a folder and is none, as the author wrote it. */
function fileInTheWay(path: string, fileSystem: FileSystem): string | undefined {
	for (let above = dirname(path); above !== dirname(above); above = dirname(above)) {
		const kind = kindAt(above, fileSystem);
		if (kind !== undefined) {
			return kind === 'folder' ? undefined : above;
		}
	}

	return undefined;
}

function kindAt(path: string, fileSystem: FileSystem): 'folder' | 'other' | undefined {
	try {
		return fileSystem.lstat(fileSystem.realpath(resolve(path))).isDirectory() ? 'folder' : 'other';
	} catch {
		return undefined;
	}
}
