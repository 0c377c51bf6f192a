/** Answers that follow from others or from the day: dates that fill themselves, totals, and lists of what is described. */

import {withInventories} from '../checks/index.ts';
import {withTotals} from '../form/index.ts';
import type {Answers, Form} from '../form/types.ts';
import {stampDates, type Stamping} from './own-dates.ts';
import {renewedTotal} from './renewed.ts';

/**
 * Answers with the dates, totals and missing names of blocks that are filled in when a document begun by `new` is
 * written, each where it is open or still what the opened document said.
 */
export function derived(form: Form, answers: Answers, by: Stamping): Answers {
	const {opened = new Map()} = by;
	const made = new Map(withInventories(form, stampDates(form, answers, by)));
	for (const field of form.fields) {
		const given = made.get(field.id);
		if (field.fixedRows && given?.state === 'answered')
			made.set(field.id, {...given, value: withTotals(field, given.value)});
		const total = renewedTotal(form, made, field, opened);
		if (total !== undefined) made.set(field.id, {state: 'answered', value: total});
	}

	return made;
}
