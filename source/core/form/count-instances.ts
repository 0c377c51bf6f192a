/** How many instances of each repeat a document has: a template's blocks are found again by their first line. */

import type {Form, Repeat} from './types.ts';
import {alike, blocksIn, headsOf} from './document-blocks.ts';
import {headingShape} from './headings.ts';
import type {Part} from './headings.ts';
import {indentOf, isBlank} from './line-pieces.ts';
import {titled} from './numbering.ts';
import {inTemplateOrder} from './order.ts';
import type {Chunk, Plan} from './plan.ts';
import type {RowMatch} from './rows.ts';

/** What is known of a chunk; worked out when it is asked for, for how many blocks there are is told by few chunks. */
type OfChunk<Known> = {readonly get: (chunk: Chunk) => Known | undefined};

/** What was found of a template in a document. */
export type Look = {
	readonly plan: Plan;
	/** Which part of the document each chunk is, by the chunk's index. */
	readonly pairs: readonly (number | undefined)[];
	/** The rows found in each chunk that has a part and applies. */
	readonly rows: OfChunk<RowMatch>;
	/** Reasons of sections that do not apply as a whole. */
	readonly absent: OfChunk<string>;
	/** The chunks of which a subsection stands in the text. */
	readonly parted: ReadonlySet<Chunk>;
};

/** For each repeat that the text has another number of instances of than the form: that number. */
export function countInstances(form: Form, state: Look, parts: readonly Part[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const repeat of form.repeats) {
		const wished =
			repeat.unit === 'section' ? sectionCount(form, repeat, state, parts) : itemCount(form, repeat, state, parts);
		if (wished !== undefined && wished > 0 && wished !== repeat.instances.length) counts.set(repeat.id, wished);
	}

	return counts;
}

function sectionCount(form: Form, repeat: Repeat, {plan, pairs}: Look, parts: readonly Part[]): number | undefined {
	const heads = headsOf(plan, repeat);
	const last = heads.at(-1);
	if (!last || heads.some(chunk => !chunk)) return undefined;
	const matched = heads.flatMap((chunk, index) =>
		pairs[chunk!.index] === undefined ? [] : [{index, part: pairs[chunk!.index]!}],
	);
	const end = repeat.instances.at(-1)!.range.to;
	if (matched.length === 0) return undefined;
	const [first] = heads;
	// What follows the last instance need not be what follows it in the template.
	const latest = Math.max(...matched.map(one => one.part));
	const others = plan.chunks.flatMap(chunk => {
		const at = pairs[chunk.index];
		const inside = chunk.range.from >= first!.range.from && chunk.range.from < end;
		return at === undefined || inside || at <= latest ? [] : [at];
	});
	const to = others.reduce((one, other) => Math.min(one, other), parts.length);
	const {level} = parts[latest]!;
	const shape = headingShape(form, last);
	const taken = new Set(pairs);
	// Where those that were found have names of their own, so may the others.
	const isRenamed = matched.every(
		one => !alike(headingShape(form, heads[one.index]!).pattern, last, parts[one.part]!, repeat),
	);
	const blocks = isRenamed ? [] : blocksIn(form, repeat, {plan, pairs}, parts);
	if (blocks.length > 0) return namedCount(form, repeat, blocks);
	let extra = 0;
	for (let index = latest + 1; index < to; index++) {
		const part = parts[index]!;
		if (part.level < level) break;
		if (
			part.level === level &&
			!taken.has(index) &&
			(isRenamed || (!shape.words && shape.open) || alike(shape.pattern, last, part, repeat))
		)
			extra++;
	}

	return matched.at(-1)!.index + 1 + extra;
}

/** As many instances as hold all blocks of a document: those with titles of their own up to the last that is there, and the others. */
function namedCount(form: Form, repeat: Repeat, blocks: readonly (string | undefined)[]): number {
	const own = titled(form);
	const instances = inTemplateOrder(form, repeat);
	const others = blocks.filter(id => id === undefined).length;
	let count = instances.findLastIndex(({id}) => blocks.includes(id)) + 1;
	let room = instances.slice(0, count).filter(({id}) => !own.has(id)).length;
	for (; room < others; count++) if (!own.has(instances[count]?.id ?? '')) room++;
	return count;
}

function itemCount(form: Form, repeat: Repeat, {plan, pairs, rows}: Look, parts: readonly Part[]): number | undefined {
	const first = repeat.instances[0]!.range;
	const end = repeat.instances.at(-1)!.range.to;
	const chunk = plan.chunks.find(one => one.range.from <= first.from && one.range.to > first.from);
	const found = chunk && rows.get(chunk);
	const part = chunk && parts[pairs[chunk.index] ?? -1];
	if (!chunk || !found || !part) return undefined;
	const heads = repeat.instances.map(one =>
		chunk.rows.find(row => row.type === 'anchor' && row.from >= one.range.from && row.from < one.range.to),
	);
	const matched = heads.flatMap((row, index) =>
		row && found.lines.has(row) ? [{index, line: found.lines.get(row)!}] : [],
	);
	const head = heads.at(-1);
	const latest = matched.at(-1);
	// A line of blanks alone is like any other.
	const isKnown = head?.tokens.some(one => one.type === 'static' && !isBlank(form.source.slice(one.from, one.to)));
	if (!head || !isKnown || !latest) return undefined;
	const behind = chunk.rows.find(row => row.from >= end && found.lines.has(row));
	const to = behind ? found.lines.get(behind)! : part.lines.length;
	const taken = new Set(found.lines.values());
	const number = repeat.numbered ? /\d+/.exec(form.source.slice(head.from, head.to))?.[0] : undefined;
	// The next one counts on: its number stands for the template's.
	const stands = (text: string): boolean =>
		head.pattern!.groups(number === undefined ? text : text.replace(/\d+/, number)) !== undefined;
	let extra = 0;
	for (let index = latest.line + 1; index < to; index++) {
		const line = part.lines[index]!;
		if (found.leftovers.some(one => line.from >= one.range.from && line.from < one.range.to)) continue;
		// What is indented deeper is inside an item, not one more.
		if (indentOf(line.text) !== indentOf(part.lines[latest.line]!.text)) continue;
		if (!taken.has(index) && line.state === 'plain' && stands(line.text.trim())) extra++;
	}

	return latest.index + 1 + extra;
}
