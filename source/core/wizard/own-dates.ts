/** Dates that a document keeps about itself: when it was made, when it was changed last, since when it has its status. */

import {faultIn, formatDate, ownStatus, sameAnswer, statusWords} from '../form/index.ts';
import type {Answers, Field, Form} from '../form/types.ts';
import {marksAround} from './answers.ts';

const behind = '(?: (?:on|at|since|date))?';
const created = new RegExp(`^(?:date )?created${behind}$|^(?:creation date|date of creation)$`);
const updated = new RegExp(
	`^(?:date )?(?:of )?(?:last ?)?(?:updated?|modified|modification|changed?|revised)${behind}$`,
);
const statusChanged = new RegExp(`^(?:date )?(?:of )?status(?: (?:changed?|updated?|set))?${behind}$`);

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
export function mayBeToday(field: Field): boolean {
	return isCreated(field) || isUpdated(field) || (isDate(field) && wordsOf(field) === 'date');
}

function isCreated(field: Field): boolean {
	return isDate(field) && created.test(wordsOf(field));
}

function isUpdated(field: Field): boolean {
	const words = wordsOf(field);
	const isSaid = words === 'date' && /\blast (?:updated|changed|modified)\b/i.test(field.placeholder);
	return isDate(field) && (isSaid || updated.test(words));
}

/** True for a date that is filled in when a document begun by `new` is written. */
export function stampsItself(field: Field): boolean {
	return isCreated(field) || isUpdated(field);
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
		const standing = answers.get(field.id);
		const isOld = standing?.state === 'answered' && sameAnswer(standing, opened.get(field.id));
		if (standing && !(isUpdated(field) && isOld)) continue;
		stamped.set(field.id, {state: 'answered', value: formatDate(today, field.format)});
	}

	return stamped;
}

/** The days of the last change that a document gives, each as `today`; a text that is no date stays. */
export function renewedDates(form: Form, answers: Answers, today: string): Answers {
	const given = new Map(
		form.fields.flatMap(field => {
			const answer = answers.get(field.id);
			return answer && !faultIn(field, answer) ? [[field.id, answer] as const] : [];
		}),
	);
	const stamped = stampDates(form, given, today, given);
	return new Map([...stamped].filter(([id, answer]) => given.has(id) && !sameAnswer(answer, given.get(id))));
}

/** What the author did to a document: what it said before, and what it is to say. */
export type Change = {readonly form: Form; readonly before: Answers; readonly after: Answers};

/**
 * The dates that a change of the document's status brings with it, by their labels: the day that is called as the new
 * status (`Approved on`, `accepted_at`) where it is open, and those of the status and of the last change unless the author has
 * given them. None where the status is as it was, or none that can be taken.
 *
 * @param isCompleted whether writing fills in the day of the last change anyway
 */
export function datesOfStatus({form, before, after}: Change, today: string, isCompleted: boolean): Answers {
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
			const isKept = statusChanged.test(wordsOf(field)) || (isUpdated(field) && !isCompleted);
			const isTheirs = standing && !(isKept && sameAnswer(standing, before.get(field.id)) && !faultIn(field, standing));
			const value = formatDate(today, field.format);
			const answer = {state: 'answered', value} as const;
			return (isOwn || isKept) && !isTheirs && !sameAnswer(answer, standing) ? [[field.id, answer] as const] : [];
		}),
	);
}

/** What the day is called on which a document became that: `approved on`, `date of approval`; none for what is no event. */
function daysOf(status: string): readonly RegExp[] {
	const [word = ''] =
		/^\p{L}+(?=$| by\b)/u.exec(
			status
				.toLowerCase()
				.replace(/^[^\p{L}]+/u, '')
				.trim(),
		) ?? [];
	const stem = /^\p{L}{3,}(?=ed$)/u.exec(word)?.[0];
	const nouns = ['e', 'al', 'ance', 'ion', 'ation'].map(end => `${stem ?? ''}${end}`);
	const names = stem !== undefined ? [word, ...nouns] : word.endsWith('wn') ? [word] : [`${word}d`];
	return word === '' ? [] : names.map(name => new RegExp(`^(?:date )?(?:of )?${name}${behind}$`, 'u'));
}
