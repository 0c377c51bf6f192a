/** Lists on one line of front matter: `[a, b]`, as YAML and TOML both have them. */

import {decodeScalar, encodeScalar} from './scalar.ts';
import type {Toml} from './scalar.ts';

/** One item, in quotes or without, and what parts it from the next. */
const item = /\s*(?<item>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,"'[\]{}](?:[^,[\]{}]*[^\s,[\]{}])?)\s*(?:,|$)/uy;

/** The items of a list on one line as they are written; undefined where a text is no list, or one with more inside. */
export function flowItems(text: string): readonly string[] | undefined {
	const bare = text.trim();
	if (!bare.startsWith('[') || !bare.endsWith(']') || bare.length < 2) return undefined;
	const inside = bare.slice(1, -1).trim();
	const items: string[] = [];
	item.lastIndex = 0;
	while (item.lastIndex < inside.length) {
		const found = item.exec(inside)?.groups?.['item'];
		if (found === undefined) return undefined;
		items.push(found);
	}

	return items;
}

/** What the items of a list on one line say; undefined where a text is none. */
export function decodeFlow(text: string): readonly string[] | undefined {
	return flowItems(text)?.map(one => decodeScalar(one));
}

/** Items as a list on one line, in the quotes that the template's own have. */
export function encodeFlow(items: readonly string[], original: string, toml?: Toml): string {
	const standing = flowItems(original) ?? [];
	const quote = toml ? '"' : (['"', "'"] as const).find(sign => standing.some(one => one.startsWith(sign)));
	const written = items.map(one => {
		const plain = encodeScalar(one);
		// Only double quotes hold whatever there is.
		if (quote === '"' || (quote === "'" && /[\r\n]/.test(one))) return JSON.stringify(one);
		return quote === "'" ? `'${encodeScalar(one, "'")}'` : plain;
	});
	return `[${written.join(', ')}]`;
}
