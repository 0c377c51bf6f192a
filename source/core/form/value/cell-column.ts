/** Cells whose options have a box each: `☐ Yes ☐ No`. */

import {ticked, ticksIn} from '../ticks.ts';
import type {Column, FixedRow} from '../types.ts';

/** What a cell asks for: its column's, but for options that the template offers in this cell. */
export function askedAt(column: Column, row: FixedRow | undefined): Column {
	const own = row && Object.hasOwn(row.blanks, column.id) ? ticksIn(row.blanks[column.id]!) : undefined;
	return own ? {...column, kind: 'choice', options: own.map(({option}) => option), open: false} : column;
}

/** A cell's text with what was chosen ticked, and nothing else; undefined where it offers no such options. */
export function tickedCell(text: string, value: string): string | undefined {
	const options = new Set(ticksIn(text)?.map(({option}) => option));
	const chosen = value === '' || options.has(value) ? [value] : value.split(', ');
	return options.size > 0 && chosen.every(one => one === '' || options.has(one))
		? ticked(text, new Set(chosen))
		: undefined;
}

/** What is ticked in a cell; undefined where it has no boxes. */
export function chosenIn(text: string): string | undefined {
	return ticksIn(text)
		?.filter(({done}) => done)
		.map(({option}) => option)
		.join(', ');
}
