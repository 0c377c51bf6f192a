/**
 * Everything that is shown and can be computed: the document, its completeness, what is missing. Each is
 * a function of the state and is remembered for the state's answers, so asking twice costs nothing.
 */

import {check, standingOf, type Facts, type Message} from '../checks/index.ts';
import {completeness as compute, type Completeness} from '../completeness/index.ts';
import {clear, countedHeadings, fieldState, fill, flatten, pathTo, sameAnswer, withMarker} from '../form/index.ts';
import type {Answers, Document, FieldState, Form, Section, Value} from '../form/types.ts';
import {fieldById, fieldInHand} from './answers.ts';
import {visitedSections} from './focus.ts';
import type {Measurable} from './measurable.ts';
import {renewedTotal} from './renewed.ts';
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

function derived(state: Measurable): Derived {
	const known = remembered.get(state.answers);
	if (known?.form === state.form) return known;
	const made = {form: state.form, document: filled(state, state.answers)};
	remembered.set(state.answers, made);
	return made;
}

/** What is known already of a state's document; undefined where that would have to be worked out first. */
export function derivedAlready(state: Measurable): Pick<Required<Derived>, 'document' | 'messages'> | undefined {
	const known = remembered.get(state.answers);
	if (known?.form !== state.form || known.paths !== state.paths || !known.messages) return undefined;
	return {document: known.document, messages: known.messages};
}

/** Takes over what was worked out elsewhere. */
export function adoptDerived(
	{answers, form, paths}: Measurable,
	made: Pick<Required<Derived>, 'document' | 'messages'>,
): void {
	remembered.set(answers, {form, paths, ...made});
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
export function document(state: Measurable): Document {
	return derived(state).document;
}

/** The document's text, where it ends with the comment that names its template: one begun by `new` does. */
export function withOwnMarker({context, template, opened}: Measurable, source: string): string {
	if (!context.begun || !(context.marker || opened)) return source;
	const version = template.version === undefined ? {} : {version: template.version};
	return withMarker(source, {name: template.name, ...version, hash: template.hash});
}

/** True where the document is another than the one that was opened; a new one always is. */
export function isChanged(state: Measurable): boolean {
	const {opened} = state;
	if (!opened) return true;
	const {source} = document(state);
	return source !== opened.source && withOwnMarker(state, source) !== opened.source;
}

/** Whether writing fills in what follows from the rest: who only looks at a document leaves it as it was. */
export function isCompleted(state: Measurable): boolean {
	return state.context.begun && isChanged(state);
}

const known = new WeakMap<WizardState['paths'], {readonly context: WizardState['context']; readonly facts: Facts}>();

/** What checks go by; the same object for the same state of things, so that what they found is remembered. */
export function factsOf({paths, context}: Pick<WizardState, 'paths' | 'context'>): Facts {
	const before = known.get(paths);
	if (before?.context === context) return before.facts;
	const {today, checks} = context;
	const facts = {today, paths, ...(checks ? {own: checks} : {})};
	known.set(paths, {context, facts});
	return facts;
}

/** The findings about the document as it is now. */
export function messages(state: Measurable): readonly Message[] {
	const made = derived(state);
	if (!made.messages || made.paths !== state.paths) {
		made.messages = withoutRenewed(state, check(made.document, factsOf(state)));
		made.paths = state.paths;
		delete made.completeness;
	}

	return made.messages;
}

/**
 * Findings without those that writing settles: about boxes of a gate that are computed, and about totals that are no answer
 * of the author's.
 */
function withoutRenewed(state: Measurable, found: readonly Message[]): readonly Message[] {
	const {form, answers, opened} = state;
	// Who changes nothing writes nothing: what is wrong then stays so.
	if (!isCompleted(state)) return found;
	return found.filter(({ruleId, field}) => {
		if (ruleId === 'quality-gate' || ruleId === 'quality-gate-unticked') return false;
		const total = ruleId === 'total' && opened && field !== undefined ? fieldById(form, field) : undefined;
		return !total || renewedTotal(form, answers, total, opened!.answers) === undefined;
	});
}

/** How complete the document is. */
export function completeness(state: Measurable): Completeness {
	const made = derived(state);
	const found = messages(state);
	made.completeness ??= compute(made.document, found);
	return made.completeness;
}

/** The findings about one field, in words for where the field is named already. */
export function messagesOf(state: WizardState, field: string): readonly Message[] {
	return byField(messages(state)).get(field) ?? [];
}

const sorted = new WeakMap<readonly Message[], ReadonlyMap<string | undefined, readonly Message[]>>();

function byField(found: readonly Message[]): ReadonlyMap<string | undefined, readonly Message[]> {
	const known = sorted.get(found);
	if (known) return known;
	const spoken = found.map(message => ({...message, reason: message.words ?? message.reason}));
	const made = Map.groupBy(spoken, ({field}) => field);
	sorted.set(found, made);
	return made;
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
 * What a section is called on the screen: its heading with the number that it is written with and the blanks in it
 * filled, without its requirement, which a glyph and a word say better.
 */
export function sectionTitle({form, answers}: Pick<WizardState, 'form' | 'answers'>, section: Section): string {
	if (section.level === 0) return 'Header';
	const counted = countedHeadings(form, answers).get(section.id);
	let title = counted === undefined ? usualTitle(form, section) : withoutMarkers(form, section, counted);
	for (const id of section.fields) {
		const field = fieldById(form, id);
		const answer = answers.get(id);
		if (field?.place.at !== 'heading' || answer?.state !== 'answered') continue;
		title = title.replace(field.placeholder, () => lineOf(answer.value));
	}

	return title.replaceAll(/\*\*|`/g, '').trim() || section.title;
}

const headings = new WeakMap<Section, string>();

/** A section's own heading without its requirement; made once, for every title is asked for at every key. */
function usualTitle(form: Form, section: Section): string {
	const known = headings.get(section) ?? withoutMarkers(form, section, section.heading);
	headings.set(section, known);
	return known;
}

function withoutMarkers({guidance, source}: Form, {id, headingRange}: Section, heading: string): string {
	return guidance
		.filter(one => one.role === 'marker' && one.section === id && one.range.to <= headingRange.to)
		.reduce((text, {range}) => text.replace(source.slice(range.from, range.to), ''), heading);
}

/** Whether something comes from the template, may stand as it is, and the author has not said what becomes of it. */
export function isToLookAt({form, answers, kept}: WizardState, id: string): boolean {
	return !answers.has(id) && !kept.has(id) && fieldById(form, id)?.prefilled === true;
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
export function openFields(state: Measurable): readonly string[] {
	return [...standingOf(document(state)).fields.values()]
		.filter(({counts, answered}) => counts && !answered)
		.map(({field}) => field.id);
}
