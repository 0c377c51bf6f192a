/**
 * A document brought to a newer version of its template. What the newer version has more is put in, blank; what it says
 * otherwise is said so where the older one's words still stand; everything of the author's stays, byte for byte.
 */

import {asMany, eolOf, fill, readings, recognise, sameAnswer, withAdditions, type Recognised} from '../form/index.ts';
import type {Answer, Answers, Form} from '../form/types.ts';
import {changesBetween} from '../text/index.ts';
import {carriedOver, counterparts, retiredFields, type Counterparts} from './counterparts.ts';
import {addedBetween, retiredSections, sectionOf, type Named} from './named.ts';
import {sideOf, type Side} from './side.ts';
import {withNewItems} from './new-items.ts';
import {newWording, type Edit} from './wording.ts';

export type Updated = {
	readonly text: string;
	/** Sections and fields that are there now and were not before. */
	readonly added: readonly Named[];
	/** How many places follow the newer version's wording. */
	readonly reworded: number;
	/** Sections, and fields with an answer, that the newer version has no more; they stay. */
	readonly retired: readonly Named[];
};

/**
 * Updates a document.
 *
 * @param text the document; the comment that names its template is left as it is
 * @param newer the template's newer version
 * @param older the version that the document was written from; where it is not known, things are added and nothing is
 * replaced, and what is optional and not there counts as left out
 */
export function update(text: string, newer: Form, older: Form | undefined): Updated {
	const before = recognise(newer, text);
	const beside = older && counterparts(text, older, newer);
	const reworded = beside ? withNewWording(text, before, newer, beside) : {text, count: 0};
	const items = beside ? withNewItems(reworded.text, newer, beside) : {text, added: []};
	const plain = items.text === text ? before : recognise(newer, items.text);
	const known = beside && new Set([...beside.fields.values(), ...beside.sections.values()]);
	const missing = new Set(plain.document.missing);
	const {answers} = plain.document;
	const whole = withAdditions(newer, plain, {evenWithoutFields: true}, ({section, ids}) => {
		if (known) return section ? !known.has(section.id) : ids.every(id => !known.has(id));
		return section ? missing.has(section.id) : ids.some(id => answers.get(id)?.state !== 'left-out');
	});
	return {
		text: whole.recognised.document.source,
		added: [...addedBetween(before, whole.recognised, known ?? new Set()), ...items.added],
		reworded: reworded.count,
		retired: beside ? [...retiredSections(beside), ...retiredFieldsNamed(beside)] : [],
	};
}

function retiredFieldsNamed(beside: Counterparts): readonly Named[] {
	const {sections} = beside.seen.plan;
	return retiredFields(beside).map(({label, section}) => ({
		what: 'field',
		name: label,
		...sectionOf(sections.get(section)),
	}));
}

/** The document with the newer version's wording where the older one's stands. */
function withNewWording(
	text: string,
	before: Recognised,
	newer: Form,
	beside: Counterparts,
): {readonly text: string; readonly count: number} {
	const {seen} = beside;
	const {answers} = seen.document;
	const carried = carriedOver(answers, beside);
	const written = closest(text, beside, answers);
	const target = fill(beside.newer, carried, written.options);
	const ideal = recognise(beside.newer, target.source);
	const back = new Map([...beside.sections, ...beside.fields].map(([id, there]) => [there, id]));
	const both = (id: string): string | undefined => (isShared(beside, id) ? id : undefined);
	const edits = newWording({
		older: written.side,
		newer: sideOf(target, ideal, id => back.get(id)),
		document: sideOf(seen.document, seen, both),
		sections: beside.sections,
		retired: new Set(retiredFields(beside).map(({id}) => id)),
	});
	const eol = eolOf(text);
	const isSame = keepsAnswers(before, ideal.document.answers, carried, beside.older.source);
	const made = asMany(edits, readings(text), some => {
		const changed = edited(text, some, eol);
		if (!isSame(recognise(newer, changed).document.answers)) return undefined;
		// What is new is told by its name.
		return {text: changed, count: some.filter(({isAddition}) => !isAddition).length};
	});
	return made ?? {text, count: 0};
}

type Written = {readonly options: {readonly finish?: boolean}; readonly side: Side; readonly apart: number};

/** Whether both versions have a field or section of the older one. */
function isShared({fields, sections}: Counterparts, id: string): boolean {
	return fields.has(id) || sections.has(id);
}

/** The older version with the document's answers, as it was written or finished: whichever is more like the document. */
function closest(text: string, beside: Counterparts, answers: Answers): Written {
	const own = text.split(/\r\n|\n|\r/);
	const [first, ...others] = [{}, {finish: true}].map((options): Written => {
		const document = fill(beside.older, answers, options);
		const changes = changesBetween(document.source.split(/\r\n|\n|\r/), own);
		const apart = changes?.reduce((sum, {from, to, lines}) => sum + to - from + lines.length, 0);
		const side = sideOf(document, recognise(beside.older, document.source), id =>
			isShared(beside, id) ? id : undefined,
		);
		return {options, side, apart: apart ?? Number.POSITIVE_INFINITY};
	});
	return others.reduce((best, one) => (one.apart < best.apart ? one : best), first!);
}

/** Whether a changed document says what it said: each answer at its field, and nothing as an answer that was none. */
function keepsAnswers(
	before: Recognised,
	ideal: Answers,
	carried: Answers,
	older: string,
): (after: Answers) => boolean {
	const isAnswered = (answer: Answer | undefined): boolean => (answer?.state ?? 'left-out') !== 'left-out';
	const {answers, spans, source} = before.document;
	/** What the author wrote for a field that the older version did not have. */
	const isAuthors = (id: string): boolean => {
		const span = spans.get(id);
		return span !== undefined && !older.includes(source.slice(span.from, span.to).trim());
	};
	const known = [...answers].filter(([id, answer]) => isAnswered(answer) && (carried.has(id) || isAuthors(id)));
	return after =>
		known.every(([id, answer]) => sameAnswer(after.get(id), answer) || sameAnswer(after.get(id), ideal.get(id))) &&
		known.every(([id]) => after.has(id)) &&
		[...after].every(
			([id, answer]) => !isAnswered(answer) || sameAnswer(answer, answers.get(id)) || sameAnswer(answer, ideal.get(id)),
		);
}

/** A text with some of its lines as others. */
function edited(text: string, edits: readonly Edit[], eol: string): string {
	let made = '';
	let at = 0;
	for (const {from, to, lines} of edits) {
		made += text.slice(at, from);
		const isEnded = /[\r\n]$/.test(text.slice(from, to));
		if (lines.length > 0 && made !== '' && !/[\r\n]$/.test(made)) made += eol;
		// A last line without an end stays without.
		const isLast = to === text.length && !isEnded;
		made += lines.join(eol) + (lines.length > 0 && !isLast ? eol : '');
		at = to;
	}

	return made + text.slice(at);
}
