/** The index of the first in an ordered sequence for which something holds that holds for all behind it, or its length. */
export function firstIndex<T>(ordered: readonly T[], holds: (one: T) => boolean): number {
	let low = 0;
	let high = ordered.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(ordered[middle]!)) high = middle;
		else low = middle + 1;
	}

	return low;
}
