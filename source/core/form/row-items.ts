/** Items that a template brings between items that ask for something: laid beside the items of a text. */

import type {Form} from './types.ts';
import {listLine, textLines} from './gap-lines.ts';
import type {Line} from './lines.ts';
import {words} from './patterns.ts';
import type {Chunk, Row} from './plan.ts';

/**
 * The rows that are looked for, line by line. Beside items that are nothing but a blank, which any item would be, the
 * template's own items (boilerplate) are laid side by side with the text's as well, so that one whose words were changed is
 * not taken for the answer of the next: by their place here, with their text.
 */
export function laidOut(
	{source}: Form,
	{rows}: Chunk,
): {readonly anchors: readonly Row[]; readonly items: ReadonlyMap<number, string>} {
	const isBlankItem = ({type, strong, slots}: Row): boolean => type === 'anchor' && !strong && slots.length > 0;
	const hasBlanks = rows.some(row => isBlankItem(row) && listLine.test(source.slice(row.from, row.to)));
	const anchors: Row[] = [];
	const items = new Map<number, string>();
	for (const row of rows) {
		if (row.tail || row.delimiter) continue;
		if (row.type === 'anchor') anchors.push(row);
		const [token] = row.tokens;
		if (!hasBlanks || row.type !== 'slot' || token?.type !== 'slot') continue;
		const {boilerplate, place} = token.field;
		if (boilerplate !== true || place.at !== 'items') continue;
		for (const text of textLines(source.slice(token.from, token.to))) {
			items.set(anchors.length, text);
			anchors.push(row);
		}
	}

	return {anchors, items};
}

/**
 * How well an item of the template's own agrees with a line, in eighths of what rows have: one that was changed less than any
 * answer, and the better the more of its words it still has.
 */
export function itemScore(text: string, line: Line, isOther: boolean): number {
	if (line.state !== 'plain') return 0;
	if (line.text.trim() === text) return 20 * eighths;
	if (isOther || !listLine.test(line.text)) return 0;
	const own = wordSet(text);
	const there = wordSet(line.text);
	const shared = [...own].filter(word => there.has(word)).length;
	return 1 + Math.floor((6 * shared) / Math.max(1, own.size, there.size));
}

/** Into how many parts a point of theirs is parted where such items are among them. */
export const eighths = 8;

function wordSet(text: string): ReadonlySet<string> {
	return new Set(words(text).split(' '));
}
