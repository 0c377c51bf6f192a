/**
 * Expected failures as data. Nothing in the core throws for a fault that a user can meet: a function that may fail
 * gives a `Result`, and whoever holds the terminal turns the problem into words and an exit code.
 */

/** The program's exit codes; the README's table says what each means. */
export const exitCodes = {
	done: 0,
	incomplete: 1,
	usage: 2,
	io: 3,
	git: 4,
	locked: 5,
	unsafe: 6,
	bug: 70,
	/** Ctrl+C, as by SIGINT: 128 + its number. */
	interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An expected failure: what happened, where, and what to try next. */
export type Problem = {
	/** A stable name such as `answers.unknown-id`. */
	readonly code: string;
	/** One sentence: what happened and where. Untrusted parts are sanitised by whoever prints it. */
	readonly summary: string;
	/** The same without the name of the field it speaks of, for where that is named already. */
	readonly words?: string;
	/** What to do next, as a sentence or a command. */
	readonly next?: string;
	/** The exit code that this problem ends a command with. */
	readonly exit: ExitCode;
	/** Where in a file, 1-based. */
	readonly place?: {readonly path?: string; readonly line: number; readonly column?: number};
};

export type Result<T> = {readonly ok: true; readonly value: T} | {readonly ok: false; readonly problem: Problem};

/** A result that carries a value. */
export function success<T>(value: T): Result<T> {
	return {ok: true, value};
}

/** A result that carries a problem. */
export function failure(problem: Problem): Result<never> {
	return {ok: false, problem};
}
