/** The other places of a variable: where its name stands again, its answer does too. */

import {beginsBlock} from './block-start.ts';
import {firstIndex} from '../text/index.ts';
import {planOf} from './plan.ts';
import type {Mirror, Named} from './plan.ts';
import type {Answer, Field, Form, Range, Value} from './types.ts';
import {encodeCell} from './value/cell.ts';
import {escapeDelimiter, escapeLines} from './value/escape.ts';
import {encodeScalar, quoteAround, tomlAt} from './value/scalar.ts';

/**
 * What stands at a variable's other place: its answer as typed, or lower-cased where the name is written so; `N/A` where
 * it does not apply (the reason stands where it was asked); `raw`, the template's own text, while there is no answer.
 */
export function mirrored(
	form: Form,
	{place, range, spelling, was}: Mirror,
	answer: Answer | undefined,
	raw: string,
): string {
	const {source} = form;
	// Behind a label the blank that parts it from its value is part of the place.
	const lead = place.at === 'label' ? /^[ \t]*/.exec(raw)![0] : '';
	if (answer?.state === 'not-applicable') return `${lead}N/A`;
	const said = answer?.state === 'answered' ? inWords(answer.value) : undefined;
	if (said === undefined || said === was) return raw;
	const name = spelling.replaceAll(/[{}$_\s]/g, '');
	const isLower = name !== '' && name === name.toLowerCase() && name !== name.toUpperCase();
	const flat = said.replaceAll(/\s*\n\s*/g, ' ');
	const text = isLower ? flat.toLowerCase() : flat;
	if (place.at === 'fence') return text;
	const own = escapeDelimiter(text, delimiterBehind(form, range));
	if (place.at === 'cell' || place.at === 'rows') return encodeCell(own);
	if (place.at === 'yaml') {
		// An id's digits stand behind its words in a scalar without quotes.
		if (/[^\s"':=]/.test(source[range.from - 1] ?? ' ') && /^\d+$/.test(text)) return text;
		return encodeScalar(text, quoteAround(source, range), tomlAt(source, range));
	}

	// At the start of a line, or of an item, a word could become a heading, a rule or an item.
	const before = source.slice(Math.max(0, range.from - 80), range.from);
	return /(?:^|[\r\n])[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/.test(before)
		? escapeLines(own, {single: 'raw', structural: beginsBlock})
		: lead + own;
}

/** What parts a place from the next one on its line, which a value must then do without: there the next would begin. */
function delimiterBehind(form: Form, {to}: Range): string {
	const {segments} = planOf(form);
	const next = segments[firstIndex(segments, one => one.from >= to)];
	if (!next || next.type === 'guidance') return '';
	const between = form.source.slice(to, next.from);
	return /[\r\n|]/.test(between) ? '' : between;
}

/** A value as it stands within a text; several names are one after the other. */
export function inWords(value: Value): string | undefined {
	if (typeof value === 'string') return value;
	return Array.isArray(value) && value.every(one => typeof one === 'string') ? value.join(', ') : undefined;
}

/** A field's sample, without its fence, as its author would take it up: with the names in it as they are answered. */
export function sampleText(form: Form, field: Field, answers: ReadonlyMap<string, Answer>): string {
	const names = planOf(form).names.get(field.id);
	return field.place.at === 'fence' && names
		? standingText(form, {range: field.place.content}, names, answers)
		: field.placeholder;
}

/** The template's own text at a field, with the names in it as they are answered. */
export function standingText(
	form: Form,
	{range}: Pick<Field, 'range'>,
	names: readonly Named[],
	answers: ReadonlyMap<string, Answer>,
): string {
	let text = '';
	let at = range.from;
	for (const {field, mirror} of names.toSorted((a, b) => a.mirror.range.from - b.mirror.range.from)) {
		const {from, to} = mirror.range;
		text += form.source.slice(at, from) + mirrored(form, mirror, answers.get(field.id), form.source.slice(from, to));
		at = to;
	}

	return text + form.source.slice(at, range.to);
}
