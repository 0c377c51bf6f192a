/** What stands inside a line. Emphasis, strong and struck text are drawn by marked-terminal; the rest needs mending. */

import type {RendererObject, Tokens} from 'marked';
import {sanitize} from '../core/text/index.ts';
import type {BlockOptions} from './types.ts';
import {resolveEntities} from './entities.ts';
import {fromLine, styled, unstyled} from './styled.ts';

/** Where drawing is: the room there is, and the block's line in hand. */
export type Drawing = BlockOptions & {room: number; line: number};

export function newlinesIn(raw: string): number {
	let count = 0;
	for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) {
		count++;
	}

	return count;
}

/** Text with its line ends as spaces, each saying which source line goes on behind it. */
function flowing(text: string, drawing: Drawing): string {
	const lines = text.split('\n');
	const last = lines.length - 1;
	return lines
		.map((line, index) => {
			const start = index === 0 ? line : line.trimStart();
			return (index === 0 ? '' : ` ${fromLine(++drawing.line)}`) + (index === last ? start : start.trimEnd());
		})
		.join('');
}

function shownUrl(href: string): string {
	try {
		return sanitize(decodeURI(href)).replaceAll(/\s/g, '%20');
	} catch {
		return sanitize(href).replaceAll(/\s/g, '%20');
	}
}

/** A tag or comment in a line: `<br>` is what Markdown's table cells have for a new line, others are shown. */
export function inlineHtml(raw: string, drawing: Drawing): string {
	return /^<br\s*\/?>$/i.test(raw) ? '\n' : styled('dim', flowing(sanitize(raw), drawing));
}

/** Renderers for inline tokens. They keep `drawing.line` in step with the source. */
export function inlineRenderers(drawing: Drawing): RendererObject {
	const codeIsPlain = !drawing.color || Object.keys(drawing.theme.styles.code).length === 0;
	return {
		text(token: Tokens.Text | Tokens.Escape) {
			if ('tokens' in token && token.tokens) {
				return this.parser.parseInline(token.tokens);
			}

			return flowing(sanitize(resolveEntities(token.text)), drawing);
		},
		codespan({text}) {
			const code = flowing(sanitize(text), drawing);
			// Where code has no look of its own, its marks stay, or a name and a word would be the same.
			return styled('code', codeIsPlain ? `\`${code}\`` : code);
		},
		br() {
			drawing.line++;
			return `\n${fromLine(drawing.line)}`;
		},
		link({href, raw, tokens}) {
			const before = drawing.line;
			const text = this.parser.parseInline(tokens);
			drawing.line = before + newlinesIn(raw);
			const url = shownUrl(href);
			const plain = unstyled(text);
			if (url.startsWith('#') || url === plain || url === `mailto:${plain}` || url === `http://${plain}`) {
				return styled('link', text);
			}

			return `${styled('link', text)} (${styled('url', url)})`;
		},
		image({href, text, raw}) {
			drawing.line += newlinesIn(raw);
			const alt = sanitize(resolveEntities(text)).replaceAll('\n', ' ');
			return `${styled('dim', `[image${alt === '' ? '' : `: ${alt}`}]`)} (${styled('url', shownUrl(href))})`;
		},
		checkbox() {
			// The list item draws it, once.
			return '';
		},
	};
}
