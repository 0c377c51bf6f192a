/**
 * What was computed before and need not be again, in the user's own cache folder. Nothing depends on it: what can't be
 * read, kept or trusted is computed once more, and nobody is told. It is bounded in bytes and files, the oldest go first.
 */

import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {
	makeFolders,
	openFlags,
	quietly,
	readAll,
	realFileSystem,
	temporaryName,
	userFolder,
	writeAll,
	type FileSystem,
} from '../file-system/index.ts';

export type Cache = {
	/** What is kept under a key; undefined where nothing is, or it is not as it was kept. */
	readonly get: (key: string) => Uint8Array | undefined;
	readonly set: (key: string, content: Uint8Array) => void;
};

type Limits = {
	/** Bytes of one entry, and of all. */
	readonly entry: number;
	readonly all: number;
	readonly files: number;
};

export type CacheOptions = {
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** A folder of entries that came with the program: looked into where nothing was kept, and never written to. */
	readonly shipped?: string | undefined;
	readonly platform?: NodeJS.Platform;
	readonly fileSystem?: FileSystem;
	readonly limits?: Limits;
};

const usual: Limits = {entry: 4 * 1024 * 1024, all: 64 * 1024 * 1024, files: 4000};
const digestLength = 32;
/** What an entry's file is called: the digest of its key, so that any key will do. */
const entryName = /^[\da-f]{64}$/;

/**
 * The cache in `$XDG_CACHE_HOME/specwright` (XDG Base Directory Specification) or each system's usual place. Its folder and files
 * are for the user alone, since they hold parts of documents. Where the environment names no place, or the folder is
 * someone else's, nothing is kept.
 */
export function cache({
	environment,
	shipped,
	platform = process.platform,
	fileSystem = realFileSystem,
	limits = usual,
}: CacheOptions): Cache {
	const folder = userFolder('cache', environment, platform);
	const pathOf = (key: string, at: string): string => join(at, digest(key).toString('hex'));
	const fromShipped = (key: string): Uint8Array | undefined =>
		shipped === undefined ? undefined : contentOf(pathOf(key, shipped), fileSystem, limits);
	if (folder === undefined) return {get: fromShipped, set: () => {}};
	/** Whether the folder may be used; looked at when it is first needed. */
	let isOurs: boolean | undefined;
	return {
		get(key) {
			isOurs ??= isPrivate(folder, fileSystem);
			const own = isOurs ? contentOf(pathOf(key, folder), fileSystem, limits) : undefined;
			return own ?? fromShipped(key);
		},
		set(key, content) {
			if (content.length > limits.entry) return;
			quietly(() => {
				if (isOurs !== true) {
					makeFolders(fileSystem, folder, 0o700);
					isOurs = isPrivate(folder, fileSystem);
					if (!isOurs) return;
					shorten(folder, fileSystem, limits);
				}

				write(pathOf(key, folder), folder, content, fileSystem);
			});
		},
	};
}

/** Whether a folder is there, and for its owner alone, who is the user. */
function isPrivate(folder: string, fileSystem: FileSystem): boolean {
	try {
		const stat = fileSystem.lstat(folder);
		const uid = process.getuid?.();
		if (uid === undefined) return stat.isDirectory();
		return stat.isDirectory() && Number(stat.uid) === uid && (Number(stat.mode) & 0o077) === 0;
	} catch {
		return false;
	}
}

function contentOf(path: string, fileSystem: FileSystem, {entry}: Limits): Uint8Array | undefined {
	let fd: number | undefined;
	try {
		fd = fileSystem.open(path, openFlags.read);
		const size = Number(fileSystem.fstat(fd).size);
		if (size > entry + digestLength) return undefined;
		const bytes = readAll(fileSystem, fd, size);
		const content = bytes.subarray(digestLength);
		return digest(content).equals(bytes.subarray(0, digestLength)) ? content : undefined;
	} catch {
		return undefined;
	} finally {
		if (fd !== undefined) close(fd, fileSystem);
	}
}

/** Not forced to the disk: what a loss of power leaves of it does not match its digest. */
function write(path: string, folder: string, content: Uint8Array, fileSystem: FileSystem): void {
	const temporary = temporaryName(folder);
	const fd = fileSystem.open(temporary, openFlags.createNew, 0o600);
	try {
		try {
			writeAll(fileSystem, fd, Buffer.concat([digest(content), content]), 0);
		} finally {
			close(fd, fileSystem);
		}

		fileSystem.rename(temporary, path);
	} catch (error) {
		quietly(() => {
			fileSystem.unlink(temporary);
		});
		throw error;
	}
}

/** Removes the oldest entries until half of what is allowed is left, where there is more than that. */
function shorten(folder: string, fileSystem: FileSystem, {all, files}: Limits): void {
	const entries = fileSystem
		.readdir(folder)
		.filter(name => entryName.test(name) || name.endsWith('.tmp'))
		.flatMap(name => {
			try {
				const path = join(folder, name);
				const {size, mtimeNs} = fileSystem.lstat(path);
				return [{path, size: Number(size), mtimeNs}];
			} catch {
				return [];
			}
		})
		.toSorted((one, other) => (one.mtimeNs < other.mtimeNs ? -1 : 1));
	let count = entries.length;
	let size = entries.reduce((sum, one) => sum + one.size, 0);
	if (count <= files && size <= all) return;
	for (const one of entries) {
		if (count <= files / 2 && size <= all / 2) return;
		quietly(() => {
			fileSystem.unlink(one.path);
		});
		count -= 1;
		size -= one.size;
	}
}

function close(fd: number, fileSystem: FileSystem): void {
	quietly(() => {
		fileSystem.close(fd);
	});
}

function digest(content: string | Uint8Array): Buffer {
	return createHash('sha256').update(content).digest();
}
