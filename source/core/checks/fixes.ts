/** What follows from a document and can be written into it: boxes of its gate, and ids that count. */

import {cellsOf, encode, isDelimiterRow} from '../form/index.ts';
import type {Answer, Answers, Document, Field, Range, Row, Value} from '../form/types.ts';
import {gateOf} from './gate/index.ts';
import {idsOf} from './ids.ts';
import {literal} from './literal.ts';
import {nameOf} from './naming.ts';
import {gatherings} from './roll-up.ts';
import {standingOf} from './standing.ts';
import type {Facts} from './types.ts';

/** A piece of a text that becomes another. */
export type Edit = {readonly range: Range; readonly text: string};

/** The text with edits in it, which must not overlap. */
export function withEdits(source: string, edits: readonly Edit[]): string {
	return [...edits]
		.sort((one, other) => other.range.from - one.range.from)
		.reduce((text, {range, text: own}) => text.slice(0, range.from) + own + text.slice(range.to), source);
}

/** What a document is to say where it gathers evidence and gaps: answers to fill it with, and edits of its text. */
export type Gathered = {readonly answers: Answers; readonly edits: readonly Edit[]};

/**
 * Brings what gathers evidence and gaps in step with the paragraphs. Rows that somebody wrote stay byte for byte, but for
 * cells in which nothing stands. The edits are of the text without the answers.
 */
export function gatheredEvidence(document: Document): Gathered {
	const answers = new Map<string, Answer>();
	const edits: Edit[] = [];
	for (const {entry, value, saysNone} of gatherings(document)) {
		const {field} = entry;
		const range = document.spans.get(field.id);
		const own = value && range ? rowEdits(document, field, range, value) : undefined;
		if (own) edits.push(...own);
		else if (value) answers.set(field.id, {state: 'answered', value});
		else if (saysNone && range) edits.push({range, text: noneIn(field)});
	}
	return {answers, edits};
}

/** The same as answers alone, for a document that is written from its answers. What somebody left out stays so. */
export function gatheredAnswers(document: Document): Answers {
	return new Map(
		gatherings(document).flatMap(({entry: {field, state}, value, saysNone}): [string, Answer][] => {
			const own = value ?? (saysNone && noneValue(field));
			return own && state !== 'left-out' ? [[field.id, {state: 'answered', value: own}]] : [];
		}),
	);
}

/** `None.` as the only item or row. */
function noneValue({columns, item}: Field): Value {
	const first = (columns ?? item?.parts)?.[0]?.id;
	return first === undefined ? ['None.'] : [{[first]: 'None.'}];
}

/** A table's rows that change, and those that come behind them; undefined where it has none of the author's yet. */
function rowEdits(document: Document, field: Field, range: Range, value: Value): readonly Edit[] | undefined {
	const given = document.answers.get(field.id);
	if (field.kind !== 'table' || given?.state !== 'answered') return undefined;
	const [before, after] = [given.value, value] as [readonly Row[], readonly Row[]];
	const lines = Array.from(document.source.slice(range.from, range.to).matchAll(/[^\r\n]+/g)).filter(
		([line]) => !isDelimiterRow(line) && cellsOf(line).some(({text}) => text !== ''),
	);
	if (lines.length !== before.length || after.length < before.length) return undefined;
	const written = (row: Row): string | undefined => {
		const text = encode(field, [row]);
		return text.ok ? text.value : undefined;
	};
	const changed = before.flatMap((row, index) => {
		const line = lines[index]!;
		const cells = cellsOf(written(after[index]!) ?? '');
		return cellsOf(line[0]).flatMap(({from, to}, at): readonly Edit[] => {
			const id = field.columns?.[at]?.id;
			if (id === undefined || row[id] === after[index]![id]) return [];
			const start = range.from + line.index;
			return [{range: {from: start + from, to: start + to}, text: ` ${cells[at]?.text ?? ''} `}];
		});
	});
	const last = lines.at(-1)!;
	const end = range.from + last.index + last[0].length;
	const lead = (/\r\n|\n|\r/.exec(document.source)?.[0] ?? '\n') + /^[ \t>]*/.exec(last[0])![0];
	const added = after.slice(before.length).flatMap(row => written(row) ?? []);
	const text = added.map(row => lead + row).join('');
	return text === '' ? changed : [...changed, {range: {from: end, to: end}, text}];
}

/** The text of it. */
function noneIn({item, columns, place}: Field): string {
	const indent = 'indent' in place ? place.indent : '';
	if (!columns) return `${indent}${item?.bullet.replace(/^\d+/, '1') ?? '-'} None.`;
	return `${indent}| None. |${'  |'.repeat(columns.length - 1)}`;
}

/** Ticks the boxes that follow from the document and unticks those that it refutes; what only a person can say stays. */
export function gateEdits(document: Document, facts: Facts): readonly (Edit & {readonly why: string})[] {
	return gateOf(document, facts).flatMap(({mark, isTicked, verdict, reason}) => {
		if (verdict === 'attested' || isTicked === (verdict === 'met')) return [];
		return [{range: mark, text: isTicked ? ' ' : 'x', why: reason}];
	});
}

/** What lists of ids become, and the names of those that are left because something refers to an id that would be another. */
export type Renumbering = {readonly edits: readonly Edit[]; readonly left: readonly string[]};

/**
 * Lists that count their items get numbers from 1 on, and rows of a table that have the id of one before get the next free
 * one. A list stays as it is where an id that would change stands anywhere else in the document.
 */
export function idEdits(document: Document): Renumbering {
	const edits: Edit[] = [];
	const left: string[] = [];
	for (const entry of standingOf(document).fields.values()) {
		if (entry.state !== 'answered' && entry.state !== 'partial') continue;
		const ids = idsOf(document, entry.field);
		const changed = renumbered(ids, entry.field).filter(
			({range, text}) => text !== document.source.slice(range.from, range.to),
		);
		if (changed.length === 0) continue;
		const own = ids.map(({range}) => range.from);
		if (
			changed.some(({range, text}) =>
				isNamed(document.source, [document.source.slice(range.from, range.to), text], own),
			)
		)
			left.push(nameOf(entry));
		else edits.push(...changed);
	}
	return {edits, left};
}

type Id = ReturnType<typeof idsOf>[number];

function renumbered(ids: readonly Id[], {item}: Field): readonly Edit[] {
	const parts = ids.flatMap(({id, range}) => {
		const digits = /\d+$/.exec(id);
		return digits ? [{id, prefix: id.slice(0, digits.index), digits: digits[0], range}] : [];
	});
	if (item?.idPrefix !== undefined)
		return parts.map(({prefix, range}, index) => ({range, text: `${prefix}${index + 1}`}));
	const taken = new Set(ids.map(({id}) => id));
	const seen = new Set<string>();
	return parts.flatMap(({id, prefix, digits, range}) => {
		if (!seen.has(id)) {
			seen.add(id);
			return [];
		}
		const idAt = (at: number): string => `${prefix}${String(at).padStart(digits.length, '0')}`;
		let next = Number(digits) + 1;
		while (taken.has(idAt(next))) next++;
		taken.add(idAt(next));
		return [{range, text: idAt(next)}];
	});
}

/** Whether one of these ids stands in the text elsewhere than at the head of an item or row of its list. */
function isNamed(source: string, ids: readonly string[], own: readonly number[]): boolean {
	const word = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ids.map(literal).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
	return Array.from(source.matchAll(word)).some(({index}) => !own.includes(index));
}
