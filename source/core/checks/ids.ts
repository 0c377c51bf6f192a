/** Ids such as G1, T1 or Q1 that the items of a list or the rows of a table are known by. */

import type {Document, Field, Range} from '../form/types.ts';
import {literal} from './literal.ts';

/** What ids stand under; behind other columns a sign for numbers is how many there are. */
const ids = /^(?:#|id|key|no\.?|nr\.?|ref\.?)$/i;
const idsAnywhere = /^(?:id|key|ref\.?)$/i;

/** The ids at the heads of a list's items, or in the column of a table that is called so, in their order. */
export function idsOf(document: Document, field: Field): readonly {readonly id: string; readonly range: Range}[] {
	const span = document.spans.get(field.id);
	if (!span) return [];
	const column = field.columns?.findIndex(({label}, at) => (at === 0 ? ids : idsAnywhere).test(label.trim())) ?? -1;
	const prefix = field.item?.idPrefix;
	if (column < 0 && (prefix === undefined || prefix.trim() === '')) return [];
	const item =
		prefix === undefined ? undefined : new RegExp(`^\\s*(?:[-*+]|\\d+[.)])\\s+[*_]*(${literal(prefix)}\\d+)\\b`, 'd');
	const found: {id: string; range: Range}[] = [];
	for (const line of document.source.slice(span.from, span.to).matchAll(/[^\r\n]+/g)) {
		const [from, to] = (column < 0 ? item?.exec(line[0])?.indices?.[1] : cellAt(line[0], column)) ?? [];
		if (from === undefined || to === undefined || from === to) continue;
		const start = span.from + line.index;
		found.push({id: line[0].slice(from, to), range: {from: start + from, to: start + to}});
	}
	return found;
}

/** Where the text of a row's cell begins and ends; an escaped pipe is no border (GFM tables). */
function cellAt(line: string, column: number): readonly [number, number] | undefined {
	const borders = Array.from(line.matchAll(/(?<!\\)\|/g), match => match.index);
	if (!line.trimStart().startsWith('|')) borders.unshift(-1);
	const left = borders[column];
	if (left === undefined) return undefined;
	const text = line.slice(left + 1, borders[column + 1] ?? line.length);
	const from = left + 1 + (text.length - text.trimStart().length);
	return [from, from + text.trim().length];
}
