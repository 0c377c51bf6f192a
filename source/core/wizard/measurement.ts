/**
 * What is worked out of a document, made in one place and taken over in another: a thread beside the keys works it out, and
 * here everything that is asked for is known as if it had been worked out here. A form is not handed back: whoever asked
 * has it.
 */

import {adoptFindings, findingsAlready, type Findings, type Message} from '../checks/index.ts';
import {adoptFault, faultIn} from '../form/index.ts';
import type {Answer, Document, Form} from '../form/types.ts';
import type {Problem} from '../problem.ts';
import {fieldById} from './answers.ts';
import {adoptCompleted, completedAlready, documentToWrite, leftOpen, type Completed} from './completed.ts';
import {isLong, type Measurable} from './measurable.ts';
import {adoptDerived, derivedAlready, document, factsOf, messages} from './select.ts';
import {adoptProven, leftOutByFinishing, provenAlready, refused} from './written.ts';

type Bare = Omit<Document, 'form'>;

/** Plain data, in which one document that is several of these is the same object. */
export type Measurement = {
	readonly document: Bare;
	readonly messages: readonly Message[];
	readonly completed: Omit<Completed, 'documents'> & {readonly documents: ReadonlyMap<boolean, Bare>};
	readonly written: Bare;
	readonly findings: readonly (readonly [Bare, Findings])[];
	readonly proven: ReadonlyMap<boolean, Bare>;
	/** What was found wrong, or not, with long answers as they stand in the document. */
	readonly faults: readonly (readonly [field: string, answer: Answer, fault: Problem | undefined])[];
};

/** For what a document is measured: to be shown, or to be written, for which it is read once more as a whole. */
export type Purpose = 'show' | 'write';

/** Whether all is known already that is needed to show a document, or to write it. */
export function isMeasured(state: Measurable, purpose: Purpose = 'show'): boolean {
	const completed = completedAlready(state);
	if (!derivedAlready(state) || completed?.open === undefined) return false;
	return purpose === 'show' || provenAlready(state).has(completed.open.length === 0);
}

/** Works out a document; only of a state whose form is its document's can it be handed on. */
export function measure(state: Measurable, purpose: Purpose): Measurement {
	const shown = document(state);
	const found = messages(state);
	const written = documentToWrite(state);
	const isComplete = leftOpen(state).length === 0;
	if (purpose === 'write') {
		refused(state, false);
		if (isComplete) {
			refused(state, true);
			leftOutByFinishing(state);
		}
	}

	const {documents: filled, answers, open, finished} = completedAlready(state)!;
	const proven = provenAlready(state);
	const known = new Map<Document, Bare>();
	const bare = (one: Document): Bare => {
		const {form: _, ...rest} = one;
		const made = known.get(one) ?? rest;
		known.set(one, made);
		return made;
	};

	const facts = factsOf(state);
	const documents = [shown, written, ...filled.values(), ...proven.values()];
	return {
		document: bare(shown),
		messages: found,
		completed: {
			documents: mapped(filled, bare),
			...(answers === undefined || answers === state.answers ? {} : {answers}),
			...(open ? {open} : {}),
			...(finished ? {finished} : {}),
		},
		written: bare(written),
		findings: [...new Set(documents)].flatMap(one => {
			const findings = findingsAlready(one, facts);
			return findings ? [[bare(one), findings] as const] : [];
		}),
		proven: mapped(proven, bare),
		faults: [...new Map(documents.flatMap(one => [...one.answers].map(([id, answer]) => [answer, id] as const)))]
			.filter(([answer]) => isLong(answer))
			.flatMap(([answer, id]) => {
				const field = fieldById(state.form, id);
				return field ? [[id, answer, faultIn(field, answer)] as const] : [];
			}),
	};
}

/** Takes over what was worked out for a state like that one. */
export function adopt(state: Measurable, made: Measurement): void {
	const {form} = state;
	const known = new Map<Bare, Document>();
	const whole = (one: Bare): Document => {
		const document = known.get(one) ?? withForm(one, form);
		known.set(one, document);
		return document;
	};

	adoptDerived(state, {document: whole(made.document), messages: made.messages});
	const {documents, answers = state.answers, ...completed} = made.completed;
	adoptCompleted(state, {...completed, answers, documents: mapped(documents, whole)}, whole(made.written));
	const facts = factsOf(state);
	for (const [one, findings] of made.findings) adoptFindings(whole(one), facts, findings);
	adoptProven(state, mapped(made.proven, whole));
	for (const [id, answer, fault] of made.faults) adoptFault(fieldById(form, id)!, answer, fault);
}

function withForm(one: Bare, form: Form): Document {
	return {...one, form};
}

function mapped<From, To>(map: ReadonlyMap<boolean, From>, change: (one: From) => To): Map<boolean, To> {
	return new Map([...map].map(([finish, one]) => [finish, change(one)]));
}

/** What changed between two states, to be sent to whoever has the first. */
export type Change = {
	/** Of the parts besides the answers, those that are others now. */
	readonly parts: Partial<Omit<Measurable, 'answers'>>;
	/** The answers in their order; those that are the same without what they say. */
	readonly answers: readonly (readonly [id: string, answer: Answer] | readonly [id: string])[];
};

const partNames = ['form', 'opened', 'context', 'paths', 'template'] as const;

/** What to tell whoever has `before`, or nothing yet, for it to have `after`. */
export function changeBetween(before: Measurable | undefined, after: Measurable): Change {
	const changed = partNames.filter(name => before?.[name] !== after[name]);
	return {
		parts: Object.fromEntries(changed.map(name => [name, after[name]])),
		answers: [...after.answers].map(([id, answer]) =>
			before?.answers.get(id) === answer ? ([id] as const) : ([id, answer] as const),
		),
	};
}

/** The state that a change leads to. */
export function withChange(before: Measurable | undefined, {parts, answers}: Change): Measurable {
	const {opened, ...rest} = {...before, ...parts} as Measurable;
	return {
		...rest,
		...(opened ? {opened} : {}),
		answers: new Map(answers.map(([id, answer]) => [id, answer ?? before!.answers.get(id)!])),
	};
}
