/**
 * The door of the encoding room: text whose UTF-8 was read by a Windows code page, once or several times over, is told
 * from text that is whole, and what it was is found again. Pure functions over the text; the file is never guessed at.
 */

import {damagedOnce} from './damage.ts';
import type {Page} from './pages.ts';
import type {Damage, Suspect} from './types.ts';

export type {Damage, Page} from './types.ts';

/** More than twice has been seen, in texts that went back and forth between the same two programs. */
const mostTimes = 4;

/** The text's damaged places in their order, one for each character that was broken; none for a text that is whole. */
export function findDamage(text: string): readonly Damage[] {
	let places: readonly Damage[] = [];
	let now = text;
	// What was read wrongly twice is, repaired once, a text that was read wrongly once.
	for (let times = 1; times <= mostTimes; times++) {
		const {damaged, page} = damagedOnce(now);
		if (damaged.length === 0) break;
		places = overlaid(text, places, damaged, page);
		now = withRepaired(text, places);
	}
	return places;
}

/** The text with every damaged place as it was; the very same text where none is. */
export function repair(text: string): string {
	return withRepaired(text, findDamage(text));
}

/** The text with these of its places repaired. */
export function withRepaired(text: string, places: readonly Damage[]): string {
	let repaired = '';
	let at = 0;
	for (const place of places) {
		repaired += text.slice(at, place.range.from) + place.repaired;
		at = place.range.to;
	}
	return repaired + text.slice(at);
}

/** The places found so far with those found in the text that they give; a place over others takes them in. */
function overlaid(
	text: string,
	before: readonly Damage[],
	damaged: readonly Suspect[],
	page: Page | undefined,
): readonly Damage[] {
	const places: Damage[] = [];
	let next = 0;
	// How far the repaired text is behind the text, up to the place before `next`.
	let shift = 0;
	const pass = (place: Damage): void => {
		shift += place.range.to - place.range.from - place.repaired.length;
		next++;
	};
	for (const {from, to, repaired, pages, lossy} of damaged) {
		for (let one = before[next]; one && one.range.from - shift < from; one = before[next]) {
			places.push(one);
			pass(one);
		}
		const begin = from + shift;
		const inner: Damage[] = [];
		for (let one = before[next]; one && one.range.from - shift < to; one = before[next]) {
			inner.push(one);
			pass(one);
		}
		const end = to + shift;
		const [own = 'windows-1252'] = page !== undefined && pages.includes(page) ? [page] : pages;
		places.push({
			range: {from: begin, to: end},
			shown: text.slice(begin, end),
			repaired,
			reading: {page: own, times: 1 + Math.max(0, ...inner.map(({reading}) => reading.times))},
			lossy: lossy || inner.some(one => one.lossy),
		});
	}
	return [...places, ...before.slice(next)];
}
