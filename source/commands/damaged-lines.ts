/** Damage and its repair in words and lines, for whoever is asked whether to take it. */

import type {Damage} from '../core/encoding/index.ts';

/** `12 characters are damaged (UTF-8 read as Windows-1252, twice over); a byte is lost in 2 of them`. */
export function damageWords(places: readonly Damage[]): string {
	const lossy = places.filter(place => place.lossy).length;
	const readings = new Set(places.map(({reading}) => readingWords(reading)));
	const count = places.length === 1 ? '1 character is' : `${places.length} characters are`;
	const guess = lossy === 0 ? '' : `; in ${lossy} of them a byte is lost, and the likeliest character stands for it`;
	return `${count} damaged (UTF-8 read as ${[...readings].join(', ')})${guess}`;
}

function readingWords({page, times}: Damage['reading']): string {
	const name = page.replace('windows', 'Windows');
	return times === 1 ? name : times === 2 ? `${name}, twice over` : `${name}, ${times} times over`;
}

export type DamagedLine = {
	/** Its number, from 1. */
	readonly line: number;
	/** The part of it around the damage, and the same repaired. */
	readonly before: string;
	readonly after: string;
	/** How many characters are damaged in it, and how many of these lost a byte. */
	readonly places: number;
	readonly lossy: number;
};

/** How many characters of a line stand before its first damage, and how many are shown in all. */
const lead = 24;
const width = 72;

/** The lines that have damage, each once. */
export function damagedLines(text: string, places: readonly Damage[]): readonly DamagedLine[] {
	const lines: DamagedLine[] = [];
	let from = 0;
	let next = 0;
	for (const [index, end] of lineEnds(text).entries()) {
		const here: Damage[] = [];
		for (let place = places[next]; place && place.range.from < end; place = places[++next]) here.push(place);
		const [first] = here;
		if (first) {
			const begin = Math.max(from, first.range.from - lead);
			const start = begin === from ? '' : '…';
			let after = '';
			let at = begin;
			for (const {range, repaired} of here) {
				after += text.slice(at, range.from) + repaired;
				at = range.to;
			}
			lines.push({
				line: index + 1,
				before: start + clipped(text.slice(begin, end)),
				after: start + clipped(after + text.slice(at, end)),
				places: here.length,
				lossy: here.filter(place => place.lossy).length,
			});
		}
		from = end;
	}
	return lines;
}

function lineEnds(text: string): readonly number[] {
	const ends = [...text.matchAll(/\r\n|[\n\r]/g)].map(match => match.index + match[0].length);
	return ends.at(-1) === text.length ? ends : [...ends, text.length];
}

function clipped(line: string): string {
	const characters = [...line.replace(/[\n\r]+$/, '')];
	return characters.length > width ? `${characters.slice(0, width).join('')}…` : characters.join('');
}

/** The first lines whose damage is not like that of one before, at most `most`. */
export function samplesOf(
	lines: readonly DamagedLine[],
	places: readonly Damage[],
	most: number,
): readonly DamagedLine[] {
	const seen = new Set<string>();
	let next = 0;
	return lines.filter(line => {
		const shown = places[next]?.shown ?? '';
		next += line.places;
		if (seen.has(shown) || seen.size >= most) return false;
		seen.add(shown);
		return true;
	});
}
