/** The rows of a template's chunk found again in a text: which line is which, and where each field's text stands. */

import type {Field, Form, Range} from './types.ts';
import {alignLong} from './anchors.ts';
import {listLine, textLines} from './gap-lines.ts';
import {shareOut} from './gap.ts';
import type {Found, Label} from './gap.ts';
import {indentOf} from './line-pieces.ts';
import type {Line} from './lines.ts';
import {isOptional} from './needed.ts';
import {labelKeys} from './patterns.ts';
import {isEcho, keysAbove, saidBefore} from './row-context.ts';
import {labelOf, saysSame} from './renamed-labels.ts';
import type {Chunk, Mirror, Row, Token} from './plan.ts';
import {isBeside} from './plan-rows.ts';
import {eighths, itemScore, laidOut} from './row-items.ts';
import {isEmpty, isSeparator} from './separators.ts';
import {standing} from './standing.ts';
import {untouched} from './untouched.ts';
import {isDelimiterRow} from './value/cell.ts';

/** Where a variable's other place was found. */
export type MirrorFound = {readonly field: Field; readonly mirror: Mirror; readonly range: Range};

export type RowMatch = Found & {
	readonly mirrors: MirrorFound[];
	/** For each anchor row of the chunk that was found, the index of its line. */
	readonly lines: ReadonlyMap<Row, number>;
};

/**
 * Finds a chunk's fields in the lines of a document's part.
 *
 * @param source the text that the lines' offsets are in
 */
export function matchRows(form: Form, chunk: Chunk, lines: readonly Line[], source: string): RowMatch {
	const whole = untouched(form, chunk, lines);
	if (whole) return whole;
	const found: RowMatch = {spans: new Map(), leftovers: [], lines: new Map(), mirrors: []};
	const body = withoutTail(chunk, withoutHints(form, chunk, lines, found), form, found);
	const {anchors, items} = laidOut(form, chunk);
	const keys = body.map(line => labelKeys(line.text));
	const blank = body.map(line => isEmpty(line.text));
	const guidance = new Set(chunk.rows.flatMap(row => row.lines));
	const others = body.map(line => guidance.has(line.text.trim()));
	const indents = anchors.map(row => indentOf(form.source.slice(row.from, row.to)));
	const own = anchors.map(row => textLines(form.source.slice(row.from, row.to))[0]);
	// Of what repeats the unfilled one would be taken for the first, where that is filled in.
	const units = form.repeats.flatMap(({unit, instances}) => (unit === 'item' ? instances.map(one => one.range) : []));
	const repeats = anchors.map(row => units.some(unit => row.from >= unit.from && row.from < unit.to));
	// What need not be there may have gone with its line: one that reads like it is then the author's.
	const labels = anchors.map((row, index) =>
		row.key !== '' && row.slots.some(field => !isOptional(field.requirement)) ? labelOf(own[index] ?? '') : undefined,
	);
	const written = body.map((line, index) => (keys[index]!.length > 0 ? labelOf(line.text) : undefined));
	const standsWhole = standing(chunk.rows, body, form.source);
	const echoing = anchors.map(isEcho);
	const echoes = echoing.includes(true) ? saidBefore(body) : new Set<number>();
	const ownKeys = keysAbove(anchors.map(row => (row.state === 'raw' ? form.source.slice(row.from, row.to) : '')));
	const keysThere = keysAbove(body.map(line => (line.state === 'raw' ? line.text : '')));
	const score = (left: number, right: number): number => {
		const item = items.get(left);
		if (item !== undefined) return blank[right] ? 0 : itemScore(item, body[right]!, others[right]!);
		return rowScore(left, right) * (items.size > 0 ? eighths : 1);
	};

	const rowScore = (left: number, right: number): number => {
		const row = anchors[left]!;
		const line = body[right]!;
		// An item of front matter is one of its key's.
		if (standsIn(row) !== standsIn(line) || ownKeys[left] !== keysThere[right]) return 0;
		// In code and front matter no line is a table's or an item.
		const isLike = standsIn(line) !== 'plain' || isAlike(line.text, own[left] ?? '');
		if (blank[right] || (!row.strong && (others[right] || !isLike))) return 0;
		// A line that says what the template's does is that one, and one that stands as far in, where others fit its blanks;
		// what a field has of the template is the field's.
		if (matchLine(row, body, right, source, form.source))
			return (
				(row.strong ? 20 : 4) +
				(!repeats[left] && line.text.trim() === own[left] ? 1 : 0) +
				(indentOf(line.text) === indents[left] ? 1 : 0) +
				(echoing[left] === true && echoes.has(right) ? 1 : 0) -
				(standsWhole.has(right) || (others[right] && line.text.trim() !== own[left]) ? 2 : 0)
			);
		if (row.key !== '' && keys[right]!.includes(row.key)) return 6;
		return saysSame(labels[left], written[right]) ? 2 : 0;
	};

	const keysOf = anchors.map(row => row.key || wordsOf(form.source.slice(row.from, row.to)));
	const known = new Set(keysOf);
	const pairs = alignLong(
		keysOf,
		body.map((line, index) => {
			const words = wordsOf(line.text);
			return known.has(words) ? words : (keys[index]!.find(key => known.has(key)) ?? '');
		}),
		score,
	);
	for (const [index, at] of pairs.entries())
		if (at !== undefined && !items.has(index)) (found.lines as Map<Row, number>).set(anchors[index]!, at);
	walk(form, chunk, body, source, found);
	return found;
}

