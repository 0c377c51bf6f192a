/**
 * How the prompts mode asks. The questions know nothing of a terminal: one way of asking uses Inquirer, another plain
 * lines that a screen reader reads out or a file answers, and tests answer from a list.
 */

/**
 * What came back: a text, where one that begins with a colon is a command; the indexes that were taken; or undefined
 * at the end of input (also Ctrl+C), which ends the session with the draft kept.
 */
export type Reply<T> = T | string | undefined;

export type Ask = {
	/** One line of text. Empty where the author only pressed Enter. */
	line(message: string): Promise<string | undefined>;
	/** One of the options, by its index. Empty text leaves things as they are; other text is an answer of one's own. */
	choose(question: {
		readonly message: string;
		readonly options: readonly string[];
		/** The one that Enter takes. */
		readonly current?: number;
		/** What Enter does where there is no current one. */
		readonly skip: string;
		/** True where an answer of one's own is admitted. */
		readonly open: boolean;
	}): Promise<Reply<number>>;
	/** Any number of the options, by their indexes; text as `choose` has it. */
	pick(question: {
		readonly message: string;
		readonly options: readonly string[];
		readonly picked: readonly number[];
		/** What Enter does where nothing is chosen anew. */
		readonly skip: string;
		/** True where answers of one's own are admitted, beside the options. */
		readonly open: boolean;
	}): Promise<Reply<readonly number[]>>;
	/** True where a prompt ended by Ctrl+C rather than by the end of input. */
	readonly wasInterrupted?: () => boolean;
	/** Yes or no. */
	confirm(message: string, initial: boolean): Promise<Reply<boolean>>;
};

/** The streams that Inquirer asks on. */
export type Streams = {readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream};
