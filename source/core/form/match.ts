/** A text seen through a template: which of its lines are the template's, and what stands where an answer goes. */

import type {Problem} from '../problem.ts';
import type {Answer, Document, Field, Form, Guidance, Range} from './types.ts';
import {sectionReason, soleField} from './absent-section.ts';
import {lowered} from './any-case.ts';
import {countInstances} from './count-instances.ts';
import type {Look} from './count-instances.ts';
import {isOwnRow} from './finish.ts';
import {isOptional} from './needed.ts';
import {withDisguised} from './disguised.ts';
import {foundOrders} from './document-blocks.ts';
import {alignHeadings, headingShape, partsOf} from './headings.ts';
import type {Part} from './headings.ts';
import {readMarker} from './marker.ts';
import {spared} from './numbering.ts';
import {reorder} from './order.ts';
import {planOf} from './plan.ts';
import type {Chunk, Plan} from './plan.ts';
import {readText, settingOf} from './reading.ts';
import {expand} from './repeat.ts';
import {matchRows, mirrorsIn} from './rows.ts';
import type {MirrorFound, RowMatch} from './rows.ts';

/**
 * Reads a document whose template is known, whoever wrote it: sections are found by their headings' words, fields by
 * the template's lines around them, as many instances of each repeat as there are. Text that the template has not is
 * left alone; text that is the template's own is no answer.
 */
export function match(template: Form, source: string): Document {
	return recognise(template, source).document;
}

/** A document recognised, and what was found on the way. */
export type Recognised = Look & {
	readonly document: Document;
	readonly parts: readonly Part[];
	/** Where variables stand besides their fields. */
	readonly mirrors: readonly MirrorFound[];
};

/** As `match`, with what it found on the way. */
export function recognise(template: Form, source: string): Recognised {
	const hidden = readMarker(source)?.range;
	const parts = withDisguised(template, planOf(template), partsOf(source, hidden));
	let form = template;
	let state = look(form, parts, source);
	for (let round = 0; round < 5; round++) {
		const counts = countInstances(form, state, parts);
		if (counts.size === 0) break;
		const next = expand(form, counts);
		if (next === form || next.source === form.source) break;
		form = next;
		state = look(form, parts, source);
	}

	const moved = reorder(form, foundOrders(form, state, parts));
	if (moved !== form) {
		form = moved;
		state = look(form, parts, source);
	}

	return {...state, ...gather(form, state, parts, source), parts};
}

function look(form: Form, parts: readonly Part[], source: string): Look {
	const plan = planOf(form);
	const pairs = alignHeadings(form, plan, parts);
	const parted = partedOf(plan, pairs);
	const see = (chunk: Chunk): Seen => {
		const part = parts[pairs[chunk.index] ?? -1];
		if (!part) return {};
		// Where a subsection still stands, the words speak of the section's own field.
		const reason =
			chunk.section && chunk.section.level > 0 && !parted.has(chunk) && !soleField(chunk)
				? sectionReason(form, chunk, part.lines)
				: undefined;
		return reason === undefined ? {rows: matchRows(form, chunk, part.lines, source)} : {reason};
	};

	const seen = new Map<Chunk, Seen>();
	const seenIn = (chunk: Chunk): Seen => {
		const known = seen.get(chunk) ?? see(chunk);
		seen.set(chunk, known);
		return known;
	};

	return {
		plan,
		pairs,
		rows: {get: chunk => seenIn(chunk).rows},
		absent: {get: chunk => seenIn(chunk).reason},
		parted,
	};
}

/** A chunk's rows as they were found, or why it does not apply; neither where the document has not got it. */
type Seen = {readonly rows?: RowMatch; readonly reason?: string};

function partedOf(plan: Plan, pairs: readonly (number | undefined)[]): ReadonlySet<Chunk> {
	const parted = new Set<Chunk>();
	for (const [index, chunk] of plan.chunks.entries()) {
		if (pairs[index] === undefined) continue;
		for (let above = chunk.parent; above && !parted.has(above); above = above.parent) parted.add(above);
	}

	return parted;
}

