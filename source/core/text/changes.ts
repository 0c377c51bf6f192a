/** What was done to lines to make them others. */

import {diffArrays} from 'diff';

/** Past so many changed lines two texts are no versions of each other. */
const mostEdits = 2000;

/** Lines `from` to `to` of the one are `lines` in the other, where they begin at `at`. */
export type Change = {
	readonly from: number;
	readonly to: number;
	readonly at: number;
	readonly lines: readonly string[];
};

/** The changes that make `before` into `after`, in order and apart from each other; undefined where there are too many. */
export function changesBetween(before: readonly string[], after: readonly string[]): readonly Change[] | undefined {
	const parts = diffArrays([...before], [...after], {maxEditLength: mostEdits});
	if (!parts) return undefined;
	const changes: Change[] = [];
	let at = 0;
	let there = 0;
	let isOpen = false;
	for (const {added, removed, value} of parts) {
		if (!added && !removed) {
			at += value.length;
			there += value.length;
			isOpen = false;
			continue;
		}

		const last = isOpen ? changes.pop() : undefined;
		const to = at + (removed ? value.length : 0);
		changes.push({
			from: last?.from ?? at,
			to,
			at: last?.at ?? there,
			lines: [...(last?.lines ?? []), ...(added ? value : [])],
		});
		at = to;
		if (added) there += value.length;
		isOpen = true;
	}

	return changes;
}
