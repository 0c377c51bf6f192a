/** The dates that follow a status which flags or an answers file give, where they give no date themselves. */

import {today} from '../adapters/clock/index.ts';
import type {OwnWords} from '../core/checks/index.ts';
import type {Answers, Form} from '../core/form/types.ts';
import {datesOfStatus} from '../core/wizard/index.ts';

/** What was given to a document. */
export type Given = {
	readonly form: Form;
	/** What it said before. */
	readonly before: Answers;
	/** What it is to say with what is given. */
	readonly after: Answers;
	/** Ids of the fields of which something was said: an answer, or that there is none. */
	readonly ids: Iterable<string>;
	/** Words of its project. */
	readonly own?: OwnWords | undefined;
};

/** Dates to be added to the answers, and the sentences that tell them. */
export type StatusDates = {readonly answers: Answers; readonly said: readonly string[]};

/** @param isCompleted whether writing fills in the day of the last change anyway */
export function statusDates({form, before, after, ids, own}: Given, isCompleted: boolean): StatusDates {
	const given = new Set(ids);
	const answers = new Map(
		[...datesOfStatus({form, before, after, ...(own ? {own} : {})}, today(), isCompleted)].filter(
			([id]) => !given.has(id),
		),
	);
	return {answers, said: [...answers.keys()].map(id => `${id} is today's date, as the status changed`)};
}
