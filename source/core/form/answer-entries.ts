/** The ids of an answers file: which field, section or instance each value is for. */

import type {Form, Repeat} from './types.ts';
import {beyond, bodyOf, newNames, ownId, pathsOf} from './answer-ids.ts';
import {nearest} from './nearest.ts';
import {titled} from './numbering.ts';
import {inTemplateOrder} from './order.ts';
import {isMap} from './plain-shapes.ts';
import type {Fault, Plain, PlainMap} from './plain-shapes.ts';
import {wholeAnswer} from './plain-value.ts';
import {planOf} from './plan.ts';
import {mostSections} from './repeat.ts';
import {shapeOf} from './value/index.ts';

/** Where a value comes from: its path of keys, and whether it wins over what others say of the same field. */
export type Origin = {readonly path: readonly string[]; readonly over: boolean};

export type Entry = Origin & {readonly id: string; readonly data: Plain};

export type EntryFault = Origin & Fault & {readonly code: string};

export type Entries = {
	readonly entries: readonly Entry[];
	readonly faults: readonly EntryFault[];
	/** Instances that a list of fewer ends before. */
	readonly dropped: readonly (Origin & {readonly id: string})[];
	/** Values for instances that the form has not yet. */
	readonly pending: readonly EntryFault[];
	/** How many instances the values ask for, by repeat id. */
	readonly counts: ReadonlyMap<string, number>;
};

/**
 * Every value with the id that it is for.
 *
 * @param form with the instances found so far
 * @param base the form as it was, by which ids are told
 */
export function entriesOf(
	form: Form,
	layers: readonly {readonly data: PlainMap; readonly over: boolean}[],
	base = form,
): Entries {
	const plan = planOf(form);
	// A number says which block is meant by its place in the template.
	const repeats = new Map(
		form.repeats.map(repeat => [repeat.id, {...repeat, instances: inTemplateOrder(form, repeat)}]),
	);
	const unheard = newNames(form, base);
	const paths = new Set([...plan.fields.keys(), ...plan.sections.keys(), ...repeats.keys()].flatMap(id => pathsOf(id)));
	const standsFor = (id: string): string | undefined => bodyOf(planOf(base).sections.has(id) ? base : form, id);
	const entries: Entry[] = [];
	const faults: EntryFault[] = [];
	const pending: EntryFault[] = [];
	const dropped: (Origin & {readonly id: string})[] = [];
	const asked = new Map<Repeat, Map<number, Origin>>();

	const ask = (repeat: Repeat, index: number, origin: Origin): void => {
		const indexes = asked.get(repeat) ?? new Map<number, Origin>();
		asked.set(repeat, indexes);
		if (!indexes.has(index)) indexes.set(index, origin);
	};

	/** `as`: `given` by the author; `part` of what was; the `head` of an instance, which is no list of them. */
	const visit = (given: string, value: Plain, origin: Origin, as: 'given' | 'part' | 'head' = 'part'): void => {
		const id = ownId(repeats, given);
		const field = plan.fields.get(id);
		const repeat = as === 'head' ? undefined : repeats.get(id);
		if (as === 'given' && unheard.size > 0 && pathsOf(given).some(one => unheard.has(one))) {
			faults.push({...origin, ...noField(base, given, value)});
			return;
		}

		if (repeat && isInstances(value, field && shapeOf(field))) {
			visitInstances(repeat, value, origin);
			return;
		}

		const below = isMap(value) && Object.keys(value).some(key => isKnown(`${id}/${key}`));
		const target = field ? id : wholeAnswer(value) && plan.sections.has(id) ? id : below ? undefined : standsFor(id);
		if (target !== undefined) {
			entries.push({id: target, data: value, ...origin});
			return;
		}

		const further = beyond(repeats, id);
		if (further) {
			ask(further.repeat, further.index, origin);
			pending.push({...origin, ...noField(form, id, value)});
			return;
		}

		if (isMap(value) && (below || plan.sections.has(id)) && Object.keys(value).length > 0) {
			for (const [key, one] of Object.entries(value))
				visit(`${id}/${key}`, one, {...origin, path: [...origin.path, key]});
			return;
		}

		faults.push({...origin, ...(misused(form, id) ?? noField(form, id, value))});
	};

	const isKnown = (id: string): boolean => paths.has(ownId(repeats, id)) || beyond(repeats, id) !== undefined;

	const visitInstances = (repeat: Repeat, given: readonly PlainMap[], origin: Origin): void => {
		const list = withoutLeftOut(form, repeat, given);
		for (const [index, one] of list.entries()) {
			const instance = repeat.instances[index];
			if (!instance) {
				ask(repeat, index + 1, origin);
				pending.push({...origin, ...noField(form, `${repeat.id}[${index + 1}]`, one)});
				continue;
			}

			if (wholeAnswer(one) && plan.sections.has(instance.id)) {
				visit(instance.id, one, {...origin, path: [...origin.path, String(index)]}, 'head');
				continue;
			}

			for (const [key, value] of Object.entries(one)) {
				// What the unit begins with has the unit's own id; its key is the last part of that.
				const isHead = key === repeat.id.slice(repeat.id.lastIndexOf('/') + 1) && !isKnown(`${instance.id}/${key}`);
				const path = [...origin.path, String(index), key];
				if (isHead && isKnown(instance.id)) visit(instance.id, value, {...origin, path}, 'head');
				else visit(`${instance.id}/${key}`, value, {...origin, path});
			}
		}

		for (const more of repeat.instances.slice(list.length)) dropped.push({...origin, id: more.id});
	};

	for (const {data, over} of layers)
		for (const [id, value] of Object.entries(data)) visit(id, value, {path: [id], over}, 'given');
	const counts = new Map<string, number>();
	for (const [repeat, indexes] of asked) {
		const {count, ...gap} = counted(repeat, indexes);
		counts.set(repeat.id, count);
		if (gap.fault) faults.push(gap.fault);
		else if (tooMany(form, repeat, count)) faults.push({...[...indexes.values()].at(-1)!, ...limit(repeat, count)});
	}

	return {entries, faults, dropped, pending, counts};
}

