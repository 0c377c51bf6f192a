/** Opening a draft's file for going on. */

import {Buffer} from 'node:buffer';
import {failure, success, type Result} from '../../core/problem.ts';
import {errorCode, openFlags, problemOf, quietly, safeWrite, type FileSystem} from '../file-system/index.ts';
import {draftOver, type JournalFile, type Ports} from './draft.ts';
import {compact, headerLine, recordLine, type Entry} from './journal.ts';
import type {Lock} from './lock.ts';
import {contentOf, readDraftFile, type ReadDraft} from './read.ts';
import type {OpenedDraft} from './types.ts';

/** A journal longer than this is written anew without what later records made void. */
const longJournal = {bytes: 1024 * 1024, records: 2000};

/**
 * The draft in a file that this process has the lock of. What can't be read at its end is kept beside it and cut off, and
 * a journal that got long is written anew. On failure the lock is still held.
 */
export function openLocked(
	{id, path, lock}: {readonly id: string; readonly path: string; readonly lock: Lock},
	ports: Ports,
): Result<OpenedDraft> {
	const {fileSystem, now} = ports;
	const read = readDraftFile(path, id, fileSystem);
	if (!read.ok) {
		return read;
	}

	const {bytes, journal} = read.value;
	let fd: number | undefined;
	try {
		const kept = journal.size < bytes.length ? keepAside(path, bytes.subarray(journal.size), ports) : undefined;
		// Whoever it was taken from still has the file open; a new one in its place is out of that process's reach.
		const short = lock.isTaken ? rewritten(path, journal, fileSystem) : shortened(path, journal, fileSystem);
		fd = fileSystem.open(path, openFlags.readAndWrite);
		fileSystem.fchmod(fd, 0o600);
		fileSystem.ftruncate(fd, short.size);
		fileSystem.fsync(fd);
		const file: JournalFile = {id, path, fd, size: short.size, count: short.entries.length, lock};
		return success({
			...contentOf(id, {bytes, journal: {...journal, entries: short.entries}}),
			draft: draftOver(file, {fileSystem, now}),
			fromCrash: lock.takenOver,
			...(kept === undefined ? {} : {kept}),
		});
	} catch (error) {
		const openFd = fd;
		if (openFd !== undefined) {
			quietly(() => {
				fileSystem.close(openFd);
			});
		}

		return failure(problemOf(error, 'draft', `Could not open the draft ${id}`));
	}
}

/** Keeps bytes that can't be read, for whoever wants to look at them, before they are cut off. */
function keepAside(draftPath: string, tail: Uint8Array, {fileSystem, now}: Ports): string {
	const stamp = now().replaceAll(/\D/g, '').slice(0, 14);
	for (let count = 1; ; count += 1) {
		const path = draftPath.replace(/jsonl$/, `corrupt-${stamp}${count === 1 ? '' : `-${count}`}`);
		try {
			safeWrite(fileSystem, path, tail, {mode: 0o600, isNew: true});
			return path;
		} catch (error) {
			if (errorCode(error) !== 'EEXIST') {
				throw error;
			}
		}
	}
}

type Written = {readonly entries: readonly Entry[]; readonly size: number};

function shortened(path: string, journal: ReadDraft['journal'], fileSystem: FileSystem): Written {
	const isShort =
		journal.size - journal.headerSize <= longJournal.bytes && journal.entries.length <= longJournal.records;
	return isShort ? journal : rewritten(path, journal, fileSystem);
}

/** What still counts of a journal, in a new file at its path. */
function rewritten(path: string, journal: ReadDraft['journal'], fileSystem: FileSystem): Written {
	const entries = compact(journal.entries);
	const bytes = Buffer.concat([headerLine(journal.header), ...entries.map(recordLine)]);
	safeWrite(fileSystem, path, bytes, {mode: 0o600, isNew: false});
	return {entries, size: bytes.length};
}
