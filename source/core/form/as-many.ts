/** Of changes that may not all be made, those that may. */

/**
 * As many of the changes as can be made together, found by halves: all of them in one go where nothing stands against it.
 *
 * @param tries how often `make` may be asked
 * @param make what comes of some of the changes, in their order; undefined where they may not be made together
 * @returns what came of the most that could be made; undefined where none could
 */
export function asMany<Change, Made>(
	changes: readonly Change[],
	tries: number,
	make: (changes: readonly Change[]) => Made | undefined,
): Made | undefined {
	let left = tries;
	let kept: readonly Change[] = [];
	let best: Made | undefined;
	const grow = (more: readonly Change[]): void => {
		if (more.length === 0 || left === 0) return;
		left--;
		const made = make([...kept, ...more]);
		if (made !== undefined) {
			kept = [...kept, ...more];
			best = made;
		} else if (more.length > 1) {
			const half = Math.ceil(more.length / 2);
			grow(more.slice(0, half));
			grow(more.slice(half));
		}
	};

	grow(changes);
	return best;
}

/** How often a text is read again to find out which changes leave what it says alone; a long one not so often. */
export function readings(source: string): number {
	return Math.max(2, Math.min(mostReadings, Math.floor(1_000_000 / (source.length + 1))));
}

const mostReadings = 12;
