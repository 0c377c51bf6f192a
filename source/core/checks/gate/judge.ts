/** What follows from a document for the words of a box, and why. */

import {evidenceLabels, takesEvidence} from '../../form/index.ts';
import type {Document} from '../../form/types.ts';
import {evidenceParagraphs} from '../evidence.ts';
import {nameOf} from '../naming.ts';
import {lineage, type OutlineRow} from '../outline.ts';
import {isWaiting, questionsOf} from '../questions.ts';
import {gatherings} from '../roll-up.ts';
import {contentFindings} from '../run.ts';
import {standingOf, type FieldStanding} from '../standing.ts';
import type {Facts, Message, Severities} from '../types.ts';
import {lackOf, withMore} from './lack.ts';
import {claimOf} from './parts.ts';
import type {Judgement} from './types.ts';
import {asksForDeed, subjectOf, type Subject} from './words.ts';

/** A document as its gate sees it: without the gate, whose boxes say nothing of one another. */
type View = {
	readonly document: Document;
	readonly entries: readonly FieldStanding[];
	readonly messages: readonly Message[];
	readonly isOutside: (section: string) => boolean;
};

/** Judges boxes by their words. */
export function judgeOf(
	document: Document,
	gates: readonly FieldStanding[],
	facts: Facts,
	severities: Severities,
): (words: string) => Judgement {
	const own = new Set(gates.map(({field}) => field.id));
	const standing = standingOf(document);
	const sections = new Set(gates.flatMap(({row}) => (row ? [row.section.id] : [])));
	const view: View = {
		document,
		entries: [...standing.fields.values()].filter(({field}) => !own.has(field.id)),
		messages: contentFindings(document, facts, severities).messages.filter(
			({field}) => field === undefined || !own.has(field),
		),
		isOutside: section => sections.has(section),
	};
	const isBegun = view.entries.some(({state, answered}) => answered || state === 'partial');
	return words => (isBegun ? judge(view, words) : {verdict: 'not-met', reason: 'Nothing is written yet.'});
}

/** What a box says of itself, as "(or N/A + reason)", asks for nothing more. */
const aside = /[([][^()[\]]*\bn\/a\b[^()[\]]*[)\]]/giu;

