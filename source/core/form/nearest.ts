/** The name that was probably meant. */

/** Damerau-Levenshtein distance (optimal string alignment): inserted, dropped, changed and swapped characters. */
function distance(a: string, b: string): number {
	let before: number[] = [];
	let previous = Array.from({length: b.length + 1}, (_, index) => index);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const change = a[row - 1] === b[column - 1] ? 0 : 1;
			let best = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + change);
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
				best = Math.min(best, before[column - 2]! + 1);
			current.push(best);
		}

		before = previous;
		previous = current;
	}

	return previous[b.length]!;
}

/**
 * The known name that is nearest to a given one; undefined where none is near. A last part that agrees is near, and so is
 * a name that begins with the given one.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
	const given = name.slice(0, 200).toLowerCase();
	let best: {readonly name: string; readonly score: number} | undefined;
	for (const one of known) {
		const lower = one.toLowerCase();
		const part = lower.slice(lower.lastIndexOf('/') + 1);
		const begun = lower.startsWith(given) ? 1 : Infinity;
		const score = Math.min(distance(given, lower), distance(given, part) + 1, begun);
		if (!best || score < best.score) best = {name: one, score};
	}

	if (!best) return undefined;
	const most = Math.min(Math.max(3, Math.floor(given.length / 2)), given.length - 1);
	// Of short words half must agree: `off` is not what `loud` was meant to be.
	const half = Math.floor(Math.max(given.length, best.name.length) / 2);
	return best.score <= Math.min(most, half) ? best.name : undefined;
}
