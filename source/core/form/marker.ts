/** The comment at the end of a document that names its template: `<!-- specwright: NAME@VERSION sha256:12HEX -->`. */

import type {Marker} from './types.ts';
import {eolOf, gapBehind} from './line-ends.ts';
import {isBlank} from './line-pieces.ts';
import {scan} from './lines.ts';

/** A name never begins with `{` and never ends with `:`, so that no hint (`read/hints.ts`) is taken for a marker. */
const shape =
	/^[ \t]*<!--[ \t]*specwright:[ \t]*(?<name>(?!\{)[^\s@>]*[^\s@>:])(?:@(?<version>[^\s>]+))?(?:[ \t]+sha256:(?<hash>[\da-f]{12}))?[ \t]*-->[ \t]*$/;

/** The marker of a text: its last line that is not blank, where that is a comment of this form and no part of a fence. */
export function readMarker(source: string): Marker | undefined {
	// A look at the end is enough for nearly every text that has none.
	const marker = lastLineMarker(source);
	if (!marker) return undefined;
	const {lines} = scan(source, {document: true});
	const line = lines.findLast(one => !isBlank(one.text));
	return line?.alone === true && line.from === marker.range.from ? marker : undefined;
}

/** What the last line that is not blank says where it has this form, though it may be a line of a fence. */
export function lastLineMarker(source: string): Marker | undefined {
	const end = source.trimEnd();
	const from = Math.max(end.lastIndexOf('\n'), end.lastIndexOf('\r')) + 1;
	const to = from + /^[^\r\n]*/.exec(source.slice(from))![0].length;
	const {name, version, hash} = shape.exec(source.slice(from, to))?.groups ?? {};
	if (name === undefined) return undefined;
	return {
		name: decoded(name),
		...(version !== undefined && {version: decoded(version)}),
		...(hash !== undefined && {hash}),
		range: {from, to},
	};
}

/** Whether a comment alone, wherever it stands, is one that names a template. */
export function isMarker(comment: string): boolean {
	return shape.test(comment);
}

/**
 * A marker as it is written. What would end a name or the comment is percent-encoded (RFC 3986, 2.1), so that a template
 * at any path is found again: blanks, controls, `@`, `<`, `>`, a `{` in front, a `:` at the end, the second hyphen of two,
 * and `%` where it would seem to encode something.
 */
export function writeMarker(marker: Omit<Marker, 'range'>): string {
	const version = marker.version === undefined ? '' : `@${encoded(marker.version)}`;
	const hash = marker.hash === undefined ? '' : ` sha256:${marker.hash}`;
	return `<!-- specwright: ${encoded(marker.name)}${version}${hash} -->`;
}

function encoded(text: string): string {
	return text
		.toWellFormed()
		.replaceAll(/%(?=[\da-f]{2})/gi, '%25')
		.replaceAll(/[\s\p{Cc}@<>]|^\{|:$/gu, character => encodeURIComponent(character))
		.replaceAll('--', '-%2D');
}

function decoded(text: string): string {
	return text.replaceAll(/(?:%[\da-f]{2})+/gi, bytes => {
		try {
			return decodeURIComponent(bytes);
		} catch {
			// Someone's own per cent signs; they stand for themselves.
			return bytes;
		}
	});
}

/**
 * A text with this marker as its last block, in place of the one it has. A text that ends inside a fence, a comment or
 * raw HTML is left as it is: the marker would be part of that.
 */
export function withMarker(source: string, marker: Omit<Marker, 'range'>): string {
	const old = readMarker(source);
	// Written by hand it may look otherwise and say the same.
	if (old && old.name === marker.name && old.version === marker.version && old.hash === marker.hash) return source;
	const words = writeMarker(marker);
	if (old) return source.slice(0, old.range.from) + words + source.slice(old.range.to);
	if (scan(source, {document: true}).unclosed) return source;
	const eol = eolOf(source);
	return `${source}${gapBehind(source, eol, true)}${words}${eol}`;
}
