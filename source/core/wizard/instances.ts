/** Repeats: adding, duplicating, moving and removing a block of fields. Answers move with their block. */

import {flatten, resize, titled} from '../form/index.ts';
import type {Answer, Field, Form, Repeat} from '../form/types.ts';
import {blocksOf, changed, enter, fieldInHand, remember} from './answers.ts';
import {focusOn, leave, neighbour} from './focus.ts';
import type {WizardState} from './types.ts';

/** The repeat that the field in hand belongs to, and which instance of it; undefined outside any. */
export function instanceInHand(state: WizardState): {readonly repeat: Repeat; readonly index: number} | undefined {
	const field = fieldInHand(state);
	const holders = state.form.repeats.flatMap(repeat => {
		const index = repeat.instances.findIndex(instance => instance.fields.includes(field.id));
		return index < 0 ? [] : [{repeat, index}];
	});
	// The innermost is the one with the fewest fields.
	return holders.sort((a, b) => fieldsAt(a.repeat, a.index).length - fieldsAt(b.repeat, b.index).length)[0];
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

/** What a block says, by ids relative to the block's own, so that it can be said of another instance. */
type Block = {
	readonly answers: ReadonlyMap<string, Answer>;
	readonly deferred: ReadonlySet<string>;
	readonly kept: ReadonlySet<string>;
	/** How many instances the repeats inside it have. */
	readonly counts: ReadonlyMap<string, number>;
};

const blankBlock: Block = {answers: new Map(), deferred: new Set(), kept: new Set(), counts: new Map()};

/** An id relative to a block's; undefined where it is not in the block. */
function below(block: string, id: string): string | undefined {
	return id === block ? '' : id.startsWith(`${block}/`) ? id.slice(block.length) : undefined;
}

/** What `instance` says: of its fields, of the sections in it, and of the repeats in it. */
function blockAt({form, answers, deferred, kept}: WizardState, instance: Repeat['instances'][number]): Block {
	const own = new Set([...instance.fields, ...sectionsIn(form, instance)]);
	const inside = (id: string): string | undefined => (own.has(id) ? below(instance.id, id) : undefined);
	const marks = (ids: ReadonlySet<string>): ReadonlySet<string> => new Set([...ids].flatMap(id => inside(id) ?? []));
	return {
		answers: new Map(
			[...answers].flatMap(([id, answer]) =>
				[inside(id)].flatMap(key => (key === undefined ? [] : [[key, answer] as const])),
			),
		),
		deferred: marks(deferred),
		kept: marks(kept),
		counts: new Map(
			form.repeats.flatMap(({id, instances}) => {
				const key = below(instance.id, id);
				return key === undefined || key === '' ? [] : [[key, instances.length] as const];
			}),
		),
	};
}

/** Ids of the sections that stand in an instance, its own first: they too can be marked as not applicable. */
function sectionsIn(form: Form, {range}: Repeat['instances'][number]): readonly string[] {
	return flatten(form.sections)
		.filter(section => section.level > 0 && range.from <= section.range.from && section.range.from < range.to)
		.map(({id}) => id);
}

/** How many instances each repeat has now. */
export function counts(form: Form): ReadonlyMap<string, number> {
	return new Map(form.repeats.map(repeat => [repeat.id, repeat.instances.length]));
}

/**
 * State with the blocks of `repeat` saying what `wanted` says, as one undoable step, and the field in hand at the same
 * place in the block at `index`. The form gets or loses instances as needed; what it can't lose, as it is told by the
 * template's own siblings that blocks repeat, is left out. Blocks that ask different things can't say
 * what another says: rather than lose an answer nothing is done, and a notice says so.
 */
function arrange(state: WizardState, repeat: Repeat, wanted: readonly Block[], index: number): WizardState {
	const left = leave(state);
	const held = repeat.instances[instanceInHand(state)?.index ?? 0];
	const place = held && below(held.id, state.focus);
	const form = withCounts(resize(left.form, new Map([[repeat.id, wanted.length]])), repeat.id, wanted);
	const instances = form.repeats.find(({id}) => id === repeat.id)?.instances ?? [];
	// What has no place would be lost.
	if (instances.length < wanted.length)
		return {
			...state,
			notice: {
				tone: 'error',
				text: `One more ${repeat.label} could not be told from the first here, so none was added.`,
			},
		};
	const moved = move(left, repeat, form, instances, wanted);
	if (!moved)
		return {
			...state,
			notice: {tone: 'error', text: 'These blocks ask different things, so their answers cannot change places.'},
		};
	const target = instances[index];
	const focus = [`${target?.id}${place ?? ''}`, ...(target?.fields ?? []), left.focus].find(id =>
		form.fields.some(field => field.id === id),
	);
	const after = {...left, ...moved, form, focus: focus ?? form.fields[0]?.id ?? '', revision: left.revision + 1};
	return enter(remember(after, {type: 'blocks', before: blocksOf(left), after: blocksOf(after)}));
}

/** The form with as many instances of the repeats inside each block as the block wants. */
function withCounts(form: Form, repeat: string, wanted: readonly Block[]): Form {
	const instances = form.repeats.find(({id}) => id === repeat)?.instances ?? [];
	const due = instances.flatMap(({id}, at) =>
		[...(wanted[at]?.counts ?? [])].map(([key, count]) => [`${id}${key}`, count] as const),
	);
	return due.length === 0 ? form : resize(form, new Map(due));
}

/** Answers and marks with those of the repeat's blocks replaced; undefined where one finds no field or section to stand at. */
function move(
	state: WizardState,
	repeat: Repeat,
	form: Form,
	instances: Repeat['instances'],
	wanted: readonly Block[],
): Pick<WizardState, 'answers' | 'deferred' | 'kept'> | undefined {
	const old = new Set(repeat.instances.flatMap(instance => [...instance.fields, ...sectionsIn(state.form, instance)]));
	const answers = new Map([...state.answers].filter(([id]) => !old.has(id)));
	const deferred = new Set([...state.deferred].filter(id => !old.has(id)));
	const kept = new Set([...state.kept].filter(id => !old.has(id)));
	for (const [at, instance] of instances.entries()) {
		const block = wanted[at];
		if (!block) {
			answers.set(instance.id, {state: 'left-out'});
			continue;
		}

		const {answers: said, ...marks} = block;
		const there = new Set([...instance.fields, ...sectionsIn(form, instance)]);
		for (const [key, answer] of said) {
			if (!there.has(instance.id + key)) return undefined;
			answers.set(instance.id + key, answer);
		}

		for (const key of marks.deferred) deferred.add(instance.id + key);
		for (const key of marks.kept) kept.add(instance.id + key);
	}

	return {answers, deferred, kept};
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
	// Blocks with titles of their own keep their places: one more comes behind the last of them.
	const behind = Math.max(index + 1, repeat.instances.findLastIndex((_, at) => hasTitle(at)) + 1);
	const withOne = (block: Block): WizardState =>
		arrange(state, repeat, [...now.slice(0, behind), block, ...now.slice(behind)], behind);
	switch (command) {
		case 'instance.add': {
			return toFirstField(withOne(blankLike(state.form, repeat)));
		}

		case 'instance.duplicate': {
			return withOne(now[index] ?? blankBlock);
		}

		case 'instance.remove': {
			const others = repeat.instances.filter(({id}, at) => at !== index && state.answers.get(id)?.state !== 'left-out');
			if (others.length === 0) {
				return {
					...arrange(
						state,
						repeat,
						now.map((block, at) => (at === index ? blankBlock : block)),
						index,
					),
					notice: {tone: 'info', text: `The only ${repeat.label} was emptied.`, isUndoable: true},
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
			const to = index + (command === 'instance.up' ? -1 : 1);
			if (to < 0 || to >= now.length) return state;
			if (hasTitle(index) || hasTitle(to))
				return {
					...state,
					notice: {tone: 'info', text: 'This block has its title from the template, and keeps its place by that.'},
				};
			const moved = now.map((block, at) => (at === index ? now[to] : at === to ? now[index] : block) ?? blankBlock);
			return arrange(state, repeat, moved, to);
		}
	}
}

/** What is said of a block that went: that there is a way back. */
function removed({label, number, of}: BlockPlace): NonNullable<WizardState['notice']> {
	return {tone: 'info', text: `${label} ${number} of ${of} was removed, with its answers.`, isUndoable: true};
}

/** State without a block that has its title from the template: its section is left out, and undo brings it back. */
function leftOut(state: WizardState, section: string): WizardState {
	const left = changed(leave(state), section, {state: 'left-out'});
	const next = neighbour(left, 1) ?? neighbour(left, -1);
	return next === undefined ? left : focusOn(left, next);
}

/** A block that says nothing, with one of each that repeats in it, however many the last block has. */
function blankLike(form: Form, repeat: Repeat): Block {
	const {id, range} = repeat.instances.at(-1)!;
	const own = titled(form);
	const inner = form.repeats.flatMap(({id: name, instances}) => {
		const key = below(id, name);
		const isInside = instances.every(one => one.range.from >= range.from && one.range.to <= range.to);
		return key && isInside && instances.every(one => !own.has(one.id)) ? [[key, 1] as const] : [];
	});
	return {...blankBlock, counts: new Map(inner)};
}

function toFirstField(state: WizardState): WizardState {
	const held = instanceInHand(state);
	const first = held ? fieldsAt(held.repeat, held.index)[0] : undefined;
	return first === undefined ? state : focusOn(state, first);
}
