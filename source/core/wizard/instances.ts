/** Repeats: adding, duplicating, moving and removing a block of fields. Answers move with their block. */

import {titled} from '../form/index.ts';
import type {Field, Repeat} from '../form/types.ts';
import {blocksOf, changed, enter, fieldInHand, remember} from './answers.ts';
import {below, blankBlock, blankLike, blockAt, placesFor, said} from './blocks.ts';
import type {Block} from './blocks.ts';
import {focusOn, leave, neighbour} from './focus.ts';
import type {WizardState} from './types.ts';

/** The repeat that the field in hand belongs to, and which instance of it; undefined outside any. */
export function instanceInHand(state: WizardState): Held | undefined {
	return holdersIn(state.form).get(state.focus);
}

type Held = {readonly repeat: Repeat; readonly index: number};

const holders = new WeakMap<WizardState['form'], ReadonlyMap<string, Held>>();

/** By the field's id, the innermost instance that it belongs to: the one with the fewest fields. */
function holdersIn(form: WizardState['form']): ReadonlyMap<string, Held> {
	const known = holders.get(form);
	if (known) return known;
	const found = new Map<string, Held>();
	for (const repeat of form.repeats) {
		for (const [index, {fields}] of repeat.instances.entries()) {
			for (const id of fields) {
				const other = found.get(id);
				if (!other || fields.length < fieldsAt(other.repeat, other.index).length) found.set(id, {repeat, index});
			}
		}
	}

	holders.set(form, found);
	return found;
}

/** Where one is among the blocks that the document has. */
export type BlockPlace = {readonly label: string; readonly number: number; readonly of: number};

/** The block that the field in hand is in: `Phase`, the second of three; undefined outside any. */
export function blockInHand(state: WizardState): BlockPlace | undefined {
	const held = instanceInHand(state);
	if (!held) return undefined;
	const {label, instances} = held.repeat;
	const there = instances.filter(({id}) => state.answers.get(id)?.state !== 'left-out');
	return {label, number: there.indexOf(instances[held.index]!) + 1, of: there.length};
}

function fieldsAt(repeat: Repeat, index: number): readonly string[] {
	return repeat.instances[index]?.fields ?? [];
}

/**
 * State with the blocks of `repeat` saying what `wanted` says, as one undoable step, and the field in hand at the same
 * place in the block at `index`. Blocks that have no place, or that ask different things and so can't say what another
 * says: rather than lose an answer nothing is done, and a notice says so.
 */
function arrange(state: WizardState, repeat: Repeat, wanted: readonly Block[], index: number): WizardState {
	const left = leave(state);
	const held = repeat.instances[instanceInHand(state)?.index ?? 0];
	const place = held && below(held.id, state.focus);
	const places = placesFor(left.form, repeat, wanted);
	const {form, instances} = places;
	const refused = (text: string): WizardState => ({...state, notice: {tone: 'error', text}});
	// What has no place would be lost.
	if (instances.length < wanted.length)
		return refused(`One more ${repeat.label} could not be told from the first here, so none was added.`);
	if (!places.isInOrder)
		return refused('In that order these blocks would be read as something else, so they keep their places.');
	const moved = said(left, repeat, places, wanted);
	if (!moved) return refused('These blocks ask different things, so their answers cannot change places.');
	const target = instances[index];
	const focus = [`${target?.id}${place ?? ''}`, ...(target?.fields ?? []), left.focus].find(id =>
		form.fields.some(field => field.id === id),
	);
	const after = {...left, ...moved, form, focus: focus ?? form.fields[0]?.id ?? '', revision: left.revision + 1};
	return enter(remember(after, {type: 'blocks', before: blocksOf(left), after: blocksOf(after)}));
}

function whyAlone({fixedRows, fixedItems}: Field): string {
	if (fixedRows) return 'The template fixes these rows.';
	if (fixedItems) return 'The template fixes these items.';
	return 'This field stands alone: only blocks that repeat can be added or removed.';
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
			notice: {tone: 'info', text: whyAlone(fieldInHand(state))},
		};
	const {repeat, index} = held;
	const own = titled(state.form);
	// Those at the end that are left out have no titles to keep, and room for others.
	const last = repeat.instances.findLastIndex(({id}) => own.has(id) || state.answers.get(id)?.state !== 'left-out');
	const now = repeat.instances.slice(0, last + 1).map(instance => blockAt(state, instance));
	const hasTitle = (at: number): boolean => own.has(repeat.instances[at]?.id ?? '');
	// One more comes behind the last that has a title of its own.
	const behind = Math.max(index + 1, repeat.instances.findLastIndex((_, at) => hasTitle(at)) + 1);
	const withOne = (block: Block): WizardState =>
		arrange(state, repeat, [...now.slice(0, behind), block, ...now.slice(behind)], behind);
	switch (command) {
		case 'instance.add': {
			return toFirstField(withOne(blankLike(state.form, repeat)));
		}

		case 'instance.duplicate': {
			const {own: _, ...copy} = now[index] ?? blankBlock;
			return withOne(copy);
		}

		case 'instance.remove': {
			const others = repeat.instances.filter(({id}, at) => at !== index && state.answers.get(id)?.state !== 'left-out');
			if (others.length === 0) {
				return {
					...arrange(
						state,
						repeat,
						now.map((block, at) => (at === index ? {...blankBlock, ...(block.own && {own: block.own})} : block)),
						index,
					),
					notice: {tone: 'info', text: `The only ${repeat.label} was emptied.`, undo: 'brings it back'},
				};
			}

			const rest = now.filter((_, at) => at !== index);
			const gone = hasTitle(index)
				? leftOut(state, repeat.instances[index]!.id)
				: arrange(state, repeat, rest, Math.min(index, rest.length - 1));
			const place = blockInHand(state);
			// One that could not go has said why.
			return gone.notice || !place ? gone : {...gone, notice: removed(place)};
		}

		case 'instance.up':
		case 'instance.down': {
			const by = command === 'instance.up' ? -1 : 1;
			let to = index + by;
			// What is left out is nowhere to be seen.
			while (now[to]?.answers.get('')?.state === 'left-out') to += by;
			if (to < 0 || to >= now.length) return state;
			const moved = now.toSpliced(index, 1).toSpliced(to, 0, now[index] ?? blankBlock);
			return arrange(state, repeat, moved, to);
		}
	}
}

/** What is said of a block that went: that there is a way back. */
function removed({label, number, of}: BlockPlace): NonNullable<WizardState['notice']> {
	return {tone: 'info', text: `${label} ${number} of ${of} was removed, with its answers.`, undo: 'brings it back'};
}

/** State without a block that has its title from the template: its section is left out, and undo brings it back. */
function leftOut(state: WizardState, section: string): WizardState {
	const left = changed(leave(state), section, {state: 'left-out'});
	const next = neighbour(left, 1) ?? neighbour(left, -1);
	return next === undefined ? left : focusOn(left, next);
}

function toFirstField(state: WizardState): WizardState {
	const held = instanceInHand(state);
	const first = held ? fieldsAt(held.repeat, held.index)[0] : undefined;
	return first === undefined ? state : focusOn(state, first);
}
