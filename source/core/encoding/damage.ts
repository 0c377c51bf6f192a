/**
 * Which of the suspects are damage. A wrong reading breaks every character beyond ASCII of what it reads, so a stretch
 * of text that has whole ones beside the suspects was not read wrongly, or not all of it; and a suspect that somebody
 * can have meant is damage only in the company of one that nobody can.
 */

import {groupOf, standsAlone} from './groups.ts';
import {isMeasured} from './natural.ts';
import {exampleTest} from './shown.ts';
import {scan} from './suspects.ts';
import type {Page, Stretch, Suspect} from './types.ts';

/** How many characters nobody can have meant make a text that is damaged as a whole. */
const much = 3;

export type Round = {readonly damaged: readonly Suspect[]; readonly page: Page | undefined};

/** What is damaged by one wrong reading, in the order of the text. */
export function damagedOnce(text: string): Round {
	const {suspects, sound, unknown, page} = scan(text);
	const evidence = certain(suspects);
	if (evidence.size === 0) return {damaged: [], page};
	const whole = [...sound, ...lone(unknown, suspects, evidence)].sort((one, other) => one - other);
	const isExample = exampleTest(text, suspects);
	const paragraphs = stretches(text, /(?:\r\n|[\n\r])[\t ]*(?:\r\n|[\n\r])/g);
	const paragraphAt = (at: number): Stretch => paragraphs[indexAt(paragraphs, at)]!;
	const proof = new Set([...evidence].filter(index => !isExample(index, paragraphAt(suspects[index]!.from))));
	const damaged = new Set<number>();

	const judge = (stretch: Stretch, smaller: readonly ((stretch: Stretch) => readonly Stretch[])[]): void => {
		const [first, end] = between(suspects.length, index => suspects[index]!.from, stretch);
		const [firstWhole, endWhole] = between(whole.length, index => whole[index]!, stretch);
		const inside = Array.from({length: end - first}, (_, index) => first + index);
		const proven = inside.filter(index => proof.has(index));
		if (proven.length === 0) return;
		if (firstWhole === endWhole) {
			const groups = new Set(proven.map(index => groupOf(suspects[index]!.code)));
			const isKin = (index: number): boolean => evidence.has(index) || groups.has(groupOf(suspects[index]!.code));
			const other = new Set(inside.filter(index => !isKin(index) && !isMeasured(text, suspects[index]!.from)));
			// Where much of a text is damaged and nothing in all of it is whole, a letter by itself is damaged as well.
			const isMuch = whole.length === 0 && evidence.size >= Math.max(much, other.size);
			for (const index of inside) if (isKin(index) || (isMuch && other.has(index))) damaged.add(index);
			return;
		}
		const [divide, ...rest] = smaller;
		if (divide) for (const part of divide(stretch)) judge(part, rest);
		else for (const index of proven) damaged.add(index);
	};
	judge({from: 0, to: text.length}, [
		() => paragraphs,
		({from, to}) =>
			stretches(text.slice(from, to), /\r\n|[\n\r]/g).map(line => ({from: from + line.from, to: from + line.to})),
	]);
	return {damaged: [...damaged].sort((one, other) => one - other).map(index => suspects[index]!), page};
}

/**
 * Where the unknown ones begin that touch no certain damage: these are taken for whole, as the Ã of `SÃO` is. One that
 * does touch it is damage past mending.
 */
function lone(
	unknown: readonly Stretch[],
	suspects: readonly Suspect[],
	evidence: ReadonlySet<number>,
): readonly number[] {
	const ends = new Set([...evidence].flatMap(index => [suspects[index]!.from, suspects[index]!.to]));
	return unknown.filter(({from, to}) => !ends.has(from) && !ends.has(to)).map(({from}) => from);
}

/**
 * The indexes of the suspects that nobody can have meant. Letters of scripts that come in words prove nothing alone:
 * `2×¾` is a wrong reading of Hebrew as well.
 */
function certain(suspects: readonly Suspect[]): ReadonlySet<number> {
	const found = new Set<number>();
	for (let from = 0, to = 0; from < suspects.length; from = to) {
		const group = groupOf(suspects[from]!.code);
		for (to = from + 1; to < suspects.length; to++)
			if (suspects[to]!.from !== suspects[to - 1]!.to || groupOf(suspects[to]!.code) !== group) break;
		const run = suspects.slice(from, to);
		const isOdd = run.some(({odd}) => odd);
		const isWord = run.length > 2 || (run.length === 2 && isOdd);
		for (const [index, {odd, lossy}] of run.entries()) {
			if (standsAlone(group) ? isWord || (odd && (!lossy || isOdd)) : isWord) found.add(from + index);
		}
	}
	return found;
}

function stretches(text: string, end: RegExp): readonly Stretch[] {
	const parts: Stretch[] = [];
	let from = 0;
	for (const match of text.matchAll(end)) {
		const to = match.index + match[0].length;
		parts.push({from, to});
		from = to;
	}
	return [...parts, {from, to: text.length}];
}

function indexAt(parts: readonly Stretch[], at: number): number {
	let low = 0;
	let high = parts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (parts[middle]!.from <= at) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** The first index whose place is in the stretch, and the first behind it. */
function between(length: number, place: (index: number) => number, {from, to}: Stretch): readonly [number, number] {
	const firstFrom = (at: number): number => {
		let low = 0;
		let high = length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (place(middle) < at) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	return [firstFrom(from), firstFrom(to)];
}
