/** All drafts of this person: making, opening, listing and removing them. */

import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import {exitCodes, failure, success, type Problem, type Result} from '../../core/problem.ts';
import {
	errorCode,
	openFlags,
	problemOf,
	quietly,
	realFileSystem,
	safeWrite,
	sweepTemporaries,
	type FileSystem,
} from '../file-system/index.ts';
import {draftOver} from './draft.ts';
import {draftsFolder, makePrivate} from './folder.ts';
import {headerLine} from './journal.ts';
import {acquire, holderOf, type Lock} from './lock.ts';
import {openLocked} from './open.ts';
import {realProcesses, type Processes} from './processes.ts';
import {contentOf, idOf, isFinished, readDraftFile, unknownDraft} from './read.ts';
import type {Draft, DraftContent, DraftEntry, DraftHeader, DraftList, OpenedDraft} from './types.ts';

export type DraftStore = {
	/** Where the drafts lie, when there is a place for them. */
	readonly folder: string | undefined;
	/** Makes a draft and holds it. Problems: `draft.no-home` and what the system refuses (exit 3), an unsafe folder (6). */
	createDraft(header: DraftHeader): Result<Draft>;
	/**
	 * Opens a draft and holds it; its id may be shortened as long as it is the only one that begins so. An unreadable end
	 * is kept beside it and cut off. `from` is the process of this machine that the draft may be taken from while it runs;
	 * that one saves nothing more. Problems: `draft.unknown` (2), `draft.newer` and `draft.unreadable` (3),
	 * `draft.locked` (5) with the process that has it, `draft.unsafe` (6).
	 */
	openDraft(id: string, from?: number): Result<OpenedDraft>;
	/** What a draft says, without holding it: to show or export it while it is open elsewhere. */
	readDraft(id: string): Result<DraftContent>;
	/** All drafts, newest first. */
	listDrafts(): Result<DraftList>;
	/** Removes a draft that nobody has open. */
	removeDraft(id: string): Result<void>;
	/** Removes finished drafts of 14 days ago and what a crash left beside drafts; gives the removed drafts' ids. */
	sweep(): Result<readonly string[]>;
};

export type DraftStoreOptions = {
	/** The time, ISO 8601 with offset. */
	readonly now: () => string;
	readonly environment?: Readonly<Record<string, string | undefined>>;
	readonly platform?: NodeJS.Platform;
	readonly fileSystem?: FileSystem;
	readonly processes?: Processes;
};

/** Days that a draft stays after its document was written: long enough to notice that something is missing in it. */
const daysKept = 14;
const day = 24 * 60 * 60 * 1000;

