/** A document as a page: one HTML file that needs nothing else, runs nothing and fetches nothing. */

import {Marked, type RendererObject, type Token, type Tokens, type TokensList} from 'marked';
import {namesAnchors} from '../../core/checks/index.ts';
import {findFrontMatter} from '../../core/form/index.ts';
import {svgPart} from '../diagram/svg-file.ts';
import {escaped} from '../diagram/svg-veil.ts';
import type {Picture} from '../diagram/types.ts';
import {pictureInside, safeAddress} from './address.ts';
import {escapedText, htmlBlock, settleTags} from './html.ts';
import {style} from './style.ts';

/** A document that is read, before its diagrams are drawn. */
export type ReadPage = {
	readonly matter: string;
	readonly tokens: TokensList;
	/** The texts of its diagrams, each once. */
	readonly diagrams: readonly string[];
};

const marked = new Marked();

/** Reads a document's Markdown. */
export function readPage(source: string): ReadPage {
	const matter = findFrontMatter(source);
	const tokens = marked.lexer(source.slice(matter?.range.to ?? 0).replace(/^\uFEFF/, ''));
	const diagrams = new Set<string>();
	void marked.walkTokens(tokens, token => {
		if (isDiagram(token)) diagrams.add(token.text);
	});
	return {
		matter: matter ? source.slice(matter.content.from, matter.content.to) : '',
		tokens,
		diagrams: [...diagrams],
	};
}

function isDiagram(token: Token): token is Tokens.Code {
	return token.type === 'code' && /^mermaid(?![\w-])/i.test((token as Tokens.Code).lang ?? '');
}

/** The page. `pictures` has each diagram's picture by its text, or why there is none. */
export function writePage(
	{matter, tokens, diagrams}: ReadPage,
	title: string,
	pictures: ReadonlyMap<string, Picture>,
): string {
	const settled = new Map<Token, string>();
	void marked.walkTokens(tokens, token => {
		if (token.type === 'table') {
			const {header, rows} = token as Tokens.Table;
			for (const cell of [...header, ...rows.flat()]) settleTags(cell.tokens, settled);
		} else if ('tokens' in token && token.tokens) settleTags(token.tokens, settled);
	});
	const writer = new Marked({renderer: renderer(settled, pictures)});
	const body = writer.parser(tokens);
	const front = matter.trim() === '' ? '' : `<pre class="matter"><code>${escaped(matter.trim())}\n</code></pre>\n`;
	return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escaped(title)}</title>
<style>
${style(diagrams.length > 0)}</style>
</head>
<body>
<main>
${front}${body}</main>
</body>
</html>
`;
}

/** Where marked would let something of the document through as it is, what stands here writes it. */
function renderer(settled: ReadonlyMap<Token, string>, pictures: ReadonlyMap<string, Picture>): RendererObject {
	const anchorOf = namesAnchors();
	let drawn = 0;
	return {
		heading({tokens, depth, text}) {
			const id = anchorOf(text);
			return `<h${depth}${id === '' ? '' : ` id="${escaped(id)}"`}>${this.parser.parseInline(tokens)}</h${depth}>\n`;
		},
		html(token) {
			return token.type === 'html' && token.block ? htmlBlock(token.raw) : (settled.get(token) ?? escaped(token.raw));
		},
		text(token) {
			return 'tokens' in token && token.tokens ? this.parser.parseInline(token.tokens) : escapedText(token.text);
		},
		codespan({text}) {
			return `<code>${escaped(text)}</code>`;
		},
		code(token) {
			const {text, lang} = token;
			const picture = isDiagram(token) ? pictures.get(text) : undefined;
			if (picture && 'svg' in picture) {
				drawn++;
				return `<figure class="diagram">${svgPart(picture.svg, `Diagram ${drawn}`, `d${drawn}`)}</figure>\n`;
			}
			const language = /^[\w+#.-]+/.exec(lang ?? '')?.[0];
			const named = language === undefined ? '' : ` class="language-${escaped(language)}"`;
			const code = `<pre><code${named}>${escaped(text)}\n</code></pre>\n`;
			return picture
				? `<figure>${code}<figcaption>Not drawn: ${escaped(picture.reason)}.</figcaption></figure>\n`
				: code;
		},
		link({href, title, tokens}) {
			const words = this.parser.parseInline(tokens);
			const address = safeAddress(href);
			if (address === undefined) return words;
			const tip = title ? ` title="${escapedText(title)}"` : '';
			// On paper addresses stand behind the words; there they are the words.
			const bare = words === address ? ' class="bare"' : '';
			return `<a href="${address}"${bare}${tip} rel="noopener noreferrer">${words}</a>`;
		},
		image({href, text}) {
			const inside = pictureInside(href);
			if (inside !== undefined) return `<img src="${inside}" alt="${escapedText(text)}">`;
			const address = safeAddress(href);
			const words = escapedText(text === '' ? href : text);
			return address === undefined ? words : `<a href="${address}" rel="noopener noreferrer">${words}</a>`;
		},
		checkbox({checked}) {
			return `<input type="checkbox" disabled${checked ? ' checked' : ''}> `;
		},
		listitem(item) {
			return `<li${item.task ? ' class="task"' : ''}>${this.parser.parse(item.tokens)}</li>\n`;
		},
		table({header, rows}) {
			const row = (cells: readonly Tokens.TableCell[]) =>
				`<tr>${cells.map(cell => this.tablecell(cell).trim()).join('')}</tr>\n`;
			const body = rows.length === 0 ? '' : `<tbody>\n${rows.map(row).join('')}</tbody>\n`;
			return `<div class="table"><table>\n<thead>\n${row(header)}</thead>\n${body}</table></div>\n`;
		},
		tablecell({header, align, tokens}) {
			const name = header ? 'th' : 'td';
			const side = align ? ` class="${align}"` : '';
			return `<${name}${side}>${withWholeDates(this.parser.parseInline(tokens))}</${name}>`;
		},
	};
}

/** A date in a cell, and what is as short and has digits and a dash such as `T-12`, stays on one line in the narrowest column. */
function withWholeDates(html: string): string {
	return html.replaceAll(
		/(?<![\p{L}\p{N}_&#-])(?=[\p{L}\p{N}.-]{0,16}(?![\p{L}\p{N}.-]))(?=\S*\d)[\p{L}\p{N}.]+(?:-[\p{L}\p{N}.]+)+(?![^<]*>)/gu,
		'<span class="whole">$&</span>',
	);
}
