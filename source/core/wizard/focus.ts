/** Where the author is, and how they move. Nothing here asks whether an answer is valid: nobody is ever held back. */

import {everyField, flatten} from '../form/index.ts';
import type {Answers, Section} from '../form/types.ts';
import {textOf} from '../text/index.ts';
import {enter, fieldById, fieldInHand, hasField, setAnswer, settled, takeInput} from './answers.ts';
import {spelledOut} from './cells.ts';
import {resolveDate} from './dates.ts';
import type {WizardState} from './types.ts';

/** State on leaving the field in hand: shorthand is spelled out and the change becomes one step for undo. */
export function leave(state: WizardState): WizardState {
	const field = fieldInHand(state);
	let next = state;
	if (field.kind === 'date' && state.input.type === 'text') {
		const resolved = resolveDate(textOf(state.input.buffer), state.context.today, field.format);
		if (resolved !== undefined) next = setAnswer(next, field.id, {state: 'answered', value: resolved});
	}

	if (state.input.type === 'table') next = takeInput(state, spelledOut(field, state.input, state.context.today));
	const {entered: _, ...rest} = settled(next);
	return rest;
}

/** State with another field in hand. An id that the form has not is left alone. */
export function focusOn(state: WizardState, id: string): WizardState {
	if (!hasField(state.form, id)) return state;
	return enter({...leave(state), focus: id});
}

/** Ids of the fields and the boilerplate that a walk visits: all but those in sections that do not apply. */
export function walk({form, answers}: WizardState): readonly string[] {
	const passed = new Set(skippedIn(form.sections, answers).map(({id}) => id));
	return everyField(form).flatMap(({id, section}) => (passed.has(section) ? [] : [id]));
}

/** Sections that are marked as a whole, and those below them. */
function skippedIn(sections: readonly Section[], answers: Answers): readonly Section[] {
	return sections.flatMap(section =>
		answers.has(section.id) ? flatten([section]) : skippedIn(section.sections, answers),
	);
}

/** The field after (or before) the one in hand; undefined at either end. */
export function neighbour(state: WizardState, by: 1 | -1): string | undefined {
	const order = walk(state);
	const at = order.indexOf(state.focus);
	if (at >= 0) return order[at + by];
	// The field in hand stands in a section that was just marked as not applicable: go on from its place.
	const all = everyField(state.form).map(({id}) => id);
	const from = all.indexOf(state.focus);
	const rest = by > 0 ? all.slice(from + 1) : all.slice(0, from).reverse();
	return rest.find(id => order.includes(id));
}

/** The first field of the next (or previous) section that has fields. */
export function neighbourSection(state: WizardState, by: 1 | -1): string | undefined {
	const order = walk(state);
	const sectionOf = (id: string): string | undefined => fieldById(state.form, id)?.section;
	const sections = [...new Set(order.map(id => sectionOf(id)))];
	const target = sections[sections.indexOf(fieldInHand(state).section) + by];
	return target === undefined ? undefined : order.find(id => sectionOf(id) === target);
}
