/** A session that only looks: the draft is another process's, so nothing is answered, saved or written here. */

import type {Effect} from './actions.ts';
import type {WizardState} from './types.ts';

type Step = readonly [WizardState, readonly Effect[]];

/** Overlays that lead to nothing but a change. */
const changing = new Set(['not-applicable', 'readings', 'write']);

/** What becomes of a step from `before`: moving and looking as it is, a change is refused with the reason. */
export function onlyLooking(before: WizardState, [after, effects]: Step): Step {
	if (before.saved.state !== 'read-only') return [after, effects];
	const isChange =
		after.revision !== before.revision ||
		after.deferred !== before.deferred ||
		after.kept !== before.kept ||
		(after.overlay !== undefined && changing.has(after.overlay.type)) ||
		effects.some(({type}) => type === 'editor.open');
	if (isChange) return [{...before, notice: {tone: 'error', text: before.saved.reason}}, []];
	return [{...after, saved: before.saved}, effects.filter(({type}) => type !== 'draft.save')];
}
