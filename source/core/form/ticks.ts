/** Options on one line with a box each: `[ ] Low [ ] High`, `☐ Yes ☐ No`, `Service [ ] / API [ ]`. */

import type {Range} from './types.ts';

type Tick = {
	readonly option: string;
	/** Where the box stands. */
	readonly box: Range;
	readonly done: boolean;
};

/** A box that is no link's or reference's text. */
const boxes = /\[[ xX]\](?![([:])|[☐☑☒]/gu;
const parting = /^[\s/,|;·•]+|[\s/,|;·•]+$/gu;
const mostWords = 6;

/**
 * The boxes of a text with the option that each stands before, or all of them behind.
 *
 * @returns undefined where the text is anything else than two boxes or more on one line, with an option of some words each
 */
export function ticksIn(text: string): readonly Tick[] | undefined {
	if (/[\r\n]/.test(text)) return undefined;
	const found = [...text.matchAll(boxes)].map(([box], index, all) => ({from: all[index]!.index, box}));
	if (found.length < 2) return undefined;
	const isBefore = bare(text.slice(0, found[0]!.from)) === '';
	const ticks = found.map(({from, box}, index) => {
		const to = from + box.length;
		const previous = found[index - 1];
		const words = isBefore
			? text.slice(to, found[index + 1]?.from)
			: text.slice(previous ? previous.from + previous.box.length : 0, from);
		return {option: bare(words), box: {from, to}, done: /[xX☑☒]/u.test(box)};
	});
	const rest = isBefore ? '' : bare(text.slice(ticks.at(-1)!.box.to));
	const names = new Set(ticks.map(({option}) => option));
	const areOptions = ticks.every(({option}) => option !== '' && option.split(/\s+/u).length <= mostWords);
	return rest === '' && areOptions && names.size === ticks.length ? ticks : undefined;
}

/** The text with the boxes of these options ticked, and no other. */
export function ticked(text: string, chosen: ReadonlySet<string>): string {
	let result = '';
	let at = 0;
	for (const {option, box, done} of ticksIn(text) ?? []) {
		const mark = text.slice(box.from, box.to);
		const isWanted = chosen.has(option);
		const signs = mark.startsWith('[') ? ['[ ]', '[x]'] : ['☐', '☑'];
		// A box that stands right keeps its own sign: `[X]` is ticked too.
		result += text.slice(at, box.from) + (isWanted === done ? mark : signs[isWanted ? 1 : 0]!);
		at = box.to;
	}

	return result + text.slice(at);
}

function bare(words: string): string {
	return words
		.replaceAll(parting, '')
		.replaceAll(/^or\b\s*|\s*\bor$/giu, '')
		.replaceAll(/^\*+|\*+$/gu, '')
		.trim();
}
