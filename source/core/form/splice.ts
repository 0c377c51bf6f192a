/** The text of a chunk with its answers spliced in: what no answer touches keeps its bytes. */

import type {Problem} from '../problem.ts';
import type {Addition, Answer, Field, Form, Guidance, Range} from './types.ts';
import {isOwnRow} from './finish.ts';
import {isOptional} from './needed.ts';
import {mirrored, standingText} from './mirror.ts';
import {endsOf, lineEnds, noPieces} from './pieces.ts';
import {isBeside} from './plan-rows.ts';
import type {Chunk, Plan, Row, Token} from './plan.ts';
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
	/** Whether something of the template's went that no answer stands for: guidance, a line that is left out. */
	readonly lost: boolean;
};

/** What keeps apart what would run into one another: a comment, or what would go. */
export type Apart = {
	/** Between answers that stand in one place. */
	readonly answers: boolean;
	/** Where something of the template's went. */
	readonly gone: boolean;
	/** The marker in the heading's line stays: without it there would be no heading. */
	readonly heading: boolean;
	/** The line that names what is left out stays: without it what stands below would be taken for that. */
	readonly captions?: true;
};

/** Rows that go with a field that is left out, a line above that only names it included. */
function cutRows(input: ChunkInput, kept: string[], {captions}: Apart): readonly Range[] {
	const cuts: Range[] = [];
	const isCut = (one: Token): boolean => one.type === 'slot' && input.answers.get(one.field.id)?.state === 'left-out';
	if (!input.chunk.segments.some(isCut)) return cuts;
	for (const [index, row] of input.chunk.rows.entries()) {
		// What is not written anyway leaves nothing behind.
		if (input.unwritten.some(({range}) => row.from >= range.from && row.from < range.to)) continue;
		for (const token of row.tokens) {
			if (token.type !== 'slot' || !isCut(token)) continue;
			if (!isOwnRow(row)) {
				kept.push(token.field.id);
				continue;
			}

			const {caption} = token.field;
			const named = caption && !captions ? input.chunk.rows.findIndex(one => one.from === caption.from) : -1;
			const first = named < 0 ? index : named;
			const above = input.chunk.rows[first - 1];
			const below = input.chunk.rows[index + 1];
			const both = (above === undefined || above.type === 'blank') && below?.type === 'blank';
			cuts.push({from: input.chunk.rows[first]!.from, to: both ? below.end : row.end});
		}
	}

	for (const one of input.chunk.segments)
		if (one.type === 'slot' && one.field.place.at === 'heading' && isCut(one)) kept.push(one.field.id);

	return cuts;
}

/** The line below an offset, or at it where a line begins there, where Markdown takes it for a heading's underline. */
const underline = /(?:(?<=[\r\n])|[ \t]*(?:\r\n|\n|\r)) {0,3}(?:=+|-+)[ \t]*(?:[\r\n]|$)/y;

/** What front matter begins with where it stands at the head of a file. */
const startsMatter = /^\s*(?:-{3}|\+{3})[ \t]*(?:[\r\n]|$)/;

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
 */
