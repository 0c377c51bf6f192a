/** The ids that an answers file may use, and in how many ways each may be written. */

import type {Form, Repeat} from './types.ts';
import {bodyOf, pathsOf} from './answer-ids.ts';
import {planOf} from './plan.ts';
import {resize} from './resize.ts';
import {quoted} from './value/pattern.ts';

/** A template's form with one instance more of each repeat, which stands for all that an author may add. */
export type Grown = {
	readonly form: Form;
	/** How many instances each repeat had before. */
	readonly counts: ReadonlyMap<string, number>;
	/** The field that each section's id stands for, as the section was when it came. */
	readonly bodies: ReadonlyMap<string, string | undefined>;
};

/** Each repeat with one instance more, those inside of the new instances too. */
export function grow(form: Form): Grown {
	const counts = new Map<string, number>();
	const bodies = new Map<string, string | undefined>();
	let current = form;
	for (let round = 0; ; round++) {
		for (const id of planOf(current).sections.keys()) if (!bodies.has(id)) bodies.set(id, bodyOf(current, id));
		const fresh = current.repeats.filter(repeat => !counts.has(repeat.id));
		for (const {id, instances} of fresh) counts.set(id, instances.length);
		if (fresh.length === 0 || round >= 6) return {form: current, counts, bodies};
		current = resize(current, new Map(fresh.map(({id, instances}) => [id, instances.length + 1])));
	}
}

/** Whole numbers from a least one on, as a regular expression. */
export function from(least: number): string {
	const digits = String(least);
	const options = [`[1-9][0-9]{${digits.length},}`];
	for (const [at, digit] of [...digits].entries()) {
		const isLast = at === digits.length - 1;
		const lowest = Number(digit) + (isLast ? 0 : 1);
		if (lowest > 9) continue;
		const rest = digits.length - at - 1;
		options.push(`${digits.slice(0, at)}[${lowest}-9]${rest > 0 ? `[0-9]{${rest}}` : ''}`);
	}

	return `(?:${options.join('|')})`;
}

type Instance = {readonly repeat: Repeat; readonly index: number};

/** How ids are written below another one. */
export type Spelling = {
	/** An id as it is, unless nobody can know that name, and a regular expression for all other ways. */
	readonly of: (id: string, below: string) => {readonly literal?: string; readonly pattern?: string};
	readonly children: (below: string) => readonly string[];
	readonly instancesOf: (id: string) => Repeat | undefined;
};

/** Everything that the ids of a grown form may be written as. */
export function spellingOf({form, counts}: Grown): Spelling {
	const repeats = new Map(form.repeats.map(repeat => [repeat.id, repeat]));
	const instances = new Map<string, Instance[]>();
	for (const repeat of form.repeats) {
		for (const [index, {id}] of repeat.instances.entries())
			instances.set(id, [...(instances.get(id) ?? []), {repeat, index: index + 1}]);
	}

	const {fields, sections} = planOf(form);
	const known = [...fields.keys(), ...sections.keys(), ...repeats.keys()];
	const all = [...new Set(known.flatMap(id => pathsOf(id)))];
	const childrenOf = new Map<string, string[]>([['', all]]);
	for (const id of all) {
		for (const above of pathsOf(id).slice(1)) {
			const list = childrenOf.get(above) ?? [];
			childrenOf.set(above, list);
			list.push(id);
		}
	}

	const countOf = (id: string): number => counts.get(id) ?? Infinity;
	/** The last part of an id, in each way: by its own name, and by its number among its like. */
	const lastParts = (id: string): readonly string[] => {
		const last = id.slice(id.lastIndexOf('/') + 1);
		const own = instances.get(id) ?? [];
		const isNew = own.length > 0 && own.every(({repeat, index}) => index > countOf(repeat.id));
		const numbered = own.map(({repeat, index}) => {
			const name = quoted(repeat.id.slice(repeat.id.lastIndexOf('/') + 1));
			return `${name}\\[${index > countOf(repeat.id) ? from(index) : index}\\]`;
		});
		return [...new Set([...(isNew ? [] : [quoted(last)]), ...numbered])];
	};

	const patternOf = (id: string, below: string): string => {
		const options = lastParts(id);
		const last = options.length === 1 ? options[0]! : `(?:${options.join('|')})`;
		const above = id.slice(0, Math.max(0, id.lastIndexOf('/')));
		return above === below ? last : `${patternOf(above, below)}/${last}`;
	};

	return {
		of(id, below) {
			const literal = below === '' ? id : id.slice(below.length + 1);
			const pattern = patternOf(id, below);
			if (pattern === quoted(literal)) return {literal};
			const isTaken = new RegExp(`^${pattern}$`, 'u').test(literal);
			return isTaken ? {literal, pattern: `^(?!${quoted(literal)}$)${pattern}$`} : {pattern: `^${pattern}$`};
		},
		children: below => childrenOf.get(below) ?? [],
		instancesOf: id => repeats.get(id),
	};
}
