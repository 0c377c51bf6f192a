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

type Walk = {
	/** Sections that are marked as a whole. */
	readonly marked: readonly string[];
	readonly fields: readonly string[];
	readonly sections: readonly string[];
};

/** A key changes an answer and hardly ever what a walk visits, so that the last one holds for most. */
const walks = new WeakMap<WizardState['form'], Walk>();

/** Ids of the fields and the boilerplate that a walk visits: all but those in sections that do not apply. */
export function walk(state: WizardState): readonly string[] {
	return walkOf(state).fields;
}

/** Ids of the sections that a walk comes through, in its order; the header counts by these. */
export function visitedSections(state: WizardState): readonly string[] {
	return walkOf(state).sections;
}

function walkOf({form, answers}: WizardState): Walk {
	const marked = everySection(form).filter(id => answers.has(id));
	const last = walks.get(form);
	if (last && last.marked.length === marked.length && last.marked.every((id, index) => id === marked[index]))
		return last;
	const passed = new Set(skippedIn(form.sections, answers).map(({id}) => id));
	const visited = everyField(form).filter(({section}) => !passed.has(section));
	const made = {
		marked,
		fields: visited.map(({id}) => id),
		sections: [...new Set(visited.map(({section}) => section))],
	};
	walks.set(form, made);
	return made;
}

const sectionIds = new WeakMap<WizardState['form'], readonly string[]>();

function everySection(form: WizardState['form']): readonly string[] {
	const known = sectionIds.get(form) ?? flatten(form.sections).map(({id}) => id);
	sectionIds.set(form, known);
	return known;
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
