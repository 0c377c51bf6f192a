/**
 * A lock that a file is: whoever could link it into place holds it, until it is unlinked or its holder no longer runs.
 * No heartbeat and no time of change, so a wizard that Ctrl-Z stopped for hours keeps what it holds, and one that was
 * killed loses it at once.
 */

import {Buffer} from 'node:buffer';
import {createHash, randomBytes} from 'node:crypto';
import {dirname} from 'node:path';
import {exitCodes, failure, success, type Result} from '../../core/problem.ts';
import {
	errorCode,
	openFlags,
	problemOf,
	quietly,
	readAll,
	temporaryName,
	writeAll,
	type FileSystem,
} from '../file-system/index.ts';
import type {ProcessMark, Processes} from './processes.ts';

export type Lock = {
	/** True where a holder that no longer runs had left it. */
	readonly takenOver: boolean;
	/** True where it was taken from a process that still runs, as its author wished. */
	readonly isTaken: boolean;
	/** Who has taken it from us meanwhile; `nobody` where it is gone altogether. */
	lostTo(): ProcessMark | undefined;
	/** Lets go; the file is removed only when it is still ours. */
	release(): void;
};

/** What a lock's file says. */
type Holder = ProcessMark & {readonly nonce: string};

/** The holder where none is named: of a damaged file, or where there is no file. No process looks after it. */
export const nobody: ProcessMark = {pid: 0, start: '', boot: '', host: ''};

type Ports = {readonly fileSystem: FileSystem; readonly processes: Processes};

/** Nonces of locks that this process let go of: the file of one stays behind where the disk refused to remove it. */
const letGo = new Set<string>();

/** A stale lock's takeover is itself a lock, whose holder may have died in turn; nobody dies this often. */
const mostTakeovers = 8;

/**
 * Takes the lock at `path`; from a process of this machine that still runs only where `from` is its number. Problems:
 * `draft.locked` (exit 5) names the process that has it, `draft.locked-elsewhere` (5) another machine; what the system
 * refuses is exit 3.
 */
export function acquire(path: string, ports: Ports, from?: number): Result<Lock> {
	try {
		return take(path, ports, mostTakeovers, from);
	} catch (error) {
		return failure(problemOf(error, 'draft', `Could not lock the draft (${path})`));
	}
}

/** Who holds the lock at `path` and still runs, or may run on another machine. */
export function holderOf(path: string, {fileSystem, processes}: Ports): ProcessMark | undefined {
	try {
		const holder = readHolder(path, fileSystem);
		return holder !== undefined && stateOf(holder, processes) !== 'dead' ? holder : undefined;
	} catch {
		return undefined;
	}
}

function take(path: string, ports: Ports, takeoversLeft: number, from?: number): Result<Lock> {
	const {fileSystem, processes} = ports;
	const nonce = randomBytes(12).toString('hex');
	const own = temporaryName(dirname(path));
	try {
		writeNew(own, JSON.stringify({...processes.self(), nonce} satisfies Holder), fileSystem);
		// A lock that vanishes between our two looks was let go of: a few more tries get it.
		for (let tries = 0; tries < 20; tries += 1) {
			if (linked(own, path, fileSystem)) {
				return success(lockOf(path, nonce, 'free', fileSystem));
			}

			const holder = readHolder(path, fileSystem);
			if (holder === undefined) {
				continue;
			}

			const state = stateOf(holder, processes);
			const isGiven = state === 'alive' && holder.pid === from;
			if (state !== 'dead' && !isGiven) {
				return failure(heldProblem(path, holder, state));
			}

			if (takeoversLeft === 0) {
				break;
			}

			// Only one process at a time may replace this very lock. Whoever comes here later, with an old look at
			// it, finds another nonce in the lock and starts anew.
			const right = take(`${path}.takeover-${holder.nonce}`, ports, takeoversLeft - 1);
			if (!right.ok) {
				// Another process is at it this moment, and will hold the lock: that is the answer.
				return right;
			}

			try {
				if (readHolder(path, fileSystem)?.nonce === holder.nonce) {
					fileSystem.rename(own, path);
					const was = isGiven ? 'alive' : letGo.has(holder.nonce) ? 'free' : 'dead';
					return success(lockOf(path, nonce, was, fileSystem));
				}
			} finally {
				right.value.release();
			}
		}
	} catch (error) {
		letGo.add(nonce);
		throw error;
	} finally {
		quietly(() => {
			fileSystem.unlink(own);
		});
	}

	return failure({
		code: 'draft.locked',
		summary: `The draft's lock ${path} could not be taken.`,
		next: 'Try again; if nothing else has the draft open, remove that file.',
		exit: exitCodes.locked,
	});
}