/** The drafts of whoever the environment belongs to. Nothing is touched before a method is called, and none throws. */
export function draftStore(options: DraftStoreOptions): DraftStore {
	const {
		now,
		environment = process.env,
		platform = process.platform,
		fileSystem = realFileSystem,
		processes = realProcesses,
	} = options;
	const place = draftsFolder(environment, platform);
	const folder = place.ok ? place.value : undefined;
	const ports = {fileSystem, processes};
	const pathOf = (id: string) => join(folder ?? '', `${id}.jsonl`);
	const lockOf = (id: string) => join(folder ?? '', `${id}.lock`);

	function names(): Result<readonly string[]> {
		if (!place.ok) {
			return place;
		}

		try {
			return success(fileSystem.readdir(place.value));
		} catch (error) {
			return errorCode(error) === 'ENOENT'
				? success([])
				: failure(problemOf(error, 'draft', `Could not look for drafts in ${place.value}`));
		}
	}

	/** The whole id for one that may be shortened. */
	function resolve(id: string): Result<string> {
		const listed = names();
		if (!listed.ok) {
			return listed;
		}

		const ids = listed.value.flatMap(name => idOf(name) ?? []);
		const found = /^[\da-f]+$/.test(id) ? ids.filter(other => other.startsWith(id)) : [];
		if (found.length === 1) {
			return success(found[0]!);
		}

		return failure(
			found.length === 0
				? unknownDraft(id)
				: {
						code: 'draft.ambiguous',
						summary: `${found.length} drafts begin with ${id}.`,
						next: `Name one of them: ${found.join(', ')}`,
						exit: exitCodes.usage,
					},
		);
	}

	function createDraft(header: DraftHeader): Result<Draft> {
		if (!place.ok) {
			return place;
		}

		const made = makePrivate(place.value, fileSystem);
		if (!made.ok) {
			return made;
		}

		const id = randomBytes(6).toString('hex');
		const path = pathOf(id);
		const lock = acquire(lockOf(id), ports);
		if (!lock.ok) {
			return lock;
		}

		try {
			const bytes = headerLine(header);
			// Whole or not at all: killed half way, a draft without its header would lie there that nobody can read.
			safeWrite(fileSystem, path, bytes, {mode: 0o600, isNew: true});
			const fd = fileSystem.open(path, openFlags.readAndWrite);
			return success(draftOver({id, path, fd, size: bytes.length, count: 0, lock: lock.value}, {fileSystem, now}));
		} catch (error) {
			quietly(() => {
				fileSystem.unlink(path);
			});
			lock.value.release();
			return failure(problemOf(error, 'draft', `Could not make a draft in ${place.value}`));
		}
	}

	/** The lock on the draft that an id, perhaps shortened, means. */
	function hold(givenId: string, from?: number): Result<{readonly id: string; readonly lock: Lock}> {
		const id = resolve(givenId);
		if (!id.ok) {
			return id;
		}

		const lock = acquire(lockOf(id.value), ports, from);
		return lock.ok ? success({id: id.value, lock: lock.value}) : lock;
	}

	function openDraft(givenId: string, from?: number): Result<OpenedDraft> {
		const id = resolve(givenId);
		if (!id.ok) return id;
		// What is typed goes there: somebody may have opened the folder to others, or put a link in its place.
		const made = makePrivate(folder ?? '', fileSystem);
		if (!made.ok) return made;
		const held = hold(id.value, from);
		if (!held.ok) {
			return held;
		}

		const {lock} = held.value;
		const opened = openLocked({id: id.value, path: pathOf(id.value), lock}, {fileSystem, now});
		if (!opened.ok) {
			lock.release();
		}

		return opened;
	}

	function readDraft(givenId: string): Result<DraftContent> {
		const id = resolve(givenId);
		if (!id.ok) {
			return id;
		}

		const read = readDraftFile(pathOf(id.value), id.value, fileSystem);
		return read.ok ? success(contentOf(id.value, read.value)) : read;
	}

	function listDrafts(): Result<DraftList> {
		const listed = names();
		if (!listed.ok) {
			return listed;
		}

		const drafts: DraftEntry[] = [];
		const unreadable: {id: string; problem: Problem}[] = [];
		for (const id of listed.value.flatMap(name => idOf(name) ?? [])) {
			const read = readDraftFile(pathOf(id), id, fileSystem);
			if (!read.ok) {
				// One that was removed since the folder was read is no draft any more.
				if (read.problem.code !== 'draft.unknown') {
					unreadable.push({id, problem: read.problem});
				}

				continue;
			}

			const content = contentOf(id, read.value);
			const holder = holderOf(lockOf(id), ports);
			drafts.push({
				...content,
				finished: isFinished(content),
				...(holder === undefined ? {} : {holder: {pid: holder.pid, host: holder.host}}),
			});
		}

		drafts.sort((a, b) => milliseconds(b.updated) - milliseconds(a.updated) || (a.id < b.id ? -1 : 1));
		return success({drafts, unreadable});
	}

	function removeDraft(givenId: string): Result<void> {
		const held = hold(givenId);
		if (!held.ok) {
			return held;
		}

		const {id, lock} = held.value;

		try {
			fileSystem.unlink(pathOf(id));
			const listed = names();
			const rests = listed.ok ? listed.value.filter(name => name.startsWith(`${id}.`) && name !== `${id}.lock`) : [];
			for (const name of rests) {
				quietly(() => {
					fileSystem.unlink(join(folder ?? '', name));
				});
			}

			return success(undefined);
		} catch (error) {
			return failure(problemOf(error, 'draft', `Could not remove the draft ${id}`));
		} finally {
			lock.release();
		}
	}

	/** Removes what a process left that was killed: the lock of a draft that it did not get to make, the right to a takeover. */
	function sweepLocks(there: readonly string[]): void {
		for (const name of there) {
			const [, id = '', takeover] = /^([\da-f]{12})\.lock(\.takeover-.*)?$/.exec(name) ?? [];
			if (id === '' || (takeover === undefined && there.includes(`${id}.jsonl`))) continue;
			// Whoever gets it may let go of it: nobody else holds it then. One that is held is left alone.
			const lock = acquire(join(folder ?? '', name), ports);
			if (lock.ok) lock.value.release();
		}
	}

	function sweep(): Result<readonly string[]> {
		const list = listDrafts();
		if (!list.ok) {
			return list;
		}

		const today = milliseconds(now());
		const removed = list.value.drafts
			.filter(
				draft => draft.finished && draft.holder === undefined && today - milliseconds(draft.updated) > daysKept * day,
			)
			.map(draft => draft.id)
			.filter(id => removeDraft(id).ok);
		quietly(() => {
			// A day: no save takes so long, so whoever made it is gone.
			sweepTemporaries(fileSystem, folder ?? '', today - day);
			sweepLocks(fileSystem.readdir(folder ?? ''));
		});
		return success(removed);
	}

	return {folder, createDraft, openDraft, readDraft, listDrafts, removeDraft, sweep};
}

/** A time as a number; what is no time sorts as the oldest. */
function milliseconds(iso: string): number {
	const time = Date.parse(iso);
	return Number.isNaN(time) ? 0 : time;
}
