/** What becomes of the document when it is written: its text, what is filled in by itself, what cannot stand in it. */

import {gateOf, type GateBox} from '../checks/index.ts';
import {everyField, flatten, prove} from '../form/index.ts';
import type {Document} from '../form/types.ts';
import type {Problem} from '../problem.ts';
import {completedAnswers, finishedAnswers, leftOpen, withGate} from './completed.ts';
import type {Measurable} from './measurable.ts';
import {factsOf, filled, isCompleted, openFields, sectionTitle, withOwnMarker} from './select.ts';
import type {WizardState} from './types.ts';

/** Those of the open fields that writing answers: dates that fill themselves, totals, what is gathered, and a computed gate. */
export function filledByWriting(state: Measurable): readonly string[] {
	const left = new Set(leftOpen(state));
	return openFields(state).filter(id => !left.has(id));
}

type Proven = {readonly form: WizardState['form']; readonly documents: Map<boolean, Document>};

const proven = new WeakMap<WizardState['answers'], Proven>();

/** What is known already of the document as it would be written, finished or as it is. */
export function provenAlready({answers, form}: Measurable): ReadonlyMap<boolean, Document> {
	const known = proven.get(answers);
	return known?.form === form ? known.documents : new Map<boolean, Document>();
}

/** Takes over what was read elsewhere. */
export function adoptProven({answers, form}: Measurable, documents: ReadonlyMap<boolean, Document>): void {
	if (documents.size > 0) proven.set(answers, {form, documents: new Map(documents)});
}

/** The document as it would be written now, completed but for its gate, finished or as it is, read back as a whole. */
function provenDocument(state: Measurable, finish: boolean): Document {
	const {answers, form} = state;
	let known = proven.get(answers);
	if (known?.form !== form) {
		known = {form, documents: new Map()};
		proven.set(answers, known);
	}

	let made = known.documents.get(finish);
	if (!made) {
		made = filled(state, completedAnswers(state), finish, prove);
		known.documents.set(finish, made);
	}

	return made;
}

/**
 * Answers that can't stand in the document, such as text that leaves a code fence open; the file is without them. Takes
 * as long as reading the document, once for the same answers.
 *
 * @param finish whether the document is finished: what it loses then may have been what parted two answers
 */
export function refused(
	state: Measurable,
	finish: boolean,
): readonly {readonly field: string; readonly problem: Problem}[] {
	const {problems} = provenDocument(state, finish);
	return everyField(state.form).flatMap(({id}) => {
		const problem = problems.get(id);
		return problem ? [{field: id, problem}] : [];
	});
}

/** The text that is written to the file: completed, the marker at its end, finished if so wished. */
export function writtenText(state: Measurable, finish: boolean): string {
	return withOwnMarker(state, withGate(state, provenDocument(state, finish)));
}

/** The boxes that are ticked now, and that writing unticks, for the document refutes them. */
export function untickedByWriting(state: WizardState, finish: boolean): readonly GateBox[] {
	return isCompleted(state) ? gateOf(provenDocument(state, finish), factsOf(state)).filter(isRefuted) : [];
}

function isRefuted({isTicked, verdict}: GateBox): boolean {
	return isTicked && verdict === 'not-met';
}

/** Titles of the optional sections, and labels of the optional lines in others, that finishing would leave out. */
export function leftOutByFinishing(state: Measurable): readonly string[] {
	const finished = finishedAnswers(state);
	const goes = (id: string): boolean =>
		finished.get(id)?.state === 'left-out' && state.answers.get(id)?.state !== 'left-out';
	const fields = new Map(state.form.fields.map(field => [field.id, field]));
	const sections = flatten(state.form.sections);
	const gone = new Set(
		sections.filter(({id}) => finished.get(id)?.state === 'left-out').flatMap(section => flatten([section])),
	);
	return sections.flatMap(section =>
		gone.has(section)
			? goes(section.id)
				? [sectionTitle(state, section)]
				: []
			: section.fields.filter(id => goes(id)).map(id => fields.get(id)?.label ?? id),
	);
}
