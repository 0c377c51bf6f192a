/** What a link to a heading is called, as GitHub makes it of the heading's words; other hosts do nearly the same. */

import {partsOf} from '../form/index.ts';
import type {Document, Range} from '../form/types.ts';

/** Every anchor that the document has: its headings', with and without a requirement that goes when it is finished, and its own. */
export function anchorsOf({source, leftovers}: Document): ReadonlySet<string> {
	return anchorsIn(
		source,
		leftovers.flatMap(({role, range}) => (role === 'marker' ? [range] : [])),
	);
}

/** Every anchor of a Markdown text; a heading's is told without the part of it that lies in one of `gone` too. */
export function anchorsIn(source: string, gone: readonly Range[] = []): ReadonlySet<string> {
	const anchors = new Set<string>();
	const nameOf = namesAnchors();
	for (const {level, text, textFrom} of partsOf(source)) {
		if (level === 0) continue;
		anchors.add(nameOf(text));
		const own = /\{#([^\s}]+)\}\s*$/.exec(text)?.[1];
		if (own !== undefined) anchors.add(own.toLowerCase());
		for (const {from, to} of gone) {
			if (from < textFrom || to > textFrom + text.length) continue;
			anchors.add(anchorOf(text.slice(0, from - textFrom) + text.slice(to - textFrom)));
		}
	}

	for (const [, name = ''] of source.matchAll(/<[a-z][^<>]*\s(?:id|name)\s*=\s*["']?([^"'\s<>]+)/gi))
		anchors.add(name.toLowerCase());
	return anchors;
}

/** Names the headings of a document, given one after another, by the anchors that links to them have. */
export function namesAnchors(): (heading: string) => string {
	const times = new Map<string, number>();
	return heading => unique(anchorOf(heading), times);
}

/** The numbers at the heads of a document's headings, `9` and `9.2`, in their order. */
export function numbersOf({source}: Document): readonly string[] {
	return partsOf(source).flatMap(
		({level, text}) => (level > 0 && /^(?:§\s*|section\s+)?(\d+(?:\.\d+)*)(?=[\s.):]|$)/i.exec(text)?.[1]) || [],
	);
}

/** The anchor with the number that tells it from those before: `risks`, `risks-1`, and past a heading called so itself. */
function unique(anchor: string, times: Map<string, number>): string {
	let found = anchor;
	while (times.has(found)) {
		const count = (times.get(anchor) ?? 0) + 1;
		times.set(anchor, count);
		found = `${anchor}-${count}`;
	}

	times.set(found, 0);
	return found;
}

/** `## 9) *System* Design` is `9-system-design`: lower case, hyphens for blanks, and nothing but letters, digits, `-` and `_`. */
function anchorOf(heading: string): string {
	return heading
		.replaceAll(/!\[[^\]]*\]\([^)]*\)|<[^>]*>/g, '')
		.replaceAll(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
		.replaceAll(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
		.trim()
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
		.replaceAll(' ', '-');
}