/** What blanks alone would fit, too: a table's row, an item. */
const shapes = [/^[ \t]*\|/, /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/];

/** Whether two lines are both of a shape that is told by more than words, or neither. */
function isAlike(text: string, other: string): boolean {
	return (
		shapes.every(shape => shape.test(text) === shape.test(other)) && isDelimiterRow(text) === isDelimiterRow(other)
	);
}

/** What a line stands in: text, code, or a comment, raw HTML or front matter. */
function standsIn({state}: Pick<Line, 'state'>): Line['state'] {
	return state === 'open' ? 'fence' : state;
}

/** The lines without the template's hints at their ends, where these still stand. */
function withoutHints(form: Form, chunk: Chunk, lines: readonly Line[], found: Found): readonly Line[] {
	const hints = chunk.segments.flatMap(one => (one.type === 'guidance' && isBeside(form, one) ? [one.guidance] : []));
	if (hints.length === 0) return lines;
	return lines.map(line => {
		let {text, to} = line;
		if (line.state !== 'plain') return line;
		for (let round = 0; round < hints.length; round++) {
			const bare = text.trimEnd();
			const hint = hints.find(one => bare.endsWith(one.text));
			if (!hint) break;
			const own = bare.slice(0, -hint.text.length).trimEnd();
			const from = line.to - line.text.length + own.length;
			found.leftovers.push({...hint, range: {from, to: line.to - line.text.length + bare.length}});
			text = own;
			to = from;
		}

		return {...line, text, to};
	});
}

function wordsOf(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim();
}

/** The lines without the template's own last lines, which are looked for from the end; variables in them may be filled. */
function withoutTail(chunk: Chunk, lines: readonly Line[], form: Form, found: RowMatch): readonly Line[] {
	let end = lines.length;
	for (const row of chunk.rows.toReversed()) {
		if (!row.tail) break;
		if (row.type !== 'anchor') continue;
		let at = end;
		while (at > 0 && (isEmpty(lines[at - 1]!.text) || isSeparator(lines[at - 1]!))) at--;
		const line = lines[at - 1];
		if (!line) continue;
		const text = line.text.trim();
		const places = row.tokens.some(token => token.type === 'mirror') ? row.pattern?.places(text) : undefined;
		if (places) found.mirrors.push(...mirrorsIn(row.tokens, places, line.to - line.text.trimStart().length));
		if (places || text === form.source.slice(row.from, row.to).trim()) end = at - 1;
	}

	return lines.slice(0, end);
}

type LineMatch = {
	readonly groups: readonly Range[];
	readonly height: number;
	/** The text that was matched, and where it begins. */
	readonly text: string;
	readonly from: number;
};

