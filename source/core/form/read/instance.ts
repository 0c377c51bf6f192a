/** The whole lines that are one instance of a repeated section. */

import type {Range} from '../types.ts';
import type {Block} from '../markdown.ts';
import type {Node, Source} from './draft.ts';

function tail(node: Node): readonly Block[] {
	const last = node.children.at(-1);
	return last ? tail(last) : node.blocks;
}

function closingRule(node: Node): Block | undefined {
	const last = tail(node).at(-1);
	return last?.type === 'rule' ? last : undefined;
}

/**
 * Ranges of the instances `nodes`, in order. A rule that closes the last one only, and fields that only the last one
 * has at its end, belong to what surrounds the repeat: a copy must not take them along.
 */
export function instanceRanges(source: Source, nodes: readonly Node[], alike: boolean): Range[] {
	const ruled = nodes.length > 1 && nodes.slice(0, -1).every(node => closingRule(node) !== undefined);
	return nodes.map((node, index) => {
		let {to} = node.range;
		const rule = closingRule(node);
		if (rule && !ruled) {
			to = source.lines.startOf(rule.range.from);
		}

		if (alike && index > 0 && index === nodes.length - 1) {
			to = Math.min(to, extrasFrom(source, nodes[0]!, node) ?? to);
		}

		return {from: node.range.from, to};
	});
}

/** Where fields begin that the first instance does not have. */
function extrasFrom(source: Source, first: Node, last: Node): number | undefined {
	if (last.children.length > 0) {
		return undefined;
	}

	const known = new Set(first.drafts.map(draft => draft.path.join('/')));
	// Only where the last one has everything that the first has, and more behind it.
	const own = new Set(last.drafts.map(draft => draft.path.join('/')));
	if ([...known].some(path => !own.has(path))) {
		return undefined;
	}

	const ordered = [...last.drafts].sort((a, b) => a.range.from - b.range.from);
	let from: number | undefined;
	for (const draft of ordered.reverse()) {
		if (known.has(draft.path.join('/'))) {
			break;
		}

		from = source.lines.startOf(draft.range.from);
	}

	return from !== undefined && ordered.some(draft => draft.range.from < from) ? from : undefined;
}
