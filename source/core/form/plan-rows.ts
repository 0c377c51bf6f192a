/** A piece of a form's source as rows: lines of the template, and the lines that one field or one piece of guidance takes. */

import type {Form, Guidance} from './types.ts';
import {firstIndex} from '../text/index.ts';
import type {Line} from './lines.ts';
import {labelKey, patternOf} from './patterns.ts';
import type {Row, Segment, Token} from './plan.ts';
import {isDelimiterRow} from './value/cell.ts';

/** The text between two offsets as what can change there and the template's own words between. */
export function tokensOf(from: number, to: number, segments: readonly Segment[]): readonly Token[] {
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

/**
 * The rows between two offsets.
 *
 * @param lines the lines of the whole source
 * @param all what can change there, in order
 */
export function rowsOf(
	form: Form,
	lines: readonly Line[],
	from: number,
	to: number,
	all: readonly Segment[],
): readonly Row[] {
	const {source} = form;
	const rows: Row[] = [];
	const segments = all.filter(one => !isBeside(form, one));
	const beside = all.filter(one => isBeside(form, one));
	/** Where a line's text ends, without the hints behind it. */
	const endOf = (line: Line): number => beside.find(one => one.from >= line.from && one.to <= line.to)?.from ?? line.to;
	let next = 0;
	let index = firstIndex(lines, line => line.from >= from);
	// A field of no length behind the heading's line stands before the first row.
	const own: Segment[] = [];
	while (next < segments.length && segments[next]!.to < from) own.push(segments[next++]!);
	while (next < segments.length && segments[next]!.from < from && segments[next]!.to <= from)
		own.push(segments[next++]!);
	for (const segment of own) if (segment.type === 'slot') rows.push(slotRow(segment, from));
	for (; index < lines.length && lines[index]!.from < to; index++) {
		const begin = index;
		const first = lines[index]!;
		let last = first;
		const inside: Segment[] = [];
		let guidance: Guidance | undefined;
		while (next < segments.length) {
			const segment = segments[next]!;
			const behind = segment.type === 'guidance' && segment.from >= last.to && segment.to > last.end;
			if (segment.from > last.to || behind || isBelow(segment, last)) break;
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
			rows.push(rowOf(form, first, {...last, to: endOf(last)}, inside, guidance, index - begin + 1));
			const segment = segments[next]!;
			next++;
			const start = lines[index + 1];
			if (!start || start.from >= to) break;
			let stop = start;
			const at = ++index;
			while (segment.to > stop.end && lines[index + 1] && lines[index + 1]!.from < to) stop = lines[++index]!;
			rows.push(
				rowOf(form, start, stop, [segment], (segment as {readonly guidance: Guidance}).guidance, index - at + 1),
			);
			continue;
		}

		rows.push(rowOf(form, first, {...last, to: endOf(last)}, inside, guidance, index - begin + 1));
		while (next < segments.length && isBelow(segments[next]!, last)) {
			const segment = segments[next++]!;
			rows.push(slotRow(segment, segment.from));
		}
	}

	// A heading that the text ends with has its field behind the last line.
	for (; next < segments.length; next++) {
		const segment = segments[next]!;
		if (segment.type === 'slot' && segment.from === segment.to) rows.push(slotRow(segment, segment.from));
	}

	const lastSlot = rows.findLastIndex(
		row =>
			row.type === 'slot' ||
			row.type === 'guidance' ||
			row.slots.length > 0 ||
			row.tokens.some(token => token.type === 'mirror'),
	);
	return rows.map((row, at) => {
		const previous = rows[at - 1];
		const delimiter =
			row.type === 'anchor' &&
			row.state === 'plain' &&
			row.slots.length === 0 &&
			isDelimiterRow(source.slice(row.from, row.to)) &&
			previous?.type === 'anchor';
		return {...row, delimiter, tail: at > lastSlot};
	});
}

/** Whether a segment is for lines below one at whose end it stands: the rows of a table that has none. */
function isBelow(segment: Segment, line: Line): boolean {
	return (
		segment.type === 'slot' &&
		segment.field.place.at === 'rows' &&
		segment.from === segment.to &&
		segment.from === line.to
	);
}

/**
 * A hint at the end of a line, behind other text. It says nothing of the document and is no part of its row: where it
 * still stands in a document it is taken away before the line is looked at.
 */
export function isBeside({source}: Form, one: Segment): boolean {
	return (
		one.type === 'guidance' &&
		one.guidance.role === 'hint' &&
		!/[\r\n]/.test(source.slice(one.from, one.to)) &&
		/^[ \t]*(?:[\r\n]|$)/.test(source.slice(one.to, one.to + 200)) &&
		!/(?:^|[\r\n])[ \t]*$/.test(source.slice(Math.max(0, one.from - 200), one.from))
	);
}

/** What most rows are not. */
const plain = {lines: [], slots: [], strong: false, key: '', delimiter: false, tail: false} as const;

function slotRow(segment: Segment, at: number): Row {
	return {
		type: 'slot',
		from: at,
		to: at,
		end: at,
		tokens: [segment],
		height: 1,
		state: 'plain',
		...plain,
	};
}

function rowOf(
	form: Form,
	first: Line,
	last: Line,
	segments: readonly Segment[],
	guidance: Guidance | undefined,
	height: number,
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
		...plain,
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
