/** The Mermaid diagrams of a document, wherever in it they stand. */

import {findFrontMatter, parseMarkdown, type Block} from '../form/index.ts';
import {countGraphemes, type Lines} from '../text/index.ts';

/** A diagram in a document. */
export type DiagramBlock = {
	/** Its number in the document, from 1. */
	readonly number: number;
	/** The line of its fence, from 1. */
	readonly line: number;
	/** What stands between the fences, without the indentation and the quotation signs of what they stand in. */
	readonly text: string;
	/** Where something in `text` stands in the document, from 1, the column counted in graphemes. */
	readonly placeOf: (offset: number) => {readonly line: number; readonly column: number};
};

/** The diagrams of a Markdown text in order: fences whose language is mermaid, in lists and quotations too. */
export function diagramsIn(source: string): readonly DiagramBlock[] {
	// Most documents have none, and parsing takes its time.
	if (!/(?:`{3}|~{3})[ \t]*mermaid\b/i.test(source)) return [];
	const {blocks, lines} = parseMarkdown(source, findFrontMatter(source)?.range.to ?? 0);
	return fencesIn(blocks).map((fence, index) => blockOf(source, lines, fence, index + 1));
}

type Fence = Extract<Block, {readonly type: 'code'}>;

function fencesIn(blocks: readonly Block[]): readonly Fence[] {
	return blocks.flatMap(block => {
		switch (block.type) {
			case 'code': {
				return block.fenced && /^mermaid(?![\w-])/i.test(block.info) ? [block] : [];
			}

			case 'list': {
				return block.items.flatMap(({children}) => fencesIn(children));
			}

			case 'quote': {
				return fencesIn(block.children);
			}

			default: {
				return [];
			}
		}
	});
}

function blockOf(source: string, lines: Lines, {range, content}: Fence, number: number): DiagramBlock {
	const before = source.slice(lines.startOf(range.from), range.from);
	const pieces: string[] = [];
	/** Where each line's text begins in `text` and in the document. */
	const starts: {readonly at: number; readonly from: number}[] = [];
	let at = 0;
	for (let start = content.from; start < content.to; start = lines.nextOf(start)) {
		const line = source.slice(start, Math.min(lines.endOf(start), content.to));
		const own = withoutContainer(line, before);
		starts.push({at, from: start + line.length - own.length});
		pieces.push(own);
		at += own.length + 1;
	}

	return {
		number,
		line: lines.lineOf(range.from),
		text: pieces.map(piece => `${piece}\n`).join(''),
		placeOf(offset) {
			const start = starts.findLast(one => one.at <= offset) ?? {at: 0, from: content.from};
			const place = Math.min(start.from + offset - start.at, content.to);
			const line = lines.lineOf(start.from);
			return {line, column: countGraphemes(source.slice(lines.startOf(start.from), place)) + 1};
		},
	};
}

/** A line of code without what stands before its fence on that line: quotation signs, and as much indentation. */
function withoutContainer(line: string, before: string): string {
	let rest = line;
	for (let signs = before.split('>').length - 1; signs > 0; signs--) rest = rest.replace(/^[ \t]*> ?/, '');
	const indent = before.replace(/^.*>[ ]?/, '').length;
	return rest.replace(new RegExp(`^[ \\t]{0,${indent}}`), '');
}
