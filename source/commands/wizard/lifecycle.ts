/**
 * One owner of the end: whatever ends the program, the draft is saved first, the terminal is given back, and the last
 * words stand on the normal screen.
 */

import {constants} from 'node:os';
import {gitAtRest} from '../../adapters/git/index.ts';
import type {Context} from '../context.ts';
import {endedBy} from '../ended-by.ts';
import {ownFatal} from '../fatal.ts';

/** What to do when the end comes from outside. */
export type Ending = {
	/** Saves what is not saved; must not wait. */
	save(): void;
	/** Gives the terminal back. */
	restore(): Promise<void>;
	/** True while another program (an editor, git) has the terminal, and a moment after: its interrupts are not meant for us. */
	isAway(): boolean;
	/** The command that goes on from here, where there is a draft. */
	resume(): string | undefined;
};

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/**
 * Listens for signals, and has the errors that nobody caught. Signals end with 128 + their number, an error as `endedBy`
 * says. Gives the function that takes the listeners off.
 */
export function watchOver(ending: Ending, context: Context): () => void {
	const {output} = context;
	let finish: (() => never) | undefined;
	const end = async (code: () => number): Promise<void> => {
		// A second signal or error does not wait for anything.
		if (finish) return finish();
		finish = () => {
			const status = code();
			try {
				const resume = ending.resume();
				if (resume !== undefined) output.say('Your draft is kept. Go on with: ', {text: resume, tone: 'strong'});
			} catch {
				// A terminal that was closed takes no last words, and to wait for one would hold the draft for ever.
			}

			process.exit(status);
		};

		try {
			ending.save();
		} catch {
			// What ended the program may have broken this too; the terminal is given back all the same.
		}

		// Half a commit is worse than a moment's wait.
		await gitAtRest();
		try {
			await ending.restore();
		} catch {
			// See above: the first error is the one that is told.
		}

		finish();
	};

	const onSignal = (signal: NodeJS.Signals): void => {
		if (ending.isAway() && (signal === 'SIGINT' || signal === 'SIGQUIT')) return;
		void end(() => 128 + constants.signals[signal]);
	};

	const disown = ownFatal(error => void end(() => endedBy(error, context)));
	for (const signal of signals) process.on(signal, onSignal);
	return () => {
		for (const signal of signals) process.off(signal, onSignal);
		disown();
	};
}
