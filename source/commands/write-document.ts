/** Writing a document without questions: to stdout, or to a file and then, if asked for, into one commit. */

import {versionAt, writeDocument} from '../adapters/files/index.ts';
import type {ExitCode, Problem} from '../core/problem.ts';
import {isBranchName, proposeMessage} from '../core/wizard/index.ts';
import {loadSettings} from './user-settings.ts';
import {isSet, textOption, type Context, type Invocation} from './context.ts';

export type ToWrite = {
	readonly path: string;
	readonly text: string;
	/** The version that may be replaced: the document that was opened. */
	readonly replaces?: string;
	/** What the commit is about, where the author gives no message. */
	readonly title: string;
};

/** Writes the file; overwrites another one only with `--force`. Then commits it where `--commit` is given. */
export async function writeDocumentFile(
	document: ToWrite,
	invocation: Invocation,
	context: Context,
): Promise<ExitCode> {
	const {output} = context;
	const {path, text, title} = document;
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
	if (!isSet(invocation, 'commit')) return 0;
	const code = await commitWritten({path, real: written.value.path, text, title}, invocation, context);
	if (code !== 0) output.say(`The file itself is written: ${path}`);
	return code;
}

export type ToCommit = {
	/** What the author calls it. */
	readonly path: string;
	/** Where the bytes are: where `path` is a symbolic link, the file that it leads to. */
	readonly real: string;
	readonly text: string;
	/** What the commit is about, where the author gives no message. */
	readonly title: string;
};

/** Commits exactly that file and says what happened; git's and its hooks' words go to stderr. */
export async function commitWritten(
	{path, real, text, title}: ToCommit,
	invocation: Invocation,
	context: Context,
): Promise<ExitCode> {
	const {output} = context;
	const [{commitFile}, {commitFacts}] = await Promise.all([
		import('../adapters/git/index.ts'),
		import('./commit-facts.ts'),
	]);
	const settings = loadSettings(context);
	const facts = async () => ({title, ...(await commitFacts(real, text, settings))});
	const message = textOption(invocation, 'message') ?? proposeMessage(await facts());
	const branch = textOption(invocation, 'branch');
	// Large repositories and hooks take their time.
	if (output.canAsk) output.say({text: 'committing ', tone: 'strong'}, path);
	const result = await commitFile(real, message, {
		// Whoever sits before it sees at once what git and its hooks say, and can answer; a log has it in the result.
		output: output.canAsk ? 'stderr' : 'capture',
		amend: settings.commitAmend,
		signOff: settings.commitSignOff,
		...(branch === undefined ? {} : {branch}),
	});
	if (!result.ok) {
		output.problem(result.problem);
		return result.problem.exit;
	}
	const {hash, branch: onto, notes, isNew, next} = result.value;
	if (isNew) output.say({text: 'committed ', tone: 'good'}, `${path} as ${hash.slice(0, 12)} on ${onto}`);
	else output.say(`${path} is committed already as it is, in ${hash.slice(0, 12)}; no new commit was needed.`);
	for (const note of notes) output.say({text: 'note ', tone: 'warn'}, note);
	if (next.length > 0) output.say('Share it with: ', {text: next.join(' && '), tone: 'strong'});
	return 0;
}

/** What is wrong with the flags that say what becomes of the document (exit 2), found before anything is written. */
export async function outputFlagsProblem(command: string, invocation: Invocation): Promise<Problem | undefined> {
	const summary = wrongTogether(invocation) ?? (await wrongForGit(invocation));
	if (summary === undefined) return undefined;
	return {code: 'usage.flags', summary, next: `See: specwright ${command} --help`, exit: 2};
}

function wrongTogether(invocation: Invocation): string | undefined {
	const out = textOption(invocation, 'out');
	if (out === '') return '--out names no file.';
	if (isSet(invocation, 'print')) {
		if (out !== undefined) return '--print writes no file, so it cannot go with --out.';
		if (isSet(invocation, 'commit')) return '--print writes no file, so it cannot go with --commit.';
	}
	if (!isSet(invocation, 'commit')) {
		if (textOption(invocation, 'message') !== undefined) return '--message is for --commit, which is not given.';
		if (textOption(invocation, 'branch') !== undefined) return '--branch is for --commit, which is not given.';
	}
	return undefined;
}

/** What git would refuse whatever the file holds. */
export async function wrongForGit(invocation: Invocation): Promise<string | undefined> {
	const [message, branch] = ['message', 'branch'].map(name => textOption(invocation, name));
	if (message === undefined && branch === undefined) return undefined;
	const {cleanMessage} = await import('../adapters/git/index.ts');
	if (message !== undefined && cleanMessage(message) === '') return '--message is empty; say in one line what changed.';
	if (branch !== undefined && !isBranchName(branch)) return `${JSON.stringify(branch)} can't be a branch's name.`;
	return undefined;
}
