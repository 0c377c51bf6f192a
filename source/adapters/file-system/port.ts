/**
 * The few calls to the operating system's files that the adapters make, as a port: tests give one that fails where they
 * say, so that a full disk or a broken one is tried without having either. Calls are synchronous, for an answer must be
 * on the disk before the screen says so, also when a signal ends the program; they throw as `node:fs` does, and
 * `problemOf` turns what they throw into a problem.
 */

import fs from 'node:fs';
import {dirname, resolve} from 'node:path';

export type Stat = fs.BigIntStats;

export type FileSystem = {
	readonly open: (path: string, flags: number, mode?: number) => number;
	readonly close: (fd: number) => void;
	readonly fstat: (fd: number) => Stat;
	/** Of the name itself: a symbolic link is not followed. */
	readonly lstat: (path: string) => Stat;
	/** Reads up to `length` bytes at `position`, gives how many it got. */
	readonly read: (fd: number, into: Uint8Array, offset: number, length: number, position: number) => number;
	/** Writes up to `length` bytes at `position`, gives how many it wrote: fewer than asked is no error. */
	readonly write: (fd: number, bytes: Uint8Array, offset: number, length: number, position: number) => number;
	readonly fsync: (fd: number) => void;
	readonly fdatasync: (fd: number) => void;
	readonly ftruncate: (fd: number, size: number) => void;
	readonly fchmod: (fd: number, mode: number) => void;
	readonly fchown: (fd: number, uid: number, gid: number) => void;
	readonly rename: (from: string, to: string) => void;
	readonly link: (from: string, to: string) => void;
	readonly unlink: (path: string) => void;
	/** Makes a folder and those above it that are missing; gives the topmost one that it made. */
	readonly mkdir: (path: string, mode?: number) => string | undefined;
	readonly chmod: (path: string, mode: number) => void;
	readonly readdir: (path: string) => string[];
	readonly realpath: (path: string) => string;
};

/**
 * Makes a folder and those above it. Node's own `recursive` never comes back where a folder that exists takes no new
 * ones and says that it does not exist, as `/proc` does.
 */
function mkdir(path: string, mode: number | undefined): string | undefined {
	const make = (): string | undefined => {
		if (fs.statSync(path, {throwIfNoEntry: false})?.isDirectory()) return undefined;
		fs.mkdirSync(path, mode);
		return path;
	};

	const above = dirname(path);
	const topmost = above !== path && !fs.existsSync(above) ? mkdir(above, mode) : undefined;
	try {
		const made = make();
		return topmost ?? made;
	} catch (error) {
		// Another process may have made it between our two looks.
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		return make() ?? topmost;
	}
}

/** The real files of this machine. */
export const realFileSystem: FileSystem = {
	open: (path, flags, mode) => fs.openSync(path, flags, mode),
	close: fd => {
		fs.closeSync(fd);
	},
	fstat: fd => fs.fstatSync(fd, {bigint: true}),
	lstat: path => fs.lstatSync(path, {bigint: true}),
	read: (fd, into, offset, length, position) => fs.readSync(fd, into, offset, length, position),
	write: (fd, bytes, offset, length, position) => fs.writeSync(fd, bytes, offset, length, position),
	fsync: fd => {
		fs.fsyncSync(fd);
	},
	fdatasync: fd => {
		fs.fdatasyncSync(fd);
	},
	ftruncate: (fd, size) => {
		fs.ftruncateSync(fd, size);
	},
	fchmod: (fd, mode) => {
		fs.fchmodSync(fd, mode);
	},
	fchown: (fd, uid, gid) => {
		fs.fchownSync(fd, uid, gid);
	},
	rename: (from, to) => {
		fs.renameSync(from, to);
	},
	link: (from, to) => {
		fs.linkSync(from, to);
	},
	unlink: path => {
		fs.unlinkSync(path);
	},
	mkdir: (path, mode) => mkdir(resolve(path), mode),
	chmod: (path, mode) => {
		fs.chmodSync(path, mode);
	},
	readdir: path => fs.readdirSync(path),
	realpath: path => fs.realpathSync.native(path),
};

/** Flags for `open`. Those that Windows does not have are nothing there. */
export const openFlags = {
	read: fs.constants.O_RDONLY,
	/** Reading that does not wait for the other end of a pipe. */
	readWithoutWaiting: fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0),
	readAndWrite: fs.constants.O_RDWR | (fs.constants.O_NOFOLLOW ?? 0),
	/** A file that must not be there yet, under any name or link. */
	createNew: fs.constants.O_RDWR | fs.constants.O_CREAT | fs.constants.O_EXCL | (fs.constants.O_NOFOLLOW ?? 0),
};
