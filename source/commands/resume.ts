/** `resume [DRAFT]`: the wizard where it was left. */

import type {Command, Context} from './context.ts';
import {ask, canAsk, nobodyToAsk, wishesOf} from './interactive.ts';
import type {Problem} from '../core/problem.ts';

/** Without a terminal the draft's answers can still be had by `drafts export`. Problem: no draft of that name (2). */
export const resume: Command = async (invocation, context) => {
	const [draft] = invocation.args;
	const unknown = draft === undefined ? undefined : await unknownDraft(draft, context);
	if (unknown) {
		context.output.problem(unknown);
		return unknown.exit;
	}
	return canAsk(invocation, context)
		? ask({type: 'resume', ...(draft === undefined ? {} : {draft}), wishes: wishesOf(invocation)}, context)
		: nobodyToAsk(context, `Take the draft's answers with: specwright drafts export ${draft ?? 'ID'}`);
};

/** What is said where there is no draft of that name. What else is wrong with one is told by whoever opens it. */
async function unknownDraft(id: string, context: Context): Promise<Problem | undefined> {
	const [{draftStore}, {now}] = await Promise.all([
		import('../adapters/drafts/index.ts'),
		import('../adapters/clock/index.ts'),
	]);
	const read = draftStore({now: () => now(), environment: context.env}).readDraft(id);
	if (read.ok || read.problem.code !== 'draft.unknown') return undefined;
	const {withKnownDrafts} = await import('./unknown-draft.ts');
	return withKnownDrafts(read.problem, id, context);
}
