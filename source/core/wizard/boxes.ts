/** The boxes in hand that nobody ticks, for what they say follows from the document. */

import {statesGate} from '../checks/index.ts';
import {fieldInHand} from './answers.ts';
import {completedGate} from './completed.ts';
import type {WizardState} from './types.ts';

/** What a box becomes when the document is written, and why, as a sentence. */
export type Computed = {readonly isMet: boolean; readonly reason: string};

/**
 * For each item of the checklist in hand what is computed for it; undefined for one that only a person can tick. Empty where
 * nothing is computed: at any other field, and in a document in which nothing is filled in by itself.
 */
export function computedInHand(state: WizardState): readonly (Computed | undefined)[] {
	const field = fieldInHand(state);
	const {input, form, context} = state;
	if (!context.begun || input.type !== 'checklist' || !statesGate(form, field)) return [];
	const boxes = completedGate(state).filter(box => box.field === field.id);
	// Items without words are not in the document.
	const written = input.items.filter(({text}) => text.trim() !== '');
	if (boxes.length !== written.length) return [];
	return input.items.map(item => {
		const {verdict, reason} = boxes[written.indexOf(item)] ?? {};
		if (verdict === undefined || verdict === 'attested') return undefined;
		return {isMet: verdict === 'met', reason: reason ?? ''};
	});
}

/** `Computed: not met. “Alerts” says nothing yet.` */
export function computedWords({isMet, reason}: Computed): string {
	return `Computed: ${isMet ? 'met' : 'not met'}. ${reason}`;
}
