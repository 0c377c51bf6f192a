/** Typing: one edit goes to the text that is in hand, the overlay's own input first, else the field's. */

import type {Edit} from '../text/types.ts';
import {edit as apply} from '../text/index.ts';
import {takeInput} from './answers.ts';
import {bufferOf, withBuffer} from './in-hand.ts';
import type {Overlay, WizardState} from './types.ts';

/** State after an edit. Edits that the input in hand cannot take change nothing. */
export function typed(state: WizardState, edit: Edit): WizardState {
	if (state.overlay) {
		const overlay = typedInOverlay(state.overlay, edit);
		return overlay === state.overlay ? state : {...state, overlay};
	}

	const buffer = bufferOf(state.input);
	return buffer ? takeInput(state, withBuffer(state.input, apply(buffer, edit))) : state;
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
