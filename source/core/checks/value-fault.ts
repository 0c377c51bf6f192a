/** Values that are not what their field takes: one rule for each family of kinds, all on what the form room says of an answer. */

import {faultIn} from '../form/index.ts';
import type {Document, Kind} from '../form/types.ts';
import type {Problem} from '../problem.ts';
import {rangeOf} from './place.ts';
import {isOwnForm, standingOf, textAt, type FieldStanding} from './standing.ts';
import type {Rule} from './types.ts';

/** What is wrong with the field's value, as the form room sees it. */
export function faultOf(document: Document, {field, state}: FieldStanding): Problem | undefined {
	if (state === 'empty' || state === 'prefilled' || state === 'left-out' || state === 'not-applicable')
		return undefined;
	const answer = document.answers.get(field.id);
	const fault = document.problems.get(field.id) ?? (answer && faultIn(field, answer));
	if (!fault || !isOwnForm(document)) return fault;
	// Without its template nobody has said which form a date or a choice takes; an impossible date is still one.
	return field.kind === 'date' && /^\s*\d{4}-\d{2}-\d{2}\s*$/.test(textAt(document, field.id)) ? fault : undefined;
}

/** A rule that tells the faults of fields of these kinds. */
export function valueRule(
	parts: Pick<Rule, 'id' | 'summary' | 'examples'> & {readonly kinds: readonly Kind[]; readonly help: string},
): Rule {
	const {kinds, help, ...rest} = parts;
	return {
		...rest,
		severity: 'error',
		*run(document) {
			for (const entry of standingOf(document).fields.values()) {
				if (!kinds.includes(entry.field.kind)) continue;
				const fault = faultOf(document, entry);
				if (!fault) continue;
				yield {
					// The form room's words name the field already.
					reason: fault.summary,
					...(fault.words !== undefined && {words: fault.words}),
					range: rangeOf(document, entry.field.id),
					section: entry.field.section,
					field: entry.field.id,
					help: fault.next ?? help,
				};
			}
		},
	};
}
