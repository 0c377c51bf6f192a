/** Lezer's Markdown parser, with what it does not do as CommonMark 0.31 and GFM have it. */

import type {Tree} from '@lezer/common';
import {Autolink, parser as commonmark, Strikethrough, Table, TaskList} from '@lezer/markdown';
import type {BlockContext, BlockParser, Line, MarkdownConfig} from '@lezer/markdown';
import {htmlBlocks, isMarkup, isTableHead} from './block-start.ts';

/** Whether a line goes on with a paragraph of an item or a quotation that is over. */
function isLazy(context: BlockContext, line: Line): boolean {
	return (line as Line & {readonly depth: number}).depth < context.depth;
}

/**
 * Raw HTML that a blank line ends (§4.6, kinds 6 and 7): also where that stands in a quotation, and behind a tag that
 * closes itself; but for a tag that is a blank to fill.
 */
const markup = (closings: ReadonlySet<string>): BlockParser => ({
	name: 'Markup',
	before: 'HTMLBlock',
	parse(context, line) {
		const own = line.text.slice(line.pos);
		if (line.indent >= line.baseIndent + 4 || !isMarkup(own, true, closings)) return false;
		const from = context.lineStart + line.pos;
		while (context.nextLine() && line.next >= 0 && !isLazy(context, line));
		context.addElement(context.elt('HTMLBlock', from, context.prevLineEnd()));
		return true;
	},
});

/** Raw HTML that ends where its own end stands (§4.6, kinds 1 to 5). */
const raw: BlockParser = {
	name: 'Raw',
	before: 'HTMLBlock',
	parse(context, line) {
		const own = line.text.slice(line.pos);
		const kind = line.indent >= line.baseIndent + 4 ? undefined : htmlBlocks.find(({start}) => start.test(own));
		if (!kind) return false;
		const from = context.lineStart + line.pos;
		let isClosed = kind.end.test(own.replace(kind.start, ''));
		while (!isClosed && context.nextLine() && !isLazy(context, line)) isClosed = kind.end.test(line.text);
		if (isClosed) context.nextLine();
		const name = kind.what === 'comment' ? 'CommentBlock' : 'HTMLBlock';
		context.addElement(context.elt(name, from, context.prevLineEnd()));
		return true;
	},
};

/** Whether a paragraph's lines so far are a table. */
function isTable(content: string): boolean {
	const [head = '', delimiter = ''] = content.split('\n', 2);
	return isTableHead(head, delimiter);
}

/** Whether a line ends a paragraph because a table begins there: the next line is its delimiter row. */
function beginsTable(context: BlockContext, line: Line, content: string): boolean {
	const own = line.text.slice(line.basePos);
	// What a quotation or an item has in front of the next line stands in front of this one, too.
	return (
		isTableHead(own, context.peekLine().slice(line.basePos)) &&
		!isTableHead(content.slice(content.lastIndexOf('\n') + 1), own)
	);
}

/** Whether a line would make a heading of a paragraph above it; of a table it makes none (§4.3). */
function isUnderline(line: Line): boolean {
	return /^(?:=+|-+)[ \t]*$/u.test(line.text.slice(line.pos));
}

/** Whether a line begins a footnote, which goes on with no table as a list does not. */
function isFootnote(line: Line): boolean {
	return line.indent < line.baseIndent + 4 && /^\[\^[^\s\]]+\]:/u.test(line.text.slice(line.pos));
}

/** What belongs to something else begins no table and goes on with none: a line behind what is over, indented code (GFM §4.10). */
const table: MarkdownConfig = {
	...Table,
	parseBlock: (Table.parseBlock ?? []).map(one => ({
		...one,
		leaf(context, leaf) {
			const rows = one.leaf?.(context, leaf);
			return rows
				? {
						nextLine(at, line, own) {
							const isOver = line.indent >= line.baseIndent + 4 && isTable(own.content);
							return isOver ? rows.finish(at, own) : rows.nextLine(at, line, own);
						},
						finish: (at, own) => rows.finish(at, own),
					}
				: null;
		},
		endLeaf: (context, line, leaf) =>
			isTable(leaf.content)
				? isLazy(context, line) || isUnderline(line) || isFootnote(line)
				: !isLazy(context, line) && beginsTable(context, line, leaf.content),
	})),
};

/** What ends no paragraph that it stands in, but anything else: an item without text or of a later number (§5.2). */
const late: BlockParser = {
	name: 'Late',
	endLeaf(context, line, leaf) {
		if (line.indent >= line.baseIndent + 4 || !(isLazy(context, line) || isTable(leaf.content))) return false;
		return /^(?:\d{1,9}[.)]|[-*+])(?:[ \t]|$)/u.test(line.text.slice(line.pos));
	},
};

/** Hard breaks mean nothing here, and looking for one goes through a run of blanks again for each blank in it. */
const parser = commonmark.configure([
	table,
	TaskList,
	Strikethrough,
	Autolink,
	{remove: ['HardBreak', 'HTMLBlock'], parseBlock: [late, raw]},
]);

/**
 * The tree of a text.
 *
 * @param tags the names of its closing tags, by which an element is told from a blank
 */
export function parse(text: string, tags: ReadonlySet<string>): Tree {
	return parser.configure({parseBlock: [markup(tags)]}).parse(text);
}
