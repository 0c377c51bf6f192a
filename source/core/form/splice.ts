/** The text of a chunk with its answers spliced in: what no answer touches keeps its bytes. */

import type {Problem} from '../problem.ts';
import type {Addition, Answer, Field, Form, Guidance, Range} from './types.ts';
import {isOwnRow} from './finish.ts';
import {isOptional} from './needed.ts';
import {mirrored, standingText} from './mirror.ts';
import {isBeside} from './plan-rows.ts';
import type {Chunk, Plan, Row} from './plan.ts';
import {settingOf, writeAbsent, writeValue} from './reading.ts';
import {findFrontMatter} from './read/front-matter.ts';
import {separator} from './value/escape.ts';

export type ChunkInput = {
	readonly form: Form;
	readonly chunk: Chunk;
	readonly answers: ReadonlyMap<string, Answer>;
	/** Whether nothing is open in a field. */
	readonly settled: (fieldId: string) => boolean;
	readonly finish: boolean;
	/** Which fields decide whether guidance goes. */
	readonly decides: ReadonlyMap<Guidance, readonly string[]>;
	readonly plan: Plan;
	/** Parts that the document lacks and in which nothing is answered. */
	readonly unwritten: readonly Addition[];
};

export type Written = {
	readonly text: string;
	/** Offsets are in `text`. */
	readonly spans: ReadonlyMap<string, Range>;
	readonly leftovers: readonly Guidance[];
	readonly problems: ReadonlyMap<string, Problem>;
	/** Fields that were to be left out but whose line is not theirs alone. */
	readonly kept: readonly string[];
};

/** Rows that go with a field that is left out. */
function cutRows(input: ChunkInput, kept: string[]): readonly Range[] {
	const cuts: Range[] = [];
	for (const [index, row] of input.chunk.rows.entries()) {
		for (const token of row.tokens) {
			if (token.type !== 'slot' || input.answers.get(token.field.id)?.state !== 'left-out') continue;
			if (!isOwnRow(row)) {
				kept.push(token.field.id);
				continue;
			}

			const above = input.chunk.rows[index - 1];
			const below = input.chunk.rows[index + 1];
			const both = (above === undefined || above.type === 'blank') && below?.type === 'blank';
			cuts.push({from: row.from, to: both ? below.end : row.end});
		}
	}

	for (const one of input.chunk.segments) {
		if (
			one.type === 'slot' &&
			one.field.place.at === 'heading' &&
			input.answers.get(one.field.id)?.state === 'left-out'
		)
			kept.push(one.field.id);
	}

	return cuts;
}

/** The line below an offset, or at it where a line begins there, where Markdown takes it for a heading's underline. */
const underline = /(?:(?<=[\r\n])|[ \t]*(?:\r\n|\n|\r)) {0,3}(?:=+|-+)[ \t]*(?:[\r\n]|$)/y;

/** Fields that share what lies between two lines of the template with one before them. */
function crowded(rows: readonly Row[]): ReadonlySet<string> {
	const ids = new Set<string>();
	let before = false;
	for (const row of rows) {
		if (row.type === 'anchor') before = row.label !== undefined;
		if (row.type !== 'slot') continue;
		const slot = row.tokens.find(token => token.type === 'slot');
		if (slot?.type !== 'slot') continue;
		if (before) ids.add(slot.field.id);
		before = true;
	}

	return ids;
}

/**
 * Splices a chunk's answers into its text.
 *
 * @param problems grows by what a field's place cannot hold
 * @param apart whether a comment parts answers that stand in one place
 */
