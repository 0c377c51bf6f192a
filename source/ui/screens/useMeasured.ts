/** What is worked out of the whole document follows a moment behind the keys, so that none of them waits for it. */

import {useEffect, useRef, useState} from 'react';
import type {WizardState} from '../../core/wizard/index.ts';

/** The frame that shows the key goes out first (milliseconds). */
const soonest = 40;
/** Between two measurements; each is a second frame beside those that show keys. */
const pause = 200;
/** Measuring takes one part in so many of the time while somebody types on. */
const share = 20;

/**
 * When the document is to be measured next: where that takes long, as soon as the author stops for as long as it takes, for a
 * key that is pressed meanwhile waits. All in milliseconds, `now` that of the last key.
 */
export function nextMeasuring(now: number, last: number, cost: number): number {
	return Math.max(last + pause, Math.min(now + Math.max(soonest, cost), last + Math.max(pause, cost * share)));
}

/** What a screen is drawn of besides the answers: where one of these differs, what is a moment old would show it. */
const drawnOf = ['form', 'focus', 'overlay', 'size', 'paths', 'kept', 'deferred', 'opened', 'context'] as const;

/** True where between two states only answers were changed, in the field that is in hand. */
export function isOnlyAnswered(before: WizardState, after: WizardState): boolean {
	return drawnOf.every(part => before[part] === after[part]);
}

/**
 * The state whose document, numbers and findings are to be shown: while answers to the field in hand change, that of a
 * moment ago, else the one there is.
 */
export function useMeasured(state: WizardState): WizardState {
	const [measured, setMeasured] = useState(state);
	const latest = useRef(state);
	const timer = useRef<{handle?: NodeJS.Timeout; last: number; begun?: number; cost: number}>({last: 0, cost: 0});
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
		current.handle = setTimeout(
			() => {
				delete current.handle;
				current.begun = performance.now();
				setMeasured(latest.current);
			},
			Math.max(0, nextMeasuring(now, last, cost) - now),
		);
	}, [state, measured]);
	useEffect(() => {
		const {current} = timer;
		return () => {
			clearTimeout(current.handle);
		};
	}, []);
	return isOnlyAnswered(measured, state) ? measured : state;
}
