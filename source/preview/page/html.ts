/**
 * The HTML that a document may hold itself. A few tags without attributes mean on the page what they mean in Markdown; all
 * others are text, for whoever opens the page has not asked the document's author to run anything.
 */

import type {Token} from 'marked';
import {escaped} from '../diagram/svg-veil.ts';

/** Tags with something between them that change how it looks. */
const paired = new Set([
	...['b', 'del', 'em', 'i', 'ins', 'kbd', 'mark', 's', 'small', 'strong', 'sub', 'sup', 'u'],
	...['code', 'q', 'samp', 'var', 'cite', 'dfn'],
]);
/** Tags that stand alone. */
const alone = new Set(['br', 'wbr']);
/** Tags that only arrange what is between them, which a page does by itself. */
const arranging = new Set(['details', 'div', 'p', 'center', 'span', 'picture', 'figure', 'section']);

const tag = /^<(\/?)([a-z][a-z0-9]*)\b[^<>]*>$/i;
const anyTag = /(<!--[^]*?(?:-->|$)|<\/?[a-z][a-z0-9]*\b[^<>]*>)/i;

/** A piece of HTML: a tag, a comment, or the text between them. */
type Piece = {readonly raw: string; readonly close: boolean; readonly name: string};

/** What each piece is on the page. Tags that have no partner among these pieces are text. */
function shown(pieces: readonly Piece[]): readonly string[] {
	const html = pieces.map(({raw, name}) => {
		if (raw.startsWith('<!--') || arranging.has(name)) return '';
		return alone.has(name) ? `<${name}>` : escaped(raw);
	});
	const open: {readonly name: string; readonly at: number}[] = [];
	for (const [at, {name, close}] of pieces.entries()) {
		const known = name === 'summary' ? 'strong' : name;
		if (!paired.has(known)) continue;
		if (!close) {
			open.push({name, at});
			continue;
		}
		const partner = open.findLastIndex(one => one.name === name);
		if (partner < 0) continue;
		html[open[partner]!.at] = `<${known}>`;
		html[at] = `</${known}>`;
		// What was opened between them and is still open would reach out of them.
		open.length = partner;
	}

	return html;
}

function pieceOf(raw: string): Piece {
	const [, slash = '', name = ''] = tag.exec(raw) ?? [];
	return {raw, close: slash === '/', name: name.toLowerCase()};
}

/** Goes through neighbouring inline tokens and notes what their tags are on the page. */
export function settleTags(tokens: readonly Token[], settled: Map<Token, string>): void {
	const tags = tokens.filter(token => token.type === 'html');
	const html = shown(tags.map(({raw}) => pieceOf(raw)));
	for (const [index, token] of tags.entries()) settled.set(token, html[index]!);
}

/** A block of HTML, as a paragraph; nothing where it says nothing. */
export function htmlBlock(raw: string): string {
	const parts = raw.split(anyTag);
	const tags = parts.filter((_, index) => index % 2 === 1);
	const html = shown(tags.map(pieceOf));
	const said = parts.map((part, index) => (index % 2 === 1 ? html[(index - 1) / 2]! : escapedText(part))).join('');
	return said.trim() === '' ? '' : `<p>${said.trim()}</p>\n`;
}

/** Text in which character references stay what they are. */
export function escapedText(text: string): string {
	return escaped(text).replaceAll(/&amp;(#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z]\w{1,30});/g, '&$1;');
}
