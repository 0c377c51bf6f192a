/** The tree of headings, with what stands directly under each. */

import {readHeading} from './heading.ts';
import type {Node, Source} from './found-field.ts';
import {noNeed} from './requirement.ts';

function node(level: number, from: number, to: number): Node {
	return {
		level,
		blocks: [],
		children: [],
		range: {from, to},
		need: noNeed,
		fields: [],
		guidance: [],
		shown: [],
		stub: false,
		dropped: false,
	};
}

/**
 * Sections from headings at the top level of the text. `from` is where the body starts. The first node (level 0) holds
 * what precedes the first heading; the rest is a tree by depth, where levels may skip and start anywhere.
 */
export function outline(
	source: Source,
	from: number,
): {readonly lead: Node; readonly top: Node[]; readonly all: Node[]} {
	const {text, tree} = source;
	const lead = node(0, 0, text.length);
	const top: Node[] = [];
	const all: Node[] = [];
	const open: Node[] = [];
	for (const block of tree.blocks) {
		if (block.range.from < from) {
			continue;
		}

		if (block.type !== 'heading') {
			(open.at(-1) ?? lead).blocks.push(block);
			continue;
		}

		// A comment right above a heading speaks of what follows; under a title above its sections one stands nowhere else.
		const around = open.at(-1) ?? lead;
		const above = around.blocks;
		const isBelowTitle = around.level < 2 && (around.level === 0 || block.level > around.level);
		const comment =
			above.at(-1)?.type === 'comment' &&
			(source.lines.nextOf(above.at(-1)!.range.to) === source.lines.startOf(block.range.from) || isBelowTitle) &&
			/\b(?:optional|required|mandatory|recommended)\b/iu.test(
				text.slice(above.at(-1)!.range.from, above.at(-1)!.range.to),
			)
				? above.pop()
				: undefined;
		const start = source.lines.startOf(block.range.from);
		while (open.length > 0 && open.at(-1)!.level >= block.level) {
			open.pop()!.range.to = start;
		}

		const parts = readHeading(text, block.text, block.spans, source.words);
		const made: Node = {
			...node(block.level, start, text.length),
			heading: block,
			parts,
			need: parts.need,
			blocks: comment ? [comment] : [],
		};
		(open.at(-1)?.children ?? top).push(made);
		open.push(made);
		all.push(made);
	}

	lead.range.to = all[0]?.range.from ?? text.length;
	return {lead, top, all};
}

export function descendants(nodes: readonly Node[]): Node[] {
	return nodes.flatMap(one => [one, ...descendants(one.children)]);
}
