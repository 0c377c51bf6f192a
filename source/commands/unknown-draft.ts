/** What is said of a draft that there is not: the one that was probably meant, and what helps. */

import {now} from '../adapters/clock/index.ts';
import {draftStore, type DraftEntry} from '../adapters/drafts/index.ts';
import {nearest} from '../core/form/index.ts';
import type {Problem} from '../core/problem.ts';
import {replay, title} from '../core/wizard/index.ts';
import type {Context} from './context.ts';
import {groundOf, targetOf} from './wizard/session.ts';

/** The same problem; where it is of a draft that is not known, with words that lead on. */
export function withKnownDrafts(problem: Problem, named: string, {env}: Pick<Context, 'env'>): Problem {
	if (problem.code !== 'draft.unknown') return problem;
	const listed = draftStore({now: () => now(), environment: env}).listDrafts();
	const drafts = listed.ok ? listed.value.drafts : [];
	if (drafts.length === 0) return {...problem, next: 'There are none. Begin a document with: specwright new'};
	const meant = meantBy(named, drafts);
	return {
		...problem,
		next: `${meant === undefined ? '' : `Did you mean ${meant}? `}See which there are: specwright drafts`,
	};
}

/** The draft whose id, title or file is nearest to what was typed; a single one needs no likeness. */
function meantBy(named: string, drafts: readonly DraftEntry[]): string | undefined {
	const words = new Map<string, string>();
	for (const draft of [...drafts].reverse()) {
		const {form, answers} = groundOf(draft.header);
		const replayed = replay(form, draft.records, answers);
		const about = title(replayed);
		const shown = about === '' ? draft.id : `${draft.id} (${about})`;
		for (const name of [about, targetOf(replayed, draft.header) ?? '', draft.id])
			if (name !== '') words.set(name, shown);
	}
	const near = nearest(named, words.keys());
	return near === undefined && drafts.length > 1 ? undefined : words.get(near ?? drafts[0]!.id);
}
