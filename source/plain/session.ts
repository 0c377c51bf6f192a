/** What a prompts session carries with it. */

import type {Action, WizardState} from '../core/wizard/index.ts';
import type {Outcome} from '../core/wizard/types.ts';
import type {Ask} from './ask.ts';

/** The wizard as a question uses it. */
export type Session = {
	readonly ask: Ask;
	readonly state: () => WizardState;
	readonly dispatch: (action: Action) => void;
	readonly now: () => string;
	/** Shows lines above the next prompt. */
	readonly say: (lines: readonly string[]) => void;
	/** Lines of an answer in which a command was typed that leaves it as it is; the answer goes on behind them. */
	begun: {readonly field: string; readonly lines: readonly string[]} | undefined;
};

/** How a question ended: answered, left as it was, with a command typed, or with the end of input. */
export type Ending =
	{readonly type: 'answered' | 'untouched' | 'end'} | {readonly type: 'command'; readonly line: string};

export type PlainOptions = {
	/** The wizard's state and the way in; effects are carried out by whoever made it. */
	readonly store: {
		getState(): WizardState;
		dispatch(action: Action): void;
		subscribe(listener: () => void): () => void;
	};
	readonly ask: Ask;
	/** Shows one line. Each comes sanitised. */
	readonly say: (line: string) => void;
	/** ISO 8601 with offset. */
	readonly now: () => string;
	/** Resolves when every effect that was wished for so far has been carried out and its action has come back. */
	readonly settled: () => Promise<void>;
	/** A document as lines to be shown; its source where there is none. */
	readonly preview?: (source: string) => readonly string[] | Promise<readonly string[]>;
	/** The difference between what stands in the file and what would be written, as lines. */
	readonly difference?: (before: string, after: string) => readonly string[];
};

export type PlainResult = {
	readonly outcome: Outcome;
	/** True where the input ended before the author did: the draft is saved, and the exit code is 1. */
	readonly endOfInput: boolean;
	/** True where the author stopped with Ctrl+C; the draft is saved. */
	readonly interrupted: boolean;
	/** How many required fields are open, those left out that writing fills in. */
	readonly open: number;
};

export type PlainSession = Session & {
	readonly options: PlainOptions;
	/** The section whose head was shown last. */
	section: string | undefined;
	/** The field asked for last: asked again at once, it is not explained again. */
	asked: string | undefined;
	endOfInput: boolean;
};

/** Gives the machine an action, waits for what it wished for, and tells what it has to say. */
export async function send(session: PlainSession, action: Action): Promise<void> {
	session.dispatch(action);
	await session.options.settled();
	const {notice} = session.state();
	if (notice) session.say([`  ${notice.text}${notice.undo ? ` :undo ${notice.undo}.` : ''}`]);
}
