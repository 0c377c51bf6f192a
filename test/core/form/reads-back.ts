/** What must be read back from a document: the answers that were given, and nothing else. */

import {expect} from 'vitest';
import {decode, match, pathTo} from '../../../source/core/form/index.ts';
import type {
	Answer,
	Answers,
	Document,
	Field,
	Form,
	Guidance,
	Item,
	Row,
	Section,
	Value,
} from '../../../source/core/form/index.ts';
import {everyField} from '../../../source/core/form/every-field.ts';
import {separator} from '../../../source/core/form/value/escape.ts';
import {homeOf, sameAnswer, settingOf} from '../../../source/core/form/reading.ts';
import {
	isEmptyValue,
	normalValue,
	readNotApplicable,
	sameValue,
	shapeOf,
} from '../../../source/core/form/value/index.ts';

/** The template without what never is part of a document. */
export function withoutExamples(form: Form): string {
	return form.guidance
		.filter(one => one.role === 'example')
		.reduceRight((text, one) => text.slice(0, one.range.from) + text.slice(one.range.to), form.source);
}

/**
 * What an answer must read back as: itself. Only two values become something else: the template's own words are no
 * answer, and a single text that says "not applicable" says just that.
 */
function itself(form: Form, field: Field, answer: Answer): Answer | undefined {
	const setting = settingOf(form, homeOf(form).get(field.id)!, field);
	if (answer.state === 'left-out') return answer;
	if (answer.state === 'not-applicable') {
		const reason = answer.reason.replaceAll(/\s+/g, ' ').trim();
		return reason === readNotApplicable(setting.original) ? undefined : {state: 'not-applicable', reason};
	}

	const value = normalValue(field, answer.value);
	if (isEmptyValue(value) && shapeOf(field) !== 'boxes') return undefined;
	const standing = setting.original.trim() === '' ? undefined : decode(field, setting.original, setting);
	if (standing !== undefined && sameValue(standing, value)) return undefined;
	const words = soleText(field, value);
	const reason = words === undefined ? undefined : readNotApplicable(words);
	return reason === undefined ? {state: 'answered', value} : {state: 'not-applicable', reason};
}

/** The text that is all there is to a value: a single one, the only item, the first cell of an only row. */
function soleText(field: Field, value: Value): string | undefined {
	if (typeof value === 'string') return field.kind === 'code' ? undefined : value;
	if (!Array.isArray(value) || value.length !== 1) return undefined;
	const [only] = value as ReadonlyArray<Item | Row>;
	// Behind an id it is that item's own.
	if (typeof only === 'string') return field.item?.idPrefix === undefined ? only : undefined;
	const [[key, text] = [], another] = Object.entries(only!) as ReadonlyArray<[string, string]>;
	const first = field.kind === 'table' ? field.columns![0] : field.item?.parts?.[0];
	if (field.item?.idPrefix !== undefined) return undefined;
	return another === undefined && key === first?.id ? text : undefined;
}

/** Each answer reads back as given (in its normal form) unless the field has a problem; nothing else is an answer. */
export function readsBack(form: Form, given: Answers, document: Document): void {
	const seen = match(form, document.source);
	expect(seen.form.source).toBe(form.source);
	for (const field of everyField(form)) {
		const answer = given.get(field.id);
		const leftOut = document.answers.get(field.id)?.state === 'left-out' ? document.answers.get(field.id) : undefined;
		const wanted = leftOut ?? (answer && !document.problems.has(field.id) ? itself(form, field, answer) : undefined);
		const got = seen.answers.get(field.id);
		if (!sameAnswer(wanted, got))
			expect({id: field.id, answer: got}, document.source).toEqual({id: field.id, answer: wanted});
	}
}

/** Whether an answer stands in one place: a variable's other places change with it, in text and in code samples. */
export function standsOnce(form: Form, field: Field): boolean {
	return field.mirrors.length === 0 && !form.fields.some(({names = []}) => names.some(({of}) => of === field.id));
}

/**
 * Up to the field, and from behind it, nothing is new, and only what spoke of the field is gone.
 *
 * @param blank the form written without an answer
 */
export function staysInPlace(form: Form, blank: string, field: Field, document: Document): void {
	const span = document.spans.get(field.id)!;
	// The comment that keeps an answer apart from what would run into it is part of the answer (decision 8).
	const others = (text: string) => linesOf(text).filter(line => line !== separator || blank.includes(separator));
	const before = others(document.source.slice(0, span.from));
	const after = others(document.source.slice(span.to));
	const spoke = form.guidance
		.filter(one => goesWith(form, field, one))
		.map(one => form.source.slice(one.range.from, one.range.to));
	const markers = spoke.map(text => text.trim()).filter(text => text !== '' && !/[\r\n]/.test(text));
	const whole = linesOf(blank);
	const gone = [skipped(before, whole, markers), skipped(after.toReversed(), whole.toReversed(), markers)];
	expect(gone, document.source).not.toContain(undefined);
	expect(gone.flat().filter(line => !spoke.some(text => text.includes(line!)))).toEqual([]);
}

function linesOf(text: string): readonly string[] {
	return text
		.split(/\r\n|\n|\r/)
		.map(line => line.trim())
		.filter(line => line !== '');
}

/** The lines that must be left out of the whole to have the part, up to where that ends; undefined where that can't be. */
function skipped(
	part: readonly string[],
	whole: readonly string[],
	markers: readonly string[],
): readonly string[] | undefined {
	const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');
	const holds = (text: string, line: string): boolean =>
		text.includes(line) || markers.some(marker => plain(text.replace(marker, '')).includes(plain(line)));
	const gone: string[] = [];
	let at = 0;
	for (const line of part) {
		while (at < whole.length && !holds(whole[at]!, line)) gone.push(whole[at++]!);
		if (at++ === whole.length) return undefined;
	}

	return gone;
}

/**
 * Whether guidance goes when one field alone is answered: it speaks of no other. Where it names no field it speaks of
 * its section's own, or, where that has none, of those of the sections below.
 */
function goesWith(form: Form, field: Field, {role, stays, fields, section}: Guidance): boolean {
	if (stays === true || (role === 'hint' && fields.length === 0)) return false;
	const below = (one: Section): readonly string[] => (one.fields.length > 0 ? one.fields : one.sections.flatMap(below));
	const spokenOf = fields.length > 0 ? fields : pathTo(form.sections, section).slice(-1).flatMap(below);
	return spokenOf.length > 0 && spokenOf.every(id => id === field.id);
}
