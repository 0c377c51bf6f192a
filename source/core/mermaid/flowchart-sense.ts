/** What Mermaid refuses in a flowchart whose every token stands in its place. */

import type {Finding} from './kind.ts';
import type {Token} from './tokens.ts';

/** Mermaid draws no more links with its usual settings (`maxEdges`). */
const mostLinks = 500;
const ends = new Set(['newline', ';', 'eof']);

/** A style for a link that is not there yet, more links than are drawn, and a shape's name that can't be one. */
export function senseOfFlowchart(tokens: readonly Token[], text: string): Finding | undefined {
	let links = 0;
	/** Nodes on the near side of the link in hand, 0 where a line begins; and those told since then. */
	let before = 0;
	let nodes = 1;
	for (const [index, {name, from, to}] of tokens.entries()) {
		const isBetween = tokens[index - 1]?.name === 'space' && tokens[index + 1]?.name === 'space';
		if (name === 'link' || ends.has(name)) {
			links += before * nodes;
			before = name === 'link' ? nodes : 0;
			nodes = 1;
			if (links > mostLinks) return {from, to, ...tooMany};
		} else if (name === '&' && isBetween) nodes++;
		else if (name === 'number' && isStyled(tokens, index) && Number(text.slice(from, to)) >= links) {
			return {
				from,
				to,
				reason: `there is no link ${text.slice(from, to)} above this line`,
				help: 'Links are counted from 0, and styled below the lines that draw them.',
			};
		} else if (name === 'data') {
			const shape = /(?<=\bshape:[ \t]*)[^\s,}"']*(?:[A-Z]|_)[^\s,}"']*/.exec(text.slice(from, to));
			if (shape) {
				const at = from + shape.index;
				return {from: at, to: at + shape[0].length, reason: `there is no shape "${shape[0]}"`, help: smallLetters};
			}
		}
	}

	return undefined;
}

const tooMany = {reason: 'more than 500 links', help: 'Make several diagrams of it, one for each part.'};
const smallLetters = 'Names of shapes have small letters and hyphens only.';

/** True for one of the numbers behind `linkStyle`. */
function isStyled(tokens: readonly Token[], index: number): boolean {
	const first = tokens.slice(0, index).findLastIndex(({name}) => name !== 'number' && name !== ',');
	return tokens[first]?.name === 'space' && tokens[first - 1]?.name === 'linkStyle';
}
