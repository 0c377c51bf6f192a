/**
 * How each field of a document stands: is it answered, does it apply, does it count. Rules and completeness both read
 * this, so that a finding and a percentage can't disagree.
 */

import {fieldState, isOptional, isRequired, spared} from '../form/index.ts';
import type {Answer, Document, Field, FieldState, Guidance, Section} from '../form/types.ts';
import {lineage, outlineOf, type OutlineRow} from './outline.ts';

export type FieldStanding = {
	readonly field: Field;
	readonly row?: OutlineRow;
	readonly state: FieldState;
	/** Has a valid value, or is not applicable with the reason that is due. */
	readonly answered: boolean;
	/** Belongs to what the document has to say: in the denominator of "all". */
	readonly applies: boolean;
	/** In the denominator of "required". */
	readonly counts: boolean;
};

export type Standing = {
	readonly fields: ReadonlyMap<string, FieldStanding>;
	/** Sections in which, or below which, the author has entered something. */
	readonly touched: ReadonlySet<string>;
	/** Required sections that the document should have and has not: the topmost of each branch. */
	readonly missing: readonly OutlineRow[];
	/** Sections marked not applicable as a whole. */
	readonly notApplicable: ReadonlySet<string>;
	/** Sections that don't stand in the document and need not. */
	readonly leftOut: ReadonlySet<string>;
	/** Guidance, samples and notes that speak to the author and still stand; markers and hints are not among them. */
	readonly leftovers: readonly Guidance[];
	/** Unanswered fields that don't count and whose placeholder still stands. */
	readonly openBlanks: readonly FieldStanding[];
};

const standings = new WeakMap<Document, Standing>();

/** The standing of every field; computed once a document, in time linear in its fields and sections. */
export function standingOf(document: Document): Standing {
	const known = standings.get(document);
	if (known) return known;
	const standing = compute(document);
	standings.set(document, standing);
	return standing;
}

const ownForms = new WeakMap<Document, boolean>();

/**
 * True when no template is known: the form was read from the text itself, so that most of what is answered stands in
 * the form already. Against a template an answer is what differs from its text.
 */
export function isOwnForm(document: Document): boolean {
	const known = ownForms.get(document);
	if (known !== undefined) return known;
	const {form, source, answers, spans} = document;
	if (form.bound) return false;
	let answered = 0;
	let same = 0;
	for (const {id, range} of form.fields) {
		const span = spans.get(id);
		if (answers.get(id)?.state !== 'answered' || !span) continue;
		answered++;
		if (source.slice(span.from, span.to) === form.source.slice(range.from, range.to)) same++;
	}
	const isOwn = answered > 0 ? same * 2 > answered : form.fields.length === 0 && form.source === source;
	ownForms.set(document, isOwn);
	return isOwn;
}

type Fate =
	| {readonly type: 'not-applicable'; readonly answer: Answer}
	/** `mayGo` where nothing is lost without it: it is optional, or another of its repeat is there. */
	| {readonly type: 'absent'; readonly root: OutlineRow; readonly mayGo: boolean};

function compute(document: Document): Standing {
	const {rows, byId} = outlineOf(document.form);
	const absent = new Set(document.missing);
	const spare = spared(document.form, id => absent.has(id) || document.answers.get(id)?.state === 'left-out');
	const fates = new Map<OutlineRow, Fate>();
	const missing: OutlineRow[] = [];
	const notApplicable = new Set<string>();
	const leftOut = new Set<string>();
	for (const row of rows) {
		const fate = (row.parent && fates.get(row.parent)) ?? ownFate(row, document, absent, spare);
		if (!fate) continue;
		fates.set(row, fate);
		if (fate.type === 'not-applicable') notApplicable.add(row.section.id);
		else if (fate.mayGo) leftOut.add(row.section.id);
		else if (fate.root === row && asks(row.section)) missing.push(row);
	}

	const touched = new Set<string>();
	const entered = document.form.fields.map(field => {
		const row = byId.get(field.section);
		const entry = enter(document, field, row, row && fates.get(row));
		if (isTouched(entry.state)) for (const above of lineage(row)) touched.add(above.section.id);
		return {field, ...(row ? {row} : {}), ...entry};
	});

	const fields = new Map<string, FieldStanding>();
	const openBlanks: FieldStanding[] = [];
	for (const entry of entered) {
		const applies = doesApply(entry.field, entry.row, entry.state, touched);
		const standing = {...entry, applies, counts: applies && isRequired(entry.field.requirement)};
		fields.set(entry.field.id, standing);
		if (entry.state === 'empty' && !standing.counts && textAt(document, entry.field.id).trim() !== '')
			openBlanks.push(standing);
	}
	return {
		fields,
		touched,
		missing,
		notApplicable,
		leftOut,
		leftovers: document.leftovers.filter(left => lingers(left, document)),
		openBlanks,
	};
}

