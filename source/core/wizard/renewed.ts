/** Totals that writing brings up to date. */

import {sameAnswer, totalFor} from '../form/index.ts';
import type {Answers, Field, Form} from '../form/types.ts';

/**
 * What a total becomes when the document is written, where it is open or still what the opened document said; undefined
 * for one of the author's own, one that can't be told, and any other field.
 */
export function renewedTotal(form: Form, answers: Answers, field: Field, opened: Answers): string | undefined {
	if (field.sums === undefined) return undefined;
	const given = answers.get(field.id);
	const isOwn = given && !(given.state === 'answered' && sameAnswer(given, opened.get(field.id)));
	return isOwn ? undefined : totalFor(form, answers, field);
}
