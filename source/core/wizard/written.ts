/** What becomes of the document when it is written: its text, what is filled in by itself, what cannot stand in it. */

import {standingOf} from '../checks/index.ts';
import {everyField, flatten, prove, totalFor, withMarker} from '../form/index.ts';
import type {Document, Field} from '../form/types.ts';
import type {Problem} from '../problem.ts';
import {derived} from './derived.ts';
import {stampsItself} from './offers.ts';
import {document, filled, openFields, sectionTitle} from './select.ts';
import type {WizardState} from './types.ts';

/** Those of the open fields that writing answers: dates that fill themselves, and totals. */
export function filledByWriting(state: WizardState): readonly string[] {
	if (!isStamped(state)) return [];
	const {fields} = standingOf(document(state));
	return openFields(state).filter(id => {
		const standing = fields.get(id);
		return standing !== undefined && standing.state !== 'partial' && fillsItself(state, standing.field);
	});
}

function fillsItself({form, answers}: WizardState, field: Field): boolean {
	return stampsItself(field) || totalFor(form, answers, field) !== undefined;
}

/** Those of the open fields that are open in the file too when it is written now. */
export function leftOpen(state: WizardState): readonly string[] {
	const filledIn = new Set(filledByWriting(state));
	return openFields(state).filter(id => !filledIn.has(id));
}

type Proven = {readonly form: WizardState['form']; readonly documents: Map<boolean, Document>};

const proven = new WeakMap<WizardState['answers'], Proven>();

/** The document as it would be written now, dates stamped, finished or as it is, read back as a whole. */
function provenDocument(state: WizardState, finish: boolean): Document {
	const {answers, form, context, opened} = state;
	let known = proven.get(answers);
	if (known?.form !== form) {
		known = {form, documents: new Map()};
		proven.set(answers, known);
	}

	let made = known.documents.get(finish);
	if (!made) {
		const dated = isStamped(state) ? derived(form, answers, context.today, opened?.answers) : answers;
		made = filled(state, dated, finish, prove);
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
	state: WizardState,
	finish: boolean,
): readonly {readonly field: string; readonly problem: Problem}[] {
	const {problems} = provenDocument(state, finish);
	return everyField(state.form).flatMap(({id}) => {
		const problem = problems.get(id);
		return problem ? [{field: id, problem}] : [];
	});
}

/** True where the document is another than the one that was opened; a new one always is. */
export function isChanged(state: WizardState): boolean {
	return state.opened === undefined || withOwnMarker(state, document(state).source) !== state.opened.source;
}

/** Whether the dates that fill themselves do so: who only looks at a document leaves it as it was. */
function isStamped(state: WizardState): boolean {
	return state.context.begun && isChanged(state);
}

/** The text that is written to the file: dates stamped, the marker at its end, finished if so wished. */
export function writtenText(state: WizardState, finish: boolean): string {
	return withOwnMarker(state, provenDocument(state, finish).source);
}

/** A document begun by `new` names its template at the end, unless the settings say otherwise; an opened one keeps it. */
function withOwnMarker({context, template, opened}: WizardState, source: string): string {
	if (!context.begun || !(context.marker || opened)) return source;
	const version = template.version === undefined ? {} : {version: template.version};
	return withMarker(source, {name: template.name, ...version, hash: template.hash});
}

/** Titles of the optional sections, and labels of the optional lines in others, that finishing would leave out. */
export function leftOutByFinishing(state: WizardState): readonly string[] {
	const finished = filled(state, state.answers, true).answers;
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
