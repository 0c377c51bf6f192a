/** Boilerplate as fields: a list, a text, and what stands behind a label. */

import type {List, Block, Paragraph} from '../markdown.ts';
import {slug} from '../slug.ts';
import type {Field, Range} from '../types.ts';
import {decode, encode} from '../value/index.ts';
import {blockLines, foundField, type FoundField, type Source} from './found-field.ts';
import {longestText} from '../parser.ts';
import {labelText} from './label.ts';
import {labelLines} from './label-lines.ts';
import {itemsRange, styleOf, viewItem} from './list.ts';

/** What all boilerplate has: its text stands as it is. */
const standing = {blank: false, prefilled: true, boilerplate: true} as const;

/** What names a block, and the line above it that only does so. */
export type Caption = {readonly label: string; readonly range: Range | undefined};

/** Labels with words behind them: each is text by itself. Undefined where the paragraph is something else. */
export function labelledText(
	source: Source,
	block: Paragraph,
	next: Block | undefined,
): readonly FoundField[] | undefined {
	const lines = labelLines(source, block);
	const {text} = source;
	if (lines.length === 0) {
		const leads = next?.type === 'list' && /[:：][^\p{L}\p{N}]*$/u.test(text.slice(block.range.from, block.range.to));
		return leads ? [] : undefined;
	}

	return lines.flatMap(({label, to}) => {
		const range = {from: label.end, to};
		const words = text.slice(range.from, range.to);
		if (words.trim() === '' || words.includes('\n') || words.includes('<%')) return [];
		return [
			foundField({
				...standing,
				label: labelText(label.text),
				kind: 'text',
				range,
				place: {at: 'label', indent: ''},
				placeholder: words.trim(),
				path: [slug(labelText(label.text))],
				rule: 'boilerplate-label',
			}),
		];
	});
}

/** A list; as text where its items are more than can be written as items, or than anybody would go through one by one. */
export function listField(source: Source, list: List, title: string, caption: Caption | undefined): FoundField {
	const {range, indent} = itemsRange(source, list);
	if (range.to - range.from > longestText) return textField(source, range, title, caption);
	const views = list.items.map(item => viewItem(source, item));
	const placeholder = source.text.slice(range.from, range.to);
	const made = foundField({
		...standing,
		label: caption?.label ?? title,
		kind: 'list',
		range,
		place: {at: 'items', indent},
		placeholder,
		item: styleOf(list, source, views, undefined, undefined),
		path: [caption ? slug(caption.label) : 'list'],
		...(caption?.range && {caption: caption.range}),
		rule: 'boilerplate-list',
	});
	return isWritable(made) ? made : textField(source, range, title, caption);
}

/** Whether what stands at a list is what would be written there. */
function isWritable(made: FoundField): boolean {
	const field: Field = {
		...made,
		id: '',
		section: '',
		line: 1,
		requirement: 'optional',
		reasonForNotApplicable: false,
		mirrors: [],
	};
	const value = decode(field, made.placeholder);
	if (value === undefined || !Array.isArray(value) || value.length === 0) return false;
	const original = made.placeholder.replaceAll(/\r\n?/gu, '\n');
	const written = encode(field, value, {original});
	return written.ok && written.value === original;
}

/** Paragraphs, and lists and quotes between them, as one text. */
export function textField(source: Source, range: Range, title: string, caption: Caption | undefined): FoundField {
	const lines = blockLines(source, range);
	return foundField({
		...standing,
		label: caption?.label ?? title,
		kind: 'prose',
		range: lines,
		place: {at: 'block', indent: ''},
		placeholder: source.text.slice(lines.from, lines.to),
		path: [caption ? slug(caption.label) : 'text'],
		...(caption?.range && {caption: caption.range}),
		rule: 'boilerplate-text',
	});
}
