/** Writing a document so that no one's text is lost: not the old one's by a crash, nor a stranger's by overwriting. */

import {Buffer} from 'node:buffer';
import {basename, dirname, join, relative, resolve} from 'node:path';
import {exitCodes, failure, success, type Problem, type Result} from '../../core/problem.ts';
import {
	errorCode,
	problemOf,
	readAll,
	openFlags,
	realFileSystem,
	safeWrite,
	type FileSystem,
	type Stat,
} from '../file-system/index.ts';
import {isInGitFolder, isInside} from './confine.ts';
import {sha256} from './hash.ts';
import {irregularKind, versionOf} from './read.ts';

export type WriteOptions = {
	/** The version that may be overwritten, from `readDocument`, `lookAt` or `versionAt`. Without it nothing may be there. */
	readonly replaces?: string;
	/** The folder that a symbolic link at the path may lead within; the path's own folder unless told. */
	readonly root?: string;
	/** Makes the folders above it that are missing. */
	readonly makeFolders?: boolean;
	/** Writes also where the file has other names (hard links), which then keep the old text. */
	readonly evenIfLinked?: boolean;
	readonly fileSystem?: FileSystem;
};

export type Written = {
	/** Where the bytes are, symbolic links resolved. */
	readonly path: string;
	readonly version: string;
};

/** Thrown inside the write to stop it, and caught there. */
class Stop extends Error {
	readonly problem: Problem;
	constructor(problem: Problem) {
		super(problem.summary);
		this.problem = problem;
	}
}

/**
 * Writes `text` as UTF-8 to `path`, whole or not at all, and reads it back before saying so.
 *
 * Problems: `file.exists` (something is there and `replaces` is not given), `file.changed` (something else than
 * `replaces` is there), `file.not-a-file`, `file.read-only`, and what the system refuses, all exit 3; `file.outside` (a
 * symbolic link out of the root or to nothing, or a place in `.git`) and `file.linked` (it has other names), exit 6.
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
			fileSystem.mkdir(dirname(resolve(path)));
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
		return readBack(path, target.path, bytes, fileSystem);
	} catch (error) {
		return failure(error instanceof Stop ? error.problem : writeProblem(error, path));
	}
}

type Target = {readonly path: string; readonly folder: string; readonly stat: Stat | undefined};

/** The real file that the path means, and what stands there. */
function findTarget(path: string, options: WriteOptions, fileSystem: FileSystem): Target {
	const folder = fileSystem.realpath(dirname(resolve(path)));
	const named = join(folder, basename(resolve(path)));
	let target: Target = {path: named, folder, stat: statAt(named, fileSystem)};
	if (target.stat?.isSymbolicLink()) {
		const root = options.root === undefined ? folder : fileSystem.realpath(options.root);
		let real: string;
		try {
			real = fileSystem.realpath(named);
		} catch {
			throw outside(path, 'is a symbolic link that leads nowhere');
		}

		if (!isInside(root, real)) {
			throw outside(path, 'is a symbolic link that leads somewhere else');
		}

		target = {path: real, folder: dirname(real), stat: statAt(real, fileSystem)};
	}

	if (isInGitFolder(target.path)) {
		throw outside(path, "lies in git's own folder");
	}

	return target;
}

/** Stops unless what stands there may be replaced. */
function checkReplaceable(
	path: string,
	real: string,
	stat: Stat | undefined,
	options: WriteOptions,
	fileSystem: FileSystem,
): void {
	if (stat === undefined) {
		return;
	}

	const kind = irregularKind(stat);
	if (kind !== undefined) {
		throw new Stop({
			code: 'file.not-a-file',
			summary: `${path} is ${kind}, not a file.`,
			next: 'Choose another path.',
			exit: exitCodes.io,
		});
	}

	if (options.replaces === undefined) {
		throw exists(path);
	}

	if ((Number(stat.mode) & 0o222) === 0) {
		throw new Stop({
			code: 'file.read-only',
			summary: `${path} is read-only.`,
			next: 'Make it writable (chmod u+w) or choose another path.',
			exit: exitCodes.io,
		});
	}

	if (stat.nlink > 1n && !options.evenIfLinked) {
		throw new Stop({
			code: 'file.linked',
			summary: `${path} has ${stat.nlink} names (hard links); writing it would part them.`,
			next: 'Choose another path, or write it with --force.',
			exit: exitCodes.unsafe,
		});
	}

	const current = readVersion(real, fileSystem);
	if (current !== options.replaces) {
		throw changed(path);
	}
}

/** The last look before the new file takes the name: the same folder, and the same file or still none. */
function checkUnmoved(path: string, target: Target, fileSystem: FileSystem): void {
	if (fileSystem.realpath(target.folder) !== target.folder) {
		throw outside(path, 'lies in a folder that was replaced meanwhile');
	}

	const now = statAt(target.path, fileSystem);
	const before = target.stat;
	if (before === undefined) {
		if (now !== undefined) {
			throw exists(path);
		}

		return;
	}

	const same =
		now !== undefined &&
		now.dev === before.dev &&
		now.ino === before.ino &&
		now.size === before.size &&
		now.mtimeNs === before.mtimeNs;
	if (!same) {
		throw changed(path);
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

function readVersion(path: string, fileSystem: FileSystem): string {
	const fd = fileSystem.open(path, openFlags.readWithoutWaiting);
	try {
		const stat = fileSystem.fstat(fd);
		return versionOf(stat, readAll(fileSystem, fd, Number(stat.size)));
	} finally {
		fileSystem.close(fd);
	}
}

function statAt(path: string, fileSystem: FileSystem): Stat | undefined {
	try {
		return fileSystem.lstat(path);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') {
			return undefined;
		}

		throw error;
	}
}

function exists(path: string): Stop {
	return new Stop({
		code: 'file.exists',
		summary: `${path} already exists; it was left as it is.`,
		next: 'Choose another path, or overwrite it with --force.',
		exit: exitCodes.io,
	});
}

function changed(path: string): Stop {
	return new Stop({
		code: 'file.changed',
		summary: `${path} was changed by someone else since it was read; it was left as it is.`,
		next: 'Look at the difference, then write again or choose another path.',
		exit: exitCodes.io,
	});
}

function outside(path: string, why: string): Stop {
	return new Stop({
		code: 'file.outside',
		summary: `${path} ${why}; nothing was written.`,
		next: 'Choose another path.',
		exit: exitCodes.unsafe,
	});
}

function writeProblem(error: unknown, path: string): Problem {
	const code = errorCode(error);
	if (code === 'EEXIST') {
		// Another program took the name between the last look and the link.
		return exists(path).problem;
	}

	const problem = problemOf(error, 'file', `Could not write ${path}`);
	const folder = relative('', dirname(resolve(path))) || '.';
	return code === 'ENOENT'
		? {
				...problem,
				summary: `Could not write ${path}: the folder ${folder} does not exist.`,
				next: 'Make the folder first, or choose another path.',
			}
		: problem;
}
