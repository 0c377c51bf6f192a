/** Blocks of a repeat in a document: which of its parts they are, and in which order those with titles of their own stand. */

import type {Form, Orders, Repeat} from './types.ts';
import type {Look} from './count-instances.ts';
import {headingShape} from './headings.ts';
import type {Part} from './headings.ts';
import {leadOf, unnumbered} from './heading-text.ts';
import {firstIndex} from '../text/index.ts';
import {titled} from './numbering.ts';
import {whole} from './order.ts';
import type {Pattern} from './patterns.ts';
import type {Chunk, Plan} from './plan.ts';

/** The chunk that each instance of a repeat of sections begins with. */
export function headsOf(plan: Plan, {instances}: Repeat): readonly (Chunk | undefined)[] {
	return instances.map(({range}) => {
		const chunk = plan.chunks[firstIndex(plan.chunks, other => other.range.from >= range.from)];
		return chunk && chunk.range.from < range.to ? chunk : undefined;
	});
}

/** Whether a heading is one of a repeat's: the template's words, or its word in front of the number. */
export function alike(pattern: Pattern, chunk: Chunk, part: Part, repeat: Repeat): boolean {
	if (pattern.groups(part.text)) return true;
	const lead = leadOf(chunk.section?.title ?? '') ?? '';
	return repeat.numbered && lead !== '' && unnumbered(part.text).startsWith(lead);
}

/**
 * The blocks of a repeat that has titles of its own, as they stand in a document: the id of each that the template
 * names, undefined for each that an author has added. None where none is found that the template names.
 */
export function blocksIn(
	form: Form,
	repeat: Repeat,
	{plan, pairs}: Pick<Look, 'plan' | 'pairs'>,
	parts: readonly Part[],
): readonly (string | undefined)[] {
	const own = titled(form);
	if (!repeat.instances.some(({id}) => own.has(id))) return [];
	const heads = headsOf(plan, repeat);
	const named = new Map<number, string>();
	const added = new Set<number>();
	for (const [index, chunk] of heads.entries()) {
		const at = chunk && pairs[chunk.index];
		if (at === undefined) continue;
		if (own.has(repeat.instances[index]!.id)) named.set(at, repeat.instances[index]!.id);
		else added.add(at);
	}

	const last = heads.at(-1);
	const latest = Math.max(...named.keys());
	const level = parts[latest]?.level;
	if (!last || level === undefined) return [];
	const home = last.parent && pairs[last.parent.index];
	const lead = leadOf(last.section?.title ?? '');
	const {pattern} = headingShape(form, last);
	const taken = new Set(pairs);
	const isMore = (index: number): boolean =>
		!taken.has(index) &&
		(index > latest ? alike(pattern, last, parts[index]!, repeat) : leadOf(parts[index]!.text) === lead);
	const blocks: (string | undefined)[] = [];
	for (let index = home === undefined ? Math.min(...named.keys()) : home + 1; index < parts.length; index++) {
		const part = parts[index]!;
		if (part.level < level) break;
		const id = named.get(index);
		if (id !== undefined || (part.level === level && (added.has(index) || isMore(index)))) blocks.push(id);
	}

	return blocks;
}

/** The orders in which a document has blocks with titles of their own, where they are not the form's. */
export function foundOrders(form: Form, look: Pick<Look, 'plan' | 'pairs'>, parts: readonly Part[]): Orders {
	const own = titled(form);
	const orders = new Map<string, readonly string[]>();
	for (const repeat of form.repeats) {
		const ids = repeat.instances.map(({id}) => id);
		const others = ids.filter(id => !own.has(id));
		const order = whole(
			repeat,
			blocksIn(form, repeat, look, parts).flatMap(id => id ?? others.shift() ?? []),
		);
		if (order.some((id, index) => id !== ids[index])) orders.set(repeat.id, order);
	}

	return orders;
}
