/** What a link to a heading is called, as GitHub makes it of the heading's words; other hosts do nearly the same. */

import {partsOf} from '../form/index.ts';
import type {Document} from '../form/types.ts';

/** Every anchor that the document has: its headings', with and without a requirement that goes when it is finished, and its own. */
export function anchorsOf({source, leftovers}: Document): ReadonlySet<string> {
	const anchors = new Set<string>();
	const times = new Map<string, number>();
	for (const {level, text, textFrom} of partsOf(source)) {
		if (level === 0) continue;
		const anchor = anchorOf(text);
		const before = times.get(anchor) ?? 0;
		times.set(anchor, before + 1);
		anchors.add(before === 0 ? anchor : `${anchor}-${before}`);
		const own = /\{#([^\s}]+)\}\s*$/.exec(text)?.[1];
		if (own !== undefined) anchors.add(own.toLowerCase());
		for (const {role, range} of leftovers) {
			if (role !== 'marker' || range.from < textFrom || range.to > textFrom + text.length) continue;
			anchors.add(anchorOf(text.slice(0, range.from - textFrom) + text.slice(range.to - textFrom)));
		}
	}

	for (const [, name = ''] of source.matchAll(/<[a-z][^<>]*\s(?:id|name)\s*=\s*["']?([^"'\s<>]+)/gi))
		anchors.add(name.toLowerCase());
	return anchors;
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
