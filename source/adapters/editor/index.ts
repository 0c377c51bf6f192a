/** Editing one text, an answer or a commit's message, in the author's own editor. */

import {isUtf8} from 'node:buffer';
import {chmodSync, constants, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {mostBytes} from '../../core/form/index.ts';
import {exitCodes, failure, success, type Problem, type Result} from '../../core/problem.ts';
import {editorWords, type EditorCommand} from './words.ts';

export {editorWords, type EditorCommand} from './words.ts';

export type EditorOptions = {
	/** The command; `$VISUAL`, then `$EDITOR` unless told. */
	readonly command?: string;
	/** What the file's name ends with, such as `md`, for the editor's colours. */
	readonly extension?: string;
	/** The file's whole name, where editors know by it what stands in there, such as git's for a message. */
	readonly name?: string;
	readonly environment?: Readonly<Record<string, string | undefined>>;
};

/**
 * The author's editor, `$VISUAL` before `$EDITOR`. Problems, both known before anything is started: `editor.none` and
 * `editor.shell-syntax` (exit 2).
 */
export function chooseEditor(
	environment: EditorOptions['environment'] = process.env,
	wished?: string,
): Result<EditorCommand> {
	const command = [wished, environment['VISUAL'], environment['EDITOR']].find(
		value => value !== undefined && value.trim() !== '',
	);
	return command === undefined
		? failure({
				code: 'editor.none',
				summary: 'No editor is set.',
				next: 'Set VISUAL or EDITOR, for example: export EDITOR=nano. The text can be typed here too.',
				exit: exitCodes.usage,
			})
		: editorWords(command);
}

/**
 * Lets the author edit `text` in their editor, which gets the terminal: leave the full screen before. Gives the new text
 * with `\n` line ends; a final line end that the editor added is taken off again. Whether it changed is for the caller
 * to see, by its content.
 *
 * Problems: `editor.none` and `editor.shell-syntax` (exit 2) before anything is started; `editor.not-started` and
 * `editor.failed` (3); `editor.empty` (2), for an author may have meant to leave; `editor.too-large` (6) and
 * `editor.not-text` (2). Where the file holds something new it is kept, and the problem says where.
 */
export async function editText(text: string, options: EditorOptions = {}): Promise<Result<string>> {
	const environment = options.environment ?? process.env;
	const words = chooseEditor(environment, options.command);
	if (!words.ok) {
		return words;
	}

	const made = makeFile(text, options.name ?? `answer.${safeExtension(options.extension)}`);
	if (!made.ok) {
		return made;
	}

	const {folder, path} = made.value;
	const ended = await start(words.value, path, environment);
	const result = ended ? failure(ended) : readResult(path, text);
	// What can't be taken over is not thrown away, unless it is what was there before.
	if (result.ok || isUnchanged(path, text)) {
		rmSync(folder, {recursive: true, force: true});
		return result;
	}

	return failure({
		...result.problem,
		next: `${result.problem.next ?? ''} What the editor left is kept in ${path}`.trim(),
	});
}

/** What nobody can make a path of. */
function safeExtension(extension = 'md'): string {
	return /^\w{1,16}$/.test(extension) ? extension : 'md';
}

function makeFile(text: string, name: string): Result<{readonly folder: string; readonly path: string}> {
	try {
		const folder = mkdtempSync(join(tmpdir(), 'specwright-'));
		chmodSync(folder, 0o700);
		const path = join(folder, name);
		const flag = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
		writeFileSync(path, text, {mode: 0o600, flag: flag as unknown as string});
		return success({folder, path});
	} catch (error) {
		return failure({
			code: 'editor.no-file',
			summary: `There is no place for the editor's file: ${error instanceof Error ? error.message : String(error)}`,
			next: 'Set TMPDIR to a folder that you may write to.',
			exit: exitCodes.io,
		});
	}
}

/** Runs the editor to its end; undefined where it ended well. */
async function start(
	{program, args, variables}: EditorCommand,
	path: string,
	environment: EditorOptions['environment'],
): Promise<Problem | undefined> {
	const {execa} = await import('execa');
	// Ctrl-C in an editor that leaves the terminal cooked reaches us too; it is the editor's to act on.
	const ignore = () => {};
	process.on('SIGINT', ignore);
	process.on('SIGQUIT', ignore);
	try {
		const result = await execa(program, [...args, path], {
			stdio: 'inherit',
			reject: false,
			extendEnv: false,
			env: {...environment, ...variables},
			// An editor that outlives us keeps the author's text on its screen.
			cleanup: false,
		});
		if (result.exitCode === 0) {
			return undefined;
		}

		const shown = JSON.stringify(program);
		return result.exitCode === undefined && result.signal === undefined
			? {
					code: 'editor.not-started',
					summary: `The editor ${shown} could not be started: ${result.code === 'ENOENT' ? 'there is no such program' : (result.code ?? 'unknown error')}.`,
					next: 'Set VISUAL or EDITOR to an editor that is installed.',
					exit: exitCodes.io,
				}
			: {
					code: 'editor.failed',
					summary: `The editor ${shown} ended with ${result.exitCode === undefined ? String(result.signal) : `status ${result.exitCode}`}; the text is as it was.`,
					next: 'Open it again, or type here.',
					exit: exitCodes.io,
				};
	} finally {
		process.off('SIGINT', ignore);
		process.off('SIGQUIT', ignore);
	}
}

function readResult(path: string, before: string): Result<string> {
	const refuse = (code: string, summary: string, exit: Problem['exit']) =>
		failure({code, summary, next: 'The text is as it was.', exit});
	let bytes: Buffer;
	try {
		const {size} = statSync(path);
		if (size > mostBytes) {
			return refuse(
				'editor.too-large',
				`The edited text has ${size} bytes; an answer may have ${mostBytes}.`,
				exitCodes.unsafe,
			);
		}

		bytes = readFileSync(path);
	} catch {
		return refuse('editor.no-result', "The editor's file is gone.", exitCodes.io);
	}

	if (bytes.includes(0) || !isUtf8(bytes)) {
		return refuse(
			'editor.not-text',
			`The edited text ${bytes.includes(0) ? 'has a NUL byte in it' : 'is not UTF-8'}.`,
			exitCodes.usage,
		);
	}

	const text = withOwnEnd(
		bytes
			.toString('utf8')
			.replace(/^\uFEFF/, '')
			.replaceAll(/\r\n?/g, '\n'),
		before,
	);
	return text.trim() === '' && before.trim() !== ''
		? refuse('editor.empty', 'The editor left an empty text.', exitCodes.usage)
		: success(text);
}

/** Editors end the last line; an answer that did not end so does not now. */
function withOwnEnd(text: string, before: string): string {
	return text.endsWith('\n') && !before.endsWith('\n') ? text.slice(0, -1) : text;
}

function isUnchanged(path: string, text: string): boolean {
	try {
		return readFileSync(path).equals(Buffer.from(text, 'utf8'));
	} catch {
		return true;
	}
}
