/**
 * Autosave: what changed since the last save goes to the draft's journal, at once when the author moves on, else when
 * they pause. The screen says saved only after the journal says so. Saving is synchronous (a record takes a fraction of
 * a millisecond), so that it is also what a signal's handler can do.
 */

import {keptOf, recordsBetween, type DraftRecord, type Kept} from '../../core/wizard/index.ts';
import type {Result} from '../../core/problem.ts';
import type {Store} from './store.ts';

/** How long a pause in typing is before what was typed is saved, in milliseconds. */
const pause = 300;
/** How long after a failed save the next is tried, in milliseconds. */
const retry = 5000;

/** Saves records durably, all of them or none. */
export type Journal = (records: readonly DraftRecord[]) => Result<unknown>;

export type Autosave = {
	/** Saves when the author pauses. */
	soon(): void;
	/** Saves now; when it returns, the journal has everything or the state says why not. */
	now(): void;
	/** Takes down the timer that still waits. */
	stop(): void;
};

/**
 * Autosave of a store's session into `journal`. `beginning` is what need not be saved: a resumed draft's content, or
 * the blank form, so that looking at a template and leaving makes no draft. `clock` gives ISO 8601.
 */
export function createAutosave(store: Store, journal: Journal, beginning: Kept, clock: () => string): Autosave {
	let saved = beginning;
	let timer: NodeJS.Timeout | undefined;

	const now = (): void => {
		clearTimeout(timer);
		const state = store.getState();
		const next = keptOf(state);
		const records = recordsBetween(saved, next);
		const isWorthless = saved === beginning && records.every(({type}) => type === 'place');
		if (records.length > 0 && !isWorthless) {
			const result = journal(records);
			if (!result.ok) {
				store.dispatch({type: 'draft.failed', problem: result.problem});
				schedule(retry);
				return;
			}

			saved = next;
		}

		store.dispatch({type: 'draft.saved', revision: state.revision, at: clock()});
	};

	const schedule = (delay: number): void => {
		clearTimeout(timer);
		timer = setTimeout(now, delay);
		timer.unref();
	};

	return {
		soon() {
			schedule(pause);
		},
		now,
		stop() {
			clearTimeout(timer);
		},
	};
}
