/** What a system call throws, as a problem in plain words. */

import {exitCodes, type Problem} from '../../core/problem.ts';

/** Words for the error codes that a person can do something about; POSIX errno names, as Node gives them. */
const reasons: Readonly<Record<string, readonly [reason: string, next: string]>> = {
	ENOSPC: ['the disk is full', 'Make room on the disk, then try again.'],
	EDQUOT: ['your share of the disk is used up', 'Make room, then try again.'],
	EFBIG: ['the file would be larger than allowed', 'Raise the limit for file sizes or write somewhere else.'],
	EACCES: ['permission was denied', 'Check the permissions of the file and its folder, or choose another place.'],
	EPERM: ['permission was denied', 'Check the permissions of the file and its folder, or choose another place.'],
	EROFS: ['the file system is read-only', 'Choose a place that can be written to.'],
	ENOENT: ['there is no such file or folder', 'Check the path.'],
	ENOTDIR: ['a part of the path is not a folder', 'Check the path.'],
	EISDIR: ['it is a folder', 'Name a file.'],
	ENAMETOOLONG: ['the name is too long', 'Choose a shorter name.'],
	ELOOP: ['its symbolic links lead in a circle or may not be followed', 'Name the file itself.'],
	EIO: ['the disk reported an error', 'Check the disk; choose another place to be safe.'],
	EMFILE: ['too many files are open', 'Close some programs, then try again.'],
	ENFILE: ['too many files are open', 'Close some programs, then try again.'],
	EBUSY: ['it is in use by another program', 'Close the other program, then try again.'],
	ETXTBSY: ['it is in use by another program', 'Close the other program, then try again.'],
	EXDEV: ['it is on another disk', 'Choose a place on the same disk.'],
};

/** The errno name of a thrown error, such as `ENOSPC`; empty where it has none. */
export function errorCode(error: unknown): string {
	return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
		? error.code
		: '';
}

/**
 * A problem with exit 3 for an error that a system call threw. `doing` says what was tried, such as
 * `Could not write notes.md`; the problem's code is `PREFIX.` and the errno name in lower case.
 */
export function problemOf(error: unknown, prefix: string, doing: string): Problem {
	const code = errorCode(error);
	const [reason, next] = reasons[code] ?? [
		error instanceof Error ? error.message : String(error),
		'Try again, or choose another place.',
	];
	return {
		code: `${prefix}.${code === '' ? 'failed' : code.toLowerCase()}`,
		summary: `${doing}: ${reason}.`,
		next,
		exit: exitCodes.io,
	};
}
