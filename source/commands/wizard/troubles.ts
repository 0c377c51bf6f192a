/** What is wrong with the settings or the document and stops nobody: told before the first field, until it is read. */

import {resolve} from 'node:path';
import type {Problem} from '../../core/problem.ts';
import {branchInTheWay, messages} from '../../core/wizard/index.ts';
import type {QuestionData} from '../../ui/index.ts';
import {settingsProblems} from '../user-settings.ts';
import type {Context} from '../context.ts';
import type {Wishes} from '../wizard-request.ts';
import {projectHere} from '../project-settings.ts';
import type {Session} from './session.ts';

/** The session with what is wrong with the settings, the author's and the project's, in its review. */
export function withTroubles(session: Session, context: Context): Session {
	const {problems} = projectHere(session.folder, context);
	const troubles = [...settingsProblems(context), ...problems].map(sentence);
	return troubles.length === 0 ? session : {...session, initial: {...session.initial, troubles}};
}

/** Front matter that can't be read: where, why, and what it is read as instead. */
export function documentTroubles({initial, opened}: Pick<Session, 'initial' | 'opened'>): readonly string[] {
	const name = opened?.path ?? initial.template.name;
	return messages(initial)
		.filter(({ruleId}) => ruleId === 'front-matter')
		.map(
			({place: {line, column}, reason, help = ''}) =>
				`${name}, line ${line}, column ${column}: ${reason} It was opened as text. ${help}`,
		);
}

/** Why git would refuse the commit that a flag asks for: whoever wants one is told before the first answer. */
export async function commitTroubles(
	{folder, initial}: Session,
	{commit, branch}: Wishes,
	{env}: Context,
): Promise<readonly string[]> {
	if (!commit) return [];
	const {inspectRepository} = await import('../../adapters/git/index.ts');
	const looked = await inspectRepository(resolve(folder, initial.target ?? 'document.md'), env);
	const problem = looked.ok ? looked.value.problem : looked.problem;
	if (problem) return [`A commit would fail as things are: ${sentence(problem)}`];
	const why =
		looked.ok && branch !== undefined && branch !== looked.value.branch
			? branchInTheWay(branch, looked.value.branches)
			: undefined;
	return why === undefined
		? []
		: [`The commit can not go on the branch that you named: ${JSON.stringify(branch)} ${why}.`];
}

/** A screen that tells everything that is wrong; undefined where nothing is. */
export function aboutTroubles(session: Session, more: readonly string[]): QuestionData | undefined {
	const {troubles = []} = session.initial;
	const words = [...troubles, ...documentTroubles(session), ...more];
	return words.length === 0
		? undefined
		: {
				heading: 'Before you begin',
				words,
				answers: [{label: 'Go on', detail: 'it stands in the review too'}],
			};
}

function sentence({summary, next, place}: Problem): string {
	const where = place?.path === undefined ? '' : `${place.path}, line ${place.line}: `;
	return `${where}${summary}${next === undefined ? '' : ` ${next}`}`;
}
