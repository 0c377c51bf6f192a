/** `resume [DRAFT]`: the wizard where it was left. */

import type {Command} from './context.ts';
import {ask, canAsk, nobodyToAsk, wishesOf} from './interactive.ts';

/** Without a terminal the draft's answers can still be had by `drafts export`. */
export const resume: Command = async (invocation, context) => {
	const [draft] = invocation.args;
	return canAsk(invocation, context)
		? ask({type: 'resume', ...(draft === undefined ? {} : {draft}), wishes: wishesOf(invocation)}, context)
		: nobodyToAsk(context, `Take the draft's answers with: specwright drafts export ${draft ?? 'ID'}`);
};