/** True where the section, or one below it, has a field. One without only says "as above" and goes when it has served. */
function asks(section: Section): boolean {
	return section.fields.length > 0 || section.sections.some(asks);
}

function ownFate(
	row: OutlineRow,
	document: Document,
	absent: ReadonlySet<string>,
	spare: ReadonlySet<string>,
): Fate | undefined {
	const answer = document.answers.get(row.section.id);
	if (answer?.state === 'not-applicable') return {type: 'not-applicable', answer};
	if (answer?.state === 'left-out' || absent.has(row.section.id))
		return {type: 'absent', root: row, mayGo: !isRequired(row.requirement) || spare.has(row.section.id)};
	return undefined;
}

function enter(
	document: Document,
	field: Field,
	row: OutlineRow | undefined,
	fate: Fate | undefined,
): {readonly state: FieldState; readonly answered: boolean} {
	if (fate?.type === 'absent') return {state: fate.mayGo ? 'left-out' : 'empty', answered: false};
	const answer = fate?.answer ?? document.answers.get(field.id);
	const state = fate ? 'not-applicable' : fieldState(document, field.id);
	// What is required can't be left out: it is open, also where its line has gone.
	if (state === 'left-out' && isRequired(field.requirement)) return {state: 'empty', answered: false};
	if (state !== 'not-applicable') return {state, answered: state === 'answered'};
	const reason = answer?.state === 'not-applicable' ? answer.reason.trim() : '';
	return {state, answered: reason !== '' || !reasonExpected(field, row)};
}

/**
 * A reason is due where the template says so, and for every required field whose placeholder doesn't itself offer
 * "N/A" as an answer: a required answer is not escaped by three letters.
 */
function reasonExpected(field: Field, row: OutlineRow | undefined): boolean {
	if (field.reasonForNotApplicable || row?.reasonDue) return true;
	return isRequired(field.requirement) && !/\bn\/a\b/i.test([field.placeholder, ...field.options].join(' '));
}

function isTouched(state: FieldState): boolean {
	return state === 'answered' || state === 'partial' || state === 'not-applicable';
}

/**
 * An optional field applies once the author has touched it, and nothing in an untouched optional section applies.
 * Counting an optional section's other fields at its first answer would make that answer lower the number.
 */
function doesApply(
	field: Field,
	row: OutlineRow | undefined,
	state: FieldState,
	touched: ReadonlySet<string>,
): boolean {
	if (state === 'prefilled' || state === 'left-out') return false;
	if (isOptional(field.requirement)) return isTouched(state);
	for (const above of lineage(row)) if (isOptional(above.requirement) && !touched.has(above.section.id)) return false;
	return true;
}

/**
 * True where what stands is really the author's to remove. With the template known that is all of its guidance. A
 * finished document may quote, and may comment, so that without its template only an instruction in a comment or in
 * brackets counts.
 */
function lingers(left: Guidance, document: Document): boolean {
	if (left.role === 'marker' || left.role === 'hint') return false;
	if (!isOwnForm(document)) return true;
	const text = document.source.slice(left.range.from, left.range.to).trim();
	// What begins with a link is the author's.
	return /^(?:<!--|\[[^\]]*\](?![([:]))/.test(text) && instructions.some(pattern => pattern.test(left.text));
}

/**
 * How one tells another what to write: by a verb at the head of a sentence or a line, by a word that speaks to
 * somebody, and by a question. What an author has taken out by a comment has such verbs inside of its sentences.
 */
const instructions = [
	/(?:^|[.!?:;]["”)]*\s+|\n)[ \t]*(?:[-*][ \t]+)?[*_]*(?:add|ask|check|consider|delete|describe|enter|explain|fill|focus|give|include|insert|keep|list|look|mention|note:|pick|provide|remove|replace|say|specify|state|summari[sz]e|tell|think|try|use|write)(?![\p{L}\p{N}-])/iu,
	/\b(?:please|should|you|your|optional|required|in mind)\b/i,
	/\b(?:describe|explain)\s+(?:any|how|the|what|which|why)\b/i,
	/\p{L}(?:\s{1,9}[^\s.!?]{1,60}){2,30}\s{0,9}\?/u,
];

/** The text that stands at a field, empty where it has no place in the document. */
export function textAt(document: Document, fieldId: string): string {
	const span = document.spans.get(fieldId);
	return span ? document.source.slice(span.from, span.to) : '';
}
