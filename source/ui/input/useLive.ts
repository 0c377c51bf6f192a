/** State for screens whose keys may come in one piece: each finds it as the one before left it. */

import {useRef, useState} from 'react';

export type Live<T> = {
	/** As it is drawn. */
	readonly shown: T;
	/** As it is after the last change, drawn or not. */
	readonly now: () => T;
	readonly change: (to: (before: T) => T) => void;
};

/** A state that begins as `first`. */
export function useLive<T>(first: T): Live<T> {
	const [shown, setShown] = useState(first);
	const live = useRef(first);
	return {
		shown,
		now: () => live.current,
		change(to) {
			live.current = to(live.current);
			setShown(live.current);
		},
	};
}
