/** Typing: one edit goes to the text that is in hand, the overlay's own input first, else the field's. */

import type {Field} from '../form/types.ts';
import type {Edit, TextBuffer} from '../text/types.ts';
import {edit as apply} from '../text/index.ts';
import {fieldInHand, takeInput} from './answers.ts';
import {askedIn} from './cells.ts';
import {bufferOf, withBuffer} from './in-hand.ts';
import {typedOption} from './type-option.ts';
import type {Overlay, WizardState} from './types.ts';

/**
 * State after an edit. Edits that the input in hand cannot take change nothing. What was cut in one field, cell, item or
 * question can be put in at any other: the text in hand is handed it, and what it has cut is taken back.
 */
export function typed(state: WizardState, edit: Edit): WizardState {
	const {overlay} = state;
	const inHand = overlay ? bufferOver(overlay) : bufferOf(state.input);
	const asked = overlay ? undefined : askedHere(state);
	// What the template fixes is not typed over.
	if (!inHand || asked === 'fixed') return state;
	const buffer = inHand.killed === state.killed ? inHand : handed(inHand, state.killed);
	const taken = asked && asked.options.length > 0 ? typedOption(asked, buffer, edit) : undefined;
	const made = taken ?? apply(buffer, edit);
	const next = overlay
		? {...state, overlay: withBufferOver(overlay, made)}
		: takeInput(state, withBuffer(state.input, made));
	return made.killed === state.killed ? next : {...next, killed: made.killed};
}

/** What the cell in hand asks for; `fixed` where the template fixes it, undefined outside tables. */
function askedHere(state: WizardState): Field | 'fixed' | undefined {
	return state.input.type === 'table' ? (askedIn(fieldInHand(state), state.input) ?? 'fixed') : undefined;
}

/** The text with what was cut elsewhere: a kill in it begins anew. */
function handed({isKilling: _, ...buffer}: TextBuffer, killed: string): TextBuffer {
	return {...buffer, killed};
}

/** The text that an overlay asks for, where it does. */
function bufferOver(overlay: Overlay): TextBuffer | undefined {
	switch (overlay.type) {
		case 'palette': {
			return overlay.query;
		}

		case 'outline':
		case 'help': {
			return overlay.filter;
		}

		case 'not-applicable': {
			return overlay.reason;
		}

		case 'write': {
			const {step} = overlay;
			return step === 'path' || step === 'message' || step === 'branch' ? overlay[step] : undefined;
		}

		default: {
			return undefined;
		}
	}
}

/** The overlay with another text in it: a list that follows it begins anew, and what was wrong with the last one goes. */
function withBufferOver(overlay: Overlay, buffer: TextBuffer): Overlay {
	switch (overlay.type) {
		case 'palette': {
			return {...overlay, query: buffer, cursor: 0};
		}

		case 'outline': {
			return {...overlay, filter: buffer, cursor: 0};
		}

		case 'help': {
			return {...overlay, filter: buffer, scroll: 0};
		}

		case 'not-applicable': {
			return {...overlay, reason: buffer};
		}

		case 'write': {
			const {problem: _, ...rest} = overlay;
			return {...rest, [overlay.step === 'message' || overlay.step === 'branch' ? overlay.step : 'path']: buffer};
		}

		default: {
			return overlay;
		}
	}
}
