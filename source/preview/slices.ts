/** Work that can wait, done a little at a time, so that no key waits for it. */

/** Milliseconds of one piece, and between two: a key that comes meanwhile is taken in between. */
const slice = 6;
const pause = 4;

/**
 * Calls `work` for 0 to `count` - 1, and `done` behind the last.
 *
 * @returns what ends it before
 */
export function inSlices(count: number, work: (index: number) => void, done: () => void): () => void {
	let index = 0;
	let timer: NodeJS.Timeout | undefined;
	const next = (): void => {
		// Nobody who wants to leave waits for it.
		timer = setTimeout(run, pause).unref();
	};
	const run = (): void => {
		const begun = performance.now();
		while (index < count && performance.now() - begun < slice) work(index++);
		if (index < count) next();
		else done();
	};
	next();
	return () => {
		clearTimeout(timer);
	};
}
