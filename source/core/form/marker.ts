/** The comment at the end of a document that names its template: `<!-- specwright: NAME@VERSION sha256:12HEX -->`. */

import type {Marker} from './types.ts';
import {isBlank, scan} from './lines.ts';

const shape =
	/^[ \t]*<!--[ \t]*specwright:[ \t]*(?<name>[^\s@>]+)(?:@(?<version>[^\s>]+))?(?:[ \t]+sha256:(?<hash>[\da-f]{12}))?[ \t]*-->[ \t]*$/;

/** The marker of a text: its last line that is not blank, where that is a comment of this form and no part of a fence. */
export function readMarker(source: string): Marker | undefined {
	// A look at the end is enough for nearly every text that has none.
	const end = source.trimEnd();
	const start = Math.max(end.lastIndexOf('\n'), end.lastIndexOf('\r')) + 1;
	if (!shape.test(end.slice(start))) return undefined;
	const {lines} = scan(source, {document: true});
	const line = lines.findLast(one => !isBlank(one.text));
	const match = line?.alone === true ? shape.exec(line.text) : null;
	if (!line || !match?.groups) return undefined;
	const {name, version, hash} = match.groups;
	return {
		name: name!,
		...(version !== undefined && {version}),
		...(hash !== undefined && {hash}),
		range: {from: line.from, to: line.to},
	};
}

/** A marker as it is written. Blanks and comment ends cannot be part of a name. */
export function writeMarker(marker: Omit<Marker, 'range'>): string {
	const safe = (text: string): string => text.replaceAll(/[\s@<>]+/g, '-').replaceAll('--', '-');
	const version = marker.version === undefined ? '' : `@${safe(marker.version)}`;
	const hash = marker.hash === undefined ? '' : ` sha256:${marker.hash}`;
	return `<!-- specwright: ${safe(marker.name)}${version}${hash} -->`;
}

/**
 * A text with this marker as its last block, in place of the one it has. A text that ends inside a fence, a comment or
 * raw HTML is left as it is: the marker would be part of that.
 */
export function withMarker(source: string, marker: Omit<Marker, 'range'>): string {
	const old = readMarker(source);
	const words = writeMarker(marker);
	if (old) return source.slice(0, old.range.from) + words + source.slice(old.range.to);
	if (scan(source, {document: true}).unclosed) return source;
	const eol = /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
	const gap =
		source === ''
			? ''
			: /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(source)
				? ''
				: /[\r\n]$/.test(source)
					? eol
					: eol + eol;
	return `${source}${gap}${words}${eol}`;
}
