/**
 * What another parser (micromark, by mdast) says a text is made of, beside what ours says, in one notation: a line for
 * each block that a form is made of. What differs on purpose is named in `agreed` below, and nowhere else.
 */

import type {Heading, Nodes, Parents, Root} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import {parseMarkdown} from '../../../source/core/form/markdown.ts';
import type {Block} from '../../../source/core/form/markdown.ts';
import {scan} from '../../../source/core/form/lines.ts';
import {findFrontMatter} from '../../../source/core/form/read/front-matter.ts';
import {holdsClosing, isHtmlTag} from '../../../source/core/form/read/html.ts';
import {linesOf} from '../../../source/core/text/index.ts';

/** A block that matters: what it is, the line it begins on, and what it says or holds. */
export type Seen = {readonly line: number; readonly what: string};

/**
 * A text as mdast has it, behind its front matter: what that is, is our own to say (something in it must look like a key,
 * and `...` may end it).
 */
export function secondTree(source: string): Root {
	return fromMarkdown(bodyOf(source), {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]});
}

function bodyOf(source: string): string {
	const from = findFrontMatter(source)?.range.to ?? 0;
	return (source.slice(0, from).replaceAll(/[^\r\n]/g, ' ') + source.slice(from)).replace(/^\uFEFF/, '');
}

/**
 * Texts that mdast reads otherwise than the specification has it, so that its opinion is of no use: it lets no ordered
 * item but the first end indented code (only a paragraph is so protected, CommonMark §5.2), takes a tag alone for HTML
 * behind some paragraphs that are over and not behind others, a table right behind a quoted or indented one for a part of
 * that, and a number in a quotation or an item right behind a paragraph, a quoted one or a line of blanks for text; and a box
 * right below an item with nothing on its line is more than it can take.
 */
const misread = [
	/[^\s>][^\r\n]*(?:\r\n|\n|\r)[ >\t]*<[^<>\r\n]+>[ \t]*(?=[\r\n]|$)/,
	/(?:^|[\r\n])(?:>|[ \t]+[^\r\n]*\|)[^\r\n]*(?:\r\n|\n|\r)(?:[^\s>|][^|\r\n]*)?\|/,
	/(?:^|[\r\n])[ \t]*[^\s>][^\r\n]*(?:\r\n|\n|\r)[ \t]*(?:(?:>|(?:[-*+]|1[.)])[ \t])[ \t]*)+(?!1[.)][ \t]+\S)\d{1,9}[.)]/,
	/(?:^|[\r\n])[ \t]*>[^\r\n]*(?:\r\n|\n|\r)[ >\t]*(?:(?:[-*+]|1[.)])[ \t]+)+(?!1[.)][ \t]+\S)\d{1,9}[.)]/,
	/(?:^|[\r\n])[ \t]+(?:\r\n|\n|\r)[ \t]*>[ >\t]*(?!1[.)][ \t]+\S)\d{1,9}[.)]/,
	/(?:^|[\r\n])[ >\t]*(?:[-*+]|\d{1,9}[.)])[ \t]*(?:\r\n|\n|\r)[ \t]*\[[ xX]\][ \t]/,
	/(?:^|[\r\n])(?:[ >]{4,}|[ >]*\t)[^\r\n]+(?:[\s>]*[\r\n])+[ >]*(?:[-*+][ \t]+)*(?!1[.)][ \t]+\S)\d{1,9}[.)]/,
];

/**
 * Where our parser is wrong and nothing can be done about it here: an item with nothing on its first line ends at the
 * next blank line, whatever is indented behind that. Any number begins an item right below a definition. A row of one
 * cell with a bar in front alone is no delimiter row, and a line without a bar no head of a table. A line of equals signs
 * is no row of the table above it. And what is glued below a footnote or indented behind it is none of its text to us.
 */
const misparsed = [
	/(?:^|[\r\n])[^\r\n]+(?:\r\n|\n|\r)[ >\t]*\|[ \t]*:?-+:?[ \t]*(?=[\r\n]|$)/,
	/(?:^|[\r\n])[^|\r\n]+(?:\r\n|\n|\r)[ >\t]*:?-+:?[ \t]*\|[ \t]*(?=[\r\n]|$)/,
	/\|[^\r\n]*(?:\r\n|\n|\r)(?:[^\r\n]+(?:\r\n|\n|\r))*[ >\t]*=+[ \t]*(?=[\r\n]|$)/,
	/^[ >\t]*\[[^\]]+\]:[^\r\n]*(?:\r\n|\n|\r)[ >\t]*(?!1[.)][ \t]+\S)\d{1,9}[.)]/m,
	/^[ >\t]*\[\^[^\]]+\]:[^\r\n]*(?:\r\n|\n|\r)(?:[^\r\n]|[\r\n]+[ \t])/m,
	/(?:^|[\r\n])[ >\t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:[-*+]|\d{1,9}[.)])[ \t]*(?:\r\n|\n|\r)(?:[ >\t]*(?:\r\n|\n|\r))?[ >\t]+\S/,
];

