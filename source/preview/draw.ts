/** Draws one block through marked and marked-terminal, with the renderers of ours where those fall short (UX). */

/// <reference types="./marked-terminal.d.ts" />

import {Lexer, Marked, type Parser, type RendererObject, type Token, type Tokens} from 'marked';
import {markedTerminal} from 'marked-terminal';
import {sanitize} from '../core/text/index.ts';
import type {Drawing} from './inline.ts';
import {inlineHtml, inlineRenderers, newlinesIn} from './inline.ts';
import {colored, fromLine, linesShown, styled, trimmedEnd, wrapStyled} from './styled.ts';
import {drawTable} from './table.ts';
import type {Block, BlockOptions, DrawnRow} from './types.ts';

/*
 * Marked takes quadratic time for long runs of delimiters on which nothing closes, and a key must not wait for it. What
 * goes beyond these limits is not written by people and is shown as it stands.
 */
const longestParsed = 65_536;
const longestLine = 16_384;
const mostDelimiters = 5000;
/** Of a block that is not parsed, this much is drawn. */
const longestPlain = 65_536;
/** Indentation stops where less than this would be left. */
const leastRoom = 12;

/** Draws with less room, for what stands inside something. */
function within(drawing: Drawing, taken: number, draw: () => readonly string[]): readonly string[] {
	const before = drawing.room;
	drawing.room = Math.max(1, before - taken);
	const lines = draw();
	drawing.room = before;
	return lines;
}

/** Block tokens one after another, each beginning at its own source line. */
function blocks(parser: Parser, tokens: readonly Token[], drawing: Drawing, isTight: boolean): readonly string[] {
	const drawn: string[] = [];
	let line = drawing.line;
	for (const token of tokens) {
		drawing.line = line;
		line += newlinesIn(token.raw);
		if (token.type === 'space' || token.type === 'checkbox') {
			continue;
		}

		if (drawn.length > 0 && !isTight) {
			drawn.push('');
		}

		const text =
			token.type === 'text'
				? paragraph(parser.parseInline((token as Tokens.Text).tokens ?? [token]), drawing)
				: parser.parse([token]);
		drawn.push(...(fromLine(line - newlinesIn(token.raw)) + text).split('\n'));
	}

	return drawn;
}

function paragraph(inline: string, drawing: Drawing): string {
	return wrapStyled(inline, drawing.room).map(trimmedEnd).join('\n');
}

function listItem(parser: Parser, item: Tokens.ListItem, bullet: string, drawing: Drawing): readonly string[] {
	const {boxOn, boxOff} = drawing.theme.glyphs;
	const box = item.task ? `${item.checked ? boxOn : boxOff} ` : '';
	const mark = bullet + box;
	const indent = drawing.room - bullet.length >= leastRoom ? bullet.length : 0;
	const lines = within(drawing, item.task && indent > 0 ? mark.length : indent, () =>
		blocks(parser, item.tokens, drawing, !item.loose),
	);
	// A marker alone on its line would say that the item is empty, so the mark goes in front of the first row.
	const [first = '', ...others] = lines.length > 0 ? lines : [''];
	const space = ' '.repeat(indent === 0 ? 0 : mark.length);
	return [
		`${styled('dim', bullet.trimEnd())} ${box}${first}`,
		...others.map(line => (line === '' ? '' : space + line)),
	];
}

function framed(lines: readonly string[], name: string, drawing: Drawing): readonly string[] {
	const {glyphs} = drawing.theme;
	const title = name === '' ? '' : ` ${name} `;
	const rule = Math.max(0, Math.min(drawing.room, 40) - title.length - 2);
	const bar = styled('border', glyphs.vertical);
	return [
		styled('border', `${glyphs.topLeft}${glyphs.rule}${title}${glyphs.rule.repeat(rule)}`),
		...lines.map(line => `${bar} ${line}`),
		styled('border', `${glyphs.bottomLeft}${glyphs.rule.repeat(Math.max(0, Math.min(drawing.room, 40) - 1))}`),
	];
}

/** Code as it is written, its first line being `start` of the block. */
function written(text: string, start: number, drawing: Drawing): readonly string[] {
	return sanitize(text)
		.split('\n')
		.flatMap((line, index) =>
			wrapStyled(styled('code', line), drawing.room).map((row, at) => (at === 0 ? fromLine(start + index) + row : row)),
		);
}

/** A diagram as its drawing, or as it is written with the reason; undefined where nothing is to be said of it (yet). */
function diagram(text: string, start: number, drawing: Drawing): readonly string[] | undefined {
	const drawn = drawing.diagram?.(text, drawing.room);
	if (!drawn) return undefined;
	if ('reason' in drawn)
		return [
			...written(text, start, drawing),
			...wrapStyled(styled('dim', `Not drawn: ${sanitize(drawn.reason)}.`), drawing.room),
		];
	// A drawing has its own number of rows; each stands for the line as far down the source.
	const lines = newlinesIn(text) + 1;
	return drawn.rows.map(
		(row, index) => fromLine(start + Math.floor((index * lines) / drawn.rows.length)) + styled('code', sanitize(row)),
	);
}

/** HTML is shown as it is written, dim; marked has one renderer for blocks of it and for tags in a line. */
function htmlRenderer(drawing: Drawing): (token: Tokens.HTML | Tokens.Tag) => string {
	return token => {
		if (token.type !== 'html' || !token.block) {
			return inlineHtml(token.raw, drawing);
		}

		const start = drawing.line;
		const lines = sanitize(token.raw).replace(/\n+$/, '').split('\n');
		return lines.map((line, index) => fromLine(start + index) + paragraph(styled('dim', line), drawing)).join('\n');
	};
}