/** Whether a row stands at a line, and where its fields' texts are. */
function matchLine(
	row: Row,
	lines: readonly Line[],
	at: number,
	source: string,
	template: string,
): LineMatch | undefined {
	// A value of one line may have more in the template, and is all of it while that stands.
	const own = row.height > 1 ? template.slice(row.from, row.to).split(/\r\n|\n|\r/) : [];
	const isOwn = own.length > 1 && own.every((words, index) => lines[at + index]?.text.trim() === words.trim());
	for (let height = isOwn ? own.length : 1; height <= row.height && at + height <= lines.length; height++) {
		const first = lines[at]!;
		const last = lines[at + height - 1]!;
		if (height > 1 && !isOwn && isEmpty(last.text)) break;
		const base = first.to - first.text.length;
		const raw = source.slice(base, last.to);
		const lead = /^[ \t]*/.exec(raw)![0].length;
		const text = row.label ? raw.slice(lead) : raw.slice(lead).trimEnd();
		const groups = row.pattern?.groups(text);
		if (!groups) continue;
		const start = base + lead;
		return {groups: groups.map(({from, to}) => ({from: start + from, to: start + to})), height, text, from: start};
	}

	return undefined;
}

/** Where the text behind a label begins that is styled in another way. */
function looseGroups(row: Row, line: Line): readonly Range[] {
	const lead = /^[ \t]*/.exec(line.text)![0].length;
	const label = /^.{1,120}?:[*_]*/.exec(line.text.slice(lead));
	const base = line.to - line.text.length;
	const from = base + lead + (label?.[0].length ?? line.text.length - lead);
	return row.slots.map(() => ({from, to: line.to}));
}

function walk(form: Form, chunk: Chunk, lines: readonly Line[], source: string, found: RowMatch): void {
	const original = (field: Field): string => form.source.slice(field.range.from, field.range.to);
	let between: Row[] = [];
	let next = 0;
	let label: Label | undefined;
	const flush = (to: number): void => {
		shareOut(lines.slice(next, to), between, label, original, found);
		between = [];
		label = undefined;
	};

	for (const [position, row] of chunk.rows.entries()) {
		if (row.type === 'slot' || row.type === 'guidance') between.push(row);
		const at = found.lines.get(row);
		if (at === undefined) continue;
		flush(at);
		const exact = matchLine(row, lines, at, source, form.source);
		const groups = exact?.groups ?? looseGroups(row, lines[at]!);
		next = at + (exact?.height ?? 1);
		const isBare = listLine.test(form.source.slice(row.from, row.to)) && !listLine.test(lines[at]!.text);
		for (const [index, field] of row.slots.entries()) {
			const range = groups[index]!;
			if (field === row.label) label = {field, range, text: source.slice(range.from, range.to), isBare};
			else found.spans.set(field.id, trimmed(range, source));
		}

		if (exact) found.mirrors.push(...mirrorsIn(row.tokens, row.pattern?.places(exact.text), exact.from));
		for (const token of row.tokens) {
			if (token.type !== 'guidance') continue;
			const text = form.source.slice(token.from, token.to);
			const where = source.indexOf(text.trim(), lines[at]!.from);
			const end = lines[next - 1]!.to;
			if (where >= 0 && where + text.trim().length <= end) {
				found.leftovers.push({...token.guidance, range: {from: where, to: where + text.trim().length}});
			}
		}

		// The line under a table's head is the head's.
		const under = chunk.rows[position + 1];
		if (under?.delimiter === true && next < lines.length && /^[ \t>|:-]+$/.test(lines[next]!.text)) next++;
	}

	flush(lines.length);
}

/**
 * The other places of variables in a line or heading.
 *
 * @param places where its fields and these stand in a text that begins at `start`
 */
export function mirrorsIn(
	tokens: readonly Token[],
	places: readonly Range[] | undefined,
	start: number,
): readonly MirrorFound[] {
	if (!places) return [];
	return tokens
		.filter(token => token.type === 'slot' || token.type === 'mirror')
		.flatMap((token, index) => {
			const place = places[index];
			if (token.type !== 'mirror' || !place) return [];
			return [{...token, range: {from: start + place.from, to: start + place.to}}];
		});
}

function trimmed(range: Range, source: string): Range {
	let {from, to} = range;
	while (from < to && /\s/.test(source[from]!)) from++;
	while (to > from && /\s/.test(source[to - 1]!)) to--;
	return {from, to};
}
