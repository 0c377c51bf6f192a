/** Changing answers, the one way to do it: every change counts up the revision that autosave follows. */

import {decode, everyField, pathTo, sameAnswer, sameValue} from '../form/index.ts';
import type {Answer, Field, Form, Value} from '../form/types.ts';
import {isInRows, saysTheSame} from './in-hand.ts';
import {inputFor, valueOf} from './input.ts';
import type {Blocks, Input, Step, WizardState} from './types.ts';

/** The field with that id, where the form has one. */
export function fieldById(form: Form, id: string): Field | undefined {
	return index(form).get(id);
}

/** The field in hand. A session begins on a field that its form has, and goes only where the form has one. */
export function fieldInHand({form, focus}: Pick<WizardState, 'form' | 'focus'>): Field {
	return fieldById(form, focus)!;
}

const indexes = new WeakMap<Form, ReadonlyMap<string, Field>>();

function index(form: Form): ReadonlyMap<string, Field> {
	let found = indexes.get(form);
	if (!found) {
		found = new Map(everyField(form).map(field => [field.id, field]));
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
	const isGone = answer?.state === 'left-out' && field.boilerplate === true;
	return inputFor(field, isGone || state.opened?.isOwnForm ? undefined : standingValue(state, field));
}

/** What a field says when the author takes their answer back: what the opened document said, else nothing of theirs. */
export function originalAnswer({opened}: Standing, id: string): Answer | undefined {
	return opened?.isOwnForm ? opened.answers.get(id) : undefined;
}

/**
 * What a removed piece of boilerplate says again: what it said before, and where the opened document lacks it, what its
 * template says.
 */
export function broughtBack(state: Standing, field: Field): Answer | undefined {
	const original = originalAnswer(state, field.id);
	if (original?.state !== 'left-out') return original;
	const value = decode(field, state.form.source.slice(field.range.from, field.range.to));
	return value === undefined ? undefined : {state: 'answered', value};
}

/** State with one answer set, or taken back where `answer` is undefined. What is answered is put off no longer. */
export function setAnswer(state: WizardState, id: string, answer: Answer | undefined): WizardState {
	if (sameAnswer(state.answers.get(id), answer)) return state;
	const answers = new Map(state.answers);
	if (answer) answers.set(id, answer);
	else answers.delete(id);
	const next = {...state, answers, revision: state.revision + 1};
	if (!answer || !state.deferred.has(id)) return next;
	return {...next, deferred: new Set([...state.deferred].filter(each => each !== id))};
}

/** State whose answer at the field in hand is what is being typed there; where it says what it said, only the input. */
export function takeInput(before: WizardState, input: Input): WizardState {
	if (saysTheSame(before.input, input)) return {...before, input};
	const state = asked(before);
	const field = fieldInHand(state);
	const value = valueOf(field, input);
	const given = state.answers.get(field.id);
	// Boilerplate without words is none.
	if (value === undefined && field.boilerplate) return {...setAnswer(state, field.id, {state: 'left-out'}), input};
	if (value === undefined) {
		// Opening an answer that stands as not applicable shows an empty input; only typing takes the mark away.
		return given && given.state !== 'answered' ? {...state, input} : {...setAnswer(state, field.id, undefined), input};
	}

	const standing = standingValue(state, field);
	if (standing !== undefined && sameValue(value, standing)) {
		return {...setAnswer(state, field.id, originalAnswer(state, field.id)), input};
	}

	const evidence = given?.state === 'answered' && given.evidence ? {evidence: given.evidence} : {};
	return {...setAnswer(state, field.id, {state: 'answered', value, ...evidence}), input};
}

/** The marks, of the field's section and those around it, that say that nothing is asked there. */
export function marksAround(
	{form, answers}: Pick<WizardState, 'form' | 'answers'>,
	section: string,
): readonly string[] {
	return pathTo(form.sections, section)
		.map(({id}) => id)
		.filter(id => answers.has(id));
}

/**
 * State in which the field in hand is asked for: an answer in a section that does not apply would stand nowhere, so that
 * the section's mark goes. Undo brings it back, with its reason.
 */
export function asked(state: WizardState): WizardState {
	const marks = marksAround(state, fieldInHand(state).section);
	if (marks.length === 0) return state;
	const text = 'This section applies again, for it is answered here. Undo brings its mark back.';
	return {
		...marks.reduce((next, id) => changed(next, id, undefined), state),
		notice: {tone: 'info', text},
	};
}

/** State with a step on the stack of undoable changes; one that changed nothing is no step. */
export function remember(state: WizardState, step: Step): WizardState {
	if (step.type === 'answer' && !step.inputs && sameAnswer(step.before, step.after)) return state;
	return {...state, past: [...state.past, step].slice(-500), future: []};
}

/** State with an answer set as one undoable step. */
export function changed(state: WizardState, id: string, answer: Answer | undefined): WizardState {
	const step = {type: 'answer', field: id, before: state.answers.get(id), after: answer} as const;
	return remember(setAnswer(state, id, answer), step);
}

/** State in which what was typed so far is one undoable step, and what is typed next another. */
export function settled(state: WizardState): WizardState {
	const {entered, ...rest} = state;
	if (entered?.field !== state.focus) return rest;
	const after = state.answers.get(state.focus);
	const inputs = entered.input && isInRows(state.input) ? {inputs: {before: entered.input, after: state.input}} : {};
	// An input whose answer is the same is nothing to undo.
	const step = {type: 'answer', field: state.focus, before: entered.answer, after} as const;
	return enteredAt(sameAnswer(entered.answer, after) ? rest : remember(rest, {...step, ...inputs}));
}

/** State with a whole change of the input in hand as one undoable step, apart from what was typed before and after. */
export function stepped(before: WizardState, input: Input): WizardState {
	const state = settled(before);
	if (saysTheSame(state.input, input)) return enteredAt({...state, input});
	const taken = takeInput(state, input);
	const step = {
		type: 'answer',
		field: state.focus,
		before: state.answers.get(state.focus),
		after: taken.answers.get(state.focus),
		inputs: {before: state.input, after: input},
	} as const;
	return enteredAt(remember(taken, step));
}

/** State that notes how the field in hand is now, for the next step of undo. */
export function enteredAt(state: WizardState): WizardState {
	const answer = state.answers.get(state.focus);
	return {...state, entered: {field: state.focus, input: state.input, ...(answer ? {answer} : {})}};
}

/** The part of a state that adding, moving and removing blocks changes. */
export function blocksOf({form, answers, deferred, kept, focus}: WizardState): Blocks {
	return {form, answers, deferred, kept, focus};
}

/** State whose field in hand is shown as it is answered, and is left from there. */
export function enter(state: WizardState): WizardState {
	return enteredAt({...state, input: inputOf(state, fieldInHand(state))});
}
