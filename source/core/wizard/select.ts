/**
 * Everything that is shown and can be computed: the document, its completeness, the outline, what is missing. Each is
 * a function of the state and is remembered for the state's answers, so asking twice costs nothing.
 */

import {check, standingOf, type Message} from '../checks/index.ts';
import {completeness as compute, type Completeness, type SectionState} from '../completeness/index.ts';
import {clear, everyField, fieldState, fill, flatten, pathTo, sameAnswer} from '../form/index.ts';
import type {Answers, Document, FieldState, Form, Section, Value} from '../form/types.ts';
import {fieldById, fieldInHand} from './answers.ts';
import {walk} from './focus.ts';
import type {WizardState} from './types.ts';

/** What is worked out for one form and one set of answers. */
type Derived = {
	readonly form: Form;
	readonly document: Document;
	/** What was known of paths when its messages were made. */
	paths?: WizardState['paths'];
	messages?: readonly Message[];
	completeness?: Completeness;
};

const remembered = new WeakMap<WizardState['answers'], Derived>();

function derived(state: WizardState): Derived {
	const known = remembered.get(state.answers);
	if (known?.form === state.form) return known;
	const made = {form: state.form, document: filled(state, state.answers)};
	remembered.set(state.answers, made);
	return made;
}

/**
 * The document with those answers. An opened document's own answers are in its text already: only what differs from
 * them is written, so that the rest keeps its bytes.
 *
 * @param how `prove` for what is written to a file
 */
export function filled(
	{form, opened}: Pick<WizardState, 'form' | 'opened'>,
	answers: Answers,
	finish = false,
	how = fill,
): Document {
	if (!opened?.isOwnForm) return how(form, answers, {finish});
	const base = opened.answers;
	const changed = new Map([...answers].filter(([id, answer]) => !sameAnswer(base.get(id), answer)));
	const cleared = [...base.keys()].filter(id => !answers.has(id));
	return {...clear(fill(form, changed), cleared), answers};
}

/** The document as it would be written now, unfinished. */
export function document(state: WizardState): Document {
	return derived(state).document;
}

/** The findings about the document as it is now. */
export function messages(state: WizardState): readonly Message[] {
	const made = derived(state);
	if (!made.messages || made.paths !== state.paths) {
		made.messages = check(made.document, {today: state.context.today, paths: state.paths});
		made.paths = state.paths;
		delete made.completeness;
	}

	return made.messages;
}

/** How complete the document is. */
export function completeness(state: WizardState): Completeness {
	const made = derived(state);
	const found = messages(state);
	made.completeness ??= compute(made.document, found);
	return made.completeness;
}

/** The findings about one field, in words for where the field is named already. */
export function messagesOf(state: WizardState, field: string): readonly Message[] {
	return messages(state)
		.filter(message => message.field === field)
		.map(message => ({...message, reason: message.words ?? message.reason}));
}

/** How far a field is. */
export function stateOf(state: WizardState, field: string): FieldState {
	return fieldState(document(state), field);
}

/** The document's title: what the author gave, nothing while the template's own stands. */
export function title(state: Pick<WizardState, 'form' | 'answers'>): string {
	const id = state.form.titleField;
	if (id === undefined) return state.form.title;
	const answer = state.answers.get(id);
	if (answer?.state !== 'answered') return '';
	// A title that is only a part of its heading is named with the words around it.
	const section = flatten(state.form.sections).find(({fields}) => fields.includes(id));
	return section && fieldById(state.form, id)?.place.at === 'heading'
		? sectionTitle(state, section)
		: lineOf(answer.value);
}

/** What stands in a heading is text of one line. */
function lineOf(value: Value): string {
	return typeof value === 'string' ? value : '';
}

/** Whether a field stands in a part that the document has not: its first answer puts the part there. */
export function isAbsent({form, answers}: WizardState, field: string): boolean {
	return (form.additions ?? []).some(
		({ids}) => ids.includes(field) && !ids.some(id => answers.has(id) && answers.get(id)?.state !== 'left-out'),
	);
}

