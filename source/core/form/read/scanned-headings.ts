/**
 * Which lines are headings is said by the scan of lines alone: documents are matched by it, and what the reader took for
 * a heading and the matcher did not, or the other way round, could never be found again. Where the parser sees it
 * otherwise, which happens only in odd neighbourhoods (a table right above, text that goes on with an item), it yields.
 */

import type {Block} from '../blocks.ts';
import {scan} from '../lines.ts';
import type {Line} from '../lines.ts';
import {parseMarkdown, type Tree} from '../markdown.ts';
import type {Range} from '../types.ts';

type Head = Range & {readonly level: number};

/**
 * The blocks of a text with its headings as the scan has them: what is none becomes a paragraph, and what stands across
 * one that the parser has not seen becomes text that nothing is asked in.
 */
export function withScannedHeadings(source: string, tree: Tree): Tree {
	const heads = headsOf(scan(source, {document: true}).lines);
	const known = new Map(heads.map(head => [head.from, head]));
	const isOne = ({range, level}: Extract<Block, {type: 'heading'}>): boolean => {
		const head = known.get(tree.lines.startOf(range.from));
		return head?.level === level && head.to === tree.lines.endOf(range.to);
	};

	const seen = new Set<number>();
	for (const block of tree.blocks)
		if (block.type === 'heading' && isOne(block)) seen.add(tree.lines.startOf(block.range.from));
	const unseen = heads.filter(head => !seen.has(head.from));
	const isAcross = (range: Range): boolean => unseen.some(head => range.from < head.to && range.to > head.from);
	const blocks = tree.blocks.flatMap((block): readonly Block[] => {
		if (isAcross(block.range)) return [];
		if (block.type !== 'heading' || isOne(block)) return [block];
		return [{type: 'paragraph', range: block.range, spans: block.spans}];
	});
	if (unseen.length === 0) return {...tree, blocks};
	const added = unseen.map(head => headingAt(source, head));
	return {...tree, blocks: [...blocks, ...added].sort((a, b) => a.range.from - b.range.from)};
}

function headsOf(lines: readonly Line[]): readonly Head[] {
	return lines.flatMap(({from, heading}, index) => {
		if (heading === undefined) return [];
		let last = index;
		while (lines[last + 1]?.underline === true) last++;
		return [{from, to: lines[last]!.to, level: heading}];
	});
}

/** A heading's lines as they are read by themselves. */
function headingAt(source: string, {from, to, level}: Head): Block {
	const [alone] = parseMarkdown(source.slice(0, to), from).blocks;
	if (alone?.type === 'heading') return alone;
	return {type: 'heading', range: {from, to}, level, text: {from, to}, spans: []};
}
