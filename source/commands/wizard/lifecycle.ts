/**
 * One owner of the end: whatever ends the program, the draft is saved first, the terminal is given back, and the last
 * words stand on the normal screen.
 */

import {constants} from 'node:os';
import type {Output} from '../output.ts';

/** What to do when the end comes from outside. */
export type Ending = {
	/** Saves what is not saved; must not wait. */
	save(): void;
	/** Gives the terminal back. */
	restore(): Promise<void>;
	/** True while another program (an editor, git) has the terminal: its interrupts are not meant for us. */
	isAway(): boolean;
	/** The command that goes on from here, where there is a draft. */
	resume(): string | undefined;
};

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/**
 * Listens for signals and for errors nobody caught. Signals end with 128 + their number, an error with 70. Gives the
 * function that takes the listeners off.
 */
export function watchOver(ending: Ending, output: Output): () => void {
	let isEnding = false;
	const end = async (code: number, words: readonly string[]): Promise<void> => {
		// A second signal does not wait for anything.
		if (isEnding) process.exit(code);
		isEnding = true;
		try {
			ending.save();
			await ending.restore();
		} finally {
			for (const line of words) output.say(line);
			const resume = ending.resume();
			if (resume !== undefined) output.say('Your draft is kept. Go on with: ', {text: resume, tone: 'strong'});
			process.exit(code);
		}
	};

	const onSignal = (signal: NodeJS.Signals): void => {
		if (ending.isAway() && (signal === 'SIGINT' || signal === 'SIGQUIT')) return;
		void end(128 + constants.signals[signal], []);
	};

	const onError = (error: unknown): void => {
		const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
		void end(70, ['specwright: this is a bug of ours, sorry. Please report it with these lines:', reason]);
	};

	// Without a listener SIGUSR1 would open Node's inspector to whoever may signal this process.
	const ignore = (): void => {};
	for (const signal of signals) process.on(signal, onSignal);
	process.on('SIGUSR1', ignore);
	process.on('uncaughtException', onError);
	process.on('unhandledRejection', onError);
	return () => {
		for (const signal of signals) process.off(signal, onSignal);
		process.off('SIGUSR1', ignore);
		process.off('uncaughtException', onError);
		process.off('unhandledRejection', onError);
	};
}
