/**
 * A real pseudo-terminal with an emulated screen: the built program runs in it as it does for a person. Waiting is on
 * what the screen says, never on a clock; a wait that does not come true fails with the screen as it was.
 */

import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type IPty, spawn} from '@lydell/node-pty';
import xterm, {type IBuffer} from '@xterm/headless';

export const bin = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export {keys} from '../keys.ts';

export type Terminal = {
	readonly pid: number;
	/** The screen's lines, trailing blanks cut. */
	screen(): readonly string[];
	text(): string;
	/** The emulated screen's cells, for drawing it. */
	buffer(): IBuffer;
	/** Everything the program wrote, as bytes in order. */
	output(): string;
	send(...input: readonly string[]): void;
	/** Resolves when the screen holds `wanted`; fails with the screen after `seconds`. */
	waitFor(wanted: string | RegExp, seconds?: number): Promise<void>;
	/** Resolves when `isTrue` says so, asked whenever the screen changed. */
	waitUntil(isTrue: () => boolean, what: string, seconds?: number): Promise<void>;
	/** Resolves with the exit code (128 + signal where killed). */
	exit(seconds?: number): Promise<number>;
	kill(signal: string): void;
	resize(columns: number, rows: number): void;
	/** Takes the terminal away, as closing its window does. */
	close(): void;
};

/** Starts the program in a terminal of the given size. The environment is small and holds no CI variable. */
export function open(
	args: readonly string[],
	options: {
		readonly cwd: string;
		readonly home: string;
		readonly columns?: number;
		readonly rows?: number;
		readonly env?: Record<string, string>;
		/** Another build than the one in dist/. */
		readonly program?: string;
		/** Another program than Node, which is given `args` alone. */
		readonly command?: string;
	},
): Terminal {
	const columns = options.columns ?? 100;
	const rows = options.rows ?? 30;
	const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 1000});
	const child: IPty = spawn(
		options.command ?? process.execPath,
		options.command ? [...args] : [options.program ?? bin, ...args],
		{
			name: options.env?.TERM ?? 'xterm-256color',
			cols: columns,
			rows,
			cwd: options.cwd,
			env: environment(options.home, options.env),
		},
	);
	let written = '';
	let code: number | undefined;
	const listeners = new Set<() => void>();
	const changed = (): void => {
		for (const listener of listeners) listener();
	};

	emulator.onData(answer => {
		if (code === undefined) child.write(answer);
	});
	child.onData(data => {
		written += data;
		emulator.write(data, changed);
	});
	child.onExit(({exitCode, signal}) => {
		code = signal ? 128 + signal : exitCode;
		emulator.write('', changed);
	});

	const screen = (): readonly string[] => {
		const {active} = emulator.buffer;
		return Array.from(
			{length: rows},
			(_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
		);
	};

	/** False in the middle of a frame, where a part of the screen is still the one before. */
	const isWhole = (): boolean =>
		code !== undefined || written.lastIndexOf('\u001B[?2026h') <= written.lastIndexOf('\u001B[?2026l');

	const until = async <T>(look: () => T | undefined, what: string, seconds: number): Promise<T> =>
		new Promise((resolve, reject) => {
			const timer = setTimeout(() => {
				listeners.delete(check);
				reject(
					new Error(
						`Waited ${seconds} s for ${what}. Exit code: ${code ?? 'running'}. The screen:\n${screen().join('\n')}`,
					),
				);
			}, seconds * 1000);
			const check = (): void => {
				const found = look();
				if (found === undefined) return;
				clearTimeout(timer);
				listeners.delete(check);
				resolve(found);
			};

			listeners.add(check);
			check();
		});

	return {
		pid: child.pid,
		screen,
		text: () => screen().join('\n'),
		buffer: () => emulator.buffer.active,
		output: () => written,
		send(...input) {
			for (const piece of input) child.write(piece);
		},
		async waitFor(wanted, seconds = 20) {
			const isThere = (): true | undefined => {
				if (!isWhole()) return undefined;
				const text = screen().join('\n');
				return (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)) ? true : undefined;
			};

			await until(isThere, String(wanted), seconds);
		},
		async waitUntil(isTrue, what, seconds = 20) {
			await until(() => (isWhole() && isTrue() ? true : undefined), what, seconds);
		},
		exit: async (seconds = 20) => until(() => code, 'the program to end', seconds),
		kill(signal) {
			child.kill(signal);
		},
		close() {
			(child as IPty & {destroy(): void}).destroy();
		},
		resize(newColumns, newRows) {
			emulator.resize(newColumns, newRows);
			child.resize(newColumns, newRows);
		},
	};
}

/** Runs the program without a terminal and gives what it said. */
export function run(
	args: readonly string[],
	options: {readonly cwd: string; readonly home: string; readonly input?: string},
): {readonly code: number | null; readonly stdout: string; readonly stderr: string; json(): unknown} {
	const {status, stdout, stderr} = spawnSync(process.execPath, [bin, ...args], {
		cwd: options.cwd,
		env: environment(options.home),
		encoding: 'utf8',
		input: options.input ?? '',
	});
	return {code: status, stdout, stderr, json: () => JSON.parse(stdout) as unknown};
}

/** The environment a person has, small: no CI variable, no settings of the machine's. */
export function environment(home: string, extra: Record<string, string> = {}): Record<string, string> {
	return {
		PATH: process.env.PATH ?? '',
		HOME: home,
		XDG_STATE_HOME: join(home, '.local/state'),
		XDG_CONFIG_HOME: join(home, '.config'),
		TERM: 'xterm-256color',
		COLORTERM: 'truecolor',
		LANG: 'C.UTF-8',
		GIT_CONFIG_NOSYSTEM: '1',
		...extra,
	};
}

/** A new folder that is gone when the scope ends (`using`). */
export function folder(): {readonly path: string; [Symbol.dispose](): void} {
	const path = mkdtempSync(join(tmpdir(), 'specwright-test-'));
	return {
		path,
		[Symbol.dispose]() {
			rmSync(path, {recursive: true, force: true});
		},
	};
}
