/**
 * Markdown as a small tree of blocks with exact offsets. The parser is Lezer's (CommonMark with GFM); what it says is
 * narrowed here to what the reader asks: where a block begins and ends, what is opaque inside a line, which cells a
 * table has. Nothing else in the project knows which parser stands behind it.
 */

import type {SyntaxNode} from '@lezer/common';
import {belowDefinition} from './below-definition.ts';
import type {Block, Cell, Code, ListItem, Table, TableRow} from './blocks.ts';
import {withoutClosing} from './heading-text.ts';
import {linesOf, type Lines} from '../text/index.ts';
import {longestText, parse} from './parser.ts';
import {endStripped} from './read/ends.ts';
import {holdsClosing, isHtmlTag} from './read/html.ts';
import {moved, originalOffsets} from './read/offsets.ts';
import {labelKey, spansIn, type Span} from './read/spans.ts';
import type {Range} from './types.ts';

export type * from './blocks.ts';
export type {Span};

export type Tree = {
	readonly blocks: readonly Block[];
	readonly lines: Lines;
	readonly definitions: ReadonlySet<string>;
};

/** How deep lists and quotes are followed; what is nested deeper is carried along as it is. */
const deepest = 24;

/**
 * Reads Markdown into blocks. `from` is where the body starts (behind front matter). Link reference definitions are
 * looked up, because only a defined `[text]` is a link (CommonMark §6.3); the parser by itself takes any for one.
 */
