/** A draft that is open: appending to its journal so that what was said to be saved stays saved. */

import {Buffer} from 'node:buffer';
import {exitCodes, failure, success, type Problem, type Result} from '../../core/problem.ts';
import type {DraftRecord} from '../../core/wizard/types.ts';
import {
	errorCode,
	openFlags,
	problemOf,
	quietly,
	readAll,
	safeWrite,
	writeAll,
	type FileSystem,
} from '../file-system/index.ts';
import {recordLine} from './journal.ts';
import {nobody, type Lock} from './lock.ts';
import type {Draft} from './types.ts';

export type JournalFile = {
	readonly id: string;
	readonly path: string;
	readonly fd: number;
	/** Bytes that are sound and on the disk. */
	readonly size: number;
	/** Records in them. */
	readonly count: number;
	readonly lock: Lock;
};

export type Ports = {readonly fileSystem: FileSystem; readonly now: () => string};

/** The draft over an open journal; it closes the file and lets go of the lock. */
export function draftOver(file: JournalFile, {fileSystem, now}: Ports): Draft {
	let {fd, size, count} = file;
	let isOpen = true;
	/** True while the file may hold something behind `size`, or may not be the file at the path any more. */
	let isDoubtful = false;

	/** Makes the file at the path hold exactly what is sound: by cutting, else by writing it anew. */
	function mend(): void {
		try {
			fileSystem.ftruncate(fd, size);
			fileSystem.fdatasync(fd);
			if (isWhole(size)) {
				return;
			}
		} catch {
			// Cutting failed: the sound part is written anew.
		}

		const sound = readAll(fileSystem, fd, size);
		if (sound.length !== size) {
			throw Object.assign(new Error('the draft was cut by another program'), {code: 'EIO'});
		}

		// The file's place may have been taken this moment; what is then written to the old one is told as not saved.
		if (taken()) {
			return;
		}

		safeWrite(fileSystem, file.path, sound, {mode: 0o600, isNew: false});
		const renewed = fileSystem.open(file.path, openFlags.readAndWrite);
		quietly(() => {
			fileSystem.close(fd);
		});
		fd = renewed;
	}

	/**
	 * Why nothing may be written any more: another process has taken the draft over. Its lock says so, and once that is
	 * gone too, that another file than ours stands at the path.
	 */
	function taken(): Problem | undefined {
		const holder = file.lock.lostTo();
		if (holder === undefined || (holder === nobody && isOurFile())) return undefined;
		const who = holder === nobody ? '' : ` (process ${holder.pid})`;
		return {
			code: 'draft.taken',
			summary: `The draft was taken over by another window${who}; nothing more is saved here.`,
			next: 'Go on there, and quit here.',
			exit: exitCodes.locked,
		};
	}

	/** False where the file at the path is another than the one that is open; where there is none it may be made again. */
	function isOurFile(): boolean {
		try {
			return fileSystem.lstat(file.path).ino === fileSystem.fstat(fd).ino;
		} catch (error) {
			if (errorCode(error) === 'ENOENT') return true;
			throw error;
		}
	}

	/** Whether the open file still has a name and is as long as it should be. */
	function isWhole(wanted: number): boolean {
		const stat = fileSystem.fstat(fd);
		return stat.nlink > 0n && stat.size === BigInt(wanted);
	}

	function append(records: readonly DraftRecord[]): Result<{readonly at: string}> {
		const at = now();
		if (!isOpen) {
			return failure(problemOf(new Error('it was closed before'), 'draft', 'Could not save the draft'));
		}

		const bytes = Buffer.concat(records.map((record, index) => recordLine({seq: count + index + 1, at, record})));
		try {
			const lost = taken();
			if (lost) return failure(lost);
			// A failure before, or someone who removed the file, is mended first: behind a torn line nothing can be read.
			if (isDoubtful || !isWhole(size)) {
				isDoubtful = true;
				mend();
				isDoubtful = false;
			}

			if (records.length === 0) {
				return success({at});
			}

			isDoubtful = true;
			writeAll(fileSystem, fd, bytes, size);
			fileSystem.fdatasync(fd);
			isDoubtful = false;
			// Whoever takes it over has the lock before reading: what was written with the lock still ours was read.
			const gone = taken();
			if (gone) return failure(gone);
		} catch (error) {
			quietly(() => {
				// Space is given back at once, and the file reads well even if this is the last thing that happens.
				fileSystem.ftruncate(fd, size);
			});
			return failure(problemOf(error, 'draft', 'Could not write the draft'));
		}

		size += bytes.length;
		count += records.length;
		return success({at});
	}

	return {
		id: file.id,
		path: file.path,
		append,
		markWritten: (path, hash) => append([{type: 'written', path, ...(hash === undefined ? {} : {hash})}]),
		close() {
			if (!isOpen) {
				return;
			}

			isOpen = false;
			quietly(() => {
				fileSystem.close(fd);
			});
			file.lock.release();
		},
	};
}