function judge(view: View, words: string): Judgement {
	const text = words.replace(aside, ' ');
	if (/\bn\/a\b\s*(?:[—–:(-]|because)\s*\S/iu.test(text)) return attested('Its author says that it does not apply.');
	const subject = subjectOf(text);
	if (subject === 'clarity') return attested(hints(view));
	if (asksForDeed(text)) return attested('No text shows whether somebody did it.');
	return subject === undefined ? ofParts(view, text) : whole[subject](view, text);
}

function attested(reason: string): Judgement {
	return {verdict: 'attested', reason};
}

function met(reason: string): Judgement {
	return {verdict: 'met', reason};
}

function notMet(reason: string): Judgement {
	return {verdict: 'not-met', reason};
}

/** Not met where there is one of these findings, for the first of them. */
function without(found: readonly Message[], otherwise: string): Judgement {
	const [first] = found;
	return first ? notMet(`${withMore(first.reason, found.length)} (line ${first.place.line})`) : met(otherwise);
}

function told({messages}: View, ...rules: readonly string[]): readonly Message[] {
	return messages.filter(({ruleId}) => rules.includes(ruleId));
}

const whole: Readonly<Record<Exclude<Subject, 'clarity'>, (view: View, text: string) => Judgement>> = {
	evidence(view) {
		const {document, entries} = view;
		if (!evidenceLabels(document.form)) return attested('The template has no label for evidence.');
		const count = evidenceParagraphs(document).length;
		const found = without(
			told(view, 'evidence'),
			`${count} ${count === 1 ? 'paragraph ends' : 'paragraphs end'} with evidence or with a gap.`,
		);
		const open = entries.find(
			({field, counts, answered}) =>
				counts && !answered && field.kind === 'prose' && takesEvidence(document.form, field),
		);
		return open && found.verdict === 'met' ? notMet(`${nameOf(open)} is open.`) : found;
	},
	questions(view, text) {
		if (/(?<!\p{L})(?:owners?|due|dates?)(?!\p{L})/iu.test(text))
			return without(told(view, 'question-owner', 'question-due'), 'Each open question has what its list asks for.');
		const questions = questionsOf(view.document);
		const waiting = questions.filter(isWaiting);
		const [first] = waiting;
		if (first) return notMet(withMore(`The question "${first.name}" waits for its answer.`, waiting.length));
		return met(questions.length === 0 ? 'No question is listed.' : 'No question waits for its answer.');
	},
	placeholders(view) {
		const open = view.entries.filter(({counts, answered}) => counts && !answered);
		const [first] = open;
		if (first) return notMet(withMore(`${nameOf(first)} is open.`, open.length));
		return without(
			told(view, 'placeholder-left', 'guidance-left', 'sample-left', 'to-be-done', 'marker-left'),
			'Nothing of the template is left.',
		);
	},
	reasons: view => without(told(view, 'not-applicable-reason'), 'Whatever does not apply says why.'),
	diagrams(view) {
		const drawn = view.entries.filter(({field, state}) => field.kind === 'code' && state === 'answered');
		const ids = new Set(drawn.map(({field}) => field.id));
		const faults = told(view, 'code-syntax').filter(({field}) => ids.has(field ?? ''));
		return drawn.length === 0 ? notMet('There is no diagram yet.') : without(faults, 'Every diagram can be drawn.');
	},
	links(view) {
		const broken = without(told(view, 'link-format', 'link-target', 'evidence-target'), 'Every link leads somewhere.');
		// Addresses on the web are never fetched.
		return broken.verdict === 'met' && /\bhttps?:\/\//i.test(view.document.source)
			? attested('What the document links to within the project is there; addresses on the web were not tried.')
			: broken;
	},
	inventory: view => without(told(view, 'inventory'), 'Lists and blocks have the same names.'),
	required({entries}) {
		const open = entries.filter(({counts, answered}) => counts && !answered);
		const [first] = open;
		return first
			? notMet(withMore(`${nameOf(first)} is open.`, open.length))
			: met('Everything that is required is answered.');
	},
};

function ofParts({document, messages, isOutside}: View, text: string): Judgement {
	const claim = claimOf(document.form, text, isOutside);
	if (!claim) return attested('What it asks for is nothing that can be looked up here.');
	const {clause, parts} = claim;
	const faults = messages.filter(({severity, ruleId}) => severity === 'error' || ruleId === 'to-be-done');
	const found = parts.map(part => lackOf(document, part, clause, faults));
	const rows = parts.map(({row}) => row);
	const lack = found.find(one => one.lack !== undefined)?.lack ?? notGathered(document, rows);
	if (lack !== undefined) return notMet(lack);
	const unknown = found.find(one => one.unknown !== undefined)?.unknown;
	if (unknown !== undefined) return attested(unknown);
	const names = rows.map(({section}) => `“${section.title}”`).join(', ');
	return met(
		found.every(({exempt}) => exempt) ? `${names}: does not apply, and says why.` : `${names}: nothing is open.`,
	);
}

/** What the lists of evidence and gaps in these sections lack of what the paragraphs say. */
function notGathered(document: Document, rows: readonly OutlineRow[]): string | undefined {
	const found = gatherings(document).find(
		({entry, lacking}) => lacking.length > 0 && lineage(entry.row).some(row => rows.includes(row)),
	);
	return found && withMore(`${nameOf(found.entry)} lacks “${found.lacking[0]}”.`, found.lacking.length);
}

/** For a box that only a person can tick: what may speak against it. */
function hints(view: View): string {
	const found = told(view, 'to-be-done', 'placeholder-left', 'vague-word').map(
		({reason, place: {line}}) => `${reason.replace(/\.$/, '')} (line ${line})`,
	);
	if (found.length === 0) return 'Only a person can say; no vague word was found.';
	const more = found.length > 3 ? ` and ${found.length - 3} more` : '';
	return `Only a person can say. Look at this: ${found.slice(0, 3).join('; ')}${more}.`;
}
