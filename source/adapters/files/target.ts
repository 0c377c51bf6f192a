/** The file that a path means, and whether it may be replaced. */

import {basename, dirname, join, resolve, sep} from 'node:path';
import {exitCodes, type Problem} from '../../core/problem.ts';
import {
	errorCode,
	openFlags,
	quietly,
	readAll,
	removeTemporaryNames,
	type FileSystem,
	type Stat,
} from '../file-system/index.ts';
import {isInGitFolder, isInside} from './confine.ts';
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

/** Thrown inside the write to stop it, and caught there. */
export class Stop extends Error {
	readonly problem: Problem;
	constructor(problem: Problem) {
		super(problem.summary);
		this.problem = problem;
	}
}

export type Target = {readonly path: string; readonly folder: string; readonly stat: Stat | undefined};

/** The real file that the path means, and what stands there. */
export function findTarget(path: string, options: WriteOptions, fileSystem: FileSystem): Target {
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

	const {folder: inside, stat} = target;
	if (stat === undefined || stat.nlink === 1n) return target;
	quietly(() => {
		removeTemporaryNames(fileSystem, inside, stat);
	});
	return {...target, stat: statAt(target.path, fileSystem)};
}

/** Stops where a folder called `~` would have to be made: whoever typed that meant their own, which only a shell knows. */
export function checkNoHome(path: string, fileSystem: FileSystem): void {
	const folders = dirname(resolve(path)).split(sep);
	const at = folders.indexOf('~');
	if (at >= 0 && statAt(folders.slice(0, at + 1).join(sep), fileSystem) === undefined)
		throw outside(path, 'has a folder ~ in it, which only a shell takes for your own');
}

/** Stops unless what stands there may be replaced. */
export function checkReplaceable(
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
export function checkUnmoved(path: string, target: Target, fileSystem: FileSystem): void {
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

function readVersion(path: string, fileSystem: FileSystem): string {
	// Opened for writing too: a rename would replace also a file that its owner lets nobody else write.
	const fd = fileSystem.open(path, openFlags.readAndWrite);
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

export function exists(path: string): Stop {
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
