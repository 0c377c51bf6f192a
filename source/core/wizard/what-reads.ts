/** Which actions need to know what is computed of the whole document, and which are done without. */

import type {Action, Command} from './actions.ts';
import type {Purpose} from './measurement.ts';
import {paletteEntries} from './palette.ts';
import type {WizardState} from './types.ts';

const readers: Readonly<Partial<Record<Command, Purpose>>> = {
	'gap.next': 'show',
	'view.outline': 'show',
	'view.preview': 'show',
	'view.about': 'show',
	'view.review': 'show',
	'view.difference': 'write',
	'document.write': 'write',
};

/** What an action has to know of the document; undefined where it changes or shows nothing that follows from it. */
export function purposeOf(state: WizardState, action: Action): Purpose | undefined {
	if (action.type !== 'command' && action.type !== 'choose' && action.type !== 'edit') return undefined;
	const {overlay, input} = state;
	const command = action.type === 'command' ? action.command : undefined;
	switch (overlay?.type) {
		case 'palette': {
			const entry = command === 'list.choose' ? paletteEntries(state)[overlay.cursor] : undefined;
			return entry?.type === 'command' ? readers[entry.command] : undefined;
		}

		case 'write': {
			return command === undefined || command === 'view.close' ? undefined : 'write';
		}

		case 'outline':
		case 'review':
		case 'preview':
		case 'about': {
			return (command && readers[command]) ?? 'show';
		}

		default: {
			// A box that is computed is not ticked by hand.
			if (command === 'list.toggle' && input.type === 'checklist') return 'show';
			return command && readers[command];
		}
	}
}
