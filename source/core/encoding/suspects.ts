/** Every place of a text that can be a character broken by a wrong reading, and every character that can't. */

import {pages, type Page} from './pages.ts';
import {likeliest, lineAmong} from './likeliest.ts';
import {isOdd} from './natural.ts';
import {longest, sequenceOf, type Sequence} from './sequence.ts';
import type {Stretch, Suspect} from './types.ts';

export type Scan = {
	readonly suspects: readonly Suspect[];
	/** Offsets of characters beyond ASCII that no wrong reading has made. */
	readonly sound: readonly number[];
	/** What a wrong reading may have made, but of which character can't be told. */
	readonly unknown: readonly Stretch[];
	/** The page that the text was read by, where a character tells. */
	readonly page: Page | undefined;
};

type Placed = Stretch & {readonly sequence: Sequence};

/** Looks at each character beyond ASCII once. */
export function scan(text: string): Scan {
	const placed: Placed[] = [];
	const sound: number[] = [];
	const unknown: Stretch[] = [];
	const sequenceAt = remembered((at: number) => text.slice(at, at + longest), sequenceOf);
	const beyond = /[^\0-\x7F]/g;
	for (let match = beyond.exec(text); match; match = beyond.exec(text)) {
		const from = match.index;
		const sequence = sequenceAt(from);
		if (sequence === undefined) sound.push(from);
		else {
			placed.push({from, to: from + sequence.length, sequence});
			beyond.lastIndex = from + sequence.length;
		}
	}
	const page = pageOf(placed);
	const suspects: Suspect[] = [];
	for (const [index, {from, to}] of placed.entries()) {
		const found = suspect(text, placed[index]!, neighbours(text, placed, index, suspects.at(-1)), page);
		if (found) suspects.push(found);
		else unknown.push({from, to});
	}
	return {suspects, sound, unknown, page};
}

/** `make` with what it made before: a text is damaged in few ways, many times. */
function remembered<T>(key: (at: number) => string, make: (text: string) => T): (at: number) => T {
	const known = new Map<string, {readonly made: T}>();
	return at => {
		const text = key(at);
		const found = known.get(text) ?? {made: make(text)};
		known.set(text, found);
		return found.made;
	};
}

/** The page whose letters are there, by the most places. */
function pageOf(placed: readonly Placed[]): Page | undefined {
	const counts = new Map<Page, number>();
	for (const {sequence} of placed) {
		const [only, other] = sequence.pages;
		const isFound = sequence.type === 'whole' || pages.some(page => sequence.codes[page].length > 0);
		if (isFound && only !== undefined && other === undefined) counts.set(only, (counts.get(only) ?? 0) + 1);
	}
	return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

type Neighbours = {
	/** As they stand there. */
	readonly shownBefore: string;
	readonly shownAfter: string;
	/** As they were before the damage. */
	readonly before: string;
	readonly after: string;
};

function neighbours(text: string, placed: readonly Placed[], index: number, previous: Suspect | undefined): Neighbours {
	const {from, to} = placed[index]!;
	const next = placed[index + 1];
	const shownBefore = characterBefore(text, from);
	const shownAfter = to < text.length ? String.fromCodePoint(text.codePointAt(to)!) : '';
	return {
		shownBefore,
		shownAfter,
		before: previous?.to === from ? previous.repaired : shownBefore,
		after: next?.from === to ? beginningOf(next.sequence, shownAfter) : shownAfter,
	};
}

/** What is next where damage goes on: the character, or of a lossy one as much as matters, that a line goes on. */
function beginningOf(sequence: Sequence, shown: string): string {
	if (sequence.type === 'whole') return String.fromCodePoint(sequence.code);
	return lineAmong(sequence.pages.flatMap(page => sequence.codes[page])) ?? shown;
}

function characterBefore(text: string, at: number): string {
	if (at === 0) return '';
	const isPair = at > 1 && /[\uDC00-\uDFFF]/.test(text[at - 1]!) && /[\uD800-\uDBFF]/.test(text[at - 2]!);
	return text.slice(isPair ? at - 2 : at - 1, at);
}

function suspect(
	text: string,
	{from, to, sequence}: Placed,
	{shownBefore, shownAfter, before, after}: Neighbours,
	page: Page | undefined,
): Suspect | undefined {
	const odd = isOdd(shownBefore, text.slice(from, to), shownAfter);
	if (sequence.type === 'whole') {
		const {code} = sequence;
		return {from, to, repaired: String.fromCodePoint(code), code, pages: sequence.pages, lossy: false, odd};
	}
	const readBy = sequence.pages.filter(one => page === undefined || one === page || !sequence.pages.includes(page));
	const repaired = likeliest(
		readBy.flatMap(one => sequence.codes[one]),
		before,
		after,
	);
	if (repaired === undefined) return undefined;
	return {from, to, repaired, code: repaired.codePointAt(0)!, pages: readBy, lossy: true, odd};
}