function gather(
	form: Form,
	{plan, pairs, rows, absent, parted}: Look,
	parts: readonly Part[],
	source: string,
): Pick<Recognised, 'document' | 'mirrors'> {
	const answers = new Map<string, Answer>();
	const spans = new Map<string, Range>();
	const problems = new Map<string, Problem>();
	const leftovers: Guidance[] = [];
	const mirrors: MirrorFound[] = [];
	const missing: string[] = [];
	const gone = new Set<Chunk>();
	const named: (readonly [Chunk, Field])[] = [];
	/** Fields of headings that still hold the template's words, in another case. */
	const blank = new Set<string>();
	const take = (chunk: Chunk, field: Field, range: Range): void => {
		if (blank.has(field.id)) return;
		const setting = settingOf(form, chunk, field, answers);
		const read = readText(field, source.slice(range.from, range.to), setting);
		if (read.answer) answers.set(field.id, read.answer);
		else if (!read.problem) leftovers.push(...within(plan, field.id, range, field.range.from, source, form.source));
		if (read.problem) problems.set(field.id, read.problem);
	};

	for (const [index, chunk] of plan.chunks.entries()) {
		const part = parts[pairs[index] ?? -1];
		if (chunk.parent && gone.has(chunk.parent) && !part) {
			gone.add(chunk);
			continue;
		}

		if (!part) {
			// Where subsections stand without their heading, they are looked at one by one.
			if (!parted.has(chunk)) gone.add(chunk);
			const {section} = chunk;
			if (chunk.note) continue;
			if (!section || section.level === 0) continue;
			if (isOptional(section.requirement)) answers.set(section.id, {state: 'left-out'});
			else missing.push(section.id);
			continue;
		}

		if (chunk.note) {
			leftovers.push({...chunk.note, range: {from: part.from, to: part.to}});
			continue;
		}

		const reason = absent.get(chunk);
		if (reason !== undefined) {
			answers.set(chunk.section!.id, {state: 'not-applicable', reason});
			spans.set(chunk.section!.id, linesOf(part));
			gone.add(chunk);
		}

		mirrors.push(...readHead(form, chunk, part, spans, leftovers, blank));
		const found = rows.get(chunk);
		mirrors.push(...(found?.mirrors ?? []));
		for (const [id, range] of found?.spans ?? []) spans.set(id, range);
		leftovers.push(...(found?.leftovers ?? []));
		for (const segment of chunk.segments) {
			if (segment.type !== 'slot') continue;
			const {field} = segment;
			let range = spans.get(field.id);
			if (!range && found && form.source.slice(field.range.from, field.range.to).trim() === '') {
				// Nothing stands there yet: its place is behind the heading.
				const at = part.level > 0 ? part.textFrom + part.text.length : (part.lines[0]?.from ?? 0);
				range = {from: at, to: at};
				spans.set(field.id, range);
			}

			if (!range) {
				const own =
					found &&
					chunk.rows.find(row => row.tokens.some(token => token.type === 'slot' && token.field.id === field.id));
				if (own && isOptional(field.requirement) && isOwnRow(own) && field.range.to > field.range.from)
					answers.set(field.id, {state: 'left-out'});
				continue;
			}

			if (plan.names.has(field.id)) named.push([chunk, field]);
			else take(chunk, field, range);
		}
	}

	// What the template's own text says there is known once its names are.
	for (const [chunk, field] of named) take(chunk, field, spans.get(field.id)!);

	const lacking = new Set(missing);
	const spare = spared(form, id => lacking.has(id) || answers.get(id)?.state === 'left-out');
	for (const id of missing) if (spare.has(id)) answers.set(id, {state: 'left-out'});

	leftovers.push(...exampleLeft(form, pairs, parts));
	leftovers.sort((a, b) => a.range.from - b.range.from);
	const needed = missing.filter(id => !spare.has(id));
	return {document: {form, source, answers, spans, leftovers, missing: needed, problems}, mirrors};
}

/** From the first line of a part's body that says something to the last. */
function linesOf({lines, to}: Part): Range {
	const said = lines.filter(line => line.text.trim() !== '');
	return {from: said[0]?.from ?? to, to: said.at(-1)?.to ?? to};
}

/** The template's filled example where it still stands in the document. */
function exampleLeft(form: Form, pairs: readonly (number | undefined)[], parts: readonly Part[]): readonly Guidance[] {
	const taken = new Set(pairs);
	return form.guidance.flatMap(one => {
		if (one.role !== 'example') return [];
		const [head] = partsOf(form.source.slice(one.range.from, one.range.to)).slice(1);
		const part =
			head &&
			parts.find(
				(candidate, index) => !taken.has(index) && candidate.level === head.level && candidate.text === head.text,
			);
		return part ? [{...one, range: {from: part.from, to: parts.at(-1)!.to}}] : [];
	});
}

/** Guidance inside a field's text that is still the template's. */
function within(
	plan: Plan,
	id: string,
	range: Range,
	start: number,
	source: string,
	template: string,
): readonly Guidance[] {
	return (plan.within.get(id) ?? []).flatMap(one => {
		const words = template.slice(Math.max(start, one.range.from), one.range.to).trim();
		const at = words === '' ? -1 : source.indexOf(words, range.from);
		return at >= 0 && at <= range.to ? [{...one, range: {from: at, to: at + words.length}}] : [];
	});
}

function readHead(
	form: Form,
	chunk: Chunk,
	part: Part,
	spans: Map<string, Range>,
	leftovers: Guidance[],
	blank: Set<string>,
): readonly MirrorFound[] {
	const slots = chunk.headingTokens.flatMap(token => (token.type === 'slot' ? [token.field] : []));
	const {pattern, anyCase} = headingShape(form, chunk);
	const exact = slots.length > 0 ? pattern.groups(part.text) : undefined;
	const found = exact ?? (slots.length > 0 ? anyCase.groups(part.text) : undefined);
	for (const [index, field] of slots.entries()) {
		const {from, to} = found?.[index] ?? {from: 0, to: part.text.length};
		if (found || slots.length === 1) spans.set(field.id, {from: part.textFrom + from, to: part.textFrom + to});
		// Where the words around it are in capitals, so is what nobody filled in.
		const own = form.source.slice(field.range.from, field.range.to);
		if (!exact && found && lowered(part.text.slice(from, to)) === lowered(own)) blank.add(field.id);
	}

	for (const token of chunk.headingTokens) {
		if (token.type !== 'guidance') continue;
		const words = form.source.slice(token.from, token.to).trim();
		const at = part.text.toLowerCase().lastIndexOf(words.toLowerCase());
		if (at >= 0)
			leftovers.push({...token.guidance, range: {from: part.textFrom + at, to: part.textFrom + at + words.length}});
	}

	if (!chunk.headingTokens.some(token => token.type === 'mirror')) return [];
	return mirrorsIn(chunk.headingTokens, pattern.places(part.text) ?? anyCase.places(part.text), part.textFrom);
}
