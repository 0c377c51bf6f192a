/** Tables whose last row is named a total, wherever they stand in a text. */

import {isAddedUp, namesPartialTotal, namesTotal} from '../form/index.ts';
import type {Range} from '../form/types.ts';
import {bare, pipeTables, type PipeRow} from './pipe-tables.ts';

/** One number of a row of totals, with what stands in its column. */
export type StatedTotal = {
	/** What the row is called. */
	readonly row: string;
	/** The column's head. */
	readonly column: string;
	/** The cells above, as written. */
	readonly cells: readonly string[];
	/** Where the cell's text stands, without emphasis around it. */
	readonly range: Range;
};

/**
 * The cells of every row of totals, in the order of the text. Tables with another total or a subtotal above the last row
 * are left out: whether that one counts, and with which sign the rows behind it do, only their author knows. So are columns
 * whose heads say that nobody adds them up.
 */
export function statedTotals(source: string): readonly StatedTotal[] {
	return pipeTables(source).flatMap(({heads, rows}) => {
		const last = rows.at(-1);
		const above = rows.slice(0, -1);
		if (!last || above.length === 0 || !namesTotal(nameIn(last))) return [];
		return above.some(row => namesPartialTotal(nameIn(row))) ? [] : totalsIn(heads, above, last);
	});
}

function totalsIn(heads: readonly string[], above: readonly PipeRow[], last: PipeRow): readonly StatedTotal[] {
	const row = bare(nameIn(last));
	return last.cells.flatMap((cell, index) => {
		const column = heads[index];
		const text = bare(cell.text);
		if (column === undefined || text === '' || text === row || !isAddedUp(column)) return [];
		const at = cell.range.from + cell.text.indexOf(text);
		const cells = above.map(one => one.cells[index]?.text ?? '');
		return [{row, column, cells, range: {from: at, to: at + text.length}}];
	});
}

/** What a row is called: its first cell that is not empty, which a number may stand in front of. */
function nameIn({cells}: PipeRow): string {
	return cells.find(({text}) => /\p{L}/u.test(text))?.text ?? '';
}
