/** Changing answers, the one way to do it: every change counts up the revision that autosave follows. */

import {decode} from '../form/index.ts';
import type {Answer, Field, Form, Value} from '../form/types.ts';
import {inputFor, valueOf} from './input.ts';
import type {Blocks, Step, WizardState} from './types.ts';

/** The field with that id; every focus and every id in state names one that exists. */
export function fieldById(form: Form, id: string): Field {
	const field = index(form).get(id) ?? form.fields[0];
	if (!field) throw new RangeError('A form without fields has no field in hand.');
	return field;
}

const indexes = new WeakMap<Form, ReadonlyMap<string, Field>>();

function index(form: Form): ReadonlyMap<string, Field> {
	let found = indexes.get(form);
	if (!found) {
		found = new Map(form.fields.map(field => [field.id, field]));
		indexes.set(form, found);
	}

	return found;
}

/** True where the form has a field of that id. */
export function hasField(form: Form, id: string): boolean {
	return index(form).has(id);
}

/** The part of a state that says what stands at a field. */
export type Standing = Pick<WizardState, 'form' | 'answers' | 'opened'>;

/**
 * What stands at a field without the author having done anything: what the opened document said where the form is its
 * own, else what the template brings.
 */
function standingValue({form, opened}: Standing, field: Field): Value | undefined {
	if (opened?.isOwnForm) {
		const own = opened.answers.get(field.id);
		return own?.state === 'answered' ? own.value : undefined;
	}

	return field.prefilled ? decode(field, form.source.slice(field.range.from, field.range.to)) : undefined;
}

/** The input for a field, made from what is answered, else from what its template brings; a cleared one is empty. */
export function inputOf(state: Standing, field: Field): WizardState['input'] {
	const answer = state.answers.get(field.id);
	if (answer?.state === 'answered') return inputFor(field, answer.value);
	return inputFor(field, state.opened?.isOwnForm ? undefined : standingValue(state, field));
}

/** What a field says when the author takes their answer back: what the opened document said, else nothing of theirs. */
export function originalAnswer({opened}: Standing, id: string): Answer | undefined {
	return opened?.isOwnForm ? opened.answers.get(id) : undefined;
}

/** True for answers with the same content. */
export function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
	return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** State with one answer set, or taken back where `answer` is undefined. */
export function setAnswer(state: WizardState, id: string, answer: Answer | undefined): WizardState {
	if (sameAnswer(state.answers.get(id), answer)) return state;
	const answers = new Map(state.answers);
	if (answer) answers.set(id, answer);
	else answers.delete(id);
	return {...state, answers, revision: state.revision + 1};
}

/** State whose answer at the field in hand is what is being typed there. */
export function takeInput(state: WizardState, input: WizardState['input']): WizardState {
	const field = fieldById(state.form, state.focus);
	const value = valueOf(field, input);
	const before = state.answers.get(field.id);
	if (value === undefined) {
		// Opening an answer that stands as not applicable shows an empty input; only typing takes the mark away.
		return before && before.state !== 'answered'
			? {...state, input}
			: {...setAnswer(state, field.id, undefined), input};
	}

	const standing = standingValue(state, field);
	if (JSON.stringify(value) === JSON.stringify(standing)) {
		return {...setAnswer(state, field.id, originalAnswer(state, field.id)), input};
	}

	const evidence = before?.state === 'answered' && before.evidence ? {evidence: before.evidence} : {};
	return {...setAnswer(state, field.id, {state: 'answered', value, ...evidence}), input};
}

/** State with a step on the stack of undoable changes; one that changed nothing is no step. */
export function remember(state: WizardState, step: Step): WizardState {
	if (step.type === 'answer' && sameAnswer(step.before, step.after)) return state;
	return {...state, past: [...state.past, step].slice(-500), future: []};
}

/** State with an answer set as one undoable step. */
export function changed(state: WizardState, id: string, answer: Answer | undefined): WizardState {
	const step = {type: 'answer', field: id, before: state.answers.get(id), after: answer} as const;
	return remember(setAnswer(state, id, answer), step);
}

/** The part of a state that adding, moving and removing blocks changes. */
export function blocksOf({form, answers, deferred, kept, focus}: WizardState): Blocks {
	return {form, answers, deferred, kept, focus};
}

/** State whose field in hand is shown as it is answered, and is left from there. */
export function enter(state: WizardState): WizardState {
	const answer = state.answers.get(state.focus);
	return {
		...state,
		input: inputOf(state, fieldById(state.form, state.focus)),
		entered: {field: state.focus, ...(answer ? {answer} : {})},
	};
}
