/** What a screen reader hears of a list: which of how many is in hand, and in words what the glyphs say. */

import {
	computedInHand,
	computedWords,
	fieldInHand,
	filteredOutline,
	gaps,
	paletteEntries,
	readings,
	type Field,
	type WizardState,
} from '../../core/wizard/index.ts';
import {sanitize, textOf} from '../../core/text/index.ts';
import {signOf} from '../components/outline.ts';
import type {Look} from '../drawing/look.ts';

/** One sentence about the list in hand, such as `2 of 5: In Review, taken`; undefined where there is none. */
export function spokenPlace(state: WizardState, look: Look): string | undefined {
	const {overlay} = state;
	return overlay ? inOverlay(state, overlay, look) : inField(state, fieldInHand(state));
}

/** `2 of 5: ` and what is said of the item in hand, sanitised; undefined where there is none. */
export function placeOf<T>(
	items: readonly T[],
	cursor: number,
	words: (item: T) => readonly (string | undefined)[],
): string | undefined {
	const item = items[cursor];
	if (item === undefined) return undefined;
	const said = words(item).filter(word => word !== undefined && word !== '');
	return sanitize(`${cursor + 1} of ${items.length}: ${said.join(', ')}`.replaceAll('\n', ' '));
}

function inOverlay(state: WizardState, overlay: NonNullable<WizardState['overlay']>, look: Look): string | undefined {
	switch (overlay.type) {
		case 'outline':
			return placeOf(filteredOutline(state), overlay.cursor, row => [row.title, signOf(row, look)?.[2]]);
		case 'palette':
			return placeOf(paletteEntries(state), overlay.cursor, entry => [
				entry.title,
				entry.type === 'command' ? undefined : entry.where,
			]);
		case 'review':
			return placeOf(gaps(state), overlay.cursor, ({label, where, reason}) => [
				label,
				where === label ? undefined : where,
				reason,
			]);
		case 'readings':
			return placeOf(readings(state), overlay.cursor, ({words, isNow}) => [
				words,
				isNow ? 'as it is read now' : undefined,
			]);
		default:
			return undefined;
	}
}

function inField(state: WizardState, field: Field): string | undefined {
	const {input} = state;
	switch (input.type) {
		case 'choice': {
			const other = textOf(input.other).trim();
			const options = field.options.map((text, index) => ({text, isTaken: input.picked.includes(index)}));
			const all = field.open ? [...options, {text: `Other ${other}`.trim(), isTaken: other !== ''}] : options;
			const taken = all.filter(({isTaken}) => isTaken).map(({text}) => text);
			const here = placeOf(all, input.typingOther ? field.options.length : input.cursor, ({text, isTaken}) => [
				text,
				isTaken ? 'taken' : 'not taken',
			]);
			return here && `${here}. ${taken.length === 0 ? 'Nothing is taken.' : `Taken: ${sanitize(taken.join(', '))}.`}`;
		}

		case 'checklist': {
			const known = computedInHand(state)[input.cursor];
			return placeOf(input.items, input.cursor, ({text, done}) => [
				text,
				known ? computedWords(known) : done ? 'done' : 'not done',
			]);
		}

		case 'table': {
			const columns = (field.columns ?? []).map(({label}) => label);
			const column = placeOf(columns, input.column, label => [label]);
			return column && `Row ${input.row + 1} of ${input.rows.length}, column ${column}`;
		}

		case 'text':
			return undefined;
	}
}