export function parseMarkdown(source: string, from = 0): Tree {
	// Offsets stay (a sign of two code units is two blanks): a BOM becomes a line end, front matter blank lines, and only
	// CRLF, which becomes LF, is mapped back.
	const blanked = (source.slice(0, from).replaceAll(/[^\r\n]/g, ' ') + source.slice(from)).replace(/^\uFEFF/u, '\n');
	const original = originalOffsets(blanked);
	const text = blanked
		.replaceAll('\r\n', '\n')
		.replaceAll('\r', '\n')
		// Blanks behind a delimiter row are allowed (GFM §4.10), which the parser does not know.
		.replaceAll(/^([ \t>]*\|[ \t:|-]*)\|([ \t]+)$/gmu, (_, row: string, tail: string) =>
			row.endsWith('-') || row.endsWith(' ')
				? `${endStripped(row, ' ').padEnd(row.length + tail.length, '-')}|`
				: `${row}|${tail}`,
		);
	const lines = linesOf(text);
	const closings = holdsClosing(text);
	const tree = parse(text, closings);
	const definitions = new Set<string>();
	tree.iterate({
		enter(node) {
			if (node.name === 'LinkReference') {
				const label = node.node.getChild('LinkLabel');
				if (label) {
					definitions.add(labelKey(text.slice(label.from, label.to)));
				}
			}
		},
	});

	const trimEnd = (start: number, end: number) => {
		while (end > start && /\s/u.test(text[end - 1]!)) {
			end--;
		}

		return end;
	};

	const spansOf = (node: SyntaxNode): Span[] => spansIn(text, node, {definitions, closings});

	const paragraphOf = (range: Range, node: SyntaxNode): Block =>
		range.to - range.from > longestText ? {type: 'long', range} : {type: 'paragraph', range, spans: spansOf(node)};

	const cellsOf = (row: SyntaxNode): Cell[] => {
		const cells: Cell[] = [];
		const bars: number[] = [];
		for (let child = row.firstChild; child; child = child.nextSibling) {
			if (child.name === 'TableDelimiter') {
				bars.push(child.from);
			}
		}

		const end = trimEnd(row.from, row.to);
		const leading = bars[0] === row.from;
		const edges = [...(leading ? [] : [row.from - 1]), ...bars, ...(bars.at(-1) === end - 1 ? [] : [end])];
		const spans = spansOf(row);
		for (let index = 0; index + 1 < edges.length; index++) {
			let start = edges[index]! + 1;
			const stop = trimEnd(start, edges[index + 1]!);
			while (start < stop && /\s/u.test(text[start]!)) {
				start++;
			}

			// An empty cell's answer goes behind one blank, so that the bars keep their distance.
			const at = start >= stop ? Math.min(edges[index]! + 2, edges[index + 1]!) : start;
			cells.push({from: at, to: Math.max(at, stop), spans: spans.filter(span => span.from >= at && span.to <= stop)});
		}

		return cells;
	};

	const tableOf = (node: SyntaxNode): Table | undefined => {
		let header: TableRow | undefined;
		let delimiter: Range | undefined;
		const rows: TableRow[] = [];
		for (let child = node.firstChild; child; child = child.nextSibling) {
			const range = {from: child.from, to: trimEnd(child.from, child.to)};
			if (child.name === 'TableHeader') {
				header = {range, cells: cellsOf(child)};
			} else if (child.name === 'TableDelimiter') {
				delimiter = range;
			} else if (child.name === 'TableRow') {
				rows.push({range, cells: cellsOf(child)});
			}
		}

		return header && delimiter
			? {type: 'table', range: {from: node.from, to: trimEnd(node.from, node.to)}, header, delimiter, rows}
			: undefined;
	};

	const codeOf = (node: SyntaxNode): Code => {
		const marks = node.getChildren('CodeMark');
		const info = node.getChild('CodeInfo');
		const fenced = node.name === 'FencedCode';
		const closed = marks.length > 1;
		const contentFrom = fenced ? lines.nextOf(node.from) : node.from;
		const contentTo = closed ? Math.max(contentFrom, lines.endOf(lines.startOf(marks.at(-1)!.from) - 1)) : node.to;
		return {
			type: 'code',
			range: {from: node.from, to: node.to},
			fenced,
			closed,
			info: info ? text.slice(info.from, info.to).trim() : '',
			content: {
				from: Math.min(contentFrom, node.to),
				to: Math.max(Math.min(contentFrom, node.to), Math.min(contentTo, node.to)),
			},
		};
	};

	const isBelowDefinition = (node: SyntaxNode): boolean =>
		node.name === 'CodeBlock' &&
		node.prevSibling?.name === 'LinkReference' &&
		lines.lineOf(node.from) === lines.lineOf(node.prevSibling.to) + 1;

	const itemOf = (node: SyntaxNode, depth: number): ListItem => {
		const mark = node.getChild('ListMark');
		const task = node.getChild('Task')?.getChild('TaskMarker');
		const children = blocksOf(node, depth);
		const marker = mark ? text.slice(mark.from, mark.to) : '-';
		const first = children[0];
		const content =
			task?.from ??
			(first && lines.lineOf(first.range.from) === lines.lineOf(node.from)
				? first.range.from
				: node.from + marker.length + 1);
		return {
			range: {from: node.from, to: trimEnd(node.from, node.to)},
			marker,
			column: content - lines.startOf(node.from),
			...(task && {task: {range: {from: task.from, to: task.to}, done: /x/iu.test(text.slice(task.from, task.to))}}),
			children,
		};
	};

	const blocksOf = (parent: SyntaxNode, depth: number): Block[] => {
		const blocks: Block[] = [];
		if (depth > deepest) {
			return blocks;
		}

		for (let node = parent.firstChild; node; node = node.nextSibling) {
			const range = {from: node.from, to: trimEnd(node.from, node.to)};
			const heading = /^(?:ATX|Setext)Heading(\d)$/u.exec(node.name);
			if (heading) {
				blocks.push({
					type: 'heading',
					range,
					level: Number(heading[1]),
					text: headingText(text, range),
					spans: spansOf(node),
				});
				continue;
			}

			switch (node.name) {
				case 'Paragraph': {
					blocks.push(
						/^\[(?:comment|\/\/|_)\]:/iu.test(text.slice(range.from, range.from + 12))
							? {type: 'comment', range}
							: paragraphOf(range, node),
					);
					break;
				}

				case 'Task': {
					const box = node.getChild('TaskMarker');
					let start = box?.to ?? node.from;
					while (start < range.to && text[start] === ' ') {
						start++;
					}

					blocks.push(paragraphOf({from: start, to: Math.max(start, range.to)}, node));
					break;
				}

				case 'BulletList':
				case 'OrderedList': {
					blocks.push({
						type: 'list',
						range,
						ordered: node.name === 'OrderedList',
						items: node.getChildren('ListItem').map(item => itemOf(item, depth + 1)),
					});
					break;
				}

				case 'Table': {
					const table = tableOf(node);
					blocks.push(table ?? paragraphOf(range, node));
					break;
				}

				case 'FencedCode':
				case 'CodeBlock': {
					blocks.push(...(isBelowDefinition(node) ? belowDefinition(text, codeOf(node)) : [codeOf(node)]));
					break;
				}

				case 'Blockquote': {
					blocks.push({type: 'quote', range, children: blocksOf(node, depth + 1)});
					break;
				}

				case 'CommentBlock': {
					blocks.push({type: 'comment', range});
					break;
				}

				case 'HTMLBlock': {
					// `<name>` alone on a line looks like a tag to CommonMark (§4.6, kind 7); to a template it is a blank.
					const tag = text.slice(range.from, range.to);
					blocks.push(
						/^<[^<>\n]+>/u.test(tag) && !isHtmlTag(/^<[^<>\n]+>/u.exec(tag)![0], closings)
							? paragraphOf(range, node)
							: {type: 'html', range},
					);
					break;
				}

				case 'LinkReference': {
					blocks.push(
						/^\[(?:comment|\/\/|_)\]:/iu.test(text.slice(range.from, range.from + 12))
							? {type: 'comment', range}
							: {type: 'definition', range},
					);
					break;
				}

				case 'HorizontalRule': {
					blocks.push({type: 'rule', range});
					break;
				}

				default: {
					break;
				}
			}
		}

		return blocks;
	};

	const blocks = blocksOf(tree.topNode, 0);
	return original
		? {blocks: moved(blocks, original), lines: linesOf(source), definitions}
		: {blocks, lines, definitions};
}

/** A heading's text without its marks (CommonMark §4.2, §4.3). */
function headingText(text: string, range: Range): Range {
	const raw = text.slice(range.from, range.to);
	const opening = /^#{1,6}(?:[ \t]+|$)/u.exec(raw);
	let from = range.from;
	let to = range.to;
	if (opening) {
		from += opening[0].length;
		to = from + withoutClosing(raw.slice(opening[0].length));
	} else {
		// In a quotation its signs stand in front of the line, too.
		const underline = /\n[ \t>]*(?:=+|-+)[ \t]*$/u.exec(raw);
		to -= underline?.[0].length ?? 0;
	}

	while (to > from && /\s/u.test(text[to - 1]!)) {
		to--;
	}

	return {from: Math.min(from, to), to};
}
