/** Keys that need to know what is still being worked out of a large document wait for it, with all that follow them. */

import {useEffect, useRef} from 'react';
import {purposeOf, type Action, type WizardState} from '../../core/wizard/index.ts';
import type {Reading} from '../input/interpret.ts';
import type {Measured} from './useMeasured.ts';
import type {Store} from './Wizard.tsx';

/** What a press or a paste means now, and what is left of it when that is done. */
export type Meaning = {readonly actions: readonly Action[]; readonly rest?: Turn};
export type Turn = (current: WizardState, reading: Reading) => Meaning;

/** What nobody waits for who wants to leave. */
const leaving = new Set(['wizard.quit', 'wizard.interrupt', 'wizard.suspend']);

function isLeaving(state: WizardState, actions: readonly Action[]): boolean {
	return (
		state.overlay?.type === 'quit' ||
		(actions.length > 0 && actions.every(action => action.type === 'command' && leaving.has(action.command)))
	);
}

/**
 * Takes turns as they come, and those that have to wait in their order; `read` says what a turn means now. Nothing waits
 * that can do without, nor whoever wants to leave.
 */
export function useHeld(store: Store, {isDue, hurry}: Measured, read: (turn: Turn) => Meaning): (turn: Turn) => void {
	const held = useRef<Turn[]>([]);
	/** What is left of a turn that has to wait; undefined where all of it was taken. */
	const take = (turn: Turn, isBehindOthers: boolean): Turn | undefined => {
		for (let next: Turn | undefined = turn; next;) {
			const current = store.getState();
			const {actions, rest}: Meaning = read(next);
			if (!isLeaving(current, actions)) {
				if (isBehindOthers) return next;
				const purposes = actions.flatMap(action => purposeOf(current, action) ?? []);
				const purpose = purposes.includes('write') ? 'write' : purposes[0];
				if (purpose && isDue(current, purpose)) {
					hurry(purpose);
					return next;
				}
			}

			for (const action of actions) store.dispatch(action);
			next = rest;
		}

		return undefined;
	};

	useEffect(() => {
		while (held.current.length > 0) {
			const left = take(held.current[0]!, false);
			if (left) {
				held.current[0] = left;
				return;
			}

			held.current.shift();
		}
	});
	return turn => {
		const left = take(turn, held.current.length > 0);
		if (!left) return;
		if (held.current.length === 0)
			store.dispatch({type: 'told', text: 'The document is long: this follows when it has been read.'});
		held.current.push(left);
	};
}