export type OutlineRow = {
	readonly id: string;
	readonly title: string;
	/** How deep to indent, from 0. */
	readonly depth: number;
	/** Undefined where there is nothing to fill in. */
	readonly state?: SectionState;
	/** Required answers given and asked for, subsections included; where none is required, those that it has begun. */
	readonly answered: number;
	readonly total: number;
	readonly isFocused: boolean;
	/** What the author said of it: of a section, that all that is open there is put off, or all of it kept. */
	readonly mark?: 'deferred' | 'kept';
	/** How much in it, subsections included, comes from the template and was neither kept, nor changed, nor removed. */
	readonly toLookAt?: number;
	/** True where the template has the section and the document has not. */
	readonly isMissing?: true;
	/** The first field below it; undefined where there is none. */
	readonly field?: string;
};

/** The outline: every section with its state, the one in hand marked. */
export function outline(state: WizardState): readonly OutlineRow[] {
	const {sections: shares} = completeness(state);
	const held = fieldInHand(state).section;
	const rows: OutlineRow[] = [];
	const markOf = sectionMarks(state);
	const unseen = Map.groupBy(
		everyField(state.form).filter(({id}) => isToLookAt(state, id)),
		({section}) => section,
	);
	const missing = new Set(document(state).missing);
	const base = Math.min(
		...flatten(state.form.sections)
			.filter(({level}) => level > 0)
			.map(({level}) => level),
		6,
	);
	for (const section of flatten(state.form.sections)) {
		const field = firstField(state.form, section);
		if (field === undefined && (section.level === 0 || isRepeatNote(state, section))) continue;
		const share = shares.get(section.id);
		const mark = markOf(section);
		const toLookAt = flatten([section]).reduce((sum, {id}) => sum + (unseen.get(id)?.length ?? 0), 0);
		const counted = share && (share.required.total > 0 ? share.required : share.all);
		rows.push({
			id: section.id,
			title: sectionTitle(state, section),
			depth: Math.max(0, section.level - base),
			answered: counted?.answered ?? 0,
			total: counted?.total ?? 0,
			isFocused: section.id === held,
			...(mark ? {mark} : {}),
			...(toLookAt > 0 ? {toLookAt} : {}),
			...(missing.has(section.id) ? {isMissing: true} : {}),
			...(field === undefined
				? {}
				: {
						field,
						state: state.answers.has(section.id)
							? 'not-applicable'
							: (share?.state ?? (section.fields.length > 0 ? 'empty' : 'done')),
					}),
		});
	}

	return rows;
}

/** What the author's marks come to in a section, its subsections included. */
function sectionMarks(state: WizardState): (section: Section) => OutlineRow['mark'] {
	const {deferred, kept} = state;
	if (deferred.size + kept.size === 0) return () => undefined;
	const open = new Set(deferred.size > 0 ? openFields(state) : []);
	const bySection = Map.groupBy(everyField(state.form), ({section}) => section);
	return section => {
		const ids = flatten([section]).flatMap(each => bySection.get(each.id)?.map(({id}) => id) ?? []);
		const left = ids.filter(id => open.has(id));
		if (left.length > 0) return left.every(id => deferred.has(id)) ? 'deferred' : undefined;
		return ids.length > 0 && ids.every(id => kept.has(id)) ? 'kept' : undefined;
	};
}

/** Answers given and asked for. */
export type Count = {readonly answered: number; readonly total: number};

/**
 * How far the section in hand is, its subsections included; of one that holds the whole document, such as the title's,
 * its own fields alone.
 */
