/** Damage that a text shows rather than suffers: it speaks of wrong readings, and has one as its example. */

import type {Stretch, Suspect} from './types.ts';

/** What a text calls the matter. UTF-8 is not among it: many a text names it that speaks of something else. */
const matter =
	/mojibake|garbled|mis-?(?:read|decod|interpret)|double[- ]?(?:en|de)cod|wrong(?:ly)? (?:en|de)cod|windows-?125\d|cp-?125\d|latin-?1\b|iso[- ]?8859/i;

const punctuation = /[!-/:-@[-`{-~“”„«»‘’‚‹›]/;
const openQuote = /["'“„«‘‚‹]$/;
const closeQuote = /^["'”“»’‘›]/;

/**
 * Whether the suspect at an index of `suspects` is an example: a code span or quotation of nothing else, or a word
 * whose sound form stands in the same paragraph; in a text about wrong readings also what stands in code, between
 * quotation marks or by itself.
 */
export function exampleTest(
	text: string,
	suspects: readonly Suspect[],
): (index: number, paragraph: Stretch) => boolean {
	const isMatter = matter.test(text);
	const fences = isMatter ? fencesOf(text) : [];
	const wordsAt = new Map<number, ReadonlySet<string>>();
	const wordsIn = ({from, to}: Stretch): ReadonlySet<string> => {
		const known = wordsAt.get(from);
		if (known) return known;
		const words = new Set(
			text
				.slice(from, to)
				.split(/[\s|]+/)
				.map(bare),
		);
		wordsAt.set(from, words);
		return words;
	};
	const judge = (word: Word, paragraph: Stretch): boolean => {
		const isQuoted = openQuote.test(word.before) && closeQuote.test(word.after);
		if (word.before.endsWith('`') && word.after.startsWith('`')) return true;
		if (word.isAlone && isQuoted) return true;
		if (wordsIn(paragraph).has(plainQuotes(word.repaired))) return true;
		if (!isMatter) return false;
		const isInside = (mark: string): boolean => isBetween(text, word.from, word.to, mark);
		const isFenced = fences.some(({from, to}) => word.from >= from && word.from < to);
		return word.isAlone || isQuoted || isFenced || isInside('`') || isInside('"');
	};
	// Suspects come in the order of the text; all of one word are judged alike, and once.
	let last: {readonly word: Word; readonly isExample: boolean} | undefined;
	return (index, paragraph) => {
		const {from} = suspects[index]!;
		if (last === undefined || from < last.word.from || from >= last.word.to) {
			const word = wordAround(text, suspects, index);
			last = {word, isExample: judge(word, paragraph)};
		}
		return last.isExample;
	};
}

/** The word without the punctuation around it. */
function bare(word: string): string {
	let from = 0;
	let to = word.length;
	while (from < to && punctuation.test(word[from]!)) from++;
	while (to > from && punctuation.test(word[to - 1]!)) to--;
	// A word of punctuation alone is itself.
	return plainQuotes(from === to ? word : word.slice(from, to));
}

function plainQuotes(word: string): string {
	return word.replace(/[‘’]/g, "'");
}

type Word = Stretch & {
	/** Punctuation around it. */
	readonly before: string;
	readonly after: string;
	readonly repaired: string;
	/** True where it has no character that is not damaged. */
	readonly isAlone: boolean;
};

function wordAround(text: string, suspects: readonly Suspect[], index: number): Word {
	const isEnd = (at: number): boolean => /[\t\n\r |]/.test(text[at]!);
	let first = index;
	let last = index;
	let from = suspects[index]!.from;
	for (; from > 0 && !isEnd(from - 1); from--) {
		const {to = -1, from: begin = 0} = suspects[first - 1] ?? {};
		if (to !== from) continue;
		first--;
		from = begin + 1;
	}
	let {to} = suspects[index]!;
	while (to < text.length && !isEnd(to)) {
		const next = suspects[last + 1];
		if (next?.from === to) {
			last++;
			({to} = next);
		} else to++;
	}
	const inner = suspects.slice(first, last + 1);
	let begin = from;
	while (begin < inner[0]!.from && punctuation.test(text[begin]!)) begin++;
	let end = to;
	while (end > inner.at(-1)!.to && punctuation.test(text[end - 1]!)) end--;
	let repaired = '';
	let at = begin;
	for (const one of inner) {
		repaired += text.slice(at, one.from) + one.repaired;
		at = one.to;
	}
	repaired += text.slice(at, end);
	return {
		from,
		to,
		before: text.slice(from, begin),
		after: text.slice(end, to),
		repaired,
		isAlone: repaired === inner.map(one => one.repaired).join(''),
	};
}

/** How far in its line a mark is looked for. */
const nearby = 1000;

/** True where `mark` stands an odd number of times before the place in its line, and again behind. */
function isBetween(text: string, from: number, to: number, mark: string): boolean {
	const ahead = text
		.slice(Math.max(0, from - nearby), from)
		.split(/[\n\r]/)
		.at(-1)!;
	const behind = text.slice(to, to + nearby).split(/[\n\r]/, 1)[0]!;
	return ahead.split(mark).length % 2 === 0 && behind.includes(mark);
}

function fencesOf(text: string): readonly Stretch[] {
	const fences: Stretch[] = [];
	let from: number | undefined;
	for (const {index} of text.matchAll(/^[ \t>]*(?:```|~~~)/gm)) {
		if (from === undefined) from = index;
		else {
			fences.push({from, to: index});
			from = undefined;
		}
	}
	return from === undefined ? fences : [...fences, {from, to: text.length}];
}
