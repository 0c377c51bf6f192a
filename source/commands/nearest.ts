/** The known name that was most likely meant, for messages about one that is not known. */

/** The name nearest to `text` by edits (Damerau-Levenshtein, neighbours swapped count one); undefined where none is near. */
export function nearest(text: string, names: Iterable<string>): string | undefined {
	let best: string | undefined;
	let least = Math.max(2, Math.floor(text.length / 3)) + 1;
	for (const name of names) {
		if (Math.abs(name.length - text.length) >= least) continue;
		const distance = edits(text, name);
		if (distance < least) [best, least] = [name, distance];
	}
	return best;
}

function edits(from: string, to: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({length: to.length + 1}, (_, at) => at);
	for (let row = 1; row <= from.length; row++) {
		const next = [row];
		for (let column = 1; column <= to.length; column++) {
			const isSame = from[row - 1] === to[column - 1];
			let cost = Math.min(
				(last[column] ?? 0) + 1,
				(next[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + (isSame ? 0 : 1),
			);
			if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
				cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
			}
			next.push(cost);
		}
		[beforeLast, last] = [last, next];
	}
	return last[to.length] ?? 0;
}
