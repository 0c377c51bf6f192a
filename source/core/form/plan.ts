/**
 * A form as the writer and the matcher see it: chunks (a heading and what stands under it until the next heading), each
 * a sequence of rows. A row is a line of the template, or the lines that one field or one piece of guidance takes.
 * Made once a form and kept with it.
 */

import type {Field, Form, Guidance, Range, Section} from './types.ts';
import {scan} from './lines.ts';
import type {Line} from './lines.ts';
import {cellsOf, isDelimiterRow} from './value/cell.ts';
import {coreOf, quote} from './value/escape.ts';

export type Mirror = Field['mirrors'][number];

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
	readonly pattern?: RegExp;
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
	/** True for rows behind the last field of the chunk. */
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

function makePlan(form: Form): Plan {
	const within = new Map<string, Guidance[]>();
	const segments = segmentsOf(form, within);
	const {lines} = scan(form.source, {document: true});
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
			const last = lines.find(line => line.to >= section.headingRange.to && line.from <= section.headingRange.to);
			heads.push({section, from: section.headingRange.from, body: last?.end ?? section.headingRange.to, parent});
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
		const own = segments.filter(
			one => one.from >= head.from && (one.from < to || (one.from === to && index === heads.length - 1)),
		);
		const inHeading =
			head.section === undefined || head.section.level === 0
				? []
				: own.filter(one => one.to <= head.section!.headingRange.to && one.to > one.from);
		const inBody = own.filter(one => !inHeading.includes(one));
		const rows = rowsOf(form, lines, Math.min(head.body, to), to, inBody);
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
			rows,
			segments: own,
			structural: structuralOf(rows),
		});
	}

	return {chunks, segments, within, fields: new Map(form.fields.map(field => [field.id, field])), sections};
}

