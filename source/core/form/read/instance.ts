/** Which sections are instances of a repeat, and the whole lines that are one of them. */

import type {Range} from '../types.ts';
import type {Block} from '../markdown.ts';
import {slug} from '../slug.ts';
import {differ} from './alike.ts';
import type {Node, Source} from './found-field.ts';
import {counted, skeleton, unitSlug} from './heading.ts';
import {labelText} from './label.ts';

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

	const known = new Set(first.fields.map(field => field.path.join('/')));
	// Only where the last one has everything that the first has, and more behind it.
	const own = new Set(last.fields.map(field => field.path.join('/')));
	if ([...known].some(path => !own.has(path))) {
		return undefined;
	}

	const ordered = [...last.fields].sort((a, b) => a.range.from - b.range.from);
	let from: number | undefined;
	for (const field of ordered.reverse()) {
		if (known.has(field.path.join('/'))) {
			break;
		}

		from = source.lines.startOf(field.range.from);
	}

	return from !== undefined && ordered.some(field => field.range.from < from) ? from : undefined;
}

/** The words of a heading's first blank without what counts in them: `<Black box 1>` and `<Black box n>` are alike. */
export function blankName(node: Node): string {
	return slug(labelText(node.parts?.blanks[0]?.inner ?? '')).replace(/-(?:\d+|[a-z])$/u, '');
}

export type Instance = {
	readonly key: string;
	readonly index: number;
	readonly sameId: boolean;
	/** Whole lines of the unit's instances, in order; asked for once the fields are known. */
	readonly extents: () => readonly Range[];
};

/** Whether a heading's blank, a note or a hint says that there may be several of it. */
function isNoted(nodes: readonly Node[]): boolean {
	return nodes.some(({parts, note, repeatable, stub}) => stub || parts?.repeats || repeatable || note !== undefined);
}

/** Finds which sections among siblings are instances of one unit. */
export function instancesOf(source: Source, siblings: readonly Node[]): Map<Node, Instance> {
	const groups = new Map<string, Node[]>();
	for (const node of siblings) {
		if (!node.parts || node.repeatable === false) {
			continue;
		}

		const title = source.text.slice(node.parts.title.from, node.parts.title.to);
		const count = counted(labelText(title));
		const bones = unitSlug(labelText(skeleton(source.text, node.parts)));
		const blank = node.parts.repeats;
		// Among siblings that count, one whose title is open counts as they do.
		const word = `${node.level} ${count?.word}`;
		const counts = count && (groups.has(`counted ${word}`) || source.counting.has(word));
		const key = counts
			? `counted ${node.level} ${count.word}`
			: blank || node.repeatable
				? `blank ${node.level} ${bones || blankName(node)}`
				: count && count.rest === ''
					? `same ${node.level} ${count.word}`
					: count
						? `counted ${node.level} ${count.word}`
						: undefined;
		if (key !== undefined) {
			const group = groups.get(key);
			if (group) {
				group.push(node);
			} else {
				groups.set(key, [node]);
			}
		}
	}

	const result = new Map<Node, Instance>();
	for (const [key, nodes] of groups) {
		const real = nodes.filter(node => !node.stub);
		if (key.startsWith('blank') || (real.length > 1 && (isNoted(nodes) || !differ(source, real)))) {
			const sameId = !key.startsWith('counted');
			let known: readonly Range[] | undefined;
			const extents = () => (known ??= instanceRanges(source, real, sameId));
			for (const [index, node] of real.entries()) {
				result.set(node, {key, index, sameId, extents});
			}
		}
	}

	return result;
}
