/** How a line of a template is recognised in another text: by its words in order, or by the words of its label. */

import {isBlank} from './line-pieces.ts';
import type {Form, Range} from './types.ts';
import {walkShape} from './pattern-walk.ts';
import type {Wild, Words} from './pattern-walk.ts';
import type {Token} from './plan.ts';
import {cellsOf} from './value/cell.ts';

/** A line of a template as it is looked for. */
export type Pattern = {
	/** Where the fields' texts stand in a text that is such a line, in order; undefined where it is none. */
	readonly groups: (text: string) => readonly Range[] | undefined;
	/** The same for the fields and the other places of variables, as they follow one another. */
	readonly places: (text: string) => readonly Range[] | undefined;
};

/** What counts headings, in front of their words. */
export const numbering = /^(?:\d+(?:\.\d+)*[a-z]?[.):]?|[A-Z][.)])\s+/;

/**
 * A row's text as a pattern. Blanks are flexible, guidance inside the line may be gone, names may be filled.
 *
 * @param labelAtEnd whether the last token is a label's value, which is taken to the end as it is
 * @param numbered whether a number may stand in front
 */
export function patternOf(form: Form, tokens: readonly Token[], labelAtEnd: boolean, numbered = false): Pattern {
	const pieces: Words[][] = [[]];
	const wilds: Wild[] = [];
	const isSlot: boolean[] = [];
	for (const [index, token] of tokens.entries()) {
		const text = form.source.slice(token.from, token.to);
		const words = text.split(/\s+/).filter(word => word !== '');
		if (token.type === 'static') {
			const last = tokens[index - 1];
			// A value ends where the template's words go on; in the value these words have a backslash in front.
			// Words that end the row end it wherever they stand.
			const ending = tokens.slice(index + 1).every(one => one.type === 'guidance');
			const guarded = (last?.type === 'slot' || last?.type === 'mirror') && !ending && words.length > 0;
			const lead = guarded || (index > 0 && /^\s/.test(text));
			const blank = guarded || words.length > 0 ? undefined : parting(tokens, index, text);
			pieces
				.at(-1)!
				.push(
					blank === undefined
						? {words, optional: false, lead, trail: /\s$/.test(text), guarded}
						: {words: [blank], optional: false, lead: false, trail: true, guarded: false},
				);
		} else if (token.type === 'guidance') {
			const before = tokens
				.slice(0, index)
				.findLast(one => one.type !== 'static' || !isBlank(form.source.slice(one.from, one.to)));
			const guarded = before?.type === 'slot';
			pieces.at(-1)!.push({words, optional: true, lead: true, trail: true, guarded});
		} else {
			const open = token.type === 'slot' && labelAtEnd && index === tokens.length - 1;
			wilds.push({words: open ? [] : words, variable: token.type === 'mirror'});
			isSlot.push(token.type === 'slot');
			pieces.push([]);
		}
	}

	const shape = {pieces, wilds};
	const places = (text: string): readonly Range[] | undefined => {
		const number = numbered ? numbering.exec(text) : null;
		return (number && walkShape(shape, text, number[0].length)) ?? walkShape(shape, text, 0);
	};
	return {places, groups: text => places(text)?.filter((_, index) => isSlot[index])};
}

/**
 * The blank that must stand between two values with nothing else between them, as in `[First] [Last]`: in the first
 * value blanks are entities.
 */
function parting(tokens: readonly Token[], index: number, text: string): string | undefined {
	const wild = (token: Token | undefined) => token?.type === 'slot' || token?.type === 'mirror';
	return wild(tokens[index - 1]) && wild(tokens[index + 1]) ? text[0] : undefined;
}

/** The words of a label without bullet, emphasis, colon and case; empty where there are none to speak of. */
export function labelKey(text: string): string {
	const bare = text.trim();
	if (bare.includes('|')) {
		const cells = cellsOf(bare).map(cell => words(cell.text));
		return cells.some(cell => cell !== '') ? `|${cells.join('|')}` : '';
	}

	if (!/:\**_*$|^[-*+\d.)\s]*[*_]{2}[^*_]+[*_]{2}:?$/.test(bare)) return '';
	return words(bare.replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, ''));
}

/** Whether a text has letters of no other script: expressions for those are some times as fast. */
export function isAscii(text: string): boolean {
	return /^[\0-\x7F]*$/.test(text);
}

export function words(text: string): string {
	if (isAscii(text))
		return text
			.toLowerCase()
			.replaceAll(/[^a-z\d]+/g, ' ')
			.trim();
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** The labels that a line may carry: all of it, or what stands before its colon. */
export function labelKeys(line: string): readonly string[] {
	const text = line.trim();
	const label = /^.{1,120}?:[*_]*/.exec(text);
	return [labelKey(text), ...(label ? [labelKey(label[0])] : [])].filter(key => key !== '');
}
