/** What is worked out of the whole document follows a moment behind the keys, so that none of them waits for it. */

import {useEffect, useRef, useState} from 'react';
import type {WizardState} from '../../core/wizard/index.ts';

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
