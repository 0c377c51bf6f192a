/** What a command is given besides its arguments: the streams, the place it runs in, and nothing it could guess at. */

import type {ExitCode} from '../core/problem.ts';
import type {Output} from './output.ts';

export type Context = {
	readonly output: Output;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd: string;
	/** The folder of the templates that come with the program. */
	readonly bundledTemplates: string;
	/** The folder of the answers files that come with it. */
	readonly bundledExamples: string;
	readonly version: string;
	/** Tells this build of the program from every other; undefined where it was not built. */
	readonly build?: string | undefined;
	/** The folder of what the build has kept for every run, such as the forms of the bundled templates. */
	readonly shipped?: string | undefined;
	readonly stdinIsTerminal: boolean;
	/** Everything on stdin, at most `limit` bytes; undefined where there is more. */
	readStdin(limit: number): Promise<Uint8Array | undefined>;
};

/** A command's arguments as they were given; a flag that was not given is not there. */
export type Invocation = {
	readonly args: readonly string[];
	readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
};

/** Runs one command and gives its exit code; expected failures are told and turned into one. */
export type Command = (invocation: Invocation, context: Context) => Promise<ExitCode>;

/** A flag that takes a value, where it was given. */
export function textOption({options}: Invocation, name: string): string | undefined {
	const value = options[name];
	return typeof value === 'string' ? value : undefined;
}

/** The values of a flag that may be given several times. */
export function listOption({options}: Invocation, name: string): readonly string[] {
	const value = options[name];
	return typeof value === 'object' ? value : [];
}

/** Whether a flag without a value was given. */
export function isSet({options}: Invocation, name: string): boolean {
	return options[name] === true;
}
