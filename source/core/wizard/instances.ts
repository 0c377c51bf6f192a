/** Repeats: adding, duplicating, moving and removing a block of fields. Answers move with their block. */

import {expand} from '../form/index.ts';
import type {Answer, Form, Repeat} from '../form/types.ts';
import {fieldById} from './answers.ts';
import {focusOn, leave} from './focus.ts';
import type {WizardState} from './types.ts';

/** The repeat that the field in hand belongs to, and which instance of it; undefined outside any. */
export function instanceInHand(state: WizardState): {readonly repeat: Repeat; readonly index: number} | undefined {
	const field = fieldById(state.form, state.focus);
	const holders = state.form.repeats.flatMap(repeat => {
		const index = repeat.instances.findIndex(instance => instance.fields.includes(field.id));
		return index < 0 ? [] : [{repeat, index}];
	});
	// The innermost is the one with the fewest fields.
	return holders.sort((a, b) => fieldsAt(a.repeat, a.index).length - fieldsAt(b.repeat, b.index).length)[0];
}

function fieldsAt(repeat: Repeat, index: number): readonly string[] {
	return repeat.instances[index]?.fields ?? [];
}

/** What a block says: its answers in the order of its fields. */
type Bundle = readonly (Answer | undefined)[];

function bundles(state: WizardState, repeat: Repeat): readonly Bundle[] {
	return repeat.instances.map(({fields}) => fields.map(id => state.answers.get(id)));
}

/** How many instances each repeat has now. */
export function counts(form: Form): ReadonlyMap<string, number> {
	return new Map(form.repeats.map(repeat => [repeat.id, repeat.instances.length]));
}

/**
 * State with the blocks of `repeat` saying what `wanted` says, and the field in hand at the same place in the block
 * at `index`. The form gets or loses instances as needed.
 */
function arrange(state: WizardState, repeat: Repeat, wanted: readonly Bundle[], index: number): WizardState {
	const left = leave(state);
	const place = fieldsAt(repeat, instanceInHand(state)?.index ?? 0).indexOf(state.focus);
	const form = expand(left.form, new Map([[repeat.id, wanted.length]]));
	const grown = form.repeats.find(({id}) => id === repeat.id);
	if (!grown) return state;
	const answers = new Map(left.answers);
	for (const instance of repeat.instances) for (const id of instance.fields) answers.delete(id);
	for (const [at, instance] of grown.instances.entries()) {
		for (const [slot, id] of instance.fields.entries()) {
			const answer = wanted[at]?.[slot];
			if (answer) answers.set(id, answer);
		}
	}

	const focus = grown.instances[index]?.fields[Math.max(0, place)] ?? grown.instances[index]?.fields[0] ?? left.focus;
	const known = form.fields.some(({id}) => id === left.focus) ? left.focus : focus;
	return focusOn({...left, form, answers, focus: known, revision: left.revision + 1}, focus);
}

/** State after an `instance.*` command; the same with a notice where it can't be done. */
export function onInstances(
	state: WizardState,
	command: 'instance.add' | 'instance.duplicate' | 'instance.remove' | 'instance.up' | 'instance.down',
): WizardState {
	const held = instanceInHand(state);
	if (!held)
		return {
			...state,
			notice: {tone: 'info', text: 'This field stands alone: only blocks that repeat can be added or removed.'},
		};
	const {repeat, index} = held;
	const now = bundles(state, repeat);
	const blank: Bundle = fieldsAt(repeat, 0).map(() => undefined);
	switch (command) {
		case 'instance.add': {
			return toFirstField(
				arrange(state, repeat, [...now.slice(0, index + 1), blank, ...now.slice(index + 1)], index + 1),
			);
		}

		case 'instance.duplicate': {
			return arrange(
				state,
				repeat,
				[...now.slice(0, index + 1), now[index] ?? blank, ...now.slice(index + 1)],
				index + 1,
			);
		}

		case 'instance.remove': {
			const rest = now.filter((_, at) => at !== index);
			if (rest.length > 0) return arrange(state, repeat, rest, Math.min(index, rest.length - 1));
			return {
				...arrange(state, repeat, [blank], 0),
				notice: {tone: 'info', text: `The only ${repeat.label} was emptied.`},
			};
		}

		case 'instance.up':
		case 'instance.down': {
			const to = index + (command === 'instance.up' ? -1 : 1);
			if (to < 0 || to >= now.length) return state;
			const moved = now.map((bundle, at) => (at === index ? now[to] : at === to ? now[index] : bundle) ?? blank);
			return arrange(state, repeat, moved, to);
		}
	}
}

function toFirstField(state: WizardState): WizardState {
	const held = instanceInHand(state);
	const first = held ? fieldsAt(held.repeat, held.index)[0] : undefined;
	return first === undefined ? state : focusOn(state, first);
}
