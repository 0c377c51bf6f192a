/** What blocks that repeat say, told apart from where they stand, and the places for them. */

import {flatten, inTemplateOrder, ordersOf, rearrange, resize, titled} from '../form/index.ts';
import type {Answer, Form, Repeat} from '../form/types.ts';
import type {WizardState} from './types.ts';

/** What a block says, by ids relative to the block's own, so that it can be said of another instance. */
export type Block = {
	/** The block's id where it has a title of its own: what it says is said of no other. */
	readonly own?: string;
	readonly answers: ReadonlyMap<string, Answer>;
	readonly deferred: ReadonlySet<string>;
	readonly kept: ReadonlySet<string>;
	/** How many instances the repeats inside it have. */
	readonly counts: ReadonlyMap<string, number>;
	/** In which order the blocks inside it stand that have titles of their own. */
	readonly orders: ReadonlyMap<string, readonly string[]>;
};

/** A block that says nothing. */
export const blankBlock: Block = {
	answers: new Map(),
	deferred: new Set(),
	kept: new Set(),
	counts: new Map(),
	orders: new Map(),
};

/** An id relative to a block's; undefined where it is not in the block. */
export function below(block: string, id: string): string | undefined {
	return id === block ? '' : id.startsWith(`${block}/`) ? id.slice(block.length) : undefined;
}

/** What `instance` says: of its fields, of the sections in it, and of the repeats in it. */
export function blockAt({form, answers, deferred, kept}: WizardState, instance: Repeat['instances'][number]): Block {
	const own = new Set([...instance.fields, ...sectionsIn(form, instance)]);
	const inside = (id: string): string | undefined => (own.has(id) ? below(instance.id, id) : undefined);
	const marks = (ids: ReadonlySet<string>): ReadonlySet<string> => new Set([...ids].flatMap(id => inside(id) ?? []));
	return {
		...(titled(form).has(instance.id) ? {own: instance.id} : {}),
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
		orders: new Map(
			[...ordersOf(form)].flatMap(([id, order]) => {
				const key = below(instance.id, id);
				return key === undefined || key === ''
					? []
					: [[key, order.flatMap(one => below(instance.id, one) ?? [])] as const];
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

/** A block that says nothing, with one of each that repeats in it, however many the last block has. */
export function blankLike(form: Form, repeat: Repeat): Block {
	const {id, range} = inTemplateOrder(form, repeat).at(-1)!;
	const own = titled(form);
	const inner = form.repeats.flatMap(({id: name, instances}) => {
		const key = below(id, name);
		const isInside = instances.every(one => one.range.from >= range.from && one.range.to <= range.to);
		return key && isInside && instances.every(one => !own.has(one.id)) ? [[key, 1] as const] : [];
	});
	return {...blankBlock, counts: new Map(inner)};
}

/** Where blocks are to stand: the form with a place for each, and these in the blocks' order. */
export type Places = {
	readonly form: Form;
	readonly instances: Repeat['instances'];
	/** Whether they stand in that order: in another than the template's they might be read as something else. */
	readonly isInOrder: boolean;
};

/**
 * Places for the blocks of `repeat`, in their order. One with a title of its own keeps its id, the others take those that
 * are free, in the template's order. The form gets or loses instances as needed; what it can't lose, as it is told by the
 * template's own siblings that blocks repeat, comes behind the others. None where some have no place.
 */
export function placesFor(form: Form, {id}: Repeat, wanted: readonly Block[]): Places {
	let next = form;
	const usual = (): Repeat['instances'] => {
		const repeat = next.repeats.find(one => one.id === id);
		return repeat ? inTemplateOrder(next, repeat) : [];
	};
	const assigned = (): readonly string[] => {
		const own = titled(next);
		const free = usual().flatMap(one => (own.has(one.id) ? [] : [one.id]));
		return wanted.flatMap(block => block.own ?? free.shift() ?? []);
	};
	let ids = assigned();
	if (ids.length < wanted.length) {
		next = resize(next, new Map([[id, usual().length + wanted.length - ids.length]]));
		ids = assigned();
	} else {
		const needed = usual().findLastIndex(one => ids.includes(one.id)) + 1;
		if (needed < usual().length) next = resize(next, new Map([[id, needed]]));
	}

	if (ids.length < wanted.length) return {form: next, instances: [], isInOrder: false};
	const inside = <Kind>(
		of: (block: Block) => ReadonlyMap<string, Kind>,
	): readonly (readonly [string, Kind, string])[] =>
		ids.flatMap((one, at) => [...of(wanted[at]!)].map(([key, value]) => [`${one}${key}`, value, one] as const));
	const counted = inside(block => block.counts);
	if (counted.length > 0) next = resize(next, new Map(counted.map(([key, count]) => [key, count])));
	const orders = new Map(
		inside(block => block.orders).map(([key, order, one]) => [key, order.map(each => `${one}${each}`)]),
	);
	if (wanted.some(block => block.own !== undefined)) orders.set(id, [...ids]);
	if (orders.size > 0) next = rearrange(next, orders);
	const instances = next.repeats.find(one => one.id === id)?.instances ?? [];
	const placed = ids.flatMap(one => instances.find(each => each.id === one) ?? []);
	const there = ids.filter((_, at) => wanted[at]!.answers.get('')?.state !== 'left-out');
	const stand = instances.flatMap(one => (there.includes(one.id) ? [one.id] : []));
	return {
		form: next,
		instances: [...placed, ...instances.filter(one => !ids.includes(one.id))],
		isInOrder: there.every((one, at) => one === stand[at]),
	};
}

/** Answers and marks with those of the repeat's blocks replaced; undefined where one finds no field or section to stand at. */
export function said(
	state: WizardState,
	repeat: Repeat,
	{form, instances}: Places,
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

		const {answers: own, ...marks} = block;
		const there = new Set([...instance.fields, ...sectionsIn(form, instance)]);
		for (const [key, answer] of own) {
			if (!there.has(instance.id + key)) return undefined;
			answers.set(instance.id + key, answer);
		}

		for (const key of marks.deferred) deferred.add(instance.id + key);
		for (const key of marks.kept) kept.add(instance.id + key);
	}

	return {answers, deferred, kept};
}
