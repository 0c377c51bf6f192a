/** Whether another program has the terminal, so that what is sent to all who hang on it is not ours to act on. */

/**
 * How long after the other program's end a signal may still be its own, in milliseconds. Ctrl+C reaches it and us at once,
 * but on a busy machine one of our threads may have to wait for a processor with it, while the program has ended already.
 */
const grace = 1000;

export type Away = {
	/** Runs `task` with the terminal given away. */
	during<T>(task: () => Promise<T>): Promise<T>;
	/** True while it is away, and for a moment after. */
	isAway(): boolean;
};

/** @param clock milliseconds that only go up. */
export function giveAway(clock: () => number = () => performance.now()): Away {
	let count = 0;
	let back = Number.NEGATIVE_INFINITY;
	return {
		async during(task) {
			count++;
			try {
				return await task();
			} finally {
				count--;
				back = clock();
			}
		},
		isAway: () => count > 0 || clock() - back < grace,
	};
}
