/** Starts the program with the real streams; the bin loads this. */

import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {isatty} from 'node:tty';
import {version} from '../../package.json';
import type {Context} from './context.ts';
import {createOutput, descriptorSink} from './output.ts';
import {endedBy, run} from './run.ts';

/** The package's folder: the nearest one above this file with a package.json, whether bundled or not. */
function packageFolder(): string {
	let folder = import.meta.dirname;
	while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
	return folder;
}

/** Asked of the stream only where it is a terminal: making the stream objects costs start-up time. */
function columns(): number {
	return isatty(1) ? process.stdout.columns : Number(process.env['COLUMNS']) || 80;
}

const stdinIsTerminal = isatty(0);
const context: Context = {
	output: createOutput(
		descriptorSink(1, isatty(1), columns()),
		descriptorSink(2, isatty(2), columns()),
		process.env,
		stdinIsTerminal,
	),
	env: process.env,
	cwd: process.cwd(),
	bundledTemplates: join(packageFolder(), 'templates'),
	version,
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

const fail = (error: unknown): void => {
	process.exit(endedBy(error, context));
};
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
// Without a listener Node opens its debugger on this signal, to whoever may send it.
process.on('SIGUSR1', () => {});

process.exitCode = await run(process.argv.slice(2), context);
