/** What the words of a list item say: whether it speaks to the author, asks for something, or names it. */

import {blanksIn} from './blank.ts';
import {spansIn, type Scope} from './context.ts';
import type {Source} from './found-field.ts';
import {labelLines} from './label-lines.ts';
import {labelText, type Label} from './label.ts';
import {viewItem, type ItemView} from './list.ts';
import {instructive, orders} from './prompt.ts';
import {readValue} from './value.ts';

/** Content about something that the author names is a sample of it, unless it says itself that it is an example. */
export function isSample(source: Source, views: readonly ItemView[], scope: Scope): boolean {
	return (
		scope.sample === true &&
		!views.every(view => /^[*_(]*(?:example|e\.g\.|for example)\b/iu.test(textOf(source, view)))
	);
}

/** The labelled lines of an item's paragraph; usually one. */
export function continued(source: Source, view: ItemView): ReadonlyArray<{label: Label; to: number}> {
	const lines = view.paragraph ? labelLines(source, view.paragraph) : [];
	return lines.length > 0
		? lines.map(line => ({label: line.label, to: line.to}))
		: [{label: view.label!, to: view.text.to}];
}

/** An item that speaks to the author. What stands behind a bold label does so only where it is a question. */
export function asks(source: Source, view: ItemView): boolean {
	const text = textOf(source, view);
	if (!view.label) {
		return instructive(text);
	}

	return view.label.bold
		? /[?？]\s*$/u.test(text)
		: instructive(text) || instructive(source.text.slice(view.label.end, view.text.to));
}

/** Whether what stands behind a label orders or asks: "**Issue**: Describe …". */
export function asksBeside(source: Source, view: ItemView): boolean {
	const text = source.text.slice(view.label!.end, view.text.to).trim();
	return orders(text) || /[?？]$/u.test(text);
}

/** True where something under an item is to be filled: a blank, or a label with nothing behind it. */
export function asksBelow(source: Source, view: ItemView): boolean {
	if (view.nested.length === 0) return false;
	const inner = view.nested.flatMap(block => (block.type === 'list' ? block.items : []));
	return (
		blanksIn(source.text, {from: view.text.to, to: view.item.range.to}, spansIn(view.nested), false).length > 0 ||
		inner.some(item => {
			const {label, text, spans, nested} = viewItem(source, item);
			return (
				label?.colon === true &&
				nested.length === 0 &&
				readValue(source, {from: label.end, to: text.to}, spans).state === 'empty'
			);
		})
	);
}

/** Whether a list is all there is under an item, and each of its items is such. */
export function topicsBelow(source: Source, view: ItemView, isSuch: (item: ItemView) => boolean): boolean {
	const [only, ...others] = view.nested;
	return (
		only?.type === 'list' &&
		others.length === 0 &&
		only.items.every(item => item.task === undefined && isSuch(viewItem(source, item)))
	);
}

export function textOf(source: Source, view: ItemView): string {
	return source.text.slice(view.text.from, view.text.to);
}

export function itemName(source: Source, view: ItemView): string {
	return labelText(source.text.slice(view.line.from, view.line.to)).replace(/:$/u, '');
}
