/** How wide a table's columns are drawn. */

import {cells} from '../../core/text/index.ts';
import type {Column} from '../../core/form/types.ts';

/** A column of text narrower than this shows too little of an answer to work with. */
const leastText = 12;
/** A column need not be wider than this unless what stands in it is. */
const comfortable = 40;

/**
 * Widths in cells that share `room`, which is without what parts the columns: by what the columns hold, the longest
 * giving way first, and none to below its head as long as the heads fit. Undefined where a grid would be too narrow.
 */
export function columnWidths(
	columns: readonly Column[],
	rows: readonly (readonly string[])[],
	room: number,
): readonly number[] | undefined {
	const least = columns.map(column => leastOf(column));
	if (room < sum(least)) return undefined;
	// One cell of a head is the pointer's.
	const heads = columns.map(({label}, index) => Math.max(least[index] ?? leastText, cells(label) + 1));
	const floors = sum(heads) <= room ? heads : least;
	const widths = columns.map((_, index) =>
		Math.min(room, Math.max(floors[index] ?? leastText, ...rows.map(row => cells(row[index] ?? '') + 1))),
	);
	for (let over = sum(widths) - room; over > 0; over--) {
		const spare = widths.map((wide, index) => (wide > (floors[index] ?? leastText) ? wide : 0));
		const widest = spare.indexOf(Math.max(...spare));
		widths[widest] = (widths[widest] ?? leastText) - 1;
	}

	// What is left is shared, so that a cell has room for what is still to be typed.
	const share = Math.max(0, Math.floor((room - sum(widths)) / Math.max(1, columns.length)));
	return widths.map(wide => Math.max(wide, Math.min(comfortable, wide + share)));
}

/** The narrowest that a column may be: what it takes may be known to be short. */
function leastOf({kind, options = [], open}: Column): number {
	if (kind === 'date') return 11;
	if (kind === 'number') return 8;
	if (options.length === 0 || open) return leastText;
	return Math.min(leastText, Math.max(4, ...options.map(option => cells(option) + 1)));
}

function sum(widths: readonly number[]): number {
	return widths.reduce((total, wide) => total + wide, 0);
}
