/** Programs of the fault tests, made one quick file each, and their output line by line. */

import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';
import {afterAll, beforeAll} from 'vitest';

/** Bundles the program beside this file before the tests of a file; gives the path, to be asked for inside of them. */
export function bundled(name: 'keep-saving' | 'take-turns'): () => string {
	let folder: string;
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'specwright-child-'));
		await build({
			entryPoints: [join(import.meta.dirname, `${name}.ts`)],
			outfile: join(folder, `${name}.mjs`),
			bundle: true,
			platform: 'node',
			format: 'esm',
			logLevel: 'error',
		});
	});
	afterAll(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	return () => join(folder, `${name}.mjs`);
}

export type Child = {
	readonly pid: number;
	/** The next line; empty once the child is gone. */
	line(): Promise<string>;
	/** The next line that begins so. */
	find(beginning: string): Promise<string>;
	send(line: string): void;
	signal(name: NodeJS.Signals): void;
	/** Kills it with no chance to tidy up; all the whole lines that it wrote. */
	kill(): Promise<readonly string[]>;
};

/** Starts Node with these arguments, or another program that becomes it. */
export function startChild(args: readonly string[], command = process.execPath): Child {
	const child = spawn(command, args, {stdio: ['pipe', 'pipe', 'inherit']});
	let output = '';
	let given = 0;
	let isClosed = false;
	let wake = () => {};
	child.stdin.on('error', () => {});
	child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
		output += chunk;
		wake();
	});
	const closed = new Promise<void>(resolve => {
		child.on('close', () => {
			isClosed = true;
			resolve();
			wake();
		});
	});
	const lines = () => output.split('\n').slice(0, -1);
	/** The first line from the next on that is right; all before it count as given. */
	async function nextWhere(isRight: (line: string) => boolean): Promise<string> {
		for (;;) {
			const there = lines();
			const at = there.findIndex((line, index) => index >= given && isRight(line));
			if (at !== -1 || isClosed) {
				given = at + 1;
				return there[at] ?? '';
			}

			await new Promise<void>(resolve => {
				wake = resolve;
			});
		}
	}

	return {
		pid: child.pid ?? 0,
		line: async () => nextWhere(() => true),
		find: async beginning => nextWhere(line => line.startsWith(beginning)),
		send: line => child.stdin.write(`${line}\n`),
		signal: name => child.kill(name),
		async kill() {
			child.kill('SIGKILL');
			await closed;
			return lines();
		},
	};
}
