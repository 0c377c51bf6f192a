/**
 * Long sequences laid side by side. Trying each pair takes time and room by the square, so what says exactly the same
 * is paired first (as `diff` does it), and each pair is only tried between these.
 */

import {align} from './align.ts';

/** Up to this many pairs each one is tried, which gives the best laying there is. */
const most = 250_000;

/** How far ahead a partner is looked for where nothing in a long stretch is the same. */
const ahead = 64;

/**
 * Like `align`, and the same for sequences up to some hundred. In longer ones a pair that says the same at the front or
 * at the end is kept, and between these what is there once on both sides, as far as its order is kept.
 *
 * @param lefts what each of the first sequence says; nothing where it says nothing of its own
 * @param rights what each of the second says
 */
export function alignLong(
	lefts: readonly string[],
	rights: readonly string[],
	score: (left: number, right: number) => number,
	limit = most,
): readonly (number | undefined)[] {
	const pairs: (number | undefined)[] = Array.from({length: lefts.length}, () => undefined);
	const same = (left: number, right: number): boolean =>
		lefts[left] !== '' && lefts[left] === rights[right] && score(left, right) > 0;
	const lay = (fromLeft: number, toLeft: number, fromRight: number, toRight: number): void => {
		let [left, right, lastLeft, lastRight] = [fromLeft, fromRight, toLeft, toRight];
		if ((lastLeft - left) * (lastRight - right) > limit) {
			while (left < lastLeft && right < lastRight && same(left, right)) pairs[left++] = right++;
			while (left < lastLeft && right < lastRight && same(lastLeft - 1, lastRight - 1)) pairs[--lastLeft] = --lastRight;
		}

		if ((lastLeft - left) * (lastRight - right) <= limit) {
			const found = align(lastLeft - left, lastRight - right, (one, other) => score(left + one, right + other));
			for (const [index, at] of found.entries()) if (at !== undefined) pairs[left + index] = right + at;
			return;
		}

		const own = lefts.slice(left, lastLeft);
		const others = rights.slice(right, lastRight);
		const once = anchors(numbered(own, false), numbered(others, false));
		const found = (once.length > 0 ? once : anchors(numbered(own, true), numbered(others, true))).filter(
			([one, other]) => score(left + one, right + other) > 0,
		);
		if (found.length === 0) {
			inOrder(left, lastLeft, right, lastRight);
			return;
		}

		let [nextLeft, nextRight] = [left, right];
		for (const [one, other] of found) {
			lay(nextLeft, left + one, nextRight, right + other);
			pairs[left + one] = right + other;
			[nextLeft, nextRight] = [left + one + 1, right + other + 1];
		}

		lay(nextLeft, lastLeft, nextRight, lastRight);
	};

	const inOrder = (fromLeft: number, toLeft: number, fromRight: number, toRight: number): void => {
		let next = fromRight;
		for (let left = fromLeft; left < toLeft; left++) {
			for (let right = next; right < Math.min(toRight, next + ahead); right++) {
				if (score(left, right) === 0) continue;
				pairs[left] = right;
				next = right + 1;
				break;
			}
		}
	};

	lay(0, lefts.length, 0, rights.length);
	return pairs;
}

/** Where each key stands: those that are there once, or all of them, counted. */
function numbered(keys: readonly string[], all: boolean): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	const places = new Map<string, number>();
	for (const [index, key] of keys.entries()) {
		if (key === '') continue;
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		if (all) places.set(`${count} ${key}`, index);
		else if (count === 1) places.set(key, index);
		else places.delete(key);
	}

	return places;
}

/** The most pairs of equal keys that keep their order. */
function anchors(
	lefts: ReadonlyMap<string, number>,
	rights: ReadonlyMap<string, number>,
): readonly (readonly [left: number, right: number])[] {
	const pairs = [...lefts]
		.flatMap(([key, left]) => {
			const right = rights.get(key);
			return right === undefined ? [] : [[left, right] as const];
		})
		.sort(([one], [other]) => one - other);
	// The longest rising run: for each length the pair that ends lowest, and for each pair the one before it.
	const ends: number[] = [];
	const before: (number | undefined)[] = [];
	for (const [index, [, right]] of pairs.entries()) {
		let low = 0;
		let high = ends.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (pairs[ends[middle]!]![1] < right) low = middle + 1;
			else high = middle;
		}

		before[index] = low > 0 ? ends[low - 1] : undefined;
		ends[low] = index;
	}

	const run: (readonly [number, number])[] = [];
	for (let at = ends.at(-1); at !== undefined; at = before[at]) run.push(pairs[at]!);
	return run.reverse();
}