/**
 * The instances of a list that are to be there: those behind one that is left out move up. Where blocks have titles of
 * their own each keeps its place, and the one that is left out is left out by name.
 */
function withoutLeftOut(form: Form, repeat: Repeat, list: readonly PlainMap[]): readonly PlainMap[] {
	const isGone = (one: PlainMap): boolean => wholeAnswer(one)?.state === 'left-out';
	const own = titled(form);
	if (!list.some(isGone) || repeat.instances.some(({id}) => own.has(id))) return list;
	const rest = list.filter(one => !isGone(one));
	// One stays, or nothing would be left to add to.
	return rest.length > 0 ? rest : [Object.create(null) as PlainMap];
}

/** How many instances there are to be; instances are numbered without a gap. */
function counted(
	repeat: Repeat,
	asked: ReadonlyMap<number, Origin>,
): {readonly count: number; readonly fault?: EntryFault} {
	let count = repeat.instances.length;
	while (asked.has(count + 1)) count++;
	const further = [...asked].find(([index]) => index > count);
	if (!further) return {count};
	const fault = {
		...further[1],
		code: 'answers.gap',
		fault: `${repeat.id}[${further[0]}] is given, but there is no ${repeat.id}[${count + 1}] before it`,
		next: `Number them without a gap; the next one is ${repeat.id}[${count + 1}].`,
	};
	return {count, fault};
}

/** Whether a form with that many instances would have more sections than one may have. */
function tooMany({repeats, sections}: Form, repeat: Repeat, count: number): boolean {
	const {from, to} = repeat.instances.at(-1)!.range;
	let all = 0;
	let own = 0;
	const visit = (some: Form['sections']): void => {
		for (const section of some) {
			all++;
			if (section.range.from >= from && section.range.from < to) own++;
			visit(section.sections);
		}
	};

	visit(sections);
	return repeats.length > 0 && all + (count - repeat.instances.length) * Math.max(1, own) > mostSections;
}

function limit(repeat: Repeat, count: number): Fault & {readonly code: string} {
	return {
		code: 'limit.sections',
		fault: `${count} of ${repeat.id} would be more than the ${mostSections} sections that a document may have`,
		next: 'Split it into smaller documents.',
		exit: 6,
	};
}

function isInstances(value: Plain, shape: string | undefined): value is readonly PlainMap[] {
	return (
		Array.isArray(value) && value.length > 0 && value.every(one => isMap(one)) && shape !== 'rows' && shape !== 'checks'
	);
}

/** What is wrong with a value for an id that there is, but that takes no value of its own. */
function misused(form: Form, id: string): (Fault & {readonly code: string}) | undefined {
	const below = form.fields.flatMap(field => (field.id.startsWith(`${id}/`) ? [field.id] : []));
	if (form.repeats.some(repeat => repeat.id === id)) {
		const keys = below.slice(0, 2).map(one => `${one.slice(id.length + 1)}: …`);
		return {
			code: 'answers.shape',
			fault: `${id} takes a list of maps`,
			next: `Write one of these for each: {${keys.join(', ')}}`,
		};
	}

	if (!planOf(form).sections.has(id)) return undefined;
	if (below.length === 0) return {code: 'answers.shape', fault: `${id} is a section with nothing to fill in`};
	const some = below.length > 8 ? [...below.slice(0, 8), '…'] : below;
	return {
		code: 'answers.shape',
		fault: `${id} is a section, and answers are for its fields`,
		next: `There are: ${some.join(', ')}.`,
	};
}

function noField(form: Form, id: string, value: Plain): Fault & {readonly code: string} {
	const {fields, sections} = planOf(form);
	// Only what would be taken is proposed.
	const known = [
		...fields.keys(),
		...[...sections.keys()].filter(one => isMap(value) || bodyOf(form, one) !== undefined),
		...form.repeats.flatMap(repeat => (isInstances(value, undefined) ? [repeat.id] : [])),
	];
	const near = nearest(id, known);
	return {
		code: 'answers.unknown-id',
		fault: `There is no field “${id}” in this template`,
		next: near === undefined ? 'See the ids with “specwright inspect”.' : `Did you mean “${near}”?`,
	};
}
