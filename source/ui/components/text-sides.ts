/** What stands beside a text being typed and is not typed: the unit of a number, the ids of a list's items. */

import {cells} from '../../core/text/index.ts';
import type {TextBuffer} from '../../core/text/types.ts';
import {withoutUnit} from '../../core/form/index.ts';
import type {Field} from '../../core/form/types.ts';
import {itemMarks, listPlaceholder} from '../../core/wizard/index.ts';

export type TextSides = {
	/** What the document puts in front of each line, by line; empty where it puts nothing. */
	readonly marks?: readonly string[];
	readonly before?: string;
	readonly behind?: string;
};

/** What stands beside the text of a field. */
export function sidesOf(field: Field, {lines, cursor}: TextBuffer): TextSides {
	if (field.kind === 'list') {
		// The line in hand is an item to be, nothing typed yet or not.
		const begun = lines.map((line, index) => (index === cursor.line && line.trim() === '' ? `${line}-` : line));
		const isEmpty = lines.length === 1 && lines[0] === '';
		const marks = itemMarks(field, isEmpty ? (listPlaceholder(field) || '-').split('\n') : begun);
		return marks.some(mark => mark !== '') ? {marks} : {};
	}

	const text = lines.join(' ').trim();
	// One that was typed too is not written, and not shown twice either.
	if (field.unit === undefined || withoutUnit(field, text) !== text) return {};
	return field.unitStands === 'before' ? {before: field.unit} : {behind: field.unit};
}

/** How many cells the widest mark takes, with the blank behind it. */
export function markWidth({marks = []}: TextSides): number {
	const widest = Math.max(0, ...marks.map(mark => cells(mark)));
	return widest === 0 ? 0 : widest + 1;
}

/** How many cells of a row all that stands beside the text takes, with the blanks between. */
export function sidesWidth(sides: TextSides): number {
	const units = [sides.before, sides.behind].filter(unit => unit !== undefined);
	return units.reduce((sum, unit) => sum + cells(unit) + 1, markWidth(sides));
}
