/** What an id in an answers file may be, and what it stands for. */

import type {Form, Repeat} from './types.ts';
import {isNumbered} from './numbering.ts';
import {planOf} from './plan.ts';

type Repeats = ReadonlyMap<string, Repeat>;

/** An id with each instance by its own name, which need not be the repeat's with a number. */
export function ownId(repeats: Repeats, id: string): string {
	for (const match of id.matchAll(/\[([1-9]\d*)\](?=\/|$)/g)) {
		const to = match.index + match[0].length;
		const own = repeats.get(id.slice(0, match.index))?.instances[Number(match[1]) - 1]?.id;
		if (own !== undefined && own !== id.slice(0, to)) return ownId(repeats, own + id.slice(to));
	}

	return id;
}

/** The instance that an id names beyond those there are, and which one; the outermost where there are several. */
export function beyond(repeats: Repeats, id: string): {readonly repeat: Repeat; readonly index: number} | undefined {
	for (const match of id.matchAll(/\[([1-9]\d*)\](?=\/|$)/g)) {
		const repeat = repeats.get(id.slice(0, match.index));
		const index = Number(match[1]);
		if (repeat && index > repeat.instances.length) return {repeat, index};
	}

	return undefined;
}

/** The field that a section's id stands for. */
export function bodyOf(form: Form, id: string): string | undefined {
	const {fields, sections} = planOf(form);
	const section = sections.get(id);
	if (!section) return undefined;
	if (fields.has(`${id}/body`)) return `${id}/body`;
	return section.sections.length === 0 && section.fields.length === 1 ? section.fields[0] : undefined;
}

/** An id and all that it stands below, `a/b/c`, `a/b`, `a`. */
export function pathsOf(id: string): readonly string[] {
	const paths = [id];
	for (let at = id.lastIndexOf('/'); at > 0; at = id.lastIndexOf('/', at - 1)) paths.push(id.slice(0, at));
	return paths;
}

/**
 * The instances that have names of their own (`phase-3-grow`) in a form, but not in the one that it has grown from.
 * Nobody can know these names before; they are `phase[3]` in an answers file.
 */
export function newNames(form: Form, base: Form): ReadonlySet<string> {
	const names = new Set<string>();
	if (form === base) return names;
	const before = new Set(base.repeats.flatMap(repeat => repeat.instances.map(one => one.id)));
	for (const {id, instances} of form.repeats) {
		for (const one of instances) if (!before.has(one.id) && one.id !== id && !isNumbered(one.id, id)) names.add(one.id);
	}

	return names;
}
