/**
 * A form as the writer and the matcher see it: chunks (a heading and what stands under it until the next heading), each
 * a sequence of rows. A row is a line of the template, or the lines that one field or one piece of guidance takes.
 * Made once a form and kept with it.
 */

import type {Field, Form, Guidance, Range, Section} from './types.ts';
import {everyField} from './every-field.ts';
import {firstIndex} from '../text/index.ts';
import {scan} from './lines.ts';
import type {Line} from './lines.ts';
import type {Pattern} from './patterns.ts';
import {rowsOf, tokensOf} from './plan-rows.ts';

export type Mirror = Field['mirrors'][number];

/** A variable's other place, and the field that asks for it. */
export type Named = {readonly field: Field; readonly mirror: Mirror};

export type Segment =
	| {readonly type: 'slot'; readonly from: number; readonly to: number; readonly field: Field}
	| {
			readonly type: 'mirror';
			readonly from: number;
			readonly to: number;
			readonly field: Field;
			readonly mirror: Mirror;
	  }
	| {readonly type: 'guidance'; readonly from: number; readonly to: number; readonly guidance: Guidance};

export type Token = {readonly type: 'static'; readonly from: number; readonly to: number} | Segment;

export type Row = {
	readonly type: 'blank' | 'anchor' | 'slot' | 'guidance';
	readonly from: number;
	/** Behind its last line's text. */
	readonly to: number;
	/** Behind its last line's end. */
	readonly end: number;
	readonly tokens: readonly Token[];
	/** How many lines it has in the template. */
	readonly height: number;
	readonly state: Line['state'];
	/** For guidance: its lines without blanks around them, empty ones left out. */
	readonly lines: readonly string[];
	/** For anchors: matches the row's text without the blanks around it; a group for each slot. */
	readonly pattern?: Pattern;
	/** For anchors: fields of the groups. */
	readonly slots: readonly Field[];
	/** For anchors: enough words of the template's own to know it by. */
	readonly strong: boolean;
	/** For anchors: the words of its label, however it is styled. */
	readonly key: string;
	/** The field that goes on below the anchor's line. */
	readonly label?: Field;
	/** True for the line between a table's head and body, which belongs to the head. */
	readonly delimiter: boolean;
	/** True for rows behind the last field, or other place of one, of the chunk. */
	readonly tail: boolean;
};

export type Chunk = {
	readonly index: number;
	/** Undefined for what precedes the first heading. */
	readonly section: Section | undefined;
	readonly parent: Chunk | undefined;
	readonly range: Range;
	/** The guidance that its heading is part of: a second heading that only says that the first repeats. */
	readonly note: Guidance | undefined;
	/** Where the rows begin: behind the heading's line. */
	readonly body: number;
	readonly headingTokens: readonly Token[];
	readonly rows: readonly Row[];
	readonly segments: readonly Segment[];
	/** Whether a line (without the blanks around it) is one of the template's own here. */
	readonly structural: (line: string) => boolean;
};

export type Plan = {
	readonly chunks: readonly Chunk[];
	readonly segments: readonly Segment[];
	/** Guidance that is inside a field's text and goes and stays with it. */
	readonly within: ReadonlyMap<string, readonly Guidance[]>;
	/** Variables' places inside a field's own text, by that field's id: names in a code sample. */
	readonly names: ReadonlyMap<string, readonly Named[]>;
	readonly fields: ReadonlyMap<string, Field>;
	readonly sections: ReadonlyMap<string, Section>;
};

const plans = new WeakMap<Form, Plan>();

/** The plan of a form. */
export function planOf(form: Form): Plan {
	let plan = plans.get(form);
	if (!plan) {
		plan = makePlan(form);
		plans.set(form, plan);
	}

	return plan;
}

const bySections = new WeakMap<Plan, ReadonlyMap<string, Chunk>>();

/** The chunk of each section, by the section's id. */
export function chunksOf(plan: Plan): ReadonlyMap<string, Chunk> {
	let known = bySections.get(plan);
	if (!known) {
		known = new Map(plan.chunks.flatMap(chunk => (chunk.section ? [[chunk.section.id, chunk] as const] : [])));
		bySections.set(plan, known);
	}

	return known;
}