export function splice(input: ChunkInput, problems: Map<string, Problem>, apart: boolean): Written {
	const {form, chunk} = input;
	const {source, eol} = form;
	const kept: string[] = [];
	const cuts = [...cutRows(input, kept), ...input.unwritten.map(one => one.range)].sort((a, b) => a.from - b.from);
	const parted = apart ? crowded(chunk.rows) : new Set<string>();
	const spans = new Map<string, Range>();
	const leftovers: Guidance[] = [];
	const pieces: string[] = [];
	let length = 0;
	/** Behind a block of the author's: how many line ends stand there, and how many must before text goes on. */
	let due: {ends: number; least: number} | undefined;
	/** True where something went and nothing stands behind it so far. */
	let isLost = false;
	/** The end of what is written so far, with all line ends that matter: no piece is empty. */
	const behind = (): string => pieces.slice(-4).join('');
	const emit = (text: string): void => {
		if (text === '') return;
		let own = text;
		isLost &&= text.trim() === '';
		if (due) {
			const [blanks] = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text)!;
			due.ends += blanks.match(/\r\n|\n|\r/g)?.length ?? 0;
			if (blanks.length < text.length) {
				const before = blanks === '' ? behind() : blanks;
				own = blanks + lineEnds(eol, due.least - due.ends, before) + text.slice(blanks.length);
				due = undefined;
			}
		}

		pieces.push(own);
		length += own.length;
	};

	/** The template's own text between two offsets, without what goes. */
	const copy = (from: number, to: number): void => {
		let begin = from;
		for (const cut of cuts) {
			if (cut.to <= begin || cut.from >= to) continue;
			emit(source.slice(begin, Math.max(begin, cut.from)));
			begin = Math.max(begin, cut.to);
			isLost = true;
		}

		if (begin < to) emit(source.slice(begin, to));
	};

	const matterEnd = chunk.index === 0 ? (findFrontMatter(source)?.range.to ?? 0) : 0;
	/** Whether a rule stands right below, which would make a heading of words above it. What ends front matter is none. */
	const ruleBelow = (at: number): boolean => {
		underline.lastIndex = at;
		return at > matterEnd && underline.test(source);
	};

	let at = chunk.range.from;
	for (const segment of chunk.segments) {
		if (segment.from < at) continue;
		copy(at, segment.from);
		const cut = cuts.find(range => segment.from >= range.from && segment.from < range.to);
		if (cut) {
			at = Math.max(segment.from, cut.to);
			continue;
		}

		at = segment.to;
		const raw = source.slice(segment.from, segment.to);
		if (segment.type === 'guidance') {
			if (!stays(input, segment.guidance)) {
				isLost = true;
				// What parted the answer from the line behind it is gone.
				if (due && !isBeside(form, segment)) due.least = 2;
				// So is what parted the template's own words from a rule.
				const ends = endsOf(behind());
				if (!due && ends > 0 && ruleBelow(segment.to)) due = {ends, least: 2};
				continue;
			}

			leftovers.push({...segment.guidance, range: {from: length, to: length + raw.length}});
			emit(raw);
			continue;
		}

		if (segment.type === 'mirror') {
			emit(mirrored(form, segment.mirror, input.answers.get(segment.field.id), raw));
			continue;
		}

		const {field} = segment;
		const text = answered(input, field, problems);
		if (
			parted.has(field.id) &&
			/(?:^|[\r\n])[ \t]*$/.test(source.slice(Math.max(0, segment.from - 80), segment.from))
		) {
			const lead = /[ \t]*$/.exec(source.slice(Math.max(0, segment.from - 80), segment.from))![0];
			emit(`${separator}${eol}${eol}${lead}`);
		}

		const start = length;
		const names = input.plan.names.get(field.id);
		if (text === undefined) emit(names ? standingText(form, field, names, input.answers) : raw);
		else {
			const gap = gapBefore(source, field, eol);
			emit(gap);
			// The signs of a quote are a row's own.
			const from = length - (isQuoted(field) && gap.endsWith(field.place.indent) ? field.place.indent.length : 0);
			emit(text.replaceAll('\n', eol));
			spans.set(field.id, {from, to: length});
			// Words stand apart from a line that code, a table or a list could be glued to.
			const isWords = field.place.at !== 'block' && input.answers.get(field.id)?.state === 'not-applicable';
			const isAbove = field.place.at !== 'heading' && ruleBelow(segment.to);
			if (onLines(field) || isAbove) due = {ends: 0, least: raw === '' || isWords || isAbove ? 2 : 0};
		}

		if (!spans.has(field.id)) {
			spans.set(field.id, {from: start, to: length});
			for (const inside of input.plan.within.get(field.id) ?? []) {
				leftovers.push({
					...inside,
					range: {
						from: start + inside.range.from - segment.from,
						to: start + Math.min(inside.range.to, segment.to) - segment.from,
					},
				});
			}
		}
	}

	copy(at, chunk.range.to);
	// The next heading may be the paragraph above its underline.
	const next = input.plan.chunks[chunk.index + 1];
	const isText = next !== undefined && /[\r\n]/.test(source.slice(next.range.from, next.section?.headingRange.to));
	if (chunk.range.to < source.length) {
		const own = behind();
		// What goes at the end takes along what parted the rest from the heading.
		const isCut = isLost && next !== undefined && own !== '' && input.unwritten.length === 0;
		const lacking = due ? (isText ? 2 : due.least) - due.ends : isCut ? 2 - endsOf(own) : 0;
		emit(lineEnds(eol, lacking, own));
	}
	// What is put in behind the last line ends as that line did.
	else if (due?.ends === 0 && /[\r\n]$/.test(source)) emit(eol);
	return {text: pieces.join(''), spans, leftovers, problems: new Map(problems), kept};
}

