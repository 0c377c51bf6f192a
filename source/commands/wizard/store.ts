/** The wizard's state and those who watch it: actions in, effects out. */

import {update, type Action, type Effect, type WizardState} from '../../core/wizard/index.ts';

export type Store = {
	getState(): WizardState;
	dispatch(action: Action): void;
	/** Calls `listener` after every change; gives what takes it off again. */
	subscribe(listener: () => void): () => void;
};

/** A store whose effects are carried out by `perform`, in order, after the state has changed. */
export function createStore(initial: WizardState, perform: (effect: Effect, store: Store) => void): Store {
	let state = initial;
	const listeners = new Set<() => void>();
	const store: Store = {
		getState: () => state,
		dispatch(action) {
			const [next, effects] = update(state, action);
			const isChanged = next !== state;
			state = next;
			if (isChanged) for (const listener of listeners) listener();
			for (const effect of effects) perform(effect, store);
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
	return store;
}
