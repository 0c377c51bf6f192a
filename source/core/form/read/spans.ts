/** What stands inside a line and has a meaning of its own: code, links, tags, emphasis. */

import type {SyntaxNode} from '@lezer/common';
import type {Range} from '../types.ts';
import {isHtmlTag} from './html.ts';

/** A stretch inside a line whose text means something to Markdown itself. */
export type Span = Range & {
	readonly type: 'code' | 'link' | 'image' | 'autolink' | 'html' | 'comment' | 'escape' | 'emphasis' | 'strong';
};

/** What the whole text says: link labels that are defined, elements that are closed somewhere. */
type Known = {readonly definitions: ReadonlySet<string>; readonly closings: ReadonlySet<string>};

/** The opaque and emphasised stretches of a node's inline text, in order. */
export function spansIn(text: string, node: SyntaxNode, known: Known): Span[] {
	const {definitions, closings} = known;
	const spans: Span[] = [];
	const visit = (parent: SyntaxNode) => {
		for (let child = parent.firstChild; child; child = child.nextSibling) {
			const range = {from: child.from, to: child.to};
			switch (child.name) {
				case 'InlineCode': {
					spans.push({type: 'code', ...range});
					break;
				}

				case 'Autolink':
				case 'URL': {
					spans.push({type: 'autolink', ...range});
					break;
				}

				case 'Link':
				case 'Image': {
					const label = child.getChild('LinkLabel');
					const key =
						label && label.to - label.from > 2
							? labelKey(text.slice(label.from, label.to))
							: labelKey(text.slice(child.from, child.to).replace(/\[\]$/u, ''));
					const real =
						child.getChild('URL') !== null ||
						text.slice(child.from, child.to).endsWith(')') ||
						definitions.has(key) ||
						text.startsWith('[^', child.from);
					if (real) {
						spans.push({type: child.name === 'Image' ? 'image' : 'link', ...range});
					} else {
						visit(child);
					}

					break;
				}

				case 'HTMLTag': {
					if (isHtmlTag(text.slice(child.from, child.to), closings)) {
						spans.push({type: 'html', ...range});
					}

					break;
				}

				case 'Comment':
				case 'ProcessingInstruction': {
					spans.push({type: 'comment', ...range});
					break;
				}

				case 'Escape': {
					spans.push({type: 'escape', ...range});
					break;
				}

				case 'Emphasis':
				case 'StrongEmphasis': {
					spans.push({type: child.name === 'Emphasis' ? 'emphasis' : 'strong', ...range});
					visit(child);
					break;
				}

				default: {
					visit(child);
				}
			}
		}
	};

	visit(node);
	return spans;
}

/** A link label as definitions are compared (CommonMark §6.3). */
export function labelKey(label: string): string {
	return label
		.replaceAll(/^!?\[|\]$/gu, '')
		.replaceAll(/\s+/gu, ' ')
		.trim()
		.toLowerCase();
}
