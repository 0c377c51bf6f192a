/** The names that are most like a name that there is not, the likest first. */
export function nearest(name: string, names: readonly string[], most = 3): readonly string[] {
	const wanted = name.toLowerCase();
	return names
		.map(other => ({
			other,
			distance: distance(wanted, other.toLowerCase()),
			begins: other.toLowerCase().startsWith(wanted),
		}))
		.filter(
			({other, distance: steps, begins}) =>
				begins || steps <= Math.max(2, Math.floor(Math.max(wanted.length, other.length) / 3)),
		)
		.sort((a, b) => Number(b.begins) - Number(a.begins) || a.distance - b.distance || (a.other < b.other ? -1 : 1))
		.slice(0, most)
		.map(({other}) => other);
}

/** Levenshtein's: the fewest characters put in, taken out or exchanged. */
function distance(a: string, b: string): number {
	let row = Array.from({length: b.length + 1}, (_, index) => index);
	for (const [index, character] of [...a].entries()) {
		const next = [index + 1];
		for (const [column, other] of [...b].entries()) {
			next.push(Math.min(next[column]! + 1, row[column + 1]! + 1, row[column]! + (character === other ? 0 : 1)));
		}

		row = next;
	}

	return row.at(-1)!;
}
