/**
 * Writing a whole file so that whoever looks finds the old one or the new one, never a part of either, also after a
 * crash or a loss of power: a temporary file in the same folder, forced to the disk, put in place under its name in one
 * step, and the folder forced to the disk too (without the last, a name may point to the old file after power is lost).
 */

import {randomBytes} from 'node:crypto';
import {dirname, join, resolve} from 'node:path';
import {openFlags, type FileSystem, type Stat} from './port.ts';
import {errorCode} from './problem-of.ts';

export type SafeWriteOptions = {
	/** The new file's permissions; without them 0666 less the umask. */
	readonly mode?: number;
	/** Whom the new file is to belong to; left as it is where that is not allowed. */
	readonly owner?: {readonly uid: number; readonly gid: number};
	/** True where nothing may stand at the path; something that appeared meanwhile throws EEXIST and stays. */
	readonly isNew: boolean;
	/** Called when all is on the disk and only the name is missing; what it throws stops the write. */
	readonly beforeRename?: () => void;
};

/**
 * Writes `bytes` to `path`, or throws and leaves what was there. The path's folder must exist and must have no symbolic
 * link that a stranger could turn meanwhile (give it as `realpath` has it).
 */
export function safeWrite(fileSystem: FileSystem, path: string, bytes: Uint8Array, options: SafeWriteOptions): void {
	const folder = dirname(path);
	const temporary = temporaryName(folder);
	const fd = fileSystem.open(temporary, openFlags.createNew, options.mode ?? 0o666);
	let isOpen = true;
	try {
		if (options.owner) {
			giveTo(fileSystem, fd, options.owner);
		}

		if (options.mode !== undefined) {
			fileSystem.fchmod(fd, options.mode);
		}

		writeAll(fileSystem, fd, bytes, 0);
		if (fileSystem.fstat(fd).size !== BigInt(bytes.length)) {
			throw Object.assign(new Error('fewer bytes arrived on the disk than were written'), {code: 'EIO'});
		}

		fileSystem.fsync(fd);
		isOpen = false;
		fileSystem.close(fd);
		options.beforeRename?.();
		if (options.isNew) {
			putNew(fileSystem, temporary, path);
		} else {
			fileSystem.rename(temporary, path);
		}
	} catch (error) {
		if (isOpen) {
			quietly(() => {
				fileSystem.close(fd);
			});
		}

		quietly(() => {
			fileSystem.unlink(temporary);
		});
		throw error;
	}

	syncFolder(fileSystem, folder);
}

/** A name in `folder` that nobody can foresee, for a file that is put in place or removed at once. */
export function temporaryName(folder: string): string {
	return join(folder, `.specwright-${randomBytes(8).toString('hex')}.tmp`);
}

/**
 * Removes temporary files of ours in `folder` that were last changed before `time` (milliseconds since 1970): whoever
 * made them was killed in the middle.
 */
export function sweepTemporaries(fileSystem: FileSystem, folder: string, time: number): void {
	removeTemporaries(fileSystem, folder, stat => Number(stat.mtimeNs / 1_000_000n) < time);
}

/**
 * Removes temporary names of ours that the file `stat` in `folder` still has: whoever gave it its own name was killed
 * before the temporary one was gone, or was not allowed to remove it.
 */
export function removeTemporaryNames(fileSystem: FileSystem, folder: string, {dev, ino}: Stat): void {
	removeTemporaries(fileSystem, folder, stat => stat.ino === ino && stat.dev === dev);
}

function removeTemporaries(fileSystem: FileSystem, folder: string, isLeft: (stat: Stat) => boolean): void {
	for (const name of fileSystem.readdir(folder)) {
		if (/^\.specwright-[\da-f]{16}\.tmp$/.test(name)) {
			quietly(() => {
				const path = join(folder, name);
				if (isLeft(fileSystem.lstat(path))) {
					fileSystem.unlink(path);
				}
			});
		}
	}
}

/** Writes all of `bytes` at `position`: a write may take a part and say so, which is how a full disk shows first. */
export function writeAll(fileSystem: FileSystem, fd: number, bytes: Uint8Array, position: number): void {
	let written = 0;
	while (written < bytes.length) {
		const count = fileSystem.write(fd, bytes, written, bytes.length - written, position + written);
		if (count <= 0) {
			throw Object.assign(new Error('nothing more could be written'), {code: 'ENOSPC'});
		}

		written += count;
	}
}

/** Reads the first `size` bytes, or fewer where the file is shorter. */
export function readAll(fileSystem: FileSystem, fd: number, size: number): Uint8Array {
	const bytes = new Uint8Array(size);
	let count = 0;
	while (count < size) {
		const got = fileSystem.read(fd, bytes, count, size - count, count);
		if (got === 0) {
			break;
		}

		count += got;
	}

	return bytes.subarray(0, count);
}

/** Forces a folder's names to the disk. Not every file system can: those say EINVAL or ENOTSUP, Windows refuses to open. */
export function syncFolder(fileSystem: FileSystem, folder: string): void {
	if (process.platform === 'win32') {
		return;
	}

	const fd = fileSystem.open(folder, openFlags.read);
	try {
		fileSystem.fsync(fd);
	} catch (error) {
		if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(errorCode(error))) {
			throw error;
		}
	} finally {
		fileSystem.close(fd);
	}
}

/**
 * Makes a folder and those above it that are missing, and forces their names to the disk: after a loss of power a folder
 * without its name takes all that was saved in it along.
 */
export function makeFolders(fileSystem: FileSystem, path: string, mode?: number): void {
	const topmost = fileSystem.mkdir(path, mode);
	if (topmost === undefined) return;
	for (let made = resolve(path); ; made = dirname(made)) {
		syncFolder(fileSystem, dirname(made));
		if (made === resolve(topmost) || made === dirname(made)) return;
	}
}

/** What hard links fail with where a file system has none. */
const noHardLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES']);

/**
 * Gives a finished temporary file its name, which must be free. `link` does that in one step; where there are no hard
 * links the name is taken with an empty file first, which may be left over if the program dies just then.
 */
function putNew(fileSystem: FileSystem, temporary: string, path: string): void {
	try {
		fileSystem.link(temporary, path);
	} catch (error) {
		if (!noHardLinks.has(errorCode(error))) {
			throw error;
		}

		fileSystem.close(fileSystem.open(path, openFlags.createNew, 0o600));
		try {
			fileSystem.rename(temporary, path);
		} catch (renameError) {
			quietly(() => {
				fileSystem.unlink(path);
			});
			throw renameError;
		}

		return;
	}

	quietly(() => {
		fileSystem.unlink(temporary);
	});
}

function giveTo(fileSystem: FileSystem, fd: number, owner: {readonly uid: number; readonly gid: number}): void {
	const made = fileSystem.fstat(fd);
	if (Number(made.uid) !== owner.uid || Number(made.gid) !== owner.gid) {
		quietly(() => {
			fileSystem.fchown(fd, owner.uid, owner.gid);
		});
	}
}

/** For tidying up: its own failure must not hide the one that made it needed. */
export function quietly(tidy: () => void): void {
	try {
		tidy();
	} catch {
		// The first failure is the one that is told.
	}
}
