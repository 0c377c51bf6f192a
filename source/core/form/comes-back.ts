/** Whether a whole text says what was written into it, and nothing else. */

import type {Document} from './types.ts';
import {everyField} from './every-field.ts';
import {match} from './match.ts';
import {sameAnswer} from './reading.ts';
import {flatten} from './sections.ts';

/**
 * Whether a document reads back as it was written: each answer where it was given, what is left out gone, and no
 * instance more. A bound form's text is read with other bounds, so nothing is said against it.
 */
export function comesBack({form, source, answers, spans}: Document): boolean {
	if (form.bound) return true;
	const seen = match(form, source);
	const isOut = (id: string): boolean => (seen.answers.get(id)?.state ?? 'left-out') === 'left-out';
	const known = new Set(everyField(form).map(({id}) => id));
	const there = new Set([...everyField(seen.form), ...flatten(seen.form.sections)].map(({id}) => id));
	return (
		everyField(seen.form).every(({id}) => known.has(id)) &&
		// An instance that is left out at the end is none for the reader.
		[...answers].every(([id, {state}]) => state !== 'left-out' || seen.answers.has(id) || !there.has(id)) &&
		everyField(form).every(({id, boilerplate}) => {
			// What runs into boilerplate that stands is missing where it was given.
			if (boilerplate && !answers.has(id)) return true;
			// What stands in a section that does not apply, or is left out, is not written.
			return spans.has(id) ? sameAnswer(seen.answers.get(id), answers.get(id)) : isOut(id);
		})
	);
}
