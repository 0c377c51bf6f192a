/** Commands that can't be done where the author is, and why. */

import {handlers} from './handlers.ts';
import {blockInHand} from './instances.ts';
import type {Command} from './actions.ts';
import type {WizardState} from './types.ts';

/** Those that may have nothing to do. */
const mayFail: ReadonlySet<Command> = new Set([
	'field.keep',
	'field.keep-all',
	'field.remove',
	'field.use-default',
	'field.editor',
	'field.undo',
	'field.redo',
	'gap.next',
	'section.leave-out',
	'view.difference',
	'draft.save',
]);

/**
 * Why a command would do nothing in a state, in the words that it would be told with; undefined where it would. The
 * command itself is asked, so that there is one answer.
 */
export function whyNot(state: WizardState, command: Command): string | undefined {
	// Where there is a block it is not tried: making another one is long work.
	const isDue = command.startsWith('instance.') ? blockInHand(state) === undefined : mayFail.has(command);
	const handler = isDue ? handlers[command] : undefined;
	if (!handler) return undefined;
	const {notice: _, ...before} = state;
	const [{notice, ...after}] = handler(before);
	const isSame = (['answers', 'form', 'focus', 'overlay', 'revision', 'input'] as const).every(
		part => after[part] === before[part],
	);
	return isSame ? notice?.text : undefined;
}
