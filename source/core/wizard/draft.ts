/**
 * What a draft keeps. A session is saved as the differences between what was saved last and what is there now, and
 * read back by applying them in order to a blank template.
 */

import {flatten, ordersOf, rearrange, resize, sameAnswer, withMends} from '../form/index.ts';
import type {Answer, Answers, Form, Mend, Mends, Orders} from '../form/types.ts';
import {hasField} from './answers.ts';
import {counts} from './blocks.ts';
import type {DraftRecord, WizardState} from './types.ts';

/** The part of a session that a draft keeps. */
export type Kept = Pick<WizardState, 'answers' | 'deferred' | 'kept' | 'focus'> & {
	readonly counts: ReadonlyMap<string, number>;
	readonly orders: Orders;
	readonly mends: Mends;
	readonly target?: string;
};

/** What of the state a draft keeps. */
export function keptOf(state: WizardState): Kept {
	const {answers, deferred, kept, focus, target} = state;
	return {answers, deferred, kept, focus, ...layoutOf(state.form), ...(target === undefined ? {} : {target})};
}

/** How many blocks a form has, in which order those with titles of their own stand, and what is read otherwise. */
export function layoutOf(form: Form): Pick<Kept, 'counts' | 'orders' | 'mends'> {
	return {counts: counts(form), orders: ordersOf(form), mends: form.mends ?? new Map()};
}

/** The records that bring what was saved to what is there now. Counts come first: answers need their instances. */
export function recordsBetween(saved: Kept | undefined, now: Kept): readonly DraftRecord[] {
	const records: DraftRecord[] = [];
	for (const id of new Set([...now.mends.keys(), ...(saved?.mends.keys() ?? [])])) {
		const mend = now.mends.get(id);
		if (JSON.stringify(saved?.mends.get(id)) !== JSON.stringify(mend))
			records.push({type: 'mend', id, ...(mend && {mend})});
	}

	for (const [repeat, instances] of now.counts) {
		const order = now.orders.get(repeat);
		const isSame = saved?.counts.get(repeat) === instances && saved.orders.get(repeat)?.join() === order?.join();
		if (!isSame) records.push({type: 'count', repeat, instances, ...(order && {order})});
	}

	for (const [id, answer] of now.answers) {
		if (!sameAnswer(saved?.answers.get(id), answer)) records.push({type: 'answer', id, answer});
	}

	for (const id of saved?.answers.keys() ?? []) {
		if (!now.answers.has(id)) records.push({type: 'answer', id});
	}

	const marked = new Set([...now.deferred, ...now.kept, ...(saved?.deferred ?? []), ...(saved?.kept ?? [])]);
	for (const id of marked) {
		const mark = markOf(now, id);
		if (!saved || markOf(saved, id) !== mark) records.push({type: 'mark', id, mark});
	}

	if (now.target !== undefined && saved?.target !== now.target) records.push({type: 'target', path: now.target});
	if (saved?.focus !== now.focus) records.push({type: 'place', id: now.focus});
	return records;
}

function markOf({deferred, kept}: Pick<Kept, 'deferred' | 'kept'>, id: string): 'deferred' | 'kept' | 'none' {
	return deferred.has(id) ? 'deferred' : kept.has(id) ? 'kept' : 'none';
}

/** A draft read back: the form grown to its counts, its answers, and those whose field the template no longer has. */
export type Replayed = Pick<WizardState, 'form' | 'answers' | 'deferred' | 'kept' | 'focus'> & {
	readonly target?: string;
	/** Answers to fields that the form has not; kept, so that nothing is dropped. */
	readonly orphans: ReadonlyMap<string, Answer>;
	readonly writtenTo?: string;
};

/**
 * Applies a draft's records in order to the form it began with, and the answers that an opened document had.
 *
 * @param isOwn whether the form is that of a document whose template is not known
 */
export function replay(
	blank: Form,
	records: Iterable<DraftRecord>,
	base: Answers = new Map(),
	isOwn = false,
): Replayed {
	const mends = new Map<string, Mend>();
	const answers = new Map<string, Answer>(base);
	const wanted = new Map<string, number>();
	const orders = new Map<string, readonly string[]>();
	const deferred = new Set<string>();
	const kept = new Set<string>();
	let focus = blank.fields[0]?.id ?? '';
	let target: string | undefined;
	let writtenTo: string | undefined;
	for (const record of records) {
		switch (record.type) {
			case 'answer': {
				if (record.answer) answers.set(record.id, record.answer);
				else answers.delete(record.id);
				break;
			}

			case 'count': {
				wanted.set(record.repeat, record.instances);
				orders.delete(record.repeat);
				if (record.order) orders.set(record.repeat, record.order);
				break;
			}

			case 'mark': {
				deferred.delete(record.id);
				kept.delete(record.id);
				if (record.mark === 'deferred') deferred.add(record.id);
				if (record.mark === 'kept') kept.add(record.id);
				break;
			}

			case 'mend': {
				mends.delete(record.id);
				if (record.mend) mends.set(record.id, record.mend);
				break;
			}

			case 'place': {
				focus = record.id;
				break;
			}

			case 'target': {
				target = record.path;
				break;
			}

			case 'written': {
				writtenTo = record.path;
				break;
			}
		}
	}

	const form = rearrange(grow(mends.size > 0 ? withMends(blank, mends, isOwn) : blank, wanted), orders);
	const sections = new Set(sectionIds(form));
	const orphans = new Map([...answers].filter(([id]) => !hasField(form, id) && !sections.has(id)));
	for (const id of orphans.keys()) answers.delete(id);
	return {
		form,
		answers,
		deferred,
		kept,
		focus: hasField(form, focus) ? focus : (form.fields[0]?.id ?? ''),
		orphans,
		...(target === undefined ? {} : {target}),
		...(writtenTo === undefined ? {} : {writtenTo}),
	};
}

/** Repeats inside repeats exist only once their outer instance does, so growing goes on until nothing changes. */
function grow(blank: Form, wanted: ReadonlyMap<string, number>): Form {
	let form = blank;
	for (let round = 0; round < 4; round++) {
		const due = new Map(
			[...wanted].filter(([id, count]) =>
				form.repeats.some(repeat => repeat.id === id && repeat.instances.length !== count),
			),
		);
		if (due.size === 0) break;
		form = resize(form, due);
	}

	return form;
}

function sectionIds(form: Form): readonly string[] {
	return flatten(form.sections).map(({id}) => id);
}
