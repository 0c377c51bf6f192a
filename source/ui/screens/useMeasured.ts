/** What is worked out of the whole document follows a moment behind the keys, so that none of them waits for it. */

import {useCallback, useEffect, useMemo, useRef, useState} from 'react';
import {
	completeness,
	documentToWrite,
	isHeavy,
	isMeasured,
	type Purpose,
	type WizardState,
} from '../../core/wizard/index.ts';

/** Whoever has pressed no key for so long has stopped for a moment (milliseconds). */
const stop = 120;
/** Between two measurements, so that keys with such stops between them are not each followed by one. */
const pause = 200;
/** How long somebody may type on without a stop before the numbers follow all the same. */
const longest = 1500;
/** Measuring takes one part in so many of the time of somebody who types on. */
const share = 20;

/**
 * When the document is to be measured next: as soon as the author stops, where it takes long for as long as it takes, for a
 * key that is pressed meanwhile waits. All in milliseconds, `now` that of the last key.
 */
export function nextMeasuring(now: number, last: number, cost: number): number {
	return Math.max(last + pause, Math.min(now + Math.max(stop, cost), last + Math.max(longest, cost * share)));
}

/** What a screen is drawn of besides the answers: where one of these differs, what is a moment old would show it. */
const drawnOf = ['form', 'focus', 'overlay', 'size', 'paths', 'kept', 'deferred', 'opened', 'context'] as const;

/** True where between two states only answers were changed, in the field that is in hand. */
export function isOnlyAnswered(before: WizardState, after: WizardState): boolean {
	return drawnOf.every(part => before[part] === after[part]);
}

/**
 * Works out a large document beside the keys: resolves with true when all is known of that state that is needed for the
 * purpose, with false where it can't be had there.
 */
export type MeasurePort = (state: WizardState, purpose: Purpose) => Promise<boolean>;

export type Measured = {
	/** The state whose document, numbers and findings are to be shown. */
	readonly measured: WizardState;
	/** True while those of the newest state are being worked out beside the keys. */
	readonly isBehind: boolean;
	/** Whether a state is to be worked out beside the keys before something can be done with it. */
	readonly isDue: (state: WizardState, purpose: Purpose) => boolean;
	/** Begins at once with what somebody waits for. */
	readonly hurry: (purpose: Purpose) => void;
};

/** What takes longest of a measurement; each is remembered for its state. */
const steps: readonly ((state: WizardState) => unknown)[] = [completeness, documentToWrite];

/** Takes the steps of a measurement one after another, with the keys that came meanwhile between them. */
function inSteps(state: WizardState, done: () => void, [step, ...rest] = steps): void {
	if (!step) {
		done();
		return;
	}

	step(state);
	setImmediate(() => {
		inSteps(state, done, rest);
	});
}

/** What is shown of a document meanwhile: what was known of it last, everything else as it is now. */
function asBefore(measured: WizardState, state: WizardState): WizardState {
	const {answers, context, paths} = measured;
	return measured.form === state.form ? {...state, answers, context, paths} : measured;
}

/**
 * The state whose document, numbers and findings are to be shown: while answers to the field in hand change, that of a
 * moment ago, else the one there is. Of a large document it is the one that was worked out last.
 *
 * @param apart where large documents are worked out; without it all are here
 */
export function useMeasured(state: WizardState, apart?: MeasurePort): Measured {
	// An object of its own each time: a state may be worked out twice, for one purpose and for the other.
	const [{of: measured}, setMeasured] = useState({of: state});
	const latest = useRef(state);
	const timer = useRef<Timing>({last: 0, cost: 0, isBusy: false, isLost: false, purpose: 'show'});
	const isDue = useCallback(
		(one: WizardState, purpose: Purpose) =>
			apart !== undefined && !timer.current.isLost && isHeavy(one) && !isMeasured(one, purpose),
		[apart],
	);
	const begin = useCallback(() => {
		const {current} = timer;
		const asked = latest.current;
		delete current.handle;
		// What is under way is waited for: then the newest state is looked at again.
		if (current.isBusy) return;
		current.isBusy = true;
		if (!apart || !isDue(asked, current.purpose)) {
			current.begun = performance.now();
			inSteps(asked, () => {
				current.isBusy = false;
				setMeasured({of: asked});
			});
			return;
		}

		const {purpose} = current;
		current.purpose = 'show';
		const done = (isKnown: boolean): void => {
			current.isBusy = false;
			current.isLost = !isKnown;
			current.begun = performance.now();
			setMeasured({of: asked});
		};
		apart(asked, purpose).then(done, () => {
			done(false);
		});
	}, [apart, isDue]);
	useEffect(() => {
		const {current} = timer;
		if (current.begun === undefined) return;
		current.last = performance.now();
		current.cost = current.last - current.begun;
		delete current.begun;
	}, [measured]);
	useEffect(() => {
		latest.current = state;
		const {current} = timer;
		clearTimeout(current.handle);
		if (state === measured) return;
		const now = performance.now();
		const {last, cost} = current;
		current.handle = setTimeout(begin, Math.max(0, nextMeasuring(now, last, cost) - now));
	}, [state, measured, begin]);
	useEffect(() => {
		const {current} = timer;
		return () => {
			clearTimeout(current.handle);
		};
	}, []);
	const hurry = useCallback(
		(purpose: Purpose) => {
			timer.current.purpose = purpose;
			clearTimeout(timer.current.handle);
			begin();
		},
		[begin],
	);
	const isBehind = measured !== state && isDue(state, 'show');
	const meanwhile = useRef<{readonly by: WizardState; readonly of: WizardState; readonly shown: WizardState}>(
		undefined,
	);
	const shown = useMemo(() => {
		if (isOnlyAnswered(measured, state)) return measured;
		if (!isBehind) return state;
		// While one types on it is the same, so that what is remembered of it need not be worked out for each key.
		const {current} = meanwhile;
		if (current?.by === measured && isOnlyAnswered(current.of, state)) return current.shown;
		meanwhile.current = {by: measured, of: state, shown: asBefore(measured, state)};
		return meanwhile.current.shown;
	}, [isBehind, measured, state]);
	return {measured: shown, isBehind, isDue, hurry};
}

type Timing = {
	handle?: NodeJS.Timeout;
	/** When it was measured last, and since when it is being measured. */
	last: number;
	begun?: number;
	cost: number;
	/** True while a state is worked out, beside the keys or between them. */
	isBusy: boolean;
	/** True once it can't be had there. */
	isLost: boolean;
	purpose: Purpose;
};
