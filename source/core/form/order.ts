/**
 * Blocks with titles of their own in another order. The template's text is laid out anew and read, so that ranges hold;
 * headings keep the template's numbers there, and with them their ids. What is written counts by place (`numbering.ts`).
 */

import type {Form, Orders, Repeat} from './types.ts';
import {everyField} from './every-field.ts';
import {titled} from './numbering.ts';
import {readForm} from './read.ts';
import {counted} from './read/heading.ts';
import {labelText} from './read/label.ts';
import {closing} from './closing.ts';
import {flatten} from './sections.ts';

/**
 * A form with blocks in those orders. A repeat stays as it is where its blocks have no titles of their own, or where
 * they would be read as something else in that order.
 *
 * @param orders ids of instances by repeat id; those not named come behind the ones they follow in the template. Other
 * repeats stay as they are
 */
export function reorder(form: Form, orders: Orders): Form {
	const from = form.moved?.from ?? form;
	const kept = new Map<string, readonly string[]>();
	let current = from;
	for (const [id, order] of new Map([...(form.moved?.orders ?? []), ...orders])) {
		const repeat = current.repeats.find(one => one.id === id);
		const wished = repeat && whole(repeat, order);
		if (!repeat || !wished || wished.every((one, index) => one === repeat.instances[index]!.id)) continue;
		const next = readForm(laidOut(current.source, repeat, wished), {
			words: form.words,
			mends: form.mends,
			counting: countingIn(current),
		});
		if (!asksTheSame(current, next, id, wished)) continue;
		current = next;
		kept.set(id, wished);
	}

	return kept.size === 0 ? from : {...current, moved: {from, orders: kept}};
}

/** The orders of all blocks with titles of their own, as they stand in a form. */
export function ordersOf(form: Form): Orders {
	const own = titled(form);
	return new Map(
		form.repeats.flatMap(({id, instances}) =>
			instances.some(one => own.has(one.id)) ? [[id, instances.map(one => one.id)] as const] : [],
		),
	);
}

/** A repeat's instances as the template has them, those that it has not behind them. */
export function inTemplateOrder(form: Form, repeat: Repeat): Repeat['instances'] {
	const known = (form.moved?.from ?? form.bound?.template)?.repeats.find(({id}) => id === repeat.id);
	if (!known) return repeat.instances;
	const at = new Map(known.instances.map(({id}, index) => [id, index]));
	const place = ({id}: Repeat['instances'][number]): number => at.get(id) ?? at.size;
	return repeat.instances.toSorted((a, b) => place(a) - place(b));
}

/**
 * All instances of a repeat in that order. One that is not named comes behind the one it follows now, so that what is
 * named in its usual order leaves all as it is.
 */
export function whole({instances}: Repeat, order: readonly string[]): readonly string[] {
	const ids = instances.map(({id}) => id);
	const named = new Set(order);
	const all = order.filter(id => ids.includes(id));
	for (const [index, id] of ids.entries()) if (!named.has(id)) all.splice(all.indexOf(ids[index - 1] ?? '') + 1, 0, id);
	return all;
}

/** A text with the instances of a repeat in another order. What parts them from one another keeps its place. */
export function laidOut(
	source: string,
	{instances}: Repeat,
	order: readonly string[],
	change: (block: string, from: number, to: number) => string = block => block,
): string {
	const blocks = instances.map(({id, range}) => {
		const text = source.slice(range.from, range.to);
		const ink = text.slice(0, text.length - closing(text).length).trimEnd().length;
		const end = text.slice(ink).search(/[\r\n]/);
		const to = end < 0 ? text.length : ink + end;
		return {id, range, body: text.slice(0, to), tail: text.slice(to)};
	});
	return blocks.reduceRight((text, {range, tail}, at) => {
		const index = blocks.findIndex(({id}) => id === order[at]);
		return text.slice(0, range.from) + change(blocks[index]!.body, index, at) + tail + text.slice(range.to);
	}, source);
}

/** What the headings count by of blocks that have titles of their own: `3 phase`. */
function countingIn(form: Form): readonly string[] {
	const own = titled(form);
	return flatten(form.sections).flatMap(({id, level, title}) => {
		const count = own.has(id) ? counted(labelText(title)) : undefined;
		return count ? [`${level} ${count.word}`] : [];
	});
}

/** Whether a text that was laid out anew is read as the same blocks in that order, each with what it asked before. */
function asksTheSame(before: Form, after: Form, repeat: string, order: readonly string[]): boolean {
	const blocks = ({repeats}: Form): ReadonlyMap<string, string> =>
		new Map(repeats.flatMap(({instances}) => instances.map(one => [one.id, one.fields.toSorted().join('\n')])));
	const [was, is] = [blocks(before), blocks(after)];
	const ids = new Set(everyField(before).map(({id}) => id));
	const now = after.repeats.find(({id}) => id === repeat)?.instances ?? [];
	return (
		now.length === order.length &&
		now.every(({id}, index) => id === order[index]) &&
		was.size === is.size &&
		[...was].every(([id, fields]) => is.get(id) === fields) &&
		everyField(after).length === ids.size &&
		everyField(after).every(({id}) => ids.has(id))
	);
}
