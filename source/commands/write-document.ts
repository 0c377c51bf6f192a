/** Writing a document without questions: to stdout, or to a file and then, if asked for, into one commit. */

import {versionAt, writeDocument} from '../adapters/files/index.ts';
import type {ExitCode} from '../core/problem.ts';
import {isSet, textOption, type Context, type Invocation} from './context.ts';

export type ToWrite = {
	readonly path: string;
	readonly text: string;
	/** The version that may be replaced: the document that was opened. */
	readonly replaces?: string;
	/** What the commit says, where the author gives no message. */
	readonly message: string;
};

/** Writes the file; overwrites another one only with `--force`. Then commits it where `--commit` is given. */
export async function writeDocumentFile(
	document: ToWrite,
	invocation: Invocation,
	context: Context,
): Promise<ExitCode> {
	const {output} = context;
	const {path, text, message} = document;
	let {replaces} = document;
	if (replaces === undefined && isSet(invocation, 'force')) {
		// Whatever stands there may be replaced, text or not.
		const standing = versionAt(path);
		if (standing.ok) replaces = standing.value;
	}
	const written = writeDocument(path, text, {
		...(replaces === undefined ? {} : {replaces}),
		makeFolders: true,
		evenIfLinked: isSet(invocation, 'force'),
	});
	if (!written.ok) {
		output.problem(written.problem);
		return written.problem.exit;
	}
	output.say({text: 'wrote ', tone: 'good'}, path);
	return isSet(invocation, 'commit')
		? commitWritten(path, textOption(invocation, 'message') ?? message, invocation, context)
		: 0;
}

/** Commits exactly the file at `path` and says what happened; git's and its hooks' words go to stderr. */
export async function commitWritten(
	path: string,
	message: string,
	invocation: Invocation,
	{output}: Context,
): Promise<ExitCode> {
	const {commitFile} = await import('../adapters/git/index.ts');
	const branch = textOption(invocation, 'branch');
	const result = await commitFile(path, message, branch === undefined ? {} : {branch});
	if (!result.ok) {
		output.problem(result.problem);
		return result.problem.exit;
	}
	const {hash, branch: onto, notes, isNew} = result.value;
	if (isNew) output.say({text: 'committed ', tone: 'good'}, `${path} as ${hash.slice(0, 12)} on ${onto}`);
	else output.say(`${path} is committed already as it is, in ${hash.slice(0, 12)}; no new commit was needed.`);
	for (const note of notes) output.say(`  ${note}`);
	return 0;
}

/** Wrong combinations of the flags that say what becomes of the document. */
export function outputFlagsProblem(invocation: Invocation): string | undefined {
	if (isSet(invocation, 'print')) {
		if (textOption(invocation, 'out') !== undefined) return '--print writes no file, so it cannot go with --out.';
		if (isSet(invocation, 'commit')) return '--print writes no file, so it cannot go with --commit.';
	}
	if (!isSet(invocation, 'commit')) {
		if (textOption(invocation, 'message') !== undefined) return '--message is for --commit, which is not given.';
		if (textOption(invocation, 'branch') !== undefined) return '--branch is for --commit, which is not given.';
	}
	return undefined;
}
