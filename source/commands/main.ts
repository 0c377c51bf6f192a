/** Starts the program with the real streams; the bin loads this. */

import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {version} from '../../package.json';
import {isTerminal} from '../is-terminal.ts';
import type {Context} from './context.ts';
import {endedBy, nowhere} from './ended-by.ts';
import {watchForFatal} from './fatal.ts';
import {createOutput, descriptorSink} from './output.ts';
import {run} from './run.ts';

/** The package's folder: the nearest one above this file with a package.json, whether bundled or not. */
function packageFolder(): string {
	let folder = import.meta.dirname;
	while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
	return folder;
}

const isTerminalOut = isTerminal(1);

/** Asked of the stream only where it is a terminal: making the stream objects costs start-up time. */
function columns(): number {
	return isTerminalOut ? process.stdout.columns : Number(process.env['COLUMNS']) || 80;
}

/** The current folder; undefined where it was removed under us. */
function currentFolder(): string | undefined {
	try {
		return process.cwd();
	} catch {
		return undefined;
	}
}

const stdinIsTerminal = isTerminal(0);
const output = createOutput(
	descriptorSink(1, isTerminalOut, columns),
	descriptorSink(2, isTerminal(2), columns),
	process.env,
	stdinIsTerminal,
);
const cwd = currentFolder();
const context: Context = {
	output,
	env: process.env,
	cwd: cwd ?? '/',
	bundledTemplates: join(packageFolder(), 'templates'),
	bundledExamples: join(packageFolder(), 'examples'),
	version,
	build: process.env['SPECWRIGHT_BUILD'],
	shipped: join(import.meta.dirname, 'kept'),
	stdinIsTerminal,
	async readStdin(limit) {
		const chunks: Uint8Array[] = [];
		let size = 0;
		for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
			size += chunk.length;
			if (size > limit) return undefined;
			chunks.push(chunk);
		}
		return Buffer.concat(chunks);
	},
};

watchForFatal(error => {
	process.exit(endedBy(error, context));
});
// Without a listener Node opens its debugger on this signal, to whoever may send it.
process.on('SIGUSR1', () => {});
// Without one a file that outgrows the shell's limit ends the program; with it the write fails, which is told (setrlimit(2)).
process.on('SIGXFSZ', () => {});

process.exitCode = cwd === undefined ? nowhere(context) : await run(process.argv.slice(2), context);
