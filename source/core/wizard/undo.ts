/** Undo and redo: first inside the text in hand, then across fields, answer by answer. */

import {edit as apply, textOf} from '../text/index.ts';
import type {Answer} from '../form/types.ts';
import {fieldById, hasField, inputOf, setAnswer, takeInput} from './answers.ts';
import {leave} from './focus.ts';
import type {WizardState} from './types.ts';

/** State with the last change taken back; a notice where there is none. */
export function undo(state: WizardState): WizardState {
	const inField = withinText(state, 'undo');
	if (inField) return inField;
	const {past, future} = leave(state);
	const step = past.at(-1);
	if (!step) return {...state, notice: {tone: 'info', text: 'Nothing to undo.'}};
	return {...restore(state, step.field, step.before), past: past.slice(0, -1), future: [...future, step]};
}

/** State with the last undone change made again. */
export function redo(state: WizardState): WizardState {
	const inField = withinText(state, 'redo');
	if (inField) return inField;
	const step = state.future.at(-1);
	if (!step) return {...state, notice: {tone: 'info', text: 'Nothing to redo.'}};
	return {...restore(state, step.field, step.after), past: [...state.past, step], future: state.future.slice(0, -1)};
}

function withinText(state: WizardState, type: 'undo' | 'redo'): WizardState | undefined {
	const {input} = state;
	if (input.type !== 'text' || input.buffer.history[type].length === 0) return undefined;
	const buffer = apply(input.buffer, {type});
	return textOf(buffer) === textOf(input.buffer) ? undefined : takeInput(state, {...input, buffer});
}

/** Goes to the field and gives it back what it said; a section's mark is given back without going anywhere. */
function restore(state: WizardState, id: string, answer: Answer | undefined): WizardState {
	const {entered: _, ...rest} = setAnswer(state, id, answer);
	const focus = hasField(rest.form, id) ? id : rest.focus;
	const held = rest.answers.get(focus);
	return {
		...rest,
		focus,
		input: inputOf(rest, fieldById(rest.form, focus)),
		entered: {field: focus, ...(held ? {answer: held} : {})},
	};
}
