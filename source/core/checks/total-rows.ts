/** Tables whose last row is named a total, wherever they stand in a text. */

import {cellsOf, isAddedUp, isDelimiterRow, namesPartialTotal, namesTotal} from '../form/index.ts';
import type {Range} from '../form/types.ts';
import {linesOf} from '../text/index.ts';
import {masked} from './masked.ts';

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
	const lines = linesOf(source);
	const textOf = (index: number): string => source.slice(lines.starts[index], lines.endOf(lines.starts[index]!));
	const named = lines.starts.flatMap((_, index) => {
		const text = textOf(index);
		return text.includes('|') && namesTotal(nameIn(text)) ? [index] : [];
	});
	if (named.length === 0) return [];
	const plain = masked(source);
	const isRow = (index: number): boolean => {
		const from = lines.starts[index];
		return from !== undefined && plain.slice(from, lines.endOf(from)).includes('|');
	};
	return named.flatMap(last => {
		if (!isRow(last) || isRow(last + 1)) return [];
		let first = last;
		while (isRow(first - 1) && !isDelimiterRow(textOf(first - 1))) first--;
		// Above the rows stand the line under the head, and the head.
		if (first === last || first < 2 || !isRow(first - 1) || !isRow(first - 2)) return [];
		const rows = Array.from({length: last - first}, (__, at) => textOf(first + at));
		if (rows.some(text => namesPartialTotal(nameIn(text)))) return [];
		return totalsIn(textOf(first - 2), rows, textOf(last), lines.starts[last]!);
	});
}

function totalsIn(head: string, rows: readonly string[], last: string, start: number): readonly StatedTotal[] {
	const heads = cellsOf(head).map(({text}) => bare(text));
	const above = rows.map(text => cellsOf(text));
	const row = bare(nameIn(last));
	return cellsOf(last).flatMap(({from, to}, index) => {
		const column = heads[index];
		const text = bare(last.slice(from, to));
		if (column === undefined || text === '' || text === row || !isAddedUp(column)) return [];
		const at = start + from + last.slice(from, to).indexOf(text);
		const cells = above.map(one => one[index]?.text ?? '');
		return [{row, column, cells, range: {from: at, to: at + text.length}}];
	});
}

/** What a row is called: its first cell that is not empty, which a number may stand in front of. */
function nameIn(line: string): string {
	return cellsOf(line).find(({text}) => /\p{L}/u.test(text))?.text ?? '';
}

/** A text without the emphasis, code marks and blanks around it. */
function bare(text: string): string {
	return text
		.replace(/^[\s*_`]+/, '')
		.trimEnd()
		.replace(/[*_`]+$/, '')
		.trimEnd();
}
