/** Typing: one edit goes to the text that is in hand, the overlay's own input first, else the field's. */

import type {Edit, TextBuffer} from '../text/types.ts';
import {edit as apply} from '../text/index.ts';
import {takeInput} from './answers.ts';
import type {Input, Overlay, WizardState} from './types.ts';

/** State after an edit. Edits that the input in hand cannot take change nothing. */
export function typed(state: WizardState, edit: Edit): WizardState {
	if (state.overlay) {
		const overlay = typedInOverlay(state.overlay, edit);
		return overlay === state.overlay ? state : {...state, overlay};
	}

	const input = typedInInput(state.input, edit);
	return input === state.input ? state : takeInput(state, input);
}

function typedInOverlay(overlay: Overlay, edit: Edit): Overlay {
	switch (overlay.type) {
		case 'palette': {
			return {...overlay, query: apply(overlay.query, edit), cursor: 0};
		}

		case 'outline': {
			return overlay.filter ? {...overlay, filter: apply(overlay.filter, edit), cursor: 0} : overlay;
		}

		case 'not-applicable': {
			return {...overlay, reason: apply(overlay.reason, edit)};
		}

		case 'write': {
			if (overlay.step === 'path') {
				const {problem: _, ...rest} = overlay;
				return {...rest, path: apply(overlay.path, edit)};
			}

			return overlay.step === 'message' ? {...overlay, message: apply(overlay.message, edit)} : overlay;
		}

		default: {
			return overlay;
		}
	}
}

function typedInInput(input: Input, edit: Edit): Input {
	switch (input.type) {
		case 'text': {
			return {...input, buffer: apply(input.buffer, edit)};
		}

		case 'choice': {
			return input.typingOther ? {...input, other: apply(input.other, edit)} : input;
		}

		case 'checklist': {
			const {editing, cursor} = input;
			if (!editing) return input;
			const buffer = apply(editing, edit);
			const items = input.items.map((item, index) => (index === cursor ? {...item, text: lineOf(buffer)} : item));
			return {...input, items, editing: buffer};
		}

		case 'table': {
			const cell = apply(input.cell, edit);
			const rows = input.rows.map((row, index) =>
				index === input.row ? row.map((text, column) => (column === input.column ? lineOf(cell) : text)) : row,
			);
			return {...input, rows, cell};
		}
	}
}

function lineOf(buffer: TextBuffer): string {
	return buffer.lines[0] ?? '';
}
