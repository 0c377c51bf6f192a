/**
 * What can be known of the author and the place, for the answers that are offered. None of it is needed to begin: it is
 * gathered while the first screen stands, a piece at a time, so that no key waits for it.
 */

import {dirname, resolve} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {gitFiles, gitIdentity, gitPeople, gitRemote} from '../../adapters/git/index.ts';
import {projectAt} from '../../adapters/project/index.ts';
import {evidenceLabels} from '../../core/form/index.ts';
import type {Context as Known} from '../../core/wizard/index.ts';
import type {Context} from '../context.ts';
import {projectRoot} from '../catalogs.ts';
import {earlierAnswers} from './earlier.ts';
import type {Session} from './session.ts';
import type {Store} from './store.ts';

/** How many files are suggested from. */
const mostFiles = 20_000;

export type Gathering = {
	/** Resolves when everything that can be known is in the state. */
	readonly done: Promise<void>;
	/** Gives up what still runs, so that the program can end. */
	stop(): void;
};

/**
 * Brings what can be known into the state. Its parts come each for itself: where one takes long or fails, the others are
 * there all the same.
 *
 * @param delay how long to wait before the first look, in milliseconds
 */
export function gatherContext(store: Store, session: Session, context: Context, delay = 0): Gathering {
	const ended = new AbortController();
	const {signal} = ended;
	const folder = session.opened ? dirname(resolve(session.folder, session.opened.path)) : session.folder;
	const tell = (known: Partial<Known>): void => {
		if (!signal.aborted) store.dispatch({type: 'context.gathered', context: known});
	};

	const git = async (): Promise<void> => {
		const [author, remote, people] = await Promise.all([
			gitIdentity(folder, context.env, signal),
			gitRemote(folder, context.env, signal),
			gitPeople(folder, context.env, {signal}),
		]);
		tell({people, ...(author === undefined ? {} : {author}), ...(remote === undefined ? {} : {remote})});
	};

	// Whoever is asked for evidence names files of the project, as git has them.
	const evidence = async (): Promise<void> => {
		if (!evidenceLabels(store.getState().form)) return;
		const listed = await gitFiles(projectRoot(folder, context), [], context.env, {signal});
		if (listed) tell({files: listed.slice(0, mostFiles)});
	};

	const files = async (): Promise<void> => {
		tell(projectAt(folder, projectRoot(folder, context)));
		await evidence();
		tell({earlier: await earlierAnswers(session, context, signal)});
	};

	// Nothing here is anybody's only way to an answer: what can't be had is not offered.
	const done = wait(delay, undefined, {signal})
		.then(async () => Promise.allSettled([git(), files()]))
		.then(
			() => {},
			() => {},
		);
	return {
		done,
		stop() {
			ended.abort();
		},
	};
}
