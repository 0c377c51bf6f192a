/** More or fewer instances of a repeat, in a template's form and in one that is bound to a document. */

import type {Form, Repeat} from './types.ts';
import {bind} from './bind.ts';
import {eolOf, gapBehind} from './line-ends.ts';
import {match} from './match.ts';
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
 * In a document new instances are blank ones of the template behind the last, and those at the end are taken away. The
 * text changes, so that it is bound again.
 */
function resizeBound(form: Form, bound: NonNullable<Form['bound']>, counts: ReadonlyMap<string, number>): Form {
	let current = form;
	let {text} = bound;
	for (const [id, wished] of counts) {
		const placed = bind(bound.template, text, {complete: false}).form;
		const repeat = placed.repeats.find(one => one.id === id);
		if (!repeat || wished === repeat.instances.length || wished < 1) continue;
		text =
			wished < repeat.instances.length
				? shortened(text, repeat, wished)
				: lengthened(text, repeat, wished, bound.template);
		current = bind(bound.template, text).form;
	}

	return current;
}

function shortened(text: string, {instances}: Repeat, wished: number): string {
	return instances.slice(wished).reduceRight((rest, {range}) => rest.slice(0, range.from) + rest.slice(range.to), text);
}

function lengthened(text: string, {id, unit, instances}: Repeat, wished: number, template: Form): string {
	const seen = match(template, text).form;
	const more = expand(seen, new Map([[id, wished]]));
	const blanks = more.repeats.find(repeat => repeat.id === id)?.instances.slice(instances.length) ?? [];
	const eol = eolOf(text);
	const at = instances.at(-1)!.range.to;
	let before = text.slice(0, at);
	for (const {range} of blanks) {
		const words = more.source.slice(range.from, range.to).trimEnd();
		before += gapBehind(before, eol, unit === 'section') + words.replaceAll(/\r\n|\n|\r/g, eol) + eol;
	}

	const behind = text.slice(at);
	return before + (unit === 'section' && behind.trim() !== '' ? eol : '') + behind;
}
