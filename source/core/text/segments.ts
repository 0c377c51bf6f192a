/** Where graphemes begin and end, and how a key does not ask that of a whole long line again. */

import {firstIndex} from './first-index.ts';

let segmenter: Intl.Segmenter | undefined;

/** Made at the first text that needs it: the first instance costs as much as all the rest of a start. */
export function segments(text: string): Intl.Segments {
	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	return segmenter.segment(text);
}

/** Where the graphemes of a text begin. */
type Cuts = {readonly text: string; readonly starts: readonly number[]; pieces?: readonly string[]};

/** From here on a key does not cut a line into graphemes again, but what changed in it. */
const longText = 1000;

/** Whether a text is one that is cut so. */
export function isLong(text: string): boolean {
	return text.length >= longText;
}

const mostCuts = 4;
/** Long lines cut lately, the latest first; a memo that nothing can observe. */
const lately: Cuts[] = [];

function cutsOf(text: string): Cuts {
	const at = lately.findIndex(cuts => cuts.text === text);
	const known = at < 0 ? undefined : lately[at]!;
	if (at === 0) return known!;
	if (known) lately.splice(at, 1);
	const cuts = known ?? {text, starts: startsBeside(text, lately[0])};
	lately.unshift(cuts);
	lately.length = Math.min(lately.length, mostCuts);
	return cuts;
}

/** Where a long text's graphemes begin. */
export function startsOf(text: string): readonly number[] {
	return cutsOf(text).starts;
}

/** A long text's graphemes. */
export function piecesOf(text: string): readonly string[] {
	const cuts = cutsOf(text);
	cuts.pieces ??= cuts.starts.map((start, index) => text.slice(start, cuts.starts[index + 1] ?? text.length));
	return cuts.pieces;
}

/**
 * Where graphemes begin, by a text that was much the same. Whether one begins somewhere follows from what stands in front
 * and the character behind; from there on, from what follows (UAX #29, §3: no rule looks further ahead, and none looks back
 * over a boundary but to count flags' letters, of which an even number stands before it).
 */
function startsBeside(text: string, other: Cuts | undefined): readonly number[] {
	const same = other ? commonStart(text, other.text) : 0;
	// The character behind a boundary may take two units.
	const kept = other ? firstIndex(other.starts, start => start + 2 > same) : 0;
	const starts = other ? other.starts.slice(0, kept) : [];
	const from = starts.pop() ?? 0;
	const shift = text.length - (other?.text.length ?? 0);
	const tail = text.length - (other ? commonEnd(text, other.text, same) : 0);
	for (const {index} of segments(text.slice(from))) {
		const start = from + index;
		if (other && start >= tail) {
			const next = firstIndex(other.starts, one => one >= start - shift);
			if (other.starts[next] === start - shift) {
				return starts.concat(other.starts.slice(next).map(one => one + shift));
			}
		}

		starts.push(start);
	}

	return starts;
}

/** How many units two texts have in common from their start. */
function commonStart(one: string, other: string): number {
	const most = Math.min(one.length, other.length);
	let at = 0;
	while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at++;
	return at;
}

/** How many they have in common before their ends, besides the first `start`. */
function commonEnd(one: string, other: string, start: number): number {
	const most = Math.min(one.length, other.length) - start;
	let count = 0;
	while (count < most && one.charCodeAt(one.length - 1 - count) === other.charCodeAt(other.length - 1 - count)) count++;
	return count;
}
