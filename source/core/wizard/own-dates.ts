/** Dates that a document keeps about itself: when it was made, when it was changed last, since when it has its status. */

import {faultIn, formatDate, ownStatus, sameAnswer, statusWords} from '../form/index.ts';
import type {OwnWords} from '../checks/index.ts';
import type {Answers, Field, Form} from '../form/types.ts';
import {marksAround} from './answers.ts';
import {daysOf, namesDate} from './date-words.ts';

/** What a date is of, in words: `last-updated` and `accepted_at` of front matter as they would be said. */
function wordsOf({label}: Field): string {
	return label
		.replace(/\s*\([^)]*\)\s*$/, '')
		.replaceAll(/[\s*`_-]+/g, ' ')
		.trim()
		.toLowerCase();
}

function isDate({kind}: Field): boolean {
	return kind === 'date';
}

/** Whether the day is offered at a date: it is of the document itself, or of nothing else that is said. */
export function mayBeToday(field: Field, own?: OwnWords): boolean {
	return isCreated(field, own) || isUpdated(field, own) || (isDate(field) && wordsOf(field) === 'date');
}

function isCreated(field: Field, own: OwnWords | undefined): boolean {
	return isDate(field) && namesDate('created', wordsOf(field), own);
}

function isUpdated(field: Field, own: OwnWords | undefined): boolean {
	const words = wordsOf(field);
	const isSaid = words === 'date' && /\blast (?:updated|changed|modified)\b/i.test(field.placeholder);
	return isDate(field) && (isSaid || namesDate('updated', words, own));
}

/** True for a date that is filled in when a document begun by `new` is written, also by words of its project. */
export function stampsItself(field: Field, own?: OwnWords): boolean {
	return isCreated(field, own) || isUpdated(field, own);
}

/** What dates are filled in by. */
export type Stamping = {
	readonly today: string;
	/** What the opened document said. */
	readonly opened?: Answers | undefined;
	/** Words of its project. */
	readonly own?: OwnWords | undefined;
};

/**
 * Answers with the dates that fill themselves: created where it is open, last updated where it is open or still what
 * the opened document said. A date that the author gave stays. Only dates labelled so, and only for documents begun by
 * `new`.
 */
export function stampDates(form: Form, answers: Answers, {today, own, opened = new Map()}: Stamping): Answers {
	const stamped = new Map(answers);
	for (const field of form.fields) {
		if (!stampsItself(field, own)) continue;
		const standing = answers.get(field.id);
		const isOld = standing?.state === 'answered' && sameAnswer(standing, opened.get(field.id));
		if (standing && !(isUpdated(field, own) && isOld)) continue;
		stamped.set(field.id, {state: 'answered', value: formatDate(today, field.format)});
	}

	return stamped;
}

/** The days of the last change that a document gives, each as `today`; a text that is no date stays. */
export function renewedDates(form: Form, answers: Answers, today: string, own?: OwnWords): Answers {
	const given = new Map(
		form.fields.flatMap(field => {
			const answer = answers.get(field.id);
			return answer && !faultIn(field, answer) ? [[field.id, answer] as const] : [];
		}),
	);
	const stamped = stampDates(form, given, {today, opened: given, ...(own ? {own} : {})});
	return new Map([...stamped].filter(([id, answer]) => given.has(id) && !sameAnswer(answer, given.get(id))));
}

/** What the author did to a document: what it said before, and what it is to say. */
export type Change = {
	readonly form: Form;
	readonly before: Answers;
	readonly after: Answers;
	/** Words of its project. */
	readonly own?: OwnWords;
};

/**
 * The dates that a change of the document's status brings with it, by their labels: the day that is called as the new
 * status (`Approved on`, `accepted_at`) where it is open, and those of the status and of the last change unless the author has
 * given them. None where the status is as it was, or none that can be taken.
 *
 * @param isCompleted whether writing fills in the day of the last change anyway
 */
export function datesOfStatus({form, before, after, own}: Change, today: string, isCompleted: boolean): Answers {
	const status = ownStatus(form);
	const now = status && after.get(status.id);
	if (!now || sameAnswer(now, before.get(status.id)) || faultIn(status, now)) return new Map();
	const days = statusWords(now) === '' ? [] : daysOf(statusWords(now));
	return new Map(
		form.fields.flatMap(field => {
			if (!isDate(field) || field.repeat !== undefined || marksAround({form, answers: after}, field.section).length > 0)
				return [];
			const standing = after.get(field.id);
			const isOwn = days.some(day => day.test(wordsOf(field)));
			const isKept = namesDate('statusChanged', wordsOf(field), own) || (isUpdated(field, own) && !isCompleted);
			const isTheirs = standing && !(isKept && sameAnswer(standing, before.get(field.id)) && !faultIn(field, standing));
			const value = formatDate(today, field.format);
			const answer = {state: 'answered', value} as const;
			return (isOwn || isKept) && !isTheirs && !sameAnswer(answer, standing) ? [[field.id, answer] as const] : [];
		}),
	);
}
