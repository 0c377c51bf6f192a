/** Whether numbered sections are several of one block, told by what stands in them and not by the words of their headings. */

import {slug} from '../slug.ts';
import type {Node, Source} from './found-field.ts';
import {counted, skeleton, unitSlug} from './heading.ts';
import {labelText} from './label.ts';

/** What a section must have in it, before anything can be said of how it differs. */
const leastParts = 2;

/** Sections that have less than this of the smaller one's parts in common differ. */
const leastShare = 1 / 2;

/**
 * Whether numbered sections differ so clearly that they are parts of one whole (`Part 1`, `Part 2`), and not several of
 * one block: most of them have headings, labels or table columns below them, and hardly two of them the same. Of
 * sections with little in them nothing can be told.
 */
export function differ(source: Source, nodes: readonly Node[]): boolean {
	const told = nodes.map(node => partsOf(source, node)).filter(parts => parts.size >= leastParts);
	return (
		told.length * 2 > nodes.length &&
		told.every((one, index) => told.slice(0, index).every(other => unlike(one, other)))
	);
}

function unlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	const common = [...one].filter(part => other.has(part)).length;
	return common < leastShare * Math.min(one.size, other.size);
}

/** Names of what a section has in it: the headings below it, the labels of its fields, the heads of its tables. */
function partsOf(source: Source, node: Node): ReadonlySet<string> {
	const labels = node.fields.flatMap(({path, columns = []}) => [...path.map(unitSlug), ...columns.map(({id}) => id)]);
	const below = node.children.flatMap(child => [nameOf(source, child), ...partsOf(source, child)]);
	const own = nameOf(source, node);
	// A section's own text has no name that the template gave it.
	return new Set([...labels, ...below].filter(name => !['', 'body', own].includes(name)));
}

/** A heading without its blanks, and without its own words where it counts: `Day 1: Design` is a `day`. */
function nameOf({text}: Source, {parts}: Node): string {
	if (!parts) return '';
	const title = labelText(skeleton(text, parts));
	const count = counted(title);
	return count ? slug(count.word) : unitSlug(title);
}