/** So many line ends more. Behind CR the first LF is the second half of one line end (CommonMark §2.1). */
function lineEnds(eol: string, count: number, before: string): string {
	if (count <= 0) return '';
	return eol.repeat(eol === '\n' && before.endsWith('\r') ? count + 1 : count);
}

/** How many line ends a text ends with. */
function endsOf(text: string): number {
	return /(?:\r\n|\n|\r)*$/.exec(text.slice(-8))![0].match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** Whether a field's text takes whole lines. */
export function onLines(field: Field): boolean {
	const {at} = field.place;
	return at === 'block' || at === 'items' || at === 'rows' || at === 'fence';
}

/** Whether a table's rows stand in a quote, each behind its signs. */
function isQuoted(field: Field): field is Field & {readonly place: {readonly at: 'rows'; readonly indent: string}} {
	return field.place.at === 'rows' && field.place.indent.includes('>');
}

/** What is written for a field, with LF; undefined keeps the template's text. */
function answered(input: ChunkInput, field: Field, problems: Map<string, Problem>): string | undefined {
	const answer = input.answers.get(field.id);
	if (!answer || answer.state === 'left-out' || problems.has(field.id)) return undefined;
	const setting = settingOf(input.form, input.chunk, field);
	if (answer.state === 'not-applicable') return writeAbsent(field, answer.reason, setting);
	const text = writeValue(field, answer.value, setting);
	if (text.ok) return text.value;
	problems.set(field.id, text.problem);
	return undefined;
}

/** What parts a block from a line in front of it that it would otherwise be glued to. */
function gapBefore(source: string, field: Field, eol: string): string {
	if (!onLines(field)) return '';
	const {from} = field.range;
	const indent = 'indent' in field.place ? field.place.indent : '';
	const lead = /[^\r\n]*$/.exec(source.slice(Math.max(0, from - 2000), from))![0];
	// A table's first row stands right below its head.
	if (field.place.at === 'rows' && lead.trim() !== '') return eol + indent;
	return lead.trim() !== '' ? eol + eol + indent : lead === '' ? indent : '';
}

/** Whether guidance stands in what is written. */
function stays(input: ChunkInput, guidance: Guidance): boolean {
	if (guidance.stays && !input.finish) return true;
	if (guidance.role === 'example') return false;
	if (guidance.role === 'hint' && guidance.fields.length === 0) return !input.finish;
	const fields = input.decides.get(guidance) ?? [];
	if (fields.length > 0 && fields.every(id => input.settled(id))) return false;
	if (!input.finish) return true;
	if (guidance.role === 'hint') return false;
	return fields.some(id => {
		const field = input.plan.fields.get(id);
		return (
			field &&
			!input.settled(id) &&
			!field.prefilled &&
			!isOptional(field.requirement) &&
			field.requirement !== 'recommended'
		);
	});
}