function makePlan(form: Form): Plan {
	const within = new Map<string, Guidance[]>();
	const segments = segmentsOf(form, within);
	const lines = once(() => scan(form.source, {document: true}).lines);
	const heads: {
		readonly section: Section | undefined;
		readonly from: number;
		readonly body: number;
		readonly parent: number;
	}[] = [];
	const sections = new Map<string, Section>();
	const visit = (section: Section, parent: number): void => {
		sections.set(section.id, section);
		if (section.level > 0) {
			const body = lineEndBehind(form.source, section.headingRange.to);
			heads.push({section, from: section.headingRange.from, body, parent});
		}

		const own = heads.length - 1;
		for (const below of section.sections) visit(below, section.level > 0 ? own : -1);
	};

	for (const section of form.sections) visit(section, -1);
	heads.sort((a, b) => a.from - b.from);
	const zero = form.sections.find(section => section.level === 0);
	if (heads.length === 0 || heads[0]!.from > 0) heads.unshift({section: zero, from: 0, body: 0, parent: -1});
	const shift = heads[0]!.section === zero && heads[0]!.body === 0 ? 1 : 0;
	const chunks: Chunk[] = [];
	for (const [index, head] of heads.entries()) {
		const to = heads[index + 1]?.from ?? form.source.length;
		const own = segments.slice(
			firstIndex(segments, one => one.from >= head.from),
			firstIndex(segments, one => (index === heads.length - 1 ? one.from > to : one.from >= to)),
		);
		const inHeading =
			head.section === undefined || head.section.level === 0
				? []
				: own.filter(one => one.to <= head.section!.headingRange.to && one.to > one.from);
		const inBody = own.filter(one => !inHeading.includes(one));
		// Most chunks of a document have no answer yet, and then nobody asks for their rows.
		const rows = once(() => rowsOf(form, lines(), Math.min(head.body, to), to, inBody));
		const structural = once(() => templateStructural(form, head.section) ?? structuralOf(rows()));
		chunks.push({
			index,
			section: head.section,
			parent: head.parent >= 0 ? chunks[head.parent + shift] : undefined,
			range: {from: head.from, to},
			note: own.flatMap(one =>
				one.type === 'guidance' &&
				head.section &&
				one.from <= head.from &&
				one.to >= head.section.headingRange.to &&
				head.section.level > 0
					? [one.guidance]
					: [],
			)[0],
			body: head.body,
			headingTokens:
				head.section && head.section.level > 0
					? tokensOf(head.section.headingRange.from, head.section.headingRange.to, inHeading)
					: [],
			get rows() {
				return rows();
			},
			segments: own,
			structural: line => structural()(line),
		});
	}

	const fields = new Map(everyField(form).map(field => [field.id, field]));
	return {chunks, segments, within, names: namesOf(fields), fields, sections};
}

/** Where the next line begins behind an offset in the line before it, or the text ends. */
function lineEndBehind(source: string, offset: number): number {
	const lineEnd = /\r\n|\n|\r|$/g;
	lineEnd.lastIndex = offset;
	lineEnd.exec(source);
	return lineEnd.lastIndex;
}

/** What `make` gives, which is asked only when it is needed and only then. */
function once<T extends object>(make: () => T): () => T {
	let made: T | undefined;
	return () => (made ??= make());
}

function namesOf(fields: ReadonlyMap<string, Field>): Plan['names'] {
	const names = new Map<string, readonly Named[]>();
	for (const {id, place, names: own = []} of fields.values()) {
		const known = own.flatMap(({of, ...name}) => {
			const field = fields.get(of);
			return field ? [{field, mirror: {...name, place}}] : [];
		});
		if (known.length > 0) names.set(id, known);
	}

	return names;
}

/** The pieces that can change, in order and not overlapping: fields go before their mirrors, these before guidance. */
function segmentsOf(form: Form, within: Map<string, Guidance[]>): readonly Segment[] {
	const examples = form.guidance.filter(one => one.role === 'example');
	const inExample = (range: Range): boolean =>
		examples.some(one => range.from >= one.range.from && range.to <= one.range.to);
	const taken: Segment[] = [];
	const free = (range: Range): boolean =>
		taken.every(one => range.to <= one.from || range.from >= one.to || (one.from === one.to && range.from <= one.from));
	for (const field of everyField(form)) if (!inExample(field.range)) taken.push({type: 'slot', ...field.range, field});
	taken.sort((a, b) => a.from - b.from);
	const fields = [...taken];
	for (const field of form.fields) {
		for (const mirror of field.mirrors) {
			if (mirror.range.to > mirror.range.from && !inExample(mirror.range) && free(mirror.range))
				taken.push({type: 'mirror', ...mirror.range, field, mirror});
		}
	}

	for (const guidance of form.guidance) {
		const {range} = guidance;
		if (range.to <= range.from || (guidance.role !== 'example' && inExample(range))) continue;
		const holder = fields.find(
			one => one.type === 'slot' && range.from >= one.from && range.to <= one.to + 2 && range.from < one.to,
		);
		if (holder?.type === 'slot') within.set(holder.field.id, [...(within.get(holder.field.id) ?? []), guidance]);
		else {
			// Names inside guidance go with it.
			for (let index = taken.length - 1; index >= 0; index--) {
				const one = taken[index]!;
				if (one.type === 'mirror' && one.from >= range.from && one.to <= range.to) taken.splice(index, 1);
			}

			if (free(range)) taken.push({type: 'guidance', ...range, guidance});
		}
	}

	return taken.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** In a bound form lines are the template's own as they are when the document is matched: by its template. */
function templateStructural({bound}: Form, section: Section | undefined): Chunk['structural'] | undefined {
	if (!bound) return undefined;
	const id = section?.id.replaceAll(/\[\d+\]/g, '');
	return id === undefined ? undefined : chunksOf(planOf(bound.template)).get(id)?.structural;
}

function structuralOf(rows: readonly Row[]): (line: string) => boolean {
	const patterns = rows.flatMap(row =>
		row.type === 'anchor' && row.strong && !row.tail && !row.delimiter && row.height === 1 && row.pattern
			? [row.pattern]
			: [],
	);
	const guidance = new Set(rows.flatMap(row => row.lines));
	return line => guidance.has(line) || patterns.some(pattern => pattern.groups(line) !== undefined);
}
