/** Lists of boxes to tick, and tables of contents. */

import type {List} from '../markdown.ts';
import {slug} from '../slug.ts';
import {foundField, type FoundField, type Source} from './found-field.ts';
import {itemsRange, styleOf, viewItem} from './list.ts';
import {readValue, trimmed} from './value.ts';

/** Task boxes as one field. Items whose text stands are fixed; items that are blanks are the author's to name. */
export function checklist(source: Source, list: List, label: string, path: readonly string[]): FoundField | undefined {
	const tasks = list.items.filter(item => item.task !== undefined);
	if (tasks.length === 0 || tasks.length * 2 < list.items.length) {
		return undefined;
	}

	const views = list.items.map(item => viewItem(source, item));
	const open = views.some(view => {
		const state = readValue(source, view.text, view.spans).state;
		return state !== 'plain' && state !== 'choice';
	});
	const {range, indent} = itemsRange(source, list);
	const used = new Map<string, number>();
	const fixed = views.map(view => {
		const text = source.text.slice(view.text.from, view.text.to).trim();
		const base = slug(text) || 'item';
		const count = (used.get(base) ?? 0) + 1;
		used.set(base, count);
		return {id: count === 1 ? base : `${base}-${count}`, text};
	});
	const done = tasks.some(item => item.task!.done);
	return foundField({
		label,
		kind: 'checklist',
		range,
		place: {at: 'items', indent},
		placeholder: source.text.slice(range.from, range.to),
		item: styleOf(list, source, views, undefined, undefined),
		...(!open && {fixedItems: fixed}),
		blank: !done,
		path,
		rule: open ? 'checklist' : 'checklist-fixed',
	});
}

/** True where every item is a link within the document: a table of contents. */
export function isContents(source: Source, list: List): boolean {
	const links = list.items.every(item => {
		const first = item.children[0];
		if (first?.type !== 'paragraph') {
			return false;
		}

		const range = trimmed(source.text, first.range);
		const text = source.text.slice(range.from, range.to);
		return first.spans.some(span => span.type === 'link' && span.from <= range.from + 6) && /\]\(#[^()]*\)/u.test(text);
	});
	return links && list.items.length > 1;
}
