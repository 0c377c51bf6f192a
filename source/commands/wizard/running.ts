/** A session that runs: its store, whose effects reach the adapters, and its autosave. */

import {now} from '../../adapters/clock/index.ts';
import type {Settings} from '../../adapters/settings/index.ts';
import type {Context} from '../context.ts';
import {projectHere} from '../project-settings.ts';
import type {Wishes} from '../wizard-request.ts';
import {createAutosave, type Autosave} from './autosave.ts';
import {perform, type Terminal} from './effects.ts';
import {watchPaths} from './path-watch.ts';
import type {Session} from './session.ts';
import {createStore, type Store} from './store.ts';
import {answerForWishes} from './wishes.ts';

export type Running = {
	readonly store: Store;
	readonly autosave: Autosave;
	/** Resolves when every effect so far is done. */
	readonly settled: () => Promise<void>;
	readonly status: () => 'quit' | 'written' | 'interrupted';
};

/** A store over the session whose effects reach the adapters. */
export function run(
	session: Session,
	terminal: () => Terminal,
	wishes: Wishes,
	settings: Settings,
	context: Context,
): Running {
	const {cwd, env, output} = context;
	const pending = new Set<Promise<void>>();
	let status: 'quit' | 'written' | 'interrupted' = 'quit';
	const around = {
		folder: session.folder,
		...(session.opened === undefined ? {} : {opened: session.opened}),
		cwd,
		env,
		say: output.say,
		project: projectHere(session.folder, context),
		wishes,
		settings,
		autosave: () => autosave,
		paths: () => paths,
		terminal,
		onWritten(path: string, hash: string) {
			session.draft()?.markWritten(path, hash);
		},
		onExit(how: 'quit' | 'written' | 'interrupted') {
			status = how;
		},
	};
	const store = createStore(session.initial, (effect, target) => {
		const done = perform(effect, target, around).finally(() => pending.delete(done));
		pending.add(done);
	});
	answerForWishes(store, wishes, now);
	const paths = watchPaths(store, session.folder, cwd);
	const autosave = createAutosave(store, session.journal, session.beginning, now);
	return {
		store,
		autosave,
		status: () => status,
		async settled() {
			while (pending.size > 0) await Promise.all(pending);
		},
	};
}
