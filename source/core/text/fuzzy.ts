/** How well a name fits what was typed, for the pickers. */

const start = /[\s\-_/.:›]/;

/**
 * What each character of the query must bring on average. One that stands alone inside a word brings 10 at most, one that
 * begins a word 18, one that follows the one before it 22: letters strewn over a long text are no find.
 */
const least = 14;

/**
 * Scores a text for a query: undefined where the query's characters do not stand in the text in their order, or only
 * here and there, else a number, higher for a better fit. Case and spaces in the query do not count. A character at the
 * start of a word and characters that follow one another count most, what lies between them and a long text count
 * against it. An empty query fits everything with 0.
 */
export function fuzzyScore(query: string, text: string): number | undefined {
	const wanted = Array.from(query.toLowerCase().replaceAll(/\s+/g, ''));
	const there = Array.from(text.toLowerCase());
	if (wanted.length === 0) {
		return 0;
	}

	// best[i]: the best score of the query so far with its last character at text position i.
	let best: (number | undefined)[] = [];
	for (const [turn, character] of wanted.entries()) {
		const next: (number | undefined)[] = [];
		let reached: number | undefined;
		for (const [at, candidate] of there.entries()) {
			const follows = turn === 0 ? undefined : best[at - 1];
			// A gap costs a little for each character that is passed over, at most as much as a word start gives.
			const before = turn === 0 ? -Math.min(at, 8) : reached;
			reached = later(reached, follows);
			if (candidate !== character) {
				continue;
			}

			const value = 10 + (at === 0 || start.test(there[at - 1] ?? '') ? 8 : 0);
			const apart = before === undefined ? undefined : before + value;
			const together = follows === undefined ? undefined : follows + value + 12;
			next[at] = apart === undefined ? together : together === undefined ? apart : Math.max(apart, together);
		}

		best = next;
	}

	const scores = best.filter(score => score !== undefined);
	const score = Math.max(...scores) - Math.min(there.length, 100) / 100;
	return score >= wanted.length * least - 1 ? score : undefined;
}

/** The best score that is still reachable one character further on. */
function later(reached: number | undefined, found: number | undefined): number | undefined {
	if (reached === undefined) {
		return found === undefined ? undefined : found - 1;
	}

	return Math.max(reached - 1, found === undefined ? -Infinity : found - 1);
}
