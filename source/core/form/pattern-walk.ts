/**
 * A template's line looked for in another text, from left to right and without backtracking: the template's own words
 * must stand there in order, and what stands between them belongs to its fields. A text of any length takes one pass,
 * which a regular expression with a `.*?` for each field does not.
 */

import type {Range} from './types.ts';

/** Words of the template that follow one another. */
export type Words = {
	readonly words: readonly string[];
	/** Whether they may be gone. */
	readonly optional: boolean;
	/** Whether blanks may stand in front of them, and behind. */
	readonly lead: boolean;
	readonly trail: boolean;
	/** Whether they do not count behind a backslash, because a value ends in front of them. */
	readonly guarded: boolean;
};

/** A place for any text; its own words, where they stand, are taken whole. */
export type Wild = {
	readonly words: readonly string[];
	/** Whether it is a variable's other place, whose words may have blanks between them. */
	readonly variable: boolean;
};

/** What a line is made of: `pieces` has one more than `wilds`, which stand between them. */
export type Shape = {readonly pieces: readonly (readonly Words[])[]; readonly wilds: readonly Wild[]};

/** Where a piece was found, and where it ends. */
type Spot = {readonly at: number; readonly end: number};

/**
 * The text at each of the wilds where a text from `start` to its end has the shape: each as short as possible, from left to
 * right, except that a field's own unfilled text is taken whole where what follows then still fits.
 */
export function walkShape({pieces, wilds}: Shape, text: string, start: number): readonly Range[] | undefined {
	const count = wilds.length;
	// For each wild the last offset from which all that follows still fits; before it, it fits from everywhere.
	const latest: number[] = [];
	const fits = (next: number) =>
		next < count ? (end: number) => end <= latest[next]! : (end: number) => end === text.length;
	// Most lines differ in their first words.
	if (count > 0 && run(pieces[0]!, 0, text, start, () => true) < 0) return undefined;
	for (let index = count - 1; index >= 0; index--) {
		const bound = index + 1 < count ? latest[index + 1]! : text.length;
		latest[index] = lastSpot(pieces[index + 1]!, text, start, bound, fits(index + 1));
		if (latest[index]! < start) return undefined;
	}

	const places: Range[] = [];
	let at = run(pieces[0]!, 0, text, start, fits(0));
	if (at < 0) return undefined;
	for (const [index, wild] of wilds.entries()) {
		const piece = pieces[index + 1]!;
		const own = wild.words.length > 0 ? wordsAt(wild.words, text, at) : -1;
		const behind = own < 0 ? -1 : run(piece, 0, text, own, fits(index + 1));
		const spot =
			behind >= 0
				? {at: own, end: behind}
				: ((wild.variable ? inFrontOf(piece, wilds[index + 1], text, at, fits(index + 1)) : undefined) ??
					firstSpot(piece, text, at, index + 1 === count, fits(index + 1)));
		if (!spot) return undefined;
		places.push({from: at, to: spot.at});
		at = spot.end;
	}

	return places;
}

/** The end of the piece that begins at an offset; -1 where it does not, or does not end where it may. */
function run(
	piece: readonly Words[],
	first: number,
	text: string,
	start: number,
	accept: (end: number) => boolean,
): number {
	let dead: Set<string> | undefined;
	const from = (index: number, at: number): number => {
		const one = piece[index];
		if (!one) return accept(at) ? at : -1;
		const begin = one.lead ? skipped(text, at) : at;
		const then = (end: number): number => from(index + 1, one.trail ? skipped(text, end) : end);
		if (one.words.length > 0) {
			const end = one.guarded && text[begin - 1] === '\\' ? -1 : wordsAt(one.words, text, begin);
			if (!one.optional) return end < 0 ? -1 : then(end);
			if (end >= 0) {
				const known = `${index} ${begin}`;
				if (dead?.has(known)) return -1;
				const found = then(end);
				if (found >= 0) return found;
				(dead ??= new Set()).add(known);
			}
		}

		return then(begin);
	};

	return from(first, start);
}

/** The last offset in front of which anything may stand and from which a piece still fits; -1 where there is none. */
function lastSpot(
	piece: readonly Words[],
	text: string,
	start: number,
	bound: number,
	accept: (end: number) => boolean,
): number {
	const must = piece.findIndex(one => !one.optional && one.words.length > 0);
	if (must < 0) return bound;
	const {words, guarded} = piece[must]!;
	for (let at = text.lastIndexOf(words[0]!, bound); at >= start; at = at > 0 ? text.lastIndexOf(words[0]!, at - 1) : -1)
		if (!(guarded && text[at - 1] === '\\') && run(piece, must, text, at, accept) >= 0) return at;
	return -1;
}

/**
 * Where only a blank parts two places and the second still says what the template does: in front of that, as the words
 * of a variable have blanks too.
 */
function inFrontOf(
	piece: readonly Words[],
	next: Wild | undefined,
	text: string,
	start: number,
	accept: (end: number) => boolean,
): Spot | undefined {
	const [word] = next?.words ?? [];
	if (!next || word === undefined || piece.some(one => one.words.some(words => words.trim() !== ''))) return undefined;
	for (let at = text.indexOf(word, start); at >= 0; at = text.indexOf(word, at + 1)) {
		let from = at;
		while (from > start && isSpace(text, from - 1)) from--;
		if (from < at && from > start && wordsAt(next.words, text, at) >= 0 && accept(at)) return {at: from, end: at};
	}

	return undefined;
}

/** Where, from an offset on, a piece first fits. */
function firstSpot(
	piece: readonly Words[],
	text: string,
	start: number,
	last: boolean,
	accept: (end: number) => boolean,
): Spot | undefined {
	const must = piece.findIndex(one => !one.optional && one.words.length > 0);
	if (must < 0 && !last) return {at: start, end: run(piece, 0, text, start, accept)};
	let best: Spot | undefined;
	let flexible = false;
	const back = (at: number): number => {
		let to = at;
		while (flexible && to > start && isSpace(text, to - 1)) to--;
		return to;
	};

	for (const [index, one] of piece.entries()) {
		flexible ||= one.lead;
		if (one.words.length > 0) {
			const [word] = one.words;
			const stop = best?.at ?? text.length;
			for (let at = text.indexOf(word!, start); at >= 0 && at <= stop; at = text.indexOf(word!, at + 1)) {
				if ((one.guarded && text[at - 1] === '\\') || wordsAt(one.words, text, at) < 0) continue;
				const end = run([{...one, optional: false}, ...piece.slice(index + 1)], 0, text, at, accept);
				if (end < 0) continue;
				if (!best || back(at) < best.at) best = {at: back(at), end};
				break;
			}
		}

		if (index === must) break;
		flexible ||= one.trail;
	}

	if (must < 0 && (!best || back(text.length) < best.at)) best = {at: back(text.length), end: text.length};
	return best;
}

/** The end of words that begin at an offset, with any blanks between them; -1 where they do not stand there. */
function wordsAt(words: readonly string[], text: string, start: number): number {
	let at = start;
	for (const [index, word] of words.entries()) {
		const begin = index === 0 ? at : skipped(text, at);
		if ((index > 0 && begin === at) || !text.startsWith(word, begin)) return -1;
		at = begin + word.length;
	}

	return at;
}

function skipped(text: string, start: number): number {
	let at = start;
	while (at < text.length && isSpace(text, at)) at++;
	return at;
}

function isSpace(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code < 0x80 ? code === 32 || (code >= 9 && code <= 13) : text[at]!.trim() === '';
}
