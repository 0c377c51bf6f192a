/** The boxes of a checklist in hand as they will stand in the document, told line by line. */

import {computedInHand, computedWords, type WizardState} from '../core/wizard/index.ts';

/** Which boxes are ticked, those that are computed as they follow from the document. */
export function tickedBoxes(state: WizardState): readonly number[] {
	const {input} = state;
	if (input.type !== 'checklist') return [];
	const computed = computedInHand(state);
	return input.items.flatMap(({done}, index) => ((computed[index]?.isMet ?? done) ? [index] : []));
}

/** The boxes with what is computed for them, and why; none where nothing is. */
export function boxLines(state: WizardState): readonly string[] {
	const {input} = state;
	const computed = computedInHand(state);
	if (input.type !== 'checklist' || !computed.some(Boolean)) return [];
	const ticked = tickedBoxes(state);
	return input.items.flatMap(({text}, index) => {
		const known = computed[index];
		const line = `[${ticked.includes(index) ? 'x' : ' '}] ${text}`;
		return known ? [line, `    ${computedWords(known)}`] : [line];
	});
}
