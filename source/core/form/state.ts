/** How far a field is. */

import type {Problem} from '../problem.ts';
import type {Answer, Document, Field, FieldState} from './types.ts';
import {planOf} from './plan.ts';
import {validate} from './value/index.ts';

/**
 * How far a field is in a document: a section's "not applicable" or "left out" holds for all that is in it; text that
 * is not valid for the field's kind is `partial`; the template's own text is `empty`, or `prefilled` where it may stand.
 */
export function fieldState(document: Document, fieldId: string): FieldState {
	const plan = planOf(document.form);
	const field = plan.fields.get(fieldId);
	if (!field) return 'empty';
	const whole = sectionState(document, field.section);
	if (whole) return whole;
	const answer = document.answers.get(fieldId);
	if (document.problems.has(fieldId)) return 'partial';
	if (!answer) return field.prefilled ? 'prefilled' : 'empty';
	if (answer.state !== 'answered') return answer.state;
	return faultIn(field, answer) ? 'partial' : 'answered';
}

const faults = new WeakMap<Answer, {readonly field: Field; readonly fault: Problem | undefined}>();

/** What keeps an answer's value from being valid for its field. Remembered with the answer, which never changes. */
export function faultIn(field: Field, answer: Answer): Problem | undefined {
	if (answer.state !== 'answered') return undefined;
	let known = faults.get(answer);
	if (known?.field !== field) {
		known = {field, fault: validate(field, answer.value)};
		faults.set(answer, known);
	}

	return known.fault;
}

/** Takes over what was found elsewhere of an answer. */
export function adoptFault(field: Field, answer: Answer, fault: Problem | undefined): void {
	faults.set(answer, {field, fault});
}

const parents = new WeakMap<Document['form'], ReadonlyMap<string, string | undefined>>();

function sectionState(document: Document, sectionId: string): 'not-applicable' | 'left-out' | undefined {
	let above = parents.get(document.form);
	if (!above) {
		const map = new Map<string, string | undefined>();
		const visit = (sections: Document['form']['sections'], parent: string | undefined): void => {
			for (const section of sections) {
				map.set(section.id, parent);
				visit(section.sections, section.id);
			}
		};

		visit(document.form.sections, undefined);
		above = map;
		parents.set(document.form, above);
	}

	for (let id: string | undefined = sectionId; id !== undefined; id = above.get(id)) {
		const state = document.answers.get(id)?.state;
		if (state === 'not-applicable' || state === 'left-out') return state;
	}

	return undefined;
}
