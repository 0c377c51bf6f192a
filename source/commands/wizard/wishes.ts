/** What flags said about the commit stands in for the author where the wizard would ask it. */

import type {Wishes} from '../wizard-request.ts';
import type {Store} from './store.ts';

/**
 * With `--commit` the question whether to commit is answered with yes, and `--message` and `--branch` are what is proposed. Where git
 * would refuse nothing is answered: the author is told and decides.
 */
export function answerForWishes(store: Store, {commit, message, branch}: Wishes, now: () => string): void {
	if (!commit) return;
	store.subscribe(() => {
		const {overlay} = store.getState();
		if (overlay?.type !== 'write' || overlay.step !== 'commit' || overlay.repository?.problem) return;
		store.dispatch({type: 'command', command: 'confirm.yes', now: now()});
		const type = (text: string) => {
			store.dispatch({type: 'edit', edit: {type: 'replace', text}, now: now()});
		};
		if (message !== undefined) type(message);
		if (branch === undefined) return;
		store.dispatch({type: 'command', command: 'write.branch', now: now()});
		type(branch);
		store.dispatch({type: 'command', command: 'write.branch', now: now()});
	});
}
