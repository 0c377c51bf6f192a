/** Sections of a template that stand in another order in the document. */

import type {HeadingShape, Part} from './headings.ts';
import type {Plan} from './plan.ts';

type Laying = {
	readonly plan: Plan;
	readonly parts: readonly Part[];
	/** What each part's heading says, for comparing. */
	readonly keys: readonly string[];
	/** What each chunk's heading says. */
	readonly said: readonly string[];
	readonly shapes: readonly HeadingShape[];
	/** How many chunks stand before the first heading. */
	readonly shift: number;
	/** The part of each chunk; changed in place. */
	readonly pairs: (number | undefined)[];
	/** Pairs chunks with parts in order, both as half-open pieces. */
	readonly lay: (left: number, toLeft: number, right: number, toRight: number) => void;
	readonly score: (left: number, right: number) => number;
};

/** What a pair scores at least whose headings say the same. */
const sure = 14;

/**
 * Pairs what no order could: a heading of the template that has no part, or only a part that says something like it,
 * with a free part that says the very same. Below its own parent any such part of its level will do; elsewhere the
 * words must be there once on both sides, or a part that the template does not know would be taken for its own. What
 * stands below a section that was found goes with it.
 */
export function findMoved(laying: Laying): void {
	const {plan, parts, keys, said, shapes, shift, pairs, lay, score} = laying;
	const counts = [countOf(said.slice(shift)), countOf(keys.slice(1))] as const;
	const places = new Map<string, number[]>();
	for (const [index, key] of keys.entries()) {
		if (index === 0) continue;
		const known = places.get(key);
		if (known) known.push(index);
		else places.set(key, [index]);
	}

	const holder = new Map<number, number>();
	const settle = (from: number, to: number): void => {
		for (let index = from; index < to; index++) if (pairs[index] !== undefined) holder.set(pairs[index]!, index);
	};

	// A part that is another's only by likeness is free.
	const free = (at: number): boolean => {
		const index = holder.get(at);
		return index === undefined || (index >= shift && score(index, at) < sure);
	};

	const ends = extents(parts.map(part => part.level));
	const chunkEnds = extents(shapes.map(shape => shape.level));
	const find = (index: number): number | undefined => {
		const shape = shapes[index]!;
		const chunk = plan.chunks[index]!;
		const parent = chunk.parent && pairs[chunk.parent.index];
		const [from, to] = parent === undefined ? [1, parts.length] : [parent + 1, ends[parent]!];
		const key = said[index]!;
		const known = places.get(key) ?? [];
		const near = (at: number): boolean => at >= from && at < to && parts[at]!.level === shape.level && free(at);
		if (shape.open) return undefined;
		const here = known.find(near);
		if (here !== undefined && (chunk.parent === undefined || parent !== undefined)) return here;
		const once = counts[0].get(key) === 1 && counts[1].get(key) === 1;
		return once && free(known[0]!) ? known[0] : undefined;
	};

	settle(0, pairs.length);
	for (let level = 1; level <= 6; level++) {
		for (const [index, shape] of shapes.entries()) {
			if (index < shift || shape.level !== level || shape.key === '' || plan.chunks[index]!.note) continue;
			const now = pairs[index];
			if (now !== undefined && score(index, now) >= sure) continue;
			const at = find(index);
			if (at === undefined) continue;
			const [end, partEnd] = [chunkEnds[index]!, ends[at]!];
			for (let one = index; one < end; one++) if (pairs[one] !== undefined) holder.delete(pairs[one]!);
			for (let part = at; part < partEnd; part++) {
				const other = holder.get(part);
				if (other !== undefined) pairs[other] = undefined;
				holder.delete(part);
			}

			pairs[index] = at;
			lay(index + 1, end, at + 1, partEnd);
			settle(index, end);
		}
	}
}

function countOf(keys: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

/** For each heading the first one behind it that is not below it. */
function extents(levels: readonly number[]): readonly number[] {
	const ends = levels.map(() => levels.length);
	const open: number[] = [];
	for (const [index, level] of levels.entries()) {
		while (open.length > 0 && levels[open.at(-1)!]! >= level) ends[open.pop()!] = index;
		open.push(index);
	}

	return ends;
}