/** The pieces that can change, in order and not overlapping: fields go before their mirrors, these before guidance. */
function segmentsOf(form: Form, within: Map<string, Guidance[]>): readonly Segment[] {
	const examples = form.guidance.filter(one => one.role === 'example');
	const inExample = (range: Range): boolean =>
		examples.some(one => range.from >= one.range.from && range.to <= one.range.to);
	const taken: Segment[] = [];
	const free = (range: Range): boolean =>
		taken.every(one => range.to <= one.from || range.from >= one.to || (one.from === one.to && range.from <= one.from));
	for (const field of form.fields) if (!inExample(field.range)) taken.push({type: 'slot', ...field.range, field});
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

function tokensOf(from: number, to: number, segments: readonly Segment[]): readonly Token[] {
	const tokens: Token[] = [];
	let at = from;
	for (const segment of segments) {
		const start = Math.max(segment.from, from);
		if (start > at) tokens.push({type: 'static', from: at, to: start});
		tokens.push(segment);
		at = Math.max(at, segment.to);
	}

	if (at < to) tokens.push({type: 'static', from: at, to});
	return tokens;
}

function rowsOf(
	form: Form,
	lines: readonly Line[],
	from: number,
	to: number,
	segments: readonly Segment[],
): readonly Row[] {
	const {source} = form;
	const rows: Row[] = [];
	let next = 0;
	let index = lines.findIndex(line => line.from >= from);
	if (index < 0) index = lines.length;
	// A field of no length behind the heading's line stands before the first row.
	const own: Segment[] = [];
	while (next < segments.length && segments[next]!.to < from) own.push(segments[next++]!);
	while (next < segments.length && segments[next]!.from < from && segments[next]!.to <= from)
		own.push(segments[next++]!);
	for (const segment of own) if (segment.type === 'slot') rows.push(slotRow(segment, from));
	for (; index < lines.length && lines[index]!.from < to; index++) {
		const first = lines[index]!;
		let last = first;
		const inside: Segment[] = [];
		let guidance: Guidance | undefined;
		while (next < segments.length) {
			const segment = segments[next]!;
			const behind = segment.type === 'guidance' && segment.from >= last.to && segment.to > last.end;
			if (segment.from > last.to || behind) break;
			inside.push(segment);
			next++;
			while (segment.to > last.end && lines[index + 1] && lines[index + 1]!.from < to) last = lines[++index]!;
			if (segment.type === 'guidance' && segment.to >= last.to && source.slice(first.from, segment.from).trim() === '')
				guidance = segment.guidance;
		}

		if (
			next < segments.length &&
			segments[next]!.type === 'guidance' &&
			segments[next]!.from >= last.to &&
			segments[next]!.from < last.end
		) {
			// Guidance that takes the line end in front of it begins on the next line.
			rows.push(rowOf(form, first, last, inside, guidance, lines));
			const segment = segments[next]!;
			next++;
			const start = lines[index + 1];
			if (!start || start.from >= to) break;
			let stop = start;
			index++;
			while (segment.to > stop.end && lines[index + 1] && lines[index + 1]!.from < to) stop = lines[++index]!;
			rows.push(rowOf(form, start, stop, [segment], (segment as {readonly guidance: Guidance}).guidance, lines));
			continue;
		}

		rows.push(rowOf(form, first, last, inside, guidance, lines));
	}

	const lastSlot = rows.findLastIndex(row => row.type === 'slot' || row.type === 'guidance' || row.slots.length > 0);
	return rows.map((row, at) => {
		const previous = rows[at - 1];
		const delimiter =
			row.type === 'anchor' &&
			row.slots.length === 0 &&
			isDelimiterRow(source.slice(row.from, row.to)) &&
			previous?.type === 'anchor';
		return {...row, delimiter, tail: at > lastSlot};
	});
}

function slotRow(segment: Segment, at: number): Row {
	return {
		type: 'slot',
		from: at,
		to: at,
		end: at,
		tokens: [segment],
		height: 1,
		state: 'plain',
		lines: [],
		slots: [],
		strong: false,
		key: '',
		delimiter: false,
		tail: false,
	};
}

function rowOf(
	form: Form,
	first: Line,
	last: Line,
	segments: readonly Segment[],
	guidance: Guidance | undefined,
	lines: readonly Line[],
): Row {
	const {source} = form;
	const all = tokensOf(first.from, last.to, segments);
	// Blanks at the end of a line (a hard break) are no words.
	const tail = all.at(-1);
	const tokens =
		tail?.type === 'static' && all.length > 1 && source.slice(tail.from, tail.to).trim() === ''
			? all.slice(0, -1)
			: all;
	const base = {
		from: first.from,
		to: last.to,
		end: last.end,
		tokens,
		height: 1,
		state: first.state,
		lines: [],
		slots: [],
		strong: false,
		key: '',
		delimiter: false,
		tail: false,
	};
	const words = tokens
		.map(token => (token.type === 'static' ? source.slice(token.from, token.to) : ''))
		.join('')
		.trim();
	if (guidance && words === '' && !segments.some(one => one.type === 'slot')) {
		const texts = source
			.slice(first.from, last.to)
			.split(/\r\n|\n|\r/)
			.map(line => line.trim())
			.filter(line => line !== '');
		return {...base, type: 'guidance', lines: texts};
	}

	if (words === '' && segments.length === 0) return {...base, type: 'blank'};
	const slots = segments.flatMap(one => (one.type === 'slot' ? [one.field] : []));
	if (words === '' && slots.length === 1 && segments.length === 1) return {...base, type: 'slot'};
	const height = lines.filter(line => line.from >= first.from && line.from <= last.from).length;
	const end = tokens.at(-1);
	const label =
		end?.type === 'slot' && (end.field.place.at === 'label' || end.field.place.at === 'block') ? end.field : undefined;
	const lead = tokens.slice(
		0,
		tokens.findIndex(token => token.type === 'slot' || token.type === 'mirror') < 0
			? tokens.length
			: tokens.findIndex(token => token.type === 'slot' || token.type === 'mirror'),
	);
	const prefix = lead.map(token => (token.type === 'static' ? source.slice(token.from, token.to) : '')).join('');
	const simple =
		slots.length === 0 ? segments.every(one => one.type === 'guidance') : slots.length === 1 && end?.type === 'slot';
	return {
		...base,
		type: 'anchor',
		height,
		pattern: patternOf(form, tokens, label !== undefined),
		slots,
		strong: (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2 || /^(?:[-*_][ \t]*){3,}$/.test(words),
		key: simple ? labelKey(prefix) : '',
		...(label && {label}),
	};
}

/** A row's text as a pattern. Blanks are flexible, guidance inside the line may be gone, names may be filled. */
export function patternOf(form: Form, tokens: readonly Token[], labelAtEnd: boolean, start = ''): RegExp {
	let pattern = '';
	for (const [index, token] of tokens.entries()) {
		const text = form.source.slice(token.from, token.to);
		if (token.type === 'static') {
			const last = tokens[index - 1];
			// A value ends where the template's words go on; in the value these words have a backslash in front.
			// Words that end the row end it wherever they stand.
			const ending = tokens.slice(index + 1).every(one => one.type === 'guidance');
			const guard =
				last?.type === 'slot' && !ending && coreOf(text).length > 0
					? text.trim() === ''
						? ''
						: String.raw`\s*(?<!\\)`
					: '';
			pattern +=
				guard +
				text
					.trim()
					.split(/\s+/)
					.map(word => quote(word))
					.join(String.raw`\s+`)
					.replace(/^/, index > 0 && /^\s/.test(text) && guard === '' ? String.raw`\s*` : '') +
				(/\s$/.test(text) ? String.raw`\s*` : '');
		} else if (token.type === 'guidance') {
			pattern += String.raw`\s*(?:${text
				.trim()
				.split(/\s+/)
				.map(word => quote(word))
				.join(String.raw`\s+`)})?\s*`;
		} else {
			const open = token.type === 'mirror' ? '(?:' : '(';
			const last = index === tokens.length - 1;
			const original =
				token.type === 'slot' && labelAtEnd && last
					? ''
					: text.trim() === ''
						? ''
						: `${text
								.trim()
								.split(/\s+/)
								.map(word => quote(word))
								.join(String.raw`\s+`)}|`;
			pattern += last ? `${open}${original}.*)` : `${open}${original}.*?)`;
		}
	}

	return new RegExp(`^${start}${pattern}$`, 'ds');
}

/** The words of a label without bullet, emphasis, colon and case; empty where there are none to speak of. */
export function labelKey(text: string): string {
	const bare = text.trim();
	if (bare.includes('|')) {
		const cells = cellsOf(bare).map(cell => words(cell.text));
		return cells.some(cell => cell !== '') ? `|${cells.join('|')}` : '';
	}

	if (!/:\**_*$|^[-*+\d.)\s]*[*_]{2}[^*_]+[*_]{2}:?$/.test(bare)) return '';
	return words(bare.replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, ''));
}

function words(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

function structuralOf(rows: readonly Row[]): (line: string) => boolean {
	const patterns = rows.flatMap(row =>
		row.type === 'anchor' && row.strong && !row.tail && !row.delimiter && row.height === 1 && row.pattern
			? [row.pattern]
			: [],
	);
	const guidance = new Set(rows.flatMap(row => row.lines));
	return line => guidance.has(line) || patterns.some(pattern => pattern.test(line));
}
