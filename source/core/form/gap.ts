/** What lies between two recognised lines, shared out among the fields that stand there in the template. */

import type {Field, Guidance, Range} from './types.ts';
import {fenceEnd, findRun, isItem, isTableRow, listEnd, paragraphEnd, runFrom, textLines} from './gap-lines.ts';
import {indentOf} from './line-pieces.ts';
import type {Line} from './lines.ts';
import type {Row} from './plan.ts';
import {cutsOf, isEmpty} from './separators.ts';
import {readNamedNotApplicable, readNotApplicable} from './value/absent.ts';
import {holdsLines, shapeOf} from './value/normal.ts';

export type Found = {readonly spans: Map<string, Range>; readonly leftovers: Guidance[]};

/** The field that begins on the line before, what stands there of it, and where. */
export type Label = {
	readonly field: Field;
	readonly range: Range;
	readonly text: string;
	/** True where the author has made a line of its own of the template's item: what stands below need not stand further in. */
	readonly isBare: boolean;
};

/**
 * @param lines the lines between
 * @param rows fields and guidance that the template has there
 * @param original the template's text of a field
 */
export function shareOut(
	lines: readonly Line[],
	rows: readonly Row[],
	label: Label | undefined,
	original: (field: Field) => string,
	found: Found,
): void {
	const free = lines.map(() => true);
	let cursor = 0;
	for (const row of rows) {
		// What a field still has of the template may say the same as the guidance below it.
		for (const token of row.tokens)
			if (token.type === 'slot') cursor = runFrom(lines, textLines(original(token.field)), cursor)?.to ?? cursor;
		if (row.type !== 'guidance') continue;
		const at = findRun(lines, row.lines, cursor, free);
		if (!at) continue;
		for (let index = at.from; index < at.to; index++) free[index] = false;
		cursor = at.to;
		const token = row.tokens.find(one => one.type === 'guidance');
		if (token?.type === 'guidance')
			found.leftovers.push({...token.guidance, range: {from: lines[at.from]!.from, to: lines[at.to - 1]!.end}});
	}

	const slots = rows.flatMap(row =>
		row.type === 'slot' ? row.tokens.flatMap(token => (token.type === 'slot' ? [token.field] : [])) : [],
	);
	const count = slots.length + (label ? 1 : 0);
	const {open, cuts} = cutsOf(
		lines.filter((_, index) => free[index]),
		count,
		label !== undefined,
	);
	if (cuts.length > 0 && cuts.length === count - 1) {
		const pieces = [...cuts, open.length].map((to, index) => open.slice(index === 0 ? 0 : cuts[index - 1]! + 1, to));
		if (label) take(label.field, pieces.shift()!, found, label.range);
		for (const [index, slot] of slots.entries()) take(slot, pieces[index]!, found);
		return;
	}

	let rest: readonly Line[] = open;
	if (label) {
		// Where the text of a field below it still is the template's, the label's own ends there.
		const untouched = slots.flatMap(slot => findRun(rest, textLines(original(slot)), 0) ?? []);
		// A label that still has the template's text has no more below it.
		const own = original(label.field).trim();
		const isBlank = slots.length > 0 && own !== '' && label.text.trim() === own;
		const used = isBlank
			? 0
			: Math.min(labelLines(label, rest, slots.length > 0, original(label.field)), ...untouched.map(run => run.from));
		take(label.field, rest.slice(0, used), found, label.range);
		rest = rest.slice(used);
	}

	pin(rest, slots, original, found);
}

/** Fields whose text is still the template's are found first; the others share what lies between these. */
function pin(lines: readonly Line[], slots: readonly Field[], original: (field: Field) => string, found: Found): void {
	for (const [index, slot] of slots.entries()) {
		const words = textLines(original(slot));
		const run = findRun(lines, words, 0, undefined, slots.length > 1, line => begins(line, slot, original(slot)));
		if (!run || (index === 0 && isLaters(lines, run, slots, words, original))) continue;
		take(slot, lines.slice(run.from, run.to), found);
		divide(lines.slice(0, run.from), slots.slice(0, index), found);
		pin(lines.slice(run.to), slots.slice(index + 1), original, found);
		return;
	}

	divide(lines, slots, found);
}

