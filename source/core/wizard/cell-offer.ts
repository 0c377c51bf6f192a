/** What is offered where the author is: at a field, or in a table at the cell in hand. */

import {totalInGrid} from '../form/index.ts';
import {edit, textOf} from '../text/index.ts';
import {fieldInHand, marksAround, takeInput} from './answers.ts';
import {askedIn} from './cells.ts';
import {withCell} from './in-hand.ts';
import {valueOf} from './input.ts';
import {offer, offerFor, type Offer} from './offers.ts';
import type {WizardState} from './types.ts';

/** The offer for the field in hand; in a table that for the cell in hand, as long as it is empty. */
export function offerInHand(state: WizardState): Offer | undefined {
	const field = fieldInHand(state);
	const {input} = state;
	if (input.type !== 'table') return offer(state, field);
	const asked = askedIn(field, input);
	if (!asked || textOf(input.cell).trim() !== '' || marksAround(state, field.section).length > 0) return undefined;
	const column = field.columns?.[input.column]?.id ?? '';
	const total = totalInGrid(field, valueOf(field, input), input.row, column);
	if (total !== undefined) return {value: total, from: 'computed'};
	return offerFor(state, asked);
}

/** State with what is offered for the cell in hand put into it; the same state where the field has no cells. */
export function offerTaken(state: WizardState, {value}: Offer): WizardState {
	const {input} = state;
	if (input.type !== 'table' || typeof value !== 'string') return state;
	return takeInput(state, withCell(input, edit(input.cell, {type: 'replace', text: value})));
}
