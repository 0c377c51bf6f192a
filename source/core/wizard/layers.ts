/** How what lies over the form lies over one another. */

import type {Overlay, WizardState} from './types.ts';

/** State with an overlay over what is there. A question whether to quit, and writing that is under way, are not come back to. */
export function over(state: WizardState, overlay: Overlay): WizardState {
	const {overlay: there} = state;
	const isOver = there?.type === 'quit' || (there?.type === 'write' && there.step === 'working');
	const under = isOver ? there.under : there;
	return {...state, overlay: under ? {...overlay, under} : overlay};
}

/** The state as it is beneath the overlay on top. */
export function beneath({overlay, ...rest}: WizardState): WizardState {
	return overlay?.under ? {...rest, overlay: overlay.under} : rest;
}
