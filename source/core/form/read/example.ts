/** A filled example: a part of the template that repeats its own headings with content. */

import {slug} from '../slug.ts';
import type {FoundField, Node, Source} from './found-field.ts';
import {closedPart, withoutRound} from './ends.ts';
import {skeleton} from './heading.ts';
import type {Range} from '../types.ts';

const says = /\b(?:example|sample|illustration|worked|filled)\b|示例|例$/iu;

export type FilledExample = {readonly nodes: readonly Node[]; readonly range: Range};

function key(source: Source, node: Node): string {
	return node.parts ? slug(skeleton(source.text, node.parts)) : '';
}

/**
 * Finds the example and takes its headings out of the list: a heading that says "example", and behind it (beside or
 * below) headings of which at least half stand earlier in the file.
 */
export function takeExample(
	source: Source,
	siblings: Node[],
	earlier: ReadonlySet<string> = new Set(),
): FilledExample | undefined {
	const known = new Set(earlier);
	for (const [index, node] of siblings.entries()) {
		const title = node.parts ? source.text.slice(node.parts.title.from, node.parts.title.to) : '';
		const inside = [...node.children];
		let last = index;
		if (says.test(title)) {
			const behind = siblings.slice(index + 1);
			const repeated = behind.filter(one => known.has(key(source, one))).length;
			if (inside.length === 0 && repeated >= 2 && repeated * 2 >= behind.length) {
				last = siblings.length - 1;
				inside.push(...behind);
			}

			const same = inside.filter(one => known.has(key(source, one))).length;
			if (inside.length >= 2 && same >= 2 && same * 2 >= inside.length) {
				siblings.splice(index, last - index + 1);
				return {nodes: inside, range: {from: withRule(source, node.range.from), to: inside.at(-1)!.range.to}};
			}
		}

		known.add(key(source, node));
		const found = node.children.length > 0 ? takeExample(source, node.children, known) : undefined;
		for (const child of node.children) {
			known.add(key(source, child));
		}

		if (found) {
			return found;
		}
	}

	return undefined;
}

/** The rule in front of an example belongs to it. */
function withRule(source: Source, from: number): number {
	const before = source.tree.blocks.filter(block => block.range.to <= from).at(-1);
	return before?.type === 'rule' ? source.lines.startOf(before.range.from) : from;
}

/** Gives sections and fields what the example says under the same heading or label. */
export function feedExample(source: Source, example: FilledExample, nodes: readonly Node[]): void {
	const {text, lines} = source;
	for (const filled of example.nodes) {
		const own = nodes.find(node => key(source, node) === key(source, filled));
		if (!own || !filled.heading) {
			continue;
		}

		// Comments are the template's, such as the marker behind the last section.
		const [closed, rest] = closedPart(
			text.slice(lines.nextOf(filled.heading.range.to), filled.range.to).replaceAll('\r\n', '\n'),
			'-->',
		);
		const body = (closed.replaceAll(/<!--.*?-->/gsu, '') + rest).trim();
		own.example = body;
		own.fields = own.fields.map(field => {
			const shown = own.fields.length === 1 ? body : exampleFor(field, body);
			return shown === undefined || shown === '' ? field : {...field, example: shown};
		});
	}
}

/** The text behind the label that begins like the field's; singular and plural count as one. */
function exampleFor(field: FoundField, body: string): string | undefined {
	const stem = (label: string) => slug(withoutRound(label)).replace(/s$/u, '');
	const wanted = stem(field.label);
	const rows = body.split('\n');
	const found: string[] = [];
	let taking = false;
	for (const row of rows) {
		const label = /^(?:[-*+]\s+)?(?:\*\*)?(?<label>[^:*]{1,60})(?:\*\*)?:(?:\*\*)?\s*(?<rest>.*)$/u.exec(row);
		if (label?.groups && !/^\s/u.test(row)) {
			const name = stem(label.groups['label']!);
			taking = name !== '' && (wanted === name || wanted.startsWith(`${name}-`));
			if (taking && label.groups['rest'] !== '') {
				found.push(label.groups['rest']!);
			}
		} else if (taking && /^\s+\S/u.test(row)) {
			found.push(row.replace(/^ {1,4}/u, ''));
		} else if (!/^\s*$/u.test(row)) {
			taking = false;
		}
	}

	return found.length > 0 ? found.join('\n') : undefined;
}
