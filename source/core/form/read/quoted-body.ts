/** Sections that hold nothing but words to the author in quotes: the answer stands where they do. */

import {askedBy} from './kind.ts';
import {proseField} from './block-field.ts';
import type {FoundField, Node, Source} from './found-field.ts';
import {wholeList} from './list.ts';
import {shownText} from './shown.ts';

/**
 * The body of a section whose only blocks are quotes that speak to the author, one below the other: a field in their
 * place, with what they say as its help instead of the section's. Nothing where anything else stands there.
 */
export function quotedBody(source: Source, node: Node, title: string): FoundField | undefined {
	const blocks = node.blocks.filter(block => block.type !== 'rule' && block.type !== 'definition');
	const first = blocks[0];
	const speaks = (range: {readonly from: number; readonly to: number}) =>
		node.guidance.some(one => one.role === 'guidance' && one.range.from <= range.from && one.range.to >= range.to);
	const kind = askedBy(title, '', false).kind;
	if (
		!first ||
		kind === 'date' ||
		kind === 'person' ||
		!blocks.every(block => block.type === 'quote' && speaks(block.range)) ||
		node.blocks.some(block => block.type === 'rule' && block.range.from < blocks.at(-1)!.range.from)
	) {
		return undefined;
	}

	const range = {from: first.range.from, to: blocks.at(-1)!.range.to};
	const [inner] = first.type === 'quote' && first.children.length === 1 && blocks.length === 1 ? first.children : [];
	const list = inner?.type === 'list' ? wholeList(source, inner, title, ['body']) : undefined;
	if (list?.kind === 'list') {
		// The items are blanks and say nothing more: the answer is a list without the signs of the quote.
		node.guidance = node.guidance.filter(one => one.range.to <= range.from || one.range.from >= range.to);
		return {...list, range, place: {at: 'block', indent: ''}, placeholder: source.text.slice(range.from, range.to)};
	}

	const shown = shownText(source.text.slice(range.from, range.to));
	node.guidance = node.guidance.filter(one => one.range.to <= range.from || one.range.from >= range.to);
	node.shown.push(shown);
	return proseField(source, title, range, ['body'], shown, true, 'body-quoted');
}
