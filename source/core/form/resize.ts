/** More or fewer instances of a repeat, or their order, in a template's form and in one that is bound to a document. */

import type {Form, Orders, Repeat} from './types.ts';
import {bind} from './bind.ts';
import {eolOf, gapBehind} from './line-ends.ts';
import {match} from './match.ts';
import {renumbered} from './numbering.ts';
import {laidOut, reorder, whole} from './order.ts';
import {sameAnswer} from './reading.ts';
import {expand} from './repeat.ts';

/**
 * A form with that many instances of its repeats.
 *
 * @param counts wished instances by repeat id; others stay as they are
 */
export function resize(form: Form, counts: ReadonlyMap<string, number>): Form {
	return form.bound ? resizeBound(form, form.bound, counts) : expand(form, counts);
}

/**
 * A form with its blocks in those orders. A repeat stays as it is where its blocks have no titles of their own, or where
 * they would be read as something else in that order.
 *
 * @param orders ids of instances by repeat id; other repeats stay as they are
 */
export function rearrange(form: Form, orders: Orders): Form {
	return form.bound ? rearrangeBound(form, form.bound, orders) : reorder(form, orders);
}

/** In a document its own text changes places, and its headings count by where they then stand. */
function rearrangeBound(form: Form, bound: NonNullable<Form['bound']>, orders: Orders): Form {
	let current = form;
	let {text} = bound;
	for (const [id, order] of orders) {
		const {form: placed, answers} = bind(bound.template, text, {complete: false});
		const repeat = placed.repeats.find(one => one.id === id);
		const wished = repeat && whole(repeat, order);
		if (!repeat || !wished || wished.every((one, index) => one === repeat.instances[index]!.id)) continue;
		const next = laidOut(text, repeat, wished, (block, from, to) => renumbered(block, repeat.numbered, to - from));
		const again = bind(bound.template, next, {complete: false});
		const now = again.form.repeats.find(one => one.id === id)?.instances ?? [];
		const isSame =
			now.length === wished.length &&
			now.every((one, index) => one.id === wished[index]) &&
			again.answers.size === answers.size &&
			[...answers].every(([field, answer]) => sameAnswer(answer, again.answers.get(field)));
		if (!isSame) continue;
		text = next;
		current = bind(bound.template, text).form;
	}

	return current;
}

/**
 * In a document new instances are blank ones of the template behind the last, and those at the end are taken away. The
 * text changes, so that it is bound again.
 */
function resizeBound(form: Form, bound: NonNullable<Form['bound']>, counts: ReadonlyMap<string, number>): Form {
	let current = form;
	let {text} = bound;
	for (const [id, asked] of counts) {
		const placed = bind(bound.template, text, {complete: false}).form;
		const repeat = placed.repeats.find(one => one.id === id);
		// Of what the form has, the text may lack some.
		const lacking = countOf(current, id) - countOf(placed, id);
		const wished = asked - lacking;
		if (!repeat || wished === repeat.instances.length || wished < 1) continue;
		text =
			wished < repeat.instances.length
				? shortened(text, repeat, wished)
				: lengthened(text, repeat, wished, bound.template);
		current = bind(bound.template, text).form;
	}

	return current;
}

function countOf({repeats}: Form, id: string): number {
	return repeats.find(one => one.id === id)?.instances.length ?? 0;
}

function shortened(text: string, {instances}: Repeat, wished: number): string {
	return instances.slice(wished).reduceRight((rest, {range}) => rest.slice(0, range.from) + rest.slice(range.to), text);
}

function lengthened(text: string, {id, unit, instances}: Repeat, wished: number, template: Form): string {
	const seen = match(template, text).form;
	// A block of the template's that the document lacks is none of the new ones.
	const known = seen.repeats.find(repeat => repeat.id === id)?.instances.length ?? instances.length;
	const lacking = known - instances.length;
	const more = expand(seen, new Map([[id, wished + lacking]]));
	const repeat = more.repeats.find(one => one.id === id);
	const blanks = repeat?.instances.slice(known) ?? [];
	const eol = eolOf(text);
	const at = instances.at(-1)!.range.to;
	let before = text.slice(0, at);
	for (const {range} of blanks) {
		const own = more.source.slice(range.from, range.to).trimEnd();
		const words = unit === 'section' ? renumbered(own, repeat?.numbered === true, -lacking) : own;
		before += gapBehind(before, eol, unit === 'section') + words.replaceAll(/\r\n|\n|\r/g, eol) + eol;
	}

	const behind = text.slice(at);
	return before + (unit === 'section' && behind.trim() !== '' ? eol : '') + behind;
}
