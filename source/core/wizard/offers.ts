/** Answers that are offered from what is there already. An offer is shown and taken with one key, never by itself. */

import {sameAnswer, sampleText, validate} from '../form/index.ts';
import type {Answers, Field, Form, Value} from '../form/types.ts';
import {marksAround} from './answers.ts';
import {formatDate} from './dates.ts';
import type {Context, WizardState} from './types.ts';

const createdLabel = /^(date )?created( on)?$|^creation date$/i;
const updatedLabel = /^(last[ -])?(updated|modified|changed)( on)?$|^date$/i;
const authorLabel = /^(authors?|owners?|dri|prepared by|written by)$/i;

/** What is offered at a field, and where it comes from; undefined where nothing is. */
export type Offer = {readonly value: Value; readonly from: 'today' | 'git' | 'elsewhere' | 'template' | 'sample'};

/** The offer for a field, best source first. Taken together with `field.use-default`. */
export function offerFor(form: Form, answers: Answers, context: Context, field: Field): Offer | undefined {
	const label = plain(field);
	const candidates: (Offer | undefined)[] = [
		field.kind === 'date' && (createdLabel.test(label) || updatedLabel.test(label))
			? {value: formatDate(context.today, field.format), from: 'today'}
			: undefined,
		elsewhere(form, answers, field),
		context.author !== undefined && authorLabel.test(label)
			? {value: field.multiple ? [context.author] : context.author, from: 'git'}
			: undefined,
		field.default === undefined ? undefined : {value: field.default, from: 'template'},
		field.kind === 'code' && field.placeholder.trim() !== ''
			? {value: sampleText(form, field, answers).replace(/\r?\n$/, ''), from: 'sample'}
			: undefined,
	];
	return candidates.find(offer => offer !== undefined && validate(field, offer.value) === undefined);
}

/**
 * The same question answered elsewhere in this document: same label and kind. What a block says is about its own thing,
 * and so is what it asks, but for who is behind it.
 */
function elsewhere(form: Form, answers: Answers, field: Field): Offer | undefined {
	if (field.repeat !== undefined && field.kind !== 'person') return undefined;
	const label = plain(field).toLowerCase();
	const twin = form.fields.find(other => {
		if (other.id === field.id || other.kind !== field.kind || plain(other).toLowerCase() !== label) return false;
		return other.repeat === undefined && answers.get(other.id)?.state === 'answered';
	});
	const answer = twin && answers.get(twin.id);
	return answer?.state === 'answered' ? {value: answer.value, from: 'elsewhere'} : undefined;
}

const plainLabels = new WeakMap<Field, string>();

/** The label without its styles and what stands in parentheses behind it; asked of every field at every key. */
function plain(field: Field): string {
	let label = plainLabels.get(field);
	if (label === undefined) {
		label = field.label
			.replaceAll(/[*_`]/g, '')
			.replace(/\s*\([^)]*\)\s*$/, '')
			.trim();
		plainLabels.set(field, label);
	}

	return label;
}

/**
 * Answers with the dates that fill themselves: created where it is open, last updated where it is open or still what
 * the opened document said. A date that the author gave stays. Only dates labelled so, and only for documents begun by
 * `new`.
 */
export function stampDates(form: Form, answers: Answers, today: string, opened: Answers = new Map()): Answers {
	const stamped = new Map(answers);
	for (const field of form.fields) {
		if (!stampsItself(field)) continue;
		const isUpdated = updatedLabel.test(plain(field));
		const standing = answers.get(field.id);
		if (standing && !(isUpdated && standing.state === 'answered' && sameAnswer(standing, opened.get(field.id))))
			continue;
		stamped.set(field.id, {state: 'answered', value: formatDate(today, field.format)});
	}

	return stamped;
}

/** True for a date that is filled in when a document begun by `new` is written. */
export function stampsItself(field: Field): boolean {
	const label = plain(field);
	return field.kind === 'date' && (createdLabel.test(label) || (updatedLabel.test(label) && !/^date$/i.test(label)));
}

/**
 * What is offered at a field now: nothing where it has an answer, or where its section has a mark that says that nothing
 * is asked there.
 */
export function offer(state: WizardState, field: Field): Offer | undefined {
	if (state.answers.has(field.id) || marksAround(state, field.section).length > 0) return undefined;
	return offerFor(state.form, state.answers, state.context, field);
}
