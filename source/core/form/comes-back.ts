/** Whether a whole text says what was written into it, and nothing else. */

import type {Document} from './types.ts';
import {match} from './match.ts';
import {sameAnswer} from './reading.ts';

/**
 * Whether a document reads back as it was written: each answer where it was given, what is left out gone, and as many
 * instances as before. A bound form's text is read with other bounds, so nothing is said against it.
 */
export function comesBack({form, source, answers, spans}: Document): boolean {
	if (form.bound) return true;
	const seen = match(form, source);
	return (
		seen.form.source === form.source &&
		[...answers].every(([id, {state}]) => state !== 'left-out' || seen.answers.get(id)?.state === state) &&
		form.fields.every(({id}) => {
			const read = seen.answers.get(id);
			// What stands in a section that does not apply, or is left out, is not written.
			return spans.has(id) ? sameAnswer(read, answers.get(id)) : read === undefined || read.state === 'left-out';
		})
	);
}