/** Renderers for block tokens: each gives lines that fit `drawing.room`. */
function blockRenderers(drawing: Drawing): RendererObject {
	return {
		heading({depth, tokens}) {
			const inline = this.parser.parseInline(tokens);
			const text = `${'#'.repeat(depth)} ${inline}`;
			return paragraph(styled(depth === 1 ? 'title' : 'heading', text), drawing);
		},
		paragraph({tokens}) {
			return paragraph(this.parser.parseInline(tokens), drawing);
		},
		hr() {
			return styled('border', drawing.theme.glyphs.rule.repeat(drawing.room));
		},
		def({raw}) {
			return paragraph(styled('dim', sanitize(raw).trimEnd()), drawing);
		},
		code({text, lang, raw}) {
			const start = drawing.line + (/^\s*(?:`{3}|~{3})/.test(raw) ? 1 : 0);
			const name =
				sanitize(lang ?? '')
					.trim()
					.split(/\s/)[0] ?? '';
			const lines = within(drawing, 2, () => [
				...((name === 'mermaid' && diagram(text, start, drawing)) || written(text, start, drawing)),
			]);
			return framed(lines, name, drawing).join('\n');
		},
		blockquote({tokens}) {
			const isRoomy = drawing.room - 2 >= leastRoom;
			const lines = within(drawing, isRoomy ? 2 : 0, () => blocks(this.parser, tokens, drawing, false));
			const bar = isRoomy ? `${styled('border', drawing.theme.glyphs.vertical)} ` : '';
			return lines.map(line => `${bar}${styled('quote', line)}`).join('\n');
		},
		list({items, ordered, start, loose}) {
			const {bullet} = drawing.theme.glyphs;
			const first = typeof start === 'number' ? start : 1;
			const widest = `${first + items.length - 1}. `.length;
			const drawn: string[] = [];
			let line = drawing.line;
			for (const [index, item] of items.entries()) {
				drawing.line = line;
				if (loose && index > 0) {
					drawn.push('');
				}

				const mark = ordered ? `${first + index}. `.padStart(widest) : `${bullet} `;
				drawn.push(
					...listItem(this.parser, item, mark, drawing).map((text, at) => (at === 0 ? fromLine(line) + text : text)),
				);
				line += newlinesIn(item.raw);
			}

			return drawn.join('\n');
		},
		table({header, rows, align}) {
			const {line} = drawing;
			const cell = ({tokens}: Tokens.TableCell) => this.parser.parseInline(tokens);
			return drawTable(
				{header: header.map(cell), rows: rows.map(row => row.map(cell)), align, line},
				drawing.room,
				drawing.theme.glyphs,
			).join('\n');
		},
	};
}

function parsed(text: string, definitions: string, options: BlockOptions): readonly string[] {
	const drawing: Drawing = {...options, room: options.width, line: 0};
	const marked = new Marked(
		markedTerminal({
			strong: inline => styled('strong', inline),
			em: inline => styled('emphasis', inline),
			del: inline => styled('deleted', inline),
			emoji: false,
			unescape: false,
		}),
		{renderer: {...blockRenderers(drawing), ...inlineRenderers(drawing), html: htmlRenderer(drawing)}},
	);
	const lexer = new Lexer(marked.defaults);
	if (definitions !== '') {
		Object.assign(lexer.tokens.links, new Lexer(marked.defaults).lex(definitions).links);
	}

	const tokens = lexer.lex(text);
	const parser = new marked.Parser(marked.defaults);
	return blocks(parser, tokens, drawing, false);
}

/** The block as it is written, wrapped, in one tone. */
function plain(text: string, tone: 'dim' | 'value', options: BlockOptions): readonly string[] {
	const shown = text.slice(0, longestPlain);
	const lines = shown
		.split('\n')
		.flatMap((line, index) =>
			wrapStyled(fromLine(index) + (tone === 'dim' ? styled('dim', line) : line), options.width),
		);
	const rest = text.length - shown.length;
	return rest > 0
		? [...lines, ...wrapStyled(styled('dim', `(${rest} more characters of this block are not shown)`), options.width)]
		: lines;
}

function isTame(text: string): boolean {
	return (
		text.length <= longestParsed &&
		(text.length <= longestLine || text.split('\n').every(({length}) => length <= longestLine)) &&
		(text.length <= mostDelimiters || (text.match(/[*_~`[\]<>]/g)?.length ?? 0) <= mostDelimiters)
	);
}

function rowsOf(text: string, kind: Block['kind'], definitions: string, options: BlockOptions): readonly string[] {
	if (kind === 'front-matter') {
		return plain(text, 'dim', options);
	}

	if (!isTame(text)) {
		return plain(text, 'value', options);
	}

	try {
		return parsed(text, definitions, options);
	} catch {
		// Marked may run out of stack on nesting that nobody writes by hand; the text itself can always be shown.
		return plain(text, 'value', options);
	}
}

/** A block's rows in the theme's colours, each at most as wide as asked for. */
export function drawBlock(
	text: string,
	kind: Block['kind'],
	definitions: string,
	options: BlockOptions,
): readonly DrawnRow[] {
	let current = 0;
	const last = newlinesIn(text);
	return rowsOf(sanitize(text), kind, sanitize(definitions), options).map(row => {
		const shown = linesShown(row, current);
		current = Math.min(shown.last, last);
		return {
			text: colored(row, options.width, options.theme, options.color),
			first: Math.min(shown.first, last),
			last: current,
		};
	});
}
