/** Sections of a template whose headings say something else in the document: known by what stands under them. */

import type {Form} from './types.ts';
import {within} from './kin.ts';
import type {HeadingShape, Part} from './headings.ts';
import {leadOf} from './heading-text.ts';
import {titled} from './numbering.ts';
import {labelKeys} from './patterns.ts';
import type {Chunk, Plan} from './plan.ts';

type Laying = {
	readonly form: Form;
	readonly plan: Plan;
	readonly parts: readonly Part[];
	readonly shapes: readonly HeadingShape[];
	/** The words of each part's heading. */
	readonly words: readonly ReadonlySet<string>[];
	/** The part of each chunk; changed in place. */
	readonly pairs: (number | undefined)[];
};

/**
 * Pairs what has no partner yet with parts that nobody holds. A heading is known by its subsections, by its labels and
 * table heads, by most of its words one level higher or lower, or as one more of what repeats in its section. Of two
 * that could be it neither is taken.
 */
export function findRenamed({form, plan, parts, shapes, words, pairs}: Laying): void {
	const open = plan.chunks.filter(chunk => pairs[chunk.index] === undefined && chunk.section && !chunk.note);
	if (open.length === 0) return;
	const taken = new Set(pairs);
	const free = parts.flatMap((_, at) => (at > 0 && !taken.has(at) ? [at] : []));
	if (free.length === 0) return;
	const above = enclosing(parts);
	const still = (): readonly Chunk[] => open.filter(chunk => pairs[chunk.index] === undefined);
	const take = (chunk: Chunk, at: number | undefined): void => {
		if (at === undefined || taken.has(at)) return;
		pairs[chunk.index] = at;
		taken.add(at);
	};

	const own = titled(form);
	const named = new Set(
		plan.chunks.flatMap(({index, section}) =>
			section?.repeat !== undefined && pairs[index] !== undefined && own.has(section.id) ? [section.repeat] : [],
		),
	);
	// Among blocks that have their titles one of another title is one more of them.
	const isMore = ({section}: Chunk, at: number): boolean =>
		section?.repeat !== undefined &&
		own.has(section.id) &&
		named.has(section.repeat) &&
		leadOf(section.title) === leadOf(parts[at]!.text);

	const children = new Map<Chunk, Chunk[]>();
	for (const chunk of plan.chunks)
		if (chunk.parent) (children.get(chunk.parent) ?? listIn(children, chunk.parent)).push(chunk);
	// From the deepest up, so that a section found is itself a sign of the one above it.
	for (const chunk of still().toReversed()) {
		const below = children.get(chunk) ?? [];
		const holders = below.flatMap(child => {
			const at = pairs[child.index];
			return at === undefined ? [] : [above[at]!];
		});
		const at = holders.find(one => one > 0 && !taken.has(one) && !isMore(chunk, one));
		const votes = holders.filter(one => one === at).length;
		if (at !== undefined && (votes >= 2 || (votes === below.length && parts[at]!.level === shapes[chunk.index]!.level)))
			take(chunk, at);
	}

	const signs = new Map(free.map(at => [at, new Set(parts[at]!.lines.flatMap(line => labelKeys(line.text)))]));
	for (const chunk of still()) {
		const labels = signsOf(chunk);
		if (labels.length === 0) continue;
		const fits = between(plan, pairs, chunk);
		take(
			chunk,
			only(free, at => {
				const shared = labels.filter(sign => signs.get(at)!.has(sign)).length;
				const isNear = Math.abs(parts[at]!.level - shapes[chunk.index]!.level) <= 1;
				return (
					!taken.has(at) && !isMore(chunk, at) && isNear && shared * 2 >= labels.length && shared >= (fits(at) ? 1 : 2)
				);
			}),
		);
	}

	for (const chunk of still()) {
		const shape = shapes[chunk.index]!;
		const alike = (one: HeadingShape, at: number): boolean =>
			!one.open && Math.abs(one.level - parts[at]!.level) === 1 && within(one.own, words[at]!);
		const at = only(free, one => !taken.has(one) && alike(shape, one));
		if (at !== undefined && still().filter(one => alike(shapes[one.index]!, at)).length === 1) take(chunk, at);
	}

	for (const repeat of form.repeats) {
		if (repeat.unit !== 'section') continue;
		const heads = repeat.instances.flatMap(
			one => plan.chunks.find(chunk => chunk.range.from === one.range.from && chunk.parent) ?? [],
		);
		const [first] = heads;
		const home = first?.parent ? pairs[first.parent.index] : undefined;
		if (!first || home === undefined || heads.some(chunk => pairs[chunk.index] !== undefined)) continue;
		const own = signsOf(first);
		const candidates = free.filter(
			at =>
				!taken.has(at) &&
				above[at] === home &&
				(own.length === 0 || parts[at]!.lines.some(line => labelKeys(line.text).some(key => own.includes(key)))),
		);
		for (const [index, chunk] of heads.entries()) take(chunk, candidates[index]);
	}
}

function listIn(map: Map<Chunk, Chunk[]>, key: Chunk): Chunk[] {
	const list: Chunk[] = [];
	map.set(key, list);
	return list;
}

/** For each part the one that it stands under; 0 for those at the top. */
function enclosing(parts: readonly Part[]): readonly number[] {
	const open: number[] = [];
	return parts.map((part, at) => {
		while (open.length > 0 && parts[open.at(-1)!]!.level >= part.level) open.pop();
		const holder = open.at(-1) ?? 0;
		if (at > 0) open.push(at);
		return holder;
	});
}

/** The labels and table heads of a chunk. */
function signsOf(chunk: Chunk): readonly string[] {
	return chunk.rows.flatMap(row => (row.type === 'anchor' && row.key !== '' && !row.delimiter ? [row.key] : []));
}

/** Whether a part stands behind what is in front of a chunk in the template, and in front of what is behind it. */
function between({chunks}: Plan, pairs: readonly (number | undefined)[], chunk: Chunk): (at: number) => boolean {
	const before = chunks.slice(0, chunk.index).findLast(one => pairs[one.index] !== undefined);
	const behind = chunks.slice(chunk.index + 1).find(one => pairs[one.index] !== undefined);
	const from = before ? pairs[before.index]! : 0;
	const to = behind ? pairs[behind.index]! : Number.POSITIVE_INFINITY;
	return at => at > from && at < to;
}

/** The one for which something holds; undefined where there are several. */
function only(some: readonly number[], holds: (at: number) => boolean): number | undefined {
	const found = some.filter(one => holds(one));
	return found.length === 1 ? found[0] : undefined;
}