export function splice(input: ChunkInput, problems: Map<string, Problem>, apart: Apart): Written {
	const {form, chunk} = input;
	const {source, eol} = form;
	const kept: string[] = [];
	const own = cutRows(input, kept, apart);
	const cuts = [...own, ...input.unwritten.map(one => one.range)].sort((a, b) => a.from - b.from);
	const parted = apart.answers ? crowded(chunk.rows) : new Set<string>();
	const spans = new Map<string, Range>();
	const leftovers: Guidance[] = [];
	const out = noPieces(eol);
	/** True where something of the template's went that no answer stands for. */
	let lost = false;
	const matterEnd = chunk.index === 0 ? (findFrontMatter(source)?.range.to ?? 0) : 0;
	/** Keeps what stands around whole lines that go apart as these did, where that is wished. */
	const part = (from: number, to: number): void => {
		const gone = source.slice(from, to);
		const end = out.behind();
		const isFirst = /(?:^\uFEFF?|[\r\n])[ \t]*$/.test(end);
		// A rule that comes to stand at the head of a file would begin front matter, which the parts below may end.
		const isHead = matterEnd === 0 && chunk.index === 0 && /^\uFEFF?$/.test(end) && startsMatter.test(source.slice(to));
		if (!(apart.gone || isHead) || from < matterEnd) return;
		if (!isFirst && !/^[ \t]*[\r\n]/.test(gone)) return;
		const [lead] = /[ \t]*(?=\S|$)/.exec(gone)!;
		// One that stands as far out keeps these apart, too.
		const [, before] = /(?:^|[\r\n])([ \t]*)<!-- -->\s*$/.exec(end) ?? [];
		if (before !== undefined && before.length <= lead.length) return;
		if (!isFirst) out.add(eol);
		out.add(`${/[ \t]$/.test(end) ? '' : lead}${separator}`);
		if (!/[\r\n][ \t]*$/.test(gone)) return;
		out.add(eol);
		out.due = {ends: 1, least: 2};
	};

	/** The template's own text between two offsets, without what goes. */
	const copy = (from: number, to: number): void => {
		let begin = from;
		for (const cut of cuts) {
			if (cut.to <= begin || cut.from >= to) continue;
			out.add(source.slice(begin, Math.max(begin, cut.from)));
			const isLeftOut = own.includes(cut);
			if (isLeftOut) part(Math.max(begin, cut.from), cut.to);
			begin = Math.max(begin, cut.to);
			out.isLost = true;
			lost ||= isLeftOut;
		}

		if (begin < to) out.add(source.slice(begin, to));
	};

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
			const isHead = apart.heading && chunk.headingTokens.includes(segment);
			if (!isHead && !stays(input, segment.guidance)) {
				out.isLost = true;
				lost = true;
				part(segment.from, segment.to);
				// What parted the answer from the line behind it is gone.
				if (out.due && !isBeside(form, segment)) out.due.least = 2;
				// So is what parted the template's own words from a rule.
				const ends = endsOf(out.behind());
				if (!out.due && ends > 0 && ruleBelow(segment.to)) out.due = {ends, least: 2};
				continue;
			}

			leftovers.push({...segment.guidance, range: {from: out.length(), to: out.length() + raw.length}});
			out.add(raw);
			continue;
		}

		if (segment.type === 'mirror') {
			out.add(mirrored(form, segment.mirror, input.answers.get(segment.field.id), raw));
			continue;
		}

		const {field} = segment;
		const text = answered(input, field, problems);
		if (
			parted.has(field.id) &&
			/(?:^|[\r\n])[ \t]*$/.test(source.slice(Math.max(0, segment.from - 80), segment.from))
		) {
			const lead = /[ \t]*$/.exec(source.slice(Math.max(0, segment.from - 80), segment.from))![0];
			out.add(`${separator}${eol}${eol}${lead}`);
		}

		const start = out.length();
		const names = input.plan.names.get(field.id);
		if (text === undefined) out.add(names ? standingText(form, field, names, input.answers) : raw);
		else {
			const gap = gapBefore(source, field, eol);
			out.add(gap);
			// The signs of a quote are a row's own.
			const from = out.length() - (isQuoted(field) && gap.endsWith(field.place.indent) ? field.place.indent.length : 0);
			out.add(text.replaceAll('\n', eol));
			spans.set(field.id, {from, to: out.length()});
			// Words stand apart from a line that code, a table or a list could be glued to.
			const isWords = field.place.at !== 'block' && input.answers.get(field.id)?.state === 'not-applicable';
			const isAbove = field.place.at !== 'heading' && ruleBelow(segment.to);
			if (onLines(field) || isAbove) out.due = {ends: 0, least: raw === '' || isWords || isAbove ? 2 : 0};
		}

		if (!spans.has(field.id)) {
			spans.set(field.id, {from: start, to: out.length()});
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
		const end = out.behind();
		// What goes at the end takes along what parted the rest from the heading.
		const isCut = out.isLost && next !== undefined && end !== '' && input.unwritten.length === 0;
		const lacking = out.due ? (isText ? 2 : out.due.least) - out.due.ends : isCut ? 2 - endsOf(end) : 0;
		out.add(lineEnds(eol, lacking, end));
	}
	// What is put in behind the last line ends as that line did.
	else if (out.due?.ends === 0 && /[\r\n]$/.test(source)) out.add(eol);
	return {text: out.text(), spans, leftovers, problems: new Map(problems), kept, lost};
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
