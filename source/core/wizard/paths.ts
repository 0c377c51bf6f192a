/** The paths that link fields name: whether they are there is known only from outside, and asked for as an effect. */

import {linkPaths} from '../checks/index.ts';
import type {Action, Effect} from './actions.ts';
import type {WizardState} from './types.ts';

/**
 * The state after an action, and the wish to look paths up where it names one that nobody has looked up. Before the
 * review and before writing all are looked up again, for the author may have made the file meanwhile.
 */
export function lookedUp(
	before: WizardState,
	state: WizardState,
	action: Action,
): readonly [WizardState, readonly Effect[]] {
	if (action.type === 'paths.looked-up' || state.outcome) return [state, []];
	// Where the document goes elsewhere, its paths lead elsewhere.
	const after = before.target === state.target || state.paths.size === 0 ? state : {...state, paths: new Map()};
	const isAsked =
		action.type === 'command' && (action.command === 'view.review' || action.command === 'document.write');
	const paths = linkPaths(after.form, after.answers);
	if (!paths.some(path => isAsked || !after.paths.has(path))) return [after, []];
	return [after, [{type: 'paths.look-up', urgent: action.type !== 'edit'}]];
}
