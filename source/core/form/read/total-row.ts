/** A table's last row that adds up those above it: it stays below them, and its blanks are fields of their own. */

import type {Table, TableRow} from '../markdown.ts';
import {slug} from '../slug.ts';
import {namesTotal} from '../totals.ts';
import type {Column, Range} from '../types.ts';
import {blanksIn} from './blank.ts';
import type {FoundField, Source} from './found-field.ts';
import {labelText} from './label.ts';
import {readValue, valueFields} from './value.ts';

function nameOf({text}: Source, row: TableRow): string {
	const [head] = row.cells;
	return head ? labelText(text.slice(head.from, head.to)) : '';
}

/** The last of several rows, where it is named a total and has blanks for it. */
export function totalsRow(source: Source, {rows}: Table): TableRow | undefined {
	const last = rows.at(-1);
	if (!last || rows.length < 2 || !namesTotal(nameOf(source, last))) return undefined;
	return last.cells.slice(1).some(cell => blanksIn(source.text, cell, cell.spans).length > 0) ? last : undefined;
}

/** The totals that a row has a blank for, one a column. */
export function totalFields(
	source: Source,
	row: TableRow,
	columns: readonly Column[],
	group: readonly string[],
): FoundField[] {
	const name = nameOf(source, row);
	return row.cells.slice(1).flatMap((cell, index) => {
		const column = columns[index + 1];
		const reading = readValue(source, cell, cell.spans, true, name);
		if (!column || reading.blanks.length !== 1) return [];
		const range: Range = {from: cell.from, to: cell.to};
		const label = `${name} ${column.label}`;
		const path = [...group, slug(name), column.id];
		return valueFields(source, label, reading, {range, place: {at: 'cell'}}, group, 'metadata-table').map(field => ({
			...field,
			label,
			path,
			sums: column.id,
		}));
	});
}
