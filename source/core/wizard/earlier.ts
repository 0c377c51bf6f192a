/** What one document says that another may say too. */

import type {Answers, Field, Form, Kind, Value} from '../form/types.ts';
import {countGraphemes} from '../text/index.ts';
import type {EarlierAnswer} from './types.ts';

const questions = new WeakMap<Field, string>();

/** What a field asks, to find the same question elsewhere: its label without case, styles and what stands in parentheses. */
export function questionOf(field: Field): string {
	let question = questions.get(field);
	// Asked of every field at every key.
	if (question === undefined) {
		question = field.label
			.replaceAll(/[*_`]/g, '')
			.replace(/\s*\([^)]*\)\s*$/, '')
			.trim()
			.toLowerCase();
		questions.set(field, question);
	}

	return question;
}

/**
 * Kinds whose answers name what documents share. Longer texts are about one document alone, and so is what is chosen: a
 * new document has not the status of the last one.
 */
const kinds: readonly Kind[] = ['text', 'person', 'link'];

/** The most graphemes of an answer that is offered to another document. */
const longest = 80;

/**
 * The answers that another document may be offered: names and links outside of blocks, but not the title.
 *
 * @param document what to call the document they come from
 */
export function reusable(form: Form, answers: Answers, document: string): readonly EarlierAnswer[] {
	return form.fields.flatMap(field => {
		const answer = answers.get(field.id);
		if (answer?.state !== 'answered' || field.repeat !== undefined || field.id === form.titleField) return [];
		if (!kinds.includes(field.kind) || field.place.at === 'heading' || !isShort(answer.value)) return [];
		return [{question: questionOf(field), value: answer.value, document}];
	});
}

function isShort(value: Value): boolean {
	const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
	return texts.every(text => typeof text === 'string' && !text.includes('\n') && countGraphemes(text) <= longest);
}
