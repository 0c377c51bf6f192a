/** Reading a file that somebody names: looked at before it is opened, never more than the limit, never a guess at its text. */

import {basename} from 'node:path';
import {exitCodes, failure, success, type Result} from '../../core/problem.ts';
import {
	errorCode,
	openFlags,
	problemOf,
	quietly,
	readAll,
	realFileSystem,
	type FileSystem,
	type Stat,
} from '../file-system/index.ts';
import {decodeText} from './decode.ts';
import {sha256} from './hash.ts';

/** The largest file that is read, in bytes. */
export const fileLimit = 4 * 1024 * 1024;

export type ReadOptions = {
	/** Most bytes that are read; 4 MiB unless told. */
	readonly limit?: number;
	readonly fileSystem?: FileSystem;
};

export type TextFile = {
	/** The whole text, with its BOM and its line ends. */
	readonly text: string;
	/** Tells this content from any other: size, time of change in nanoseconds and hash. */
	readonly version: string;
};

type BytesRead = {readonly bytes: Uint8Array; readonly version: string; readonly stat: Stat};

/**
 * The text of the file at `path`.
 *
 * Problems: no such file, a folder, a pipe, a device, or no permission (exit 3); over the limit (6); not UTF-8 text (2).
 */
export function readDocument(path: string, options: ReadOptions = {}): Result<TextFile> {
	const read = readBytes(path, options);
	if (!read.ok) {
		return read;
	}

	const decoded = decodeText(read.value.bytes, path);
	if (!decoded.ok) {
		return decoded;
	}

	return success({text: decoded.value, version: read.value.version});
}

/**
 * What stands at `path` now: its text and version, `undefined` where there is nothing. The same problems as
 * `readDocument`, but for a missing file.
 */
export function lookAt(path: string, options: ReadOptions = {}): Result<TextFile | undefined> {
	const read = readDocument(path, options);
	return !read.ok && read.problem.code === 'file.enoent' ? success(undefined) : read;
}

/** The version of whatever bytes stand at `path`, text or not; for overwriting what was asked to be overwritten. */
export function versionAt(path: string, options: ReadOptions = {}): Result<string | undefined> {
	const read = readBytes(path, options);
	if (!read.ok) {
		return read.problem.code === 'file.enoent' ? success(undefined) : read;
	}

	return success(read.value.version);
}

/** Reads a regular file within the limit; what is no regular file is never opened, for opening alone can hang or act. */
export function readBytes(path: string, options: ReadOptions = {}): Result<BytesRead> {
	const {limit = fileLimit, fileSystem = realFileSystem} = options;
	if (path.includes('\0')) {
		return failure({
			code: 'file.bad-name',
			summary: 'The path has a NUL character in it.',
			next: 'Check the path.',
			exit: exitCodes.unsafe,
		});
	}

	let fd: number | undefined;
	try {
		const refused = refuse(fileSystem.lstat(fileSystem.realpath(path)), path, limit);
		if (refused) {
			return refused;
		}

		fd = fileSystem.open(path, openFlags.readWithoutWaiting);
		const stat = fileSystem.fstat(fd);
		// Looked at again: between the two looks something else may have taken the name.
		const refusedNow = refuse(stat, path, limit);
		if (refusedNow) {
			return refusedNow;
		}

		const bytes = readAll(fileSystem, fd, Number(stat.size));
		return success({bytes, stat, version: versionOf(stat, bytes)});
	} catch (error) {
		const problem = problemOf(error, 'file', `Could not read ${path}`);
		return failure(errorCode(error) === 'ENOENT' ? {...problem, summary: `There is no file ${path}.`} : problem);
	} finally {
		const opened = fd;
		if (opened !== undefined) {
			// What was read is read, whatever closing says.
			quietly(() => {
				fileSystem.close(opened);
			});
		}
	}
}

export function versionOf(stat: Stat, bytes: Uint8Array): string {
	return `${bytes.length}-${stat.mtimeNs}-${sha256(bytes)}`;
}

function refuse(stat: Stat, path: string, limit: number): Result<never> | undefined {
	const kind = irregularKind(stat);
	if (kind !== undefined) {
		return failure({
			code: 'file.not-a-file',
			summary: `${path} is ${kind}, not a file.`,
			next: 'Name a Markdown file.',
			exit: exitCodes.io,
		});
	}

	if (stat.size > BigInt(limit)) {
		return failure({
			code: 'file.too-large',
			summary: `${basename(path)} has ${stat.size} bytes; files over ${inMebibytes(limit)} are not read.`,
			next: 'Split it into smaller documents.',
			exit: exitCodes.unsafe,
		});
	}

	return undefined;
}

/** What stands there when it is not a regular file, in words with their article. */
export function irregularKind(stat: Stat): string | undefined {
	return stat.isFile()
		? undefined
		: stat.isDirectory()
			? 'a folder'
			: stat.isFIFO()
				? 'a named pipe'
				: stat.isSocket()
					? 'a socket'
					: 'a device';
}

function inMebibytes(bytes: number): string {
	return bytes % (1024 * 1024) === 0 ? `${bytes / (1024 * 1024)} MiB` : `${bytes} bytes`;
}