/** Whether the two can be compared on a text. */
export function isJudge(given: string): boolean {
	const source = given.replace(/^\uFEFF/, '');
	// A blank that looks like a tag is none of mdast's, and ends what it stands in.
	const tags = Array.from(
		source.matchAll(/(?:^|[\r\n])[ >\t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(<[^<>\r\n]+>)[ \t]*(?=[\r\n]|$)/g),
		match => match[1]!,
	);
	return ![...misread, ...misparsed].some(shape => shape.test(source)) && !tags.some(tag => isBlankTag(tag, source));
}

/** A tag alone on its line that no element has, such as `<name>`, begins an HTML block to mdast; to us it is a blank. */
function isBlankTag(own: string, text: string): boolean {
	const tag = /^<[^<>\n]+>/.exec(own)?.[0];
	return tag !== undefined && !isHtmlTag(tag, holdsClosing(text));
}

/** A heading begins with its text: mdast has a definition right above it for a part of it. */
function headingLine(node: Heading): number {
	// Now and then it leaves out where the first words stand.
	return (node.children[0]?.position ?? node.position!).start.line;
}

const words = (text: string): string => text.replaceAll(/[\s\u0000\uFFFD]+/g, ' ').trim();

/** The blocks of a text as mdast sees them, in order. */
export function seenBySecond(source: string, tree = secondTree(source)): readonly Seen[] {
	const text = bodyOf(source);
	const seen: Seen[] = [];
	const visit = (node: Nodes): void => {
		const line = node.position!.start.line;
		const own = text.slice(node.position!.start.offset, node.position!.end.offset);
		switch (node.type) {
			case 'heading': {
				const inside =
					node.children.length === 0
						? ''
						: text.slice(node.children[0]!.position!.start.offset, node.children.at(-1)!.position!.end.offset);
				seen.push({line: headingLine(node), what: `heading ${node.depth} ${words(inside)}`});
				return;
			}

			case 'code':
				if (/^(?:`{3}|~{3})/.test(own)) seen.push({line, what: 'fence'});
				// Lines that follow one another are sometimes two blocks of code to it.
				else if (seen.at(-1)?.what !== 'indented code') seen.push({line, what: 'indented code'});
				return;
			case 'list':
				seen.push({line, what: `${node.ordered === true ? 'ordered ' : ''}list of ${node.children.length}`});
				break;
			case 'table':
				seen.push({line, what: `table of ${node.children.length - 1} by ${node.align?.length ?? 0}`});
				return;
			case 'html':
				if (!isBlankTag(own.trim(), text)) seen.push({line, what: 'html'});
				return;
			case 'thematicBreak':
				seen.push({line, what: 'rule'});
				return;
			case 'blockquote':
				seen.push({line, what: 'quote'});
				break;
			// Footnotes are paragraphs to us, and what is indented below them is code.
			case 'footnoteDefinition':
			case 'paragraph':
				return;
			default:
				break;
		}

		for (const child of (node as Parents).children ?? []) visit(child);
	};

	visit(tree);
	return seen;
}

/** The blocks of a text as our reader sees them, in the same notation. */
export function seenByReader(source: string): readonly Seen[] {
	const tree = parseMarkdown(source, findFrontMatter(source)?.range.to ?? 0);
	const {lineOf} = linesOf(source);
	const seen: Seen[] = [];
	const visit = (block: Block): void => {
		const line = lineOf(block.range.from);
		switch (block.type) {
			case 'heading':
				seen.push({
					line,
					what: `heading ${block.level} ${words(source.slice(block.text.from, block.text.to))}`,
				});
				return;
			case 'code':
				if (block.fenced) seen.push({line, what: 'fence'});
				else if (seen.at(-1)?.what !== 'indented code') seen.push({line, what: 'indented code'});
				return;
			case 'list':
				seen.push({line, what: `${block.ordered ? 'ordered ' : ''}list of ${block.items.length}`});
				for (const item of block.items) item.children.forEach(visit);
				return;
			case 'table':
				seen.push({line, what: `table of ${block.rows.length} by ${block.header.cells.length}`});
				return;
			case 'html':
			case 'comment':
				// A definition that is used as a comment is none to mdast, and no block.
				if (source[block.range.from] !== '[') seen.push({line, what: 'html'});
				return;
			case 'rule':
				seen.push({line, what: 'rule'});
				return;
			case 'quote':
				seen.push({line, what: 'quote'});
				block.children.forEach(visit);
				return;
			case 'paragraph':
			case 'long':
			case 'definition':
				return;
		}
	};

	tree.blocks.forEach(visit);
	return seen;
}

/**
 * Whether a text is one that the writer and the matcher read as others do: they know no text glued below a quotation, and
 * begin no heading of several lines with one of blanks of another kind.
 */
export function isScanned(source: string): boolean {
	return !/^[ \t]*>[^\r\n]*(?:\r\n|\n|\r)[ \t]*[^ \t\r\n>]|^\u00A0[^\S\r\n]*(?:\r\n|\n|\r)[ \t]*[^\s=-]/m.test(source);
}

/** Headings at the top level as the writer and the matcher see them, line by line. */
export function seenByScan(source: string): readonly Seen[] {
	return scan(source, {document: true}).lines.flatMap((line, index) =>
		line.heading === undefined ? [] : [{line: index + 1, what: `heading ${line.heading}`}],
	);
}

/** The headings at the top level of a text as mdast has them. */
export function topHeadings(source: string, tree = secondTree(source)): readonly Seen[] {
	return tree.children.flatMap(node =>
		node.type === 'heading' ? [{line: headingLine(node), what: `heading ${node.depth}`}] : [],
	);
}

/** How many body rows the tables of a text have, as mdast has them. */
export function rowsIn(tree: Parents): number {
	return tree.children.reduce(
		(sum, node) => sum + (node.type === 'table' ? node.children.length - 1 : 'children' in node ? rowsIn(node) : 0),
		0,
	);
}
