/** The document as writing completes it: with what follows from the answers filled in, and the boxes of its gate computed. */

import {gatheredAnswers, gateEdits, gateOf, standingOf, withEdits, type GateBox} from '../checks/index.ts';
import {sameAnswer} from '../form/index.ts';
import type {Answers, Document, Range} from '../form/types.ts';
import {derived} from './derived.ts';
import type {Measurable} from './measurable.ts';
import {document, factsOf, filled, isCompleted} from './select.ts';
import type {WizardState} from './types.ts';

/** What is worked out for one set of answers. */
export type Completed = {
	answers?: Answers;
	open?: readonly string[];
	/** The answers of the finished document. */
	finished?: Answers;
	readonly documents: Map<boolean, Document>;
};

/** The same, with of what else it is. */
type Known = Completed & {readonly of: readonly unknown[]};

const known = new WeakMap<Answers, Known>();

function knownOf(state: Measurable): Known {
	let found = completedAlready(state);
	if (!found) {
		found = {of: partsOf(state), documents: new Map()};
		known.set(state.answers, found);
	}

	return found;
}

function partsOf({form, context, opened, paths}: Measurable): readonly unknown[] {
	return [form, context, opened, paths];
}

/** What is known already; undefined where nothing is, or of something else. */
export function completedAlready(state: Measurable): Known | undefined {
	const found = known.get(state.answers);
	const of = partsOf(state);
	return found?.of.every((one, index) => one === of[index]) ? found : undefined;
}

/** Takes over what was worked out elsewhere, and the document as it would be written. */
export function adoptCompleted(state: Measurable, made: Completed, written: Document): void {
	known.set(state.answers, {...made, of: partsOf(state)});
	const asItIs = made.documents.get(false);
	if (asItIs) asWritten.set(asItIs, written);
}

/**
 * The answers with those that writing gives: dates, totals, names of blocks, and what is gathered from the paragraphs. As
 * they are where nothing is filled in by itself.
 */
export function completedAnswers(state: Measurable): Answers {
	const made = knownOf(state);
	made.answers ??= isCompleted(state) ? completed(state, made) : state.answers;
	return made.answers;
}

function completed(state: Measurable, {documents}: Known): Answers {
	const {form, answers, context, opened} = state;
	const given = derived(form, answers, {today: context.today, opened: opened?.answers, own: context.checks?.words});
	const isSame = given.size === answers.size && [...given].every(([id, answer]) => sameAnswer(answers.get(id), answer));
	// What was filled, and looked at, for the screen need not be once more.
	const before = isSame ? document(state) : filled(state, given);
	const more = gatheredAnswers(before);
	if (more.size > 0) return new Map([...given, ...more]);
	documents.set(false, before);
	return isSame ? answers : given;
}

/** The answers of the document when it is finished: what is optional and untouched is left out of it. */
export function finishedAnswers(state: Measurable): Answers {
	const made = knownOf(state);
	made.finished ??= filled(state, completedAnswers(state), true).answers;
	return made.finished;
}

/** The document with the completed answers, finished or as it is, its boxes as they were left. Not read back. */
function completedDocument(state: Measurable, finish: boolean): Document {
	const {documents} = knownOf(state);
	const answers = completedAnswers(state);
	const known = documents.get(finish);
	if (known) return known;
	const made = filled(state, answers, finish);
	const asItIs = documents.get(false);
	// Where finishing leaves nothing out, what was found in the one holds for the other.
	const document = finish && asItIs?.source === made.source ? asItIs : made;
	documents.set(finish, document);
	return document;
}

const asWritten = new WeakMap<Document, Document>();

/**
 * The document as writing it now would leave it, unfinished: with the dates, totals and boxes that follow from the rest. Where
 * nothing is filled in by itself, the document as it is.
 */
export function documentToWrite(state: Measurable): Document {
	if (!isCompleted(state)) return document(state);
	const made = completedDocument(state, false);
	const known = asWritten.get(made);
	if (known) return known;
	const source = withGate(state, made);
	// A box is as long ticked as it is unticked: what stands where stays the same.
	const written = source === made.source || source.length !== made.source.length ? made : {...made, source};
	asWritten.set(made, written);
	return written;
}

/** Where a place of the document stands in the one that would be written: moved with what is filled in before it. */
export function placeToWrite(state: WizardState, {from, to}: Range): Range {
	const written = documentToWrite(state);
	const before = document(state);
	if (written.source === before.source) return {from, to};
	let nearest = 0;
	let by = 0;
	for (const [id, span] of before.spans) {
		const now = written.spans.get(id);
		if (!now || span.to > from || span.to < nearest) continue;
		nearest = span.to;
		by = now.to - span.to;
	}

	return {from: from + by, to: to + by};
}

/** A document's text with its gate's boxes as they follow from it, where it is one that is completed. */
export function withGate(state: Measurable, document: Document): string {
	return isCompleted(state) ? withEdits(document.source, gateEdits(document, factsOf(state))) : document.source;
}

/** Whether a box is ticked when the document is written. */
export function isTickedByWriting({verdict, isTicked}: GateBox): boolean {
	return verdict === 'attested' ? isTicked : verdict === 'met';
}

/** The boxes of the document's gate as they follow from it when it is written now: finished where nothing is open. */
export function completedGate(state: WizardState): readonly GateBox[] {
	return gateOf(completedDocument(state, leftOpen(state).length === 0), factsOf(state));
}

/** Those of the required fields that are open in the file when it is written now. */
export function leftOpen(state: Measurable): readonly string[] {
	const made = knownOf(state);
	made.open ??= openWhenWritten(state);
	return made.open;
}

function openWhenWritten(state: Measurable): readonly string[] {
	const asItIs = openIn(state, false);
	if (asItIs.gates.length === 0 || asItIs.gates.length < asItIs.all.length) return asItIs.all;
	// With all else answered it is finished, which may bear out what a box asks.
	const finished = openIn(state, true).all;
	return asItIs.all.filter(id => finished.includes(id));
}

/** The open fields of the completed document in their order, and which of them are gates. */
function openIn(
	state: Measurable,
	finish: boolean,
): {readonly all: readonly string[]; readonly gates: readonly string[]} {
	const document = completedDocument(state, finish);
	const boxes = isCompleted(state) ? Map.groupBy(gateOf(document, factsOf(state)), ({field}) => field) : new Map();
	const isOpen = (id: string, answered: boolean, isTicks: boolean): boolean => {
		const own = boxes.get(id) as readonly GateBox[] | undefined;
		return own && isTicks ? !own.some(isTickedByWriting) : !answered;
	};
	const all = [...standingOf(document).fields.values()]
		.filter(({field, counts, answered}) => counts && isOpen(field.id, answered, field.fixedItems !== undefined))
		.map(({field}) => field.id);
	return {all, gates: all.filter(id => boxes.has(id))};
}
