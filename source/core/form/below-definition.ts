/** What is indented right below a link reference definition, which the parser takes for code. */

import type {Block, Code} from './blocks.ts';

/**
 * Such lines are text: they would have gone on with the paragraph that the definition was taken from (CommonMark §4.4,
 * §4.7). Only what stands behind a blank line is code.
 *
 * @param text the whole text
 * @param code the lines as the parser has them
 */
export function belowDefinition(text: string, code: Code): readonly Block[] {
	const {from, to} = code.range;
	const words = /^.*(?:\n(?![ \t]*\n).*)*/u.exec(text.slice(from, to))![0].length;
	const gap = /^(?:\s*\n {4})?/u.exec(text.slice(from + words, to))![0].length;
	const rest = {from: from + words + gap, to};
	return [
		{type: 'paragraph', range: {from, to: from + words}, spans: []},
		...(rest.from < to ? [{...code, range: rest, content: rest}] : []),
	];
}
