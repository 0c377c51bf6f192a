/** Text with its Markdown drawn rather than written: what stands inside lines, taken apart by meaning. */

import type {SyntaxNode} from '@lezer/common';
import {parse} from './parser.ts';

/** A stretch of text and what Markdown says of it. */
export type InlinePiece = {
	readonly text: string;
	readonly meaning?: 'strong' | 'emphasis' | 'deleted' | 'code' | 'link' | 'url';
};

const meanings: Readonly<Record<string, NonNullable<InlinePiece['meaning']>>> = {
	StrongEmphasis: 'strong',
	Emphasis: 'emphasis',
	Strikethrough: 'deleted',
};

/** The signs that say a meaning and are not text themselves, by the node that they belong to. */
const signs = new Set(['EmphasisMark', 'StrikethroughMark']);

const noTags: ReadonlySet<string> = new Set();

/**
 * A text's pieces in order. Emphasis, code, links and escapes (CommonMark 0.31, chapter 6, with GFM's strikethrough)
 * lose their signs; a link has its address behind it. All else stays as it is written: line ends, list marks, blanks in
 * brackets, tags.
 */
export function inlinePieces(text: string): readonly InlinePiece[] {
	const pieces: InlinePiece[] = [];
	const add = (from: number, to: number, meaning: InlinePiece['meaning']) => {
		if (from < to)
			pieces.push(meaning === undefined ? {text: text.slice(from, to)} : {text: text.slice(from, to), meaning});
	};

	/** What stands in a node, but for what its children say. */
	const inside = (node: SyntaxNode, from: number, to: number, meaning: InlinePiece['meaning']) => {
		let at = from;
		for (let child = node.childAfter(from); child && child.to <= to; child = child.nextSibling) {
			add(at, child.from, meaning);
			visit(child, meaning);
			at = child.to;
		}

		add(at, to, meaning);
	};

	const visit = (node: SyntaxNode, meaning: InlinePiece['meaning']) => {
		const {name, from, to} = node;
		if (signs.has(name)) return;
		switch (name) {
			case 'InlineCode': {
				const [open, close] = node.getChildren('CodeMark');
				const inner = text.slice(open?.to ?? from, close?.from ?? to).replaceAll('\n', ' ');
				// One space at each end belongs to the marks (§6.1).
				const code = /^ .*\S.* $/.test(inner) ? inner.slice(1, -1) : inner;
				pieces.push({text: code, meaning: 'code'});
				break;
			}

			case 'Escape': {
				add(from + 1, to, meaning);
				break;
			}

			case 'Autolink': {
				add(from + 1, to - 1, 'url');
				break;
			}

			case 'Link':
			case 'Image': {
				const url = node.getChild('URL');
				const [open, close] = node.getChildren('LinkMark');
				if (!url || !open || !close) {
					inside(node, from, to, meaning);
					break;
				}

				inside(node, open.to, close.from, 'link');
				const address = text.slice(url.from, url.to);
				if (!address.startsWith('#') && address !== text.slice(open.to, close.from))
					pieces.push({text: ` (${address})`, meaning: 'url'});
				break;
			}

			default: {
				inside(node, from, to, meanings[name] ?? meaning);
			}
		}
	};

	visit(parse(text, noTags).topNode, undefined);
	return pieces;
}
