/** Files that fail where a test says. */

import {realFileSystem, type FileSystem} from '../../../source/adapters/file-system/index.ts';

export type Fault = {
	/** The call that fails, or `any`. */
	readonly call: keyof FileSystem | 'any';
	/** Which of those calls, from 1. */
	readonly at: number;
	readonly code: string;
	/** Fails from then on, not only once. */
	readonly lasting?: boolean;
	/** A write takes this many bytes before it fails. */
	readonly partly?: number;
};

/** Files with one fault, the real ones unless told; `calls` counts those that were looked at, from `start` on where it is called. */
export function failing(
	fault: Fault,
	base: FileSystem = realFileSystem,
): {
	readonly fileSystem: FileSystem;
	readonly calls: () => number;
	readonly start: () => void;
	readonly heal: () => void;
} {
	let count = 0;
	let healed = false;
	const entries = Object.entries(base).map(([name, call]) => {
		const wrapped = (...args: unknown[]): unknown => {
			if (fault.call !== 'any' && fault.call !== name) {
				return (call as (...all: unknown[]) => unknown)(...args);
			}

			count += 1;
			if (!healed && (fault.lasting ? count >= fault.at : count === fault.at)) {
				if (name === 'write' && fault.partly !== undefined && count === fault.at) {
					const [fd, bytes, offset, length, position] = args as [number, Uint8Array, number, number, number];
					return base.write(fd, bytes, offset, Math.min(length, fault.partly), position);
				}

				throw Object.assign(new Error(`${fault.code}: injected`), {code: fault.code});
			}

			return (call as (...all: unknown[]) => unknown)(...args);
		};
		return [name, wrapped];
	});
	return {
		fileSystem: Object.fromEntries(entries),
		calls: () => count,
		start() {
			count = 0;
			healed = false;
		},
		heal() {
			healed = true;
		},
	};
}

/** The real files; `before` is called before each call. */
export function watched(before: () => void): FileSystem {
	const entries = Object.entries(realFileSystem).map(([name, call]) => {
		const wrapped = (...args: unknown[]): unknown => {
			before();
			return (call as (...all: unknown[]) => unknown)(...args);
		};
		return [name, wrapped];
	});
	return Object.fromEntries(entries) as FileSystem;
}
