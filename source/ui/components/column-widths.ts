/** How wide a table's columns are drawn. */

import {cells} from '../../core/text/index.ts';
import type {Column} from '../../core/form/types.ts';

/** A column of text narrower than this shows too little of an answer to work with. */
const leastText = 12;
/** A column in which nothing stands yet may be as narrow, where others need the room. */
const leastEmpty = 8;
/** A column need not be wider than this unless what stands in it is. */
const comfortable = 40;
/** As much of a value that is known is kept at the cost of others. */
const short = 24;

/**
 * Widths in cells that share `room`, which is without what parts the columns: by what the columns hold, the longest
 * giving way first, and none to below its head as long as the heads fit. Options and what the template fixes stay whole
 * while columns that are empty have room to give. Undefined where a grid would be too narrow.
 */
export function columnWidths(
	columns: readonly Column[],
	rows: readonly (readonly string[])[],
	room: number,
	isFixed: (row: number, column: number) => boolean = () => false,
): readonly number[] | undefined {
	const least = columns.map(column => leastOf(column));
	if (room < sum(least)) return undefined;
	// One cell of a head is the pointer's, and one of a text the cursor's.
	const heads = columns.map(({label}, index) => Math.max(least[index] ?? leastText, cells(label) + 1));
	const held = columns.map((_, index) => Math.max(0, ...rows.map(row => cells(row[index] ?? '') + 1)));
	const whole = columns.map((column, index) => {
		const known = rows.every((_, row) => isFixed(row, index)) ? (held[index] ?? 0) : optionWidth(column);
		return Math.max(heads[index] ?? leastText, Math.min(known, short));
	});
	const givingWay = columns.map((column, index) => {
		const isKnown = column.kind === 'date' || optionWidth(column) > 0 || rows.some(row => (row[index] ?? '') !== '');
		return isKnown ? (whole[index] ?? leastText) : Math.max(leastEmpty, cells(column.label) + 1);
	});
	const widths = columns.map((_, index) => Math.min(room, Math.max(whole[index] ?? leastText, held[index] ?? 0)));
	let over = sum(widths) - room;
	for (const floors of [whole, givingWay, heads, least]) {
		for (; over > 0; over--) {
			const spare = widths.map((wide, index) => (wide > (floors[index] ?? leastText) ? wide : 0));
			const widest = Math.max(...spare);
			if (widest === 0) break;
			widths[spare.indexOf(widest)] = widest - 1;
		}
	}

	// What is left is shared, so that a cell has room for what is still to be typed.
	const share = Math.max(0, Math.floor((room - sum(widths)) / Math.max(1, columns.length)));
	return widths.map(wide => Math.max(wide, Math.min(comfortable, wide + share)));
}

/** The narrowest that a column may be: what it takes may be known to be short. */
function leastOf(column: Column): number {
	if (column.kind === 'date') return 11;
	if (column.kind === 'number') return 8;
	const options = optionWidth(column);
	return options === 0 || column.open ? leastText : Math.min(leastText, Math.max(4, options));
}

/** How wide the longest of a column's options is between the signs of what is selected; 0 where it has none. */
function optionWidth({options = []}: Column): number {
	return Math.max(0, ...options.map(option => cells(option) + 2));
}

function sum(widths: readonly number[]): number {
	return widths.reduce((total, wide) => total + wide, 0);
}
