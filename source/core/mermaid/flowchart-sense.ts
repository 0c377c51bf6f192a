/** What Mermaid refuses in a flowchart whose every token stands in its place. */

import type {Finding} from './kind.ts';
import type {Token} from './tokens.ts';

/** Mermaid draws no more links with its usual settings (`maxEdges`). */
const mostLinks = 500;
const ends = new Set(['newline', ';', 'eof']);
/** What a line may begin behind without a sign between. */
const beforeLine = new Set(['no-direction', 'close', 'turn', 'title-text', 'description']);

/** A style for a link that is not there yet, and more links than are drawn. */
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
		}
	}

	return undefined;
}

const tooMany = {reason: 'more than 500 links', help: 'Make several diagrams of it, one for each part.'};

/** True for one of the numbers behind `linkStyle`. */
function isStyled(tokens: readonly Token[], index: number): boolean {
	let first = index - 1;
	while (tokens[first]?.name === 'number' || tokens[first]?.name === ',') first--;
	if (tokens[first]?.name !== 'space' || tokens[first - 1]?.name !== 'linkStyle') return false;
	// In the heading of a subgraph it is a word like others.
	const before = tokens[first - 2]?.name === 'space' ? tokens[first - 3] : tokens[first - 2];
	return before !== undefined && (ends.has(before.name) || beforeLine.has(before.name));
}
