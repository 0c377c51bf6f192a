/** Markers behind a line's last blank, `[what] (if applicable)`: they say how much it is needed, and go with the answer. */

import type {FoundField, Node, Source} from './found-field.ts';
import {readNeed} from './requirement.ts';

/** The markers of a node's fields, as guidance that each goes with its field. */
export function trailingMarkers(source: Source, node: Node): Node['guidance'] {
	return node.fields.flatMap(field => {
		const range = field.need && behind(source, field);
		return range
			? [{role: 'marker', range, text: source.text.slice(range.from, range.to).trim(), fields: [field]}]
			: [];
	});
}

function behind({text, lines, words}: Source, {place, range}: FoundField): {from: number; to: number} | undefined {
	if (place.at !== 'inline') return undefined;
	const rest = text.slice(range.to, lines.endOf(Math.max(range.from, range.to - 1)));
	const marker = /^[ \t]+\(([^()]*)\)(?=[ \t]*$)/u.exec(rest);
	return marker && readNeed(marker[1]!, words) ? {from: range.to, to: range.to + marker[0].length} : undefined;
}
