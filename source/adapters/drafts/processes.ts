/** Which process is which, and whether it still runs: what a lock needs to know. */

import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {hostname} from 'node:os';

/** A process told apart from a later one that got the same number, and from those before the last start of the machine. */
export type ProcessMark = {
	readonly pid: number;
	/** When it started, as the system counts; empty where that can't be told. */
	readonly start: string;
	/** The machine's start; empty where that can't be told. */
	readonly boot: string;
	readonly host: string;
};

export type Processes = {
	readonly self: () => ProcessMark;
	/** `elsewhere` where it ran on another machine and nothing can be known. */
	readonly look: (mark: ProcessMark) => 'alive' | 'dead' | 'elsewhere';
};

export const realProcesses: Processes = {
	self: () => ({pid: process.pid, start: startOf(process.pid) ?? '', boot: bootId(), host: hostname()}),
	look: mark => {
		if (mark.host !== hostname()) {
			return 'elsewhere';
		}

		if (mark.boot !== bootId()) {
			return 'dead';
		}

		const start = startOf(mark.pid);
		return start !== undefined && start === mark.start ? 'alive' : 'dead';
	},
};

function bootId(): string {
	return readText('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

/** When the process started; undefined where it does not run, empty where it runs and the start can't be told. */
function startOf(pid: number): string | undefined {
	if (process.platform === 'linux') {
		const stat = readText(`/proc/${pid}/stat`);
		// proc(5): the name in parentheses may hold anything; behind it state is field 3 and the start time field 22.
		const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
		return fields === undefined || fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[22 - 3];
	}

	try {
		process.kill(pid, 0);
	} catch (error) {
		// EPERM: it runs, and is someone else's.
		if ((error as NodeJS.ErrnoException).code !== 'EPERM') {
			return undefined;
		}
	}

	if (process.platform === 'win32') {
		return '';
	}

	try {
		return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
			encoding: 'utf8',
			env: {...process.env, LC_ALL: 'C', TZ: 'UTC'},
		}).trim();
	} catch {
		return undefined;
	}
}

function readText(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return undefined;
	}
}
