/** Counting sentences and words as a reader of the document would, on the side of fewer. */

import {masked} from './masked.ts';

/** Words that end in a dot without ending a sentence. */
const abbreviations =
	/(?:^|[\s("'])(?:e\.g|i\.e|etc|vs|cf|ca|approx|no|nr|fig|sec|ch|p|pp|vol|al|inc|ltd|co|corp|dept|est|mr|mrs|ms|dr|prof|st|jr|sr|max|min|\p{Lu})\.$/iu;

/** How many sentences stand in a Markdown text. A paragraph or list item without a final stop is one. */
export function countSentences(text: string): number {
	let count = 0;
	for (const block of blocksOf(text)) {
		let pending = '';
		for (const piece of block.split(/(?<=[.!?…][)"'”’*_]*)\s+|(?<=[。！？])/u)) {
			pending = pending === '' ? piece : `${pending} ${piece}`;
			const bare = pending.replace(/[)"'”’*_]+$/u, '');
			if (abbreviations.test(bare)) continue;
			if (/[\p{L}\p{N}]/u.test(pending)) count++;
			pending = '';
		}
		if (/[\p{L}\p{N}]/u.test(pending)) count++;
	}
	return count;
}

/** How many words stand in a Markdown text. */
export function countWords(text: string): number {
	return (
		blocksOf(text)
			.join(' ')
			.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0
	);
}

/** Paragraphs and list items, each on one line, without what is code. A code span is a word: it keeps a letter. */
function blocksOf(text: string): readonly string[] {
	const spans = text.replace(/(?<!`)(`+)(?!`)[^\n]+?(?<!`)\1(?!`)/g, 'x');
	return masked(spans)
		.split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)/)
		.map(block =>
			block
				.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')
				.replace(/\s+/g, ' ')
				.trim(),
		)
		.filter(block => block !== '');
}
