/** What is said where a command for rows or cells has nothing to do. */

import {computedInHand, computedWords} from './boxes.ts';
import {onRows} from './grid.ts';
import type {Command} from './actions.ts';
import type {WizardState} from './types.ts';

/** Movements in a list have none: that it ends there is seen. */
const words: Readonly<Partial<Record<Command, string>>> = {
	'row.up': 'It stands first already.',
	'row.down': 'It stands last already.',
	'row.remove': 'There is nothing to remove.',
	'row.duplicate': 'There is nothing to duplicate.',
	'cell.previous': 'This is the first cell.',
	'cell.next': 'This is the last cell.',
	'cell.up': 'There is none before this.',
	'cell.down': 'There is none behind this.',
};

/**
 * State after a `list.*`, `row.*` or `cell.*` command on the field in hand; where that does nothing, with the reason. A box
 * that is computed stays as it is computed.
 */
export function onRowsOrTold(state: WizardState, command: Command): WizardState {
	const {input} = state;
	const computed =
		command === 'list.toggle' && input.type === 'checklist' ? computedInHand(state)[input.cursor] : undefined;
	if (computed)
		return {...state, notice: {tone: 'info', text: `The document decides this box. ${computedWords(computed)}`}};
	const after = onRows(state, command);
	const text = words[command];
	return after === state && text !== undefined ? {...state, notice: {tone: 'info', text}} : after;
}
