/**
 * The one place that writes to the program's streams. A report that was asked for goes to stdout, everything else to
 * stderr. Lines are sanitised here, piece by piece, so that nothing in a file, a name or another program's output can
 * speak to a terminal or pass for a line of ours; also in a pipe, for a log is read in a terminal later. A document goes
 * to a pipe exactly as it is.
 */
import {writeSync} from 'node:fs';
import type {Problem} from '../core/problem.ts';
import {sanitize} from '../core/text/index.ts';
import {ungreet} from '../greeting.ts';

export type Tone = 'strong' | 'dim' | 'good' | 'warn' | 'bad';

/** A piece of a line: untrusted text, with a tone of our own where colour is on. */
export type Piece = string | {readonly text: string; readonly tone: Tone};

/** Select Graphic Rendition codes (ECMA-48 §8.3.117) on the 16 colours that every terminal has. */
const codes: Record<Tone, string> = {strong: '1', dim: '2', good: '32', warn: '33', bad: '31'};

/** What a stream is; the real ones are file descriptors, a test gives its own. */
export type Sink = {readonly isTerminal: boolean; readonly columns: number; write(text: string): void};

export type Output = {
	/** True where stdin and stdout are both terminals, so that a question can be asked. */
	readonly canAsk: boolean;
	readonly stdout: Pick<Sink, 'isTerminal' | 'columns'>;
	/** Whether stdout takes colour. */
	readonly color: boolean;
	/** A line of a report to stdout. */
	report(...pieces: readonly Piece[]): void;
	/** Lines of a report, which are written together. */
	reportLines(lines: readonly (readonly Piece[])[]): void;
	/** A text that was asked for, such as a document: exact to a pipe, sanitised to a terminal. */
	text(text: string): void;
	/** One JSON value to stdout, with every control and bidirectional character escaped. */
	json(value: unknown): void;
	/** Lines that this program drew itself, with its own colours, from text that was sanitised before. */
	drawn(lines: readonly string[]): void;
	/** Puts the cursor into the first column of a line with nothing on it, whoever left it behind a line that was begun. */
	toFreshLine(): void;
	/** A line for the person: progress, advice. To stderr. */
	say(...pieces: readonly Piece[]): void;
	/** A question without a line end, to stderr; the answer is typed behind it. */
	prompt(text: string): void;
	/** A problem, its place and what to try next. To stderr. */
	problem(problem: Problem): void;
};

/**
 * Whether a stream takes colour: `NO_COLOR` (no-color.org: any value but the empty one) says no, `FORCE_COLOR` says
 * yes unless it is `0`, else a terminal that is not `dumb` does.
 */
export function takesColor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
	if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
	if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
	return isTerminal && env['TERM'] !== 'dumb';
}

/** Characters that a JSON text may hold as they are but that a terminal or an editor would act on. */
const unsafeInJson = /[\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g;

/** JSON with two spaces, controls and bidirectional marks written as escapes. */
export function toJson(value: unknown): string {
	const text = JSON.stringify(value, undefined, 2);
	return text.replace(unsafeInJson, unsafe => `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A piece of a line as it may be shown: a line end in it, as a file's name may have one, is a sign. */
function oneLine(text: string): string {
	return sanitize(text).replaceAll('\n', '␊');
}

function render(pieces: readonly Piece[], color: boolean): string {
	return pieces
		.map(piece => {
			const shown = oneLine(typeof piece === 'string' ? piece : piece.text);
			return typeof piece === 'string' || !color || shown === ''
				? shown
				: `\u001B[${codes[piece.tone]}m${shown}\u001B[0m`;
		})
		.join('');
}

/** Where a problem stands, as editors and terminals know to open it. */
function placeOf({place}: Problem): string {
	if (place === undefined) return '';
	const column = place.column === undefined ? '' : `:${place.column}`;
	return place.path === undefined ? `line ${place.line}${column}: ` : `${place.path}:${place.line}${column}: `;
}

/** Makes an output over two sinks. */
export function createOutput(
	out: Sink,
	err: Sink,
	env: Readonly<Record<string, string | undefined>>,
	stdinIsTerminal: boolean,
): Output {
	const color = takesColor(out.isTerminal, env);
	const errorColor = takesColor(err.isTerminal, env);
	const say = (...pieces: readonly Piece[]): void => {
		err.write(`${render(pieces, errorColor)}\n`);
	};
	const reportLines = (lines: readonly (readonly Piece[])[]): void => {
		if (lines.length > 0) out.write(lines.map(pieces => `${render(pieces, color)}\n`).join(''));
	};
	return {
		canAsk: stdinIsTerminal && out.isTerminal,
		stdout: out,
		color,
		report(...pieces) {
			reportLines([pieces]);
		},
		reportLines,
		text(text) {
			out.write(out.isTerminal ? sanitize(text) : text);
		},
		json(value) {
			out.write(`${toJson(value)}\n`);
		},
		drawn(lines) {
			out.write(lines.map(line => `${line}\n`).join(''));
		},
		toFreshLine() {
			try {
				// As many blanks as a line has go on to the next one unless they begin where a line does: nobody has to ask where
				// the cursor is. Then what is left of them here goes (ECMA-48 §8.3.41).
				out.write(`${' '.repeat(out.columns)}\r\u001B[K`);
			} catch (error) {
				// Whoever draws next is told that the terminal is gone; this alone is no reason to end.
				if (!(error instanceof OutputClosed)) throw error;
			}
		},
		say,
		prompt(text) {
			err.write(sanitize(text));
		},
		problem(problem) {
			say({text: 'specwright: ', tone: 'bad'}, `${placeOf(problem)}${problem.summary}`);
			if (problem.next !== undefined) say({text: '  ', tone: 'dim'}, problem.next);
		},
	};
}

/** Thrown when the reader of our output is gone or the device is full; whoever runs the command ends it. */
export class OutputClosed extends Error {
	override readonly name = 'OutputClosed';
	readonly code: string;
	/** Whether it was a terminal. */
	readonly isTerminal: boolean;
	constructor(code: string, isTerminal: boolean) {
		super(`output ended: ${code}`);
		this.code = code;
		this.isTerminal = isTerminal;
	}
}

/**
 * A file descriptor as a sink. Writing is synchronous, so that nothing is lost when the command ends, whatever stdout
 * is; a pipe that is full for the moment (EAGAIN) is tried again. The width is asked anew each time: windows change theirs.
 */
export function descriptorSink(descriptor: 1 | 2, isTerminal: boolean, columns: () => number): Sink {
	return {
		isTerminal,
		get columns() {
			return columns();
		},
		write(text) {
			const greeted = ungreet();
			if (greeted !== '') write(1, greeted, isTerminal);
			write(descriptor, text, isTerminal);
		},
	};
}

const pause = new Int32Array(new SharedArrayBuffer(4));

function write(descriptor: 1 | 2, text: string, isTerminal: boolean): void {
	let rest = Buffer.from(text);
	while (rest.length > 0) {
		try {
			rest = rest.subarray(writeSync(descriptor, rest));
		} catch (error) {
			const code = (error as NodeJS.ErrnoException).code ?? 'EIO';
			if (code !== 'EAGAIN') throw new OutputClosed(code, isTerminal);
			Atomics.wait(pause, 0, 0, 5);
		}
	}
}
