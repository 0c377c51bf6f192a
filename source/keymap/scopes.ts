/** Which scopes are live in a state, the innermost first. */

import type {Field, WizardState} from '../core/wizard/index.ts';
import type {Scope} from './types.ts';

/**
 * The live scopes. `field` is the field in hand and `hasOffer` whether something is offered there; both are selectors'
 * business, so they are given.
 */
export function liveScopes(state: WizardState, field: Field, hasOffer: boolean): readonly Scope[] {
	return [...(state.overlay ? overlayScopes(state.overlay) : fieldScopes(state, field, hasOffer)), 'wizard'];
}

function overlayScopes(overlay: NonNullable<WizardState['overlay']>): readonly Scope[] {
	switch (overlay.type) {
		case 'outline': {
			return overlay.filter ? ['list', 'text'] : ['list', 'outline', 'browse'];
		}

		case 'palette': {
			return ['list', 'text'];
		}

		case 'review': {
			return ['list', 'browse'];
		}

		case 'preview':
		case 'help': {
			return ['pages'];
		}

		case 'not-applicable': {
			return ['prompt', 'text'];
		}

		case 'write': {
			const isTyping = overlay.step === 'path' || overlay.step === 'message';
			return isTyping ? ['prompt', 'text'] : overlay.step === 'working' ? [] : ['confirm'];
		}

		case 'quit': {
			return ['confirm'];
		}
	}
}

function fieldScopes({input}: WizardState, field: Field, hasOffer: boolean): readonly Scope[] {
	switch (input.type) {
		case 'text': {
			const isEmpty = input.buffer.lines.length <= 1 && (input.buffer.lines[0] ?? '') === '';
			const offer: readonly Scope[] = hasOffer && isEmpty ? ['offer'] : [];
			const byKind: Scope = input.buffer.multiline ? 'lines' : 'line';
			return [...offer, ...(field.kind === 'date' ? (['date'] as const) : []), byKind, 'field', 'text'];
		}

		case 'choice': {
			return input.typingOther ? ['choice', 'field', 'text'] : ['choice', 'field'];
		}

		case 'checklist': {
			return input.editing ? ['checklist', 'field', 'text'] : ['ticks', 'checklist', 'field'];
		}

		case 'table': {
			return ['table', 'field', 'text'];
		}
	}
}