function lockOf(path: string, nonce: string, was: 'free' | 'dead' | 'alive', fileSystem: FileSystem): Lock {
	return {
		takenOver: was === 'dead',
		isTaken: was === 'alive',
		lostTo() {
			const holder = readHolder(path, fileSystem);
			return holder === undefined ? nobody : holder.pid === 0 || holder.nonce === nonce ? undefined : holder;
		},
		release() {
			letGo.add(nonce);
			quietly(() => {
				if (readHolder(path, fileSystem)?.nonce === nonce) {
					fileSystem.unlink(path);
				}
			});
		},
	};
}

/** Whether whoever a lock names still looks after it. */
function stateOf(holder: Holder, processes: Processes): 'alive' | 'dead' | 'elsewhere' {
	return holder.pid === 0 || letGo.has(holder.nonce) ? 'dead' : processes.look(holder);
}

function heldProblem(path: string, holder: Holder, state: 'alive' | 'elsewhere') {
	return state === 'alive'
		? {
				code: 'draft.locked',
				summary: `The draft is open in another process (${holder.pid}).`,
				next: 'Go on there, or close it and try again.',
				exit: exitCodes.locked,
			}
		: {
				code: 'draft.locked-elsewhere',
				summary: `The draft is open on another machine (${holder.host}, process ${holder.pid}).`,
				next: `Close it there; if it no longer runs, remove ${path}.`,
				exit: exitCodes.locked,
			};
}

/** Links `own` to `path`, false where something is there. Without hard links the file is made where it stands. */
function linked(own: string, path: string, fileSystem: FileSystem): boolean {
	try {
		fileSystem.link(own, path);
		return true;
	} catch (error) {
		const code = errorCode(error);
		if (code === 'EEXIST') {
			return false;
		}

		if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) {
			throw error;
		}
	}

	try {
		writeNew(path, readText(own, fileSystem), fileSystem);
		return true;
	} catch (error) {
		if (errorCode(error) === 'EEXIST') {
			return false;
		}

		throw error;
	}
}

function writeNew(path: string, text: string, fileSystem: FileSystem): void {
	const fd = fileSystem.open(path, openFlags.createNew, 0o600);
	try {
		writeAll(fileSystem, fd, Buffer.from(text), 0);
	} finally {
		fileSystem.close(fd);
	}
}

/** The holder that a lock's file names; undefined where there is no file. A file that says nothing has a dead holder. */
function readHolder(path: string, fileSystem: FileSystem): Holder | undefined {
	let text: string;
	try {
		text = readText(path, fileSystem);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') {
			return undefined;
		}

		throw error;
	}

	try {
		const value = JSON.parse(text) as Partial<Holder> | null;
		if (
			typeof value?.pid === 'number' &&
			typeof value.start === 'string' &&
			typeof value.boot === 'string' &&
			typeof value.host === 'string' &&
			/^[\da-f]{24}$/.test(value.nonce ?? '')
		) {
			return value as Holder;
		}
	} catch {
		// Falls through: what is no lock of ours holds nothing.
	}

	return {...nobody, nonce: createHash('sha256').update(text).digest('hex').slice(0, 24)};
}

function readText(path: string, fileSystem: FileSystem): string {
	const fd = fileSystem.open(path, openFlags.read);
	try {
		return Buffer.from(readAll(fileSystem, fd, Math.min(Number(fileSystem.fstat(fd).size), 4096))).toString('utf8');
	} finally {
		fileSystem.close(fd);
	}
}