export function countsInHand(state: WizardState): {readonly required: Count; readonly all: Count} {
	const {all, sections} = completeness(state);
	const {section} = fieldInHand(state);
	const shares = sections.get(section);
	if (shares && shares.all.total < all.total) return shares;
	const own = [...standingOf(document(state)).fields.values()].filter(({field}) => field.section === section);
	const count = (entries: typeof own): Count => ({
		answered: entries.filter(({answered}) => answered).length,
		total: entries.length,
	});
	return {required: count(own.filter(({counts}) => counts)), all: count(own.filter(({applies}) => applies))};
}

/**
 * What a section is called on the screen: its heading with the blanks in it filled and without its requirement, which
 * a glyph and a word say better.
 */
export function sectionTitle({form, answers}: Pick<WizardState, 'form' | 'answers'>, section: Section): string {
	if (section.level === 0) return 'Header';
	let title = withoutMarkers(form, section);
	for (const id of section.fields) {
		const field = fieldById(form, id);
		const answer = answers.get(id);
		if (field?.place.at !== 'heading' || answer?.state !== 'answered') continue;
		title = title.replace(field.placeholder, () => lineOf(answer.value));
	}

	return title.replaceAll(/\*\*|`/g, '').trim() || section.title;
}

/** True for a section that only says that the one before it may be repeated. */
function isRepeatNote({form}: WizardState, {range}: Section): boolean {
	return form.guidance.some(
		note => note.role === 'repeat-note' && note.range.from <= range.from && range.to <= note.range.to,
	);
}

const headings = new WeakMap<Section, string>();

/** A section's heading without its requirement; made once, for every title is asked for at every key. */
function withoutMarkers({guidance, source}: Form, section: Section): string {
	let heading = headings.get(section);
	if (heading === undefined) {
		heading = guidance
			.filter(
				({role, section: id, range}) => role === 'marker' && id === section.id && range.to <= section.headingRange.to,
			)
			.reduce((text, {range}) => text.replace(source.slice(range.from, range.to), ''), section.heading);
		headings.set(section, heading);
	}

	return heading;
}

/** The first field below a section, its subsections and its boilerplate included; undefined where there is none. */
export function firstField(form: Form, section: Section): string | undefined {
	const first = firstFields(form);
	return flatten([section])
		.map(({id}) => first.get(id))
		.find(id => id !== undefined);
}

const firsts = new WeakMap<Form, ReadonlyMap<string, string>>();

/** The first field of each section that has any. */
function firstFields(form: Form): ReadonlyMap<string, string> {
	let known = firsts.get(form);
	if (!known) {
		// Of several the first is set last.
		known = new Map(
			everyField(form)
				.toReversed()
				.map(({id, section}) => [section, id]),
		);
		firsts.set(form, known);
	}

	return known;
}

/** Whether something comes from the template, may stand as it is, and the author has not said what becomes of it. */
export function isToLookAt({form, answers, kept}: WizardState, id: string): boolean {
	return !answers.has(id) && !kept.has(id) && fieldById(form, id)?.prefilled === true;
}

/** Ids of the sections that a walk comes through, in its order; the header counts by these. */
export function visitedSections(state: WizardState): readonly string[] {
	return [...new Set(walk(state).map(id => fieldById(state.form, id)?.section ?? ''))];
}

/** Where the author is: the titles down to the section in hand, and which of how many sections with fields it is. */
export function position(state: WizardState): {
	readonly path: readonly string[];
	readonly section: number;
	readonly sections: number;
} {
	const held = fieldInHand(state).section;
	const visited = visitedSections(state);
	const path = pathTo(state.form.sections, held).filter(
		(section, index, all) => section.level !== 1 || all.length === 1 || index > 0,
	);
	return {
		path: path.map(each => sectionTitle(state, each)),
		section: visited.indexOf(held) + 1,
		sections: visited.length,
	};
}

/** Ids of the fields that count and have no valid answer, in document order: just what completeness counts as open. */
export function openFields(state: WizardState): readonly string[] {
	return [...standingOf(document(state)).fields.values()]
		.filter(({counts, answered}) => counts && !answered)
		.map(({field}) => field.id);
}
