/** Lezer's Markdown parser, with what it does not do as CommonMark 0.31 and GFM have it. */

import type {Tree} from '@lezer/common';
import {Autolink, parser as commonmark, Strikethrough, Table, TaskList} from '@lezer/markdown';
import type {
	BlockContext,
	BlockParser,
	InlineParser,
	LeafBlock,
	Line,
	MarkdownConfig,
	MarkdownParser,
} from '@lezer/markdown';
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

/** Paragraphs whose second line may look like a delimiter row, and is text (GFM §4.10). */
const texts = new WeakSet<LeafBlock>();
/** What paragraphs of two lines and more begin with: asked at each line of them, told by the first two. */
const tables = new WeakMap<LeafBlock, boolean>();

/** Whether a paragraph's lines so far are a table. */
function isTable(leaf: LeafBlock): boolean {
	if (texts.has(leaf)) return false;
	const known = tables.get(leaf);
	if (known !== undefined) return known;
	const [head = '', delimiter] = leaf.content.split('\n', 2);
	// Its lines have what they stand in as blanks in front.
	const made = delimiter !== undefined && isTableHead(head, delimiter.trimStart());
	if (delimiter !== undefined) tables.set(leaf, made);
	return made;
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
							const isIndented = line.indent >= line.baseIndent + 4;
							if (isIndented && isTable(own)) return rows.finish(at, own);
							if (!own.content.includes('\n') && (isIndented || isLazy(at, line))) texts.add(own);
							return !texts.has(own) && rows.nextLine(at, line, own);
						},
						finish: (at, own) => !texts.has(own) && rows.finish(at, own),
					}
				: null;
		},
		endLeaf: (context, line, leaf) =>
			isTable(leaf)
				? isLazy(context, line) || isUnderline(line) || isFootnote(line)
				: !isLazy(context, line) && beginsTable(context, line, leaf.content),
	})),
};

/** What ends no paragraph that it stands in, but anything else: an item without text or of a later number (§5.2). */
const late: BlockParser = {
	name: 'Late',
	endLeaf(context, line, leaf) {
		if (line.indent >= line.baseIndent + 4 || !(isLazy(context, line) || isTable(leaf))) return false;
		return /^(?:\d{1,9}[.)]|[-*+])(?:[ \t]|$)/u.test(line.text.slice(line.pos));
	},
};

type Ends = (context: BlockContext, line: Line, leaf: LeafBlock) => boolean;

/**
 * Whether a number begins no item because it goes on with the paragraph it stands in: any but the first, and one without
 * text (§5.2). To Lezer it begins one wherever a list with numbers is open around it.
 */
const goesOn: Ends = (context, line, leaf) =>
	!isLazy(context, line) &&
	!isTable(leaf) &&
	/^(?:(?!0*1[.)])\d{1,9}[.)](?:[ \t]|$)|\d{1,9}[.)][ \t]*$)/u.test(line.text.slice(line.pos));

/** CommonMark as Lezer has it, but for what ends a paragraph. */
function withEnds(given: MarkdownParser): MarkdownParser {
	const own = given.configure([]) as MarkdownParser & {endLeafBlock: readonly Ends[]};
	own.endLeafBlock = own.endLeafBlock.map(
		(ends): Ends =>
			(context, line, leaf) =>
				!goesOn(context, line, leaf) && ends(context, line, leaf),
	);
	return own;
}

/**
 * Signs that a paragraph, a heading or a cell may have to be looked into. Somebody's prose has some hundreds; what links
 * and emphasis cost grows with the square of it, so that a text which is one paragraph could hold up everything.
 */
export const longestText = 20_000;

/** What is longer is passed over as plain text. */
const long: InlineParser = {
	name: 'Long',
	before: 'Escape',
	parse: (context, _, at) => (at === context.offset && context.text.length > longestText ? context.end : -1),
};

/** Hard breaks mean nothing here, and looking for one goes through a run of blanks again for each blank in it. */
const parser = withEnds(commonmark).configure([
	table,
	TaskList,
	Strikethrough,
	Autolink,
	{remove: ['HardBreak', 'HTMLBlock'], parseBlock: [late, raw], parseInline: [long]},
]);

/**
 * The tree of a text.
 *
 * @param tags the names of its closing tags, by which an element is told from a blank
 */
export function parse(text: string, tags: ReadonlySet<string>): Tree {
	return parser.configure({parseBlock: [markup(tags)]}).parse(text);
}