/** Whether a line may be the first of a field's own text: none inside code is, and of indented code one as far in. */
function begins(line: Line, {place}: Field, own: string): boolean {
	if (line.state === 'fence') return false;
	return place.at !== 'fence' || /^[ \t]*(?:`{3}|~{3})/.test(own) || indentOf(line.text) >= 4;
}

/**
 * Whether what the first field has of the template is a later one's, which says the same there: something is written in
 * front of it, and it does not stand as often as there are such fields.
 */
function isLaters(
	lines: readonly Line[],
	run: {readonly from: number; readonly to: number},
	slots: readonly Field[],
	words: readonly string[],
	original: (field: Field) => string,
): boolean {
	if (lines.slice(0, run.from).every(line => isEmpty(line.text))) return false;
	const same = slots.filter(slot => textLines(original(slot)).join('\n') === words.join('\n')).length;
	let often = 0;
	for (let at: typeof run | undefined = run; at && often < same; at = findRun(lines, words, at.to)) often++;
	return often < same;
}

function divide(lines: readonly Line[], slots: readonly Field[], found: Found): void {
	const [slot, ...others] = slots;
	if (!slot) return;
	const used = extent(lines, slot, others);
	if (used) take(slot, lines.slice(used.from, used.to), found);
	divide(lines.slice(used?.to ?? 0), others, found);
}

/** Which of the lines are a field's, by the kind of thing it is. */
function extent(
	lines: readonly Line[],
	field: Field,
	others: readonly Field[],
): {readonly from: number; readonly to: number} | undefined {
	const first = lines.findIndex(line => !isEmpty(line.text));
	if (first < 0) return undefined;
	const {at} = field.place;
	const alone = others.length === 0;
	if (absent(lines[first]!.text) || (at === 'fence' && absentByName(lines[first]!.text, field.label)))
		return {from: first, to: alone && at === 'block' && holdsLines(field) ? lines.length : paragraphEnd(lines, first)};
	if (at === 'fence') {
		const open = alone ? lines.findIndex(line => line.state === 'open') : lines[first]!.state === 'open' ? first : -1;
		return open < 0 ? indentedCode(lines, field, first, alone) : {from: open, to: fenceEnd(lines, open)};
	}

	if (at === 'rows') {
		const row = alone ? lines.findIndex(line => isTableRow(line)) : isTableRow(lines[first]!) ? first : -1;
		if (row < 0) return undefined;
		let to = row;
		while (to < lines.length && isTableRow(lines[to]!)) to++;
		return {from: row, to};
	}

	if (at === 'items') {
		const item = alone ? lines.findIndex(line => isItem(line)) : isItem(lines[first]!) ? first : -1;
		return item < 0 ? undefined : {from: item, to: listEnd(lines, item)};
	}

	if (alone) return {from: first, to: lines.length};
	const [next] = others;
	let stop = -1;
	if (next?.place.at === 'fence') stop = lines.findLastIndex(line => line.state === 'open');
	else if (next?.place.at === 'rows')
		stop = lines.findIndex(
			(line, index) => index > first && line.state === 'plain' && line.text.trimStart().startsWith('|'),
		);
	else if (next?.place.at === 'items') stop = lines.findIndex((line, index) => index > first && isItem(line));
	else stop = paragraphEnd(lines, first);
	return stop < 0 ? {from: first, to: lines.length} : stop <= first ? undefined : {from: first, to: stop};
}

/** Code that stands indented, as where the template has it so and only names in it are filled. It begins no paragraph's next line. */
function indentedCode(
	lines: readonly Line[],
	{place}: Field,
	first: number,
	alone: boolean,
): {readonly from: number; readonly to: number} | undefined {
	const column = 4 + ('indent' in place ? place.indent.length : 0);
	const isCode = (line: Line): boolean => line.state === 'plain' && indentOf(line.text) >= column;
	const from = lines.findIndex(
		(line, index) => index >= first && isCode(line) && !isEmpty(line.text) && isEmpty(lines[index - 1]?.text ?? ''),
	);
	if (from < 0 || (!alone && from > first)) return undefined;
	let to = from + 1;
	while (to < lines.length && (isEmpty(lines[to]!.text) || isCode(lines[to]!))) to++;
	return {from, to};
}

function absent(text: string): boolean {
	return (
		/^[\s|]*(?:n\/a|not applicable)\b/i.test(text) && readNotApplicable(text.replaceAll('|', ' ').trim()) !== undefined
	);
}

/** Where only code stands, the words may have the label in front. */
function absentByName(text: string, name: string): boolean {
	return readNamedNotApplicable(text, name) !== undefined;
}

/** How many lines below its own belong to a label's value. */
function labelLines({field, range, isBare}: Label, lines: readonly Line[], more: boolean, original: string): number {
	const shape = shapeOf(field);
	// Of a value of one line the template may have more: what it says below of that.
	if (shape === 'text' && !holdsLines(field)) {
		return runFrom(lines, textLines(original).slice(1), 0)?.to ?? 0;
	}

	const {place} = field;
	const indent = 'indent' in place ? place.indent.length : 0;
	if ((indent === 0 || isBare) && !more) return lines.length;
	let to = 0;
	const first = lines.findIndex(line => !isEmpty(line.text));
	for (const [index, line] of lines.entries()) {
		if (isEmpty(line.text)) {
			if (indent === 0 && more && !(range.to === range.from && index <= first)) break;
			continue;
		}

		if (indent > 0 && indentOf(line.text) < indent && line.state !== 'fence' && line.state !== 'raw') break;
		to = index + 1;
	}

	return to;
}

/** Notes where a field's text stands: from its first line that is not blank to its last. */
function take(field: Field, lines: readonly Line[], found: Found, behind?: Range): void {
	let last = lines.length - 1;
	while (last >= 0 && isEmpty(lines[last]!.text)) last--;
	if (behind) {
		found.spans.set(field.id, {from: behind.from, to: last < 0 ? behind.to : lines[last]!.to});
		return;
	}

	const first = lines.findIndex(line => !isEmpty(line.text));
	if (first < 0) return;
	const line = lines[first]!;
	const {place} = field;
	// Rows in a quote are whole lines, as their signs come again in each.
	const isQuoted = place.at === 'rows' && place.indent.includes('>');
	const indent = 'indent' in place && !isQuoted ? place.indent.length : 0;
	const blanks = /^[ \t]*/.exec(line.text)![0].length;
	// A byte order mark is no part of the first line.
	const start = line.to - line.text.length;
	found.spans.set(field.id, {from: start + Math.min(indent, blanks), to: lines[last]!.to});
}
