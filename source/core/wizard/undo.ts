/** Undo and redo: first inside the text in hand, then across fields, answer by answer. */

import {sameAnswer} from '../form/index.ts';
import {edit as apply} from '../text/index.ts';
import {enter, enteredAt, hasField, setAnswer, takeInput} from './answers.ts';
import {leave} from './focus.ts';
import {bufferOf, isInRows, saysTheSame, withBuffer, withoutHistory} from './in-hand.ts';
import type {Step, WizardState} from './types.ts';

/** State with the last change taken back; a notice where there is none. */
export function undo(state: WizardState): WizardState {
	const inField = withinText(unsettled(state), 'undo');
	if (inField) return inField;
	const {past, future} = leave(state);
	const step = past.at(-1);
	if (!step) return {...state, notice: {tone: 'info', text: 'Nothing to undo.'}};
	return {...restore(state, step, 'before'), past: past.slice(0, -1), future: [...future, ...typedAgain(state), step]};
}

/** State with the last undone change made again. */
export function redo(state: WizardState): WizardState {
	const inField = withinText(state, 'redo');
	if (inField) return inField;
	const step = state.future.at(-1);
	if (!step) return {...state, notice: {tone: 'info', text: 'Nothing to redo.'}};
	return {...restore(state, step, 'after'), past: [...state.past, step], future: state.future.slice(0, -1)};
}

/** What undo took back inside the text in hand, as a step to redo: the text is left, and its own history with it. */
function typedAgain(state: WizardState): readonly Step[] {
	const buffer = bufferOf(state.input);
	const [last] = buffer?.history.redo ?? [];
	if (!buffer || !last) return [];
	const input = withBuffer(state.input, {...buffer, ...last});
	const [before, after] = [state, takeInput(state, input)].map(({answers}) => answers.get(state.focus));
	const inputs = isInRows(input) ? {inputs: {before: state.input, after: input}} : {};
	return [{type: 'answer', field: state.focus, before, after, ...inputs}];
}

/**
 * State in which what was typed since the field was entered is no step yet. Opening a list over the field makes it one;
 * going back inside the text after that would leave a step that says what does not stand there.
 */
function unsettled(state: WizardState): WizardState {
	const {past, entered, focus} = state;
	const step = past.at(-1);
	const now = state.answers.get(focus);
	if (step?.type !== 'answer' || step.field !== focus || !sameAnswer(step.after, now)) return state;
	// Where something was typed after the step, that is taken back first.
	if (entered?.field === focus && !sameAnswer(entered.answer, now)) return state;
	const input = step.inputs?.before ?? entered?.input ?? state.input;
	return {
		...state,
		past: past.slice(0, -1),
		entered: {field: focus, input, ...(step.before ? {answer: step.before} : {})},
	};
}

function withinText(state: WizardState, type: 'undo' | 'redo'): WizardState | undefined {
	const buffer = bufferOf(state.input);
	if (!buffer || buffer.history[type].length === 0) return undefined;
	const input = withBuffer(state.input, apply(buffer, {type}));
	return saysTheSame(input, state.input) ? undefined : takeInput(state, input);
}

/** What stood before or after a step, with the field it is about in hand; a section's mark goes nowhere. */
function restore(state: WizardState, step: Step, side: 'before' | 'after'): WizardState {
	const {entered: _, ...rest} = state;
	if (step.type === 'blocks') return enter({...rest, ...step[side], revision: state.revision + 1});
	const changed = setAnswer(rest, step.field, step[side]);
	const there = hasField(changed.form, step.field) ? {...changed, focus: step.field} : changed;
	return step.inputs ? enteredAt({...there, input: withoutHistory(step.inputs[side])}) : enter(there);
}
