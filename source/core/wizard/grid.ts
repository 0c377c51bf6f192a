/** What row commands do to the field in hand, whatever it lists, and which text of it is typed. */

import type {Field} from '../form/types.ts';
import {edit, textOf} from '../text/index.ts';
import {fieldInHand, stepped, takeInput} from './answers.ts';
import {onChecklist} from './checklist-rows.ts';
import {onChoice} from './choice-rows.ts';
import {markSuggestion, suggestions} from './complete.ts';
import {withBuffer} from './in-hand.ts';
import {neighbourValue} from './neighbour-value.ts';
import {onTable} from './table-rows.ts';
import type {Command} from './actions.ts';
import type {TextBuffer} from '../text/types.ts';
import {withoutItem} from './lists.ts';
import type {Input, WizardState} from './types.ts';

/** State after a `list.*`, `row.*` or `cell.*` command on the field in hand; the same state where it means nothing there. */
export function onRows(state: WizardState, command: Command): WizardState {
	const field = fieldInHand(state);
	const {input} = state;
	if (field.kind === 'person') return markSuggestion(state, command === 'list.up' ? -1 : 1);
	const isAmong = field.item?.people === true || suggestions(state)?.what === 'path';
	if (isAmong && (command === 'list.up' || command === 'list.down')) return amongNames(state, command);
	if (input.type === 'table' && (command === 'cell.up' || command === 'cell.down')) {
		const marked = markSuggestion(state, command === 'cell.up' ? -1 : 1);
		if (marked !== state) return marked;
	}

	if (input.type === 'text' && field.kind === 'list' && command === 'row.remove')
		return stepped(state, {...input, buffer: withoutLine(input.buffer)});
	if (input.type === 'text') return takeInput(state, onLine(field, input, command, state.context.today));
	const after = change(field, input, command, state.context.today);
	return after === input ? state : stepped(state, after);
}

/** In a text of several lines up and down go through what is suggested for a line, and past its ends on to the next line. */
function amongNames(state: WizardState, command: 'list.up' | 'list.down'): WizardState {
	const {input} = state;
	const shown = suggestions(state);
	const by = command === 'list.up' ? -1 : 1;
	if (shown?.names[shown.marked + by] !== undefined) return markSuggestion(state, by);
	if (input.type !== 'text') return state;
	const buffer = edit(input.buffer, {type: 'move', motion: by < 0 ? 'up' : 'down'});
	return {...state, input: withBuffer(input, buffer)};
}

function change(field: Field, input: Input, command: Command, today: string): Input {
	switch (input.type) {
		case 'choice': {
			return onChoice(field, input, command);
		}

		case 'checklist': {
			return onChecklist(field, input, command);
		}

		case 'table': {
			return onTable(field, input, command, today);
		}

		case 'text': {
			return input;
		}
	}
}

/** A list's lines without the item that the cursor is on; the cursor is then on the one behind it. */
function withoutLine(buffer: TextBuffer): TextBuffer {
	const {line} = buffer.cursor;
	const lines = withoutItem(buffer.lines, line);
	const left = edit(buffer, {type: 'replace', text: lines.join('\n')});
	return {...left, cursor: {line: Math.min(line, lines.length - 1), column: 0}};
}

/** Up and down in a date go by a day, in a number by one. */
function onLine(field: Field, input: Extract<Input, {type: 'text'}>, command: Command, today: string): Input {
	if (command !== 'list.up' && command !== 'list.down') return input;
	const next = neighbourValue(field, textOf(input.buffer), command === 'list.up' ? 1 : -1, today);
	return next === undefined ? input : {...input, buffer: edit(input.buffer, {type: 'replace', text: next})};
}

/** True where words of the author's own are typed: not at options, ticks and cells that the template fixes. */
export function isTyped(field: Field, input: Input): boolean {
	switch (input.type) {
		case 'text': {
			return true;
		}

		case 'choice': {
			return input.typingOther;
		}

		case 'checklist': {
			return input.editing !== undefined;
		}

		case 'table': {
			const column = field.columns?.[input.column];
			return column !== undefined && field.fixedRows?.[input.row]?.cells[column.id] === undefined;
		}
	}
}

/** The text in hand as an editor shows it: in a cell, where the author typed `<br>`, with lines. */
export function editedText(input: Input): string {
	return input.type === 'table' ? textInHand(input).replaceAll(/<br\s*\/?>/g, '\n') : textInHand(input);
}

/** What the cell, item or free option in hand says, for tests and for the screen. */
export function textInHand(input: Input): string {
	switch (input.type) {
		case 'text': {
			return textOf(input.buffer);
		}

		case 'choice': {
			return textOf(input.other);
		}

		case 'checklist': {
			return input.items[input.cursor]?.text ?? '';
		}

		case 'table': {
			return textOf(input.cell);
		}
	}
}
