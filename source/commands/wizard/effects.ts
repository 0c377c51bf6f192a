/** Carrying out the wizard's wishes over the adapters; whatever comes back is an action. */

import {relative, resolve} from 'node:path';
import {now} from '../../adapters/clock/index.ts';
import {chooseEditor, editText} from '../../adapters/editor/index.ts';
import {lookAt, sha256, writeDocument} from '../../adapters/files/index.ts';
import {commitFile, inspectRepository} from '../../adapters/git/index.ts';
import {linkPaths} from '../../core/checks/index.ts';
import type {Problem} from '../../core/problem.ts';
import type {Settings} from '../../adapters/settings/index.ts';
import {writtenText, type Effect} from '../../core/wizard/index.ts';
import type {Autosave} from './autosave.ts';
import {commitFacts, type CommitSettings} from '../commit-facts.ts';
import type {Context} from '../context.ts';
import {documentPlace} from '../document-place.ts';
import {lookUp} from '../look-up.ts';
import {freeName} from '../free-name.ts';
import {inHome} from '../in-home.ts';
import type {ProjectHere} from '../project-settings.ts';
import type {Wishes} from '../wizard-request.ts';
import type {PathWatch} from './path-watch.ts';
import type {Store} from './store.ts';

/** What effects need from whoever holds the terminal. */
export type Terminal = {
	/**
	 * Runs `task` with the terminal as it was before the wizard, then draws the wizard again. Where the task is waited for, the
	 * program does not end before that, whatever wants to end it.
	 */
	suspended<T>(task: () => Promise<T>, isWaitedFor?: boolean): Promise<T>;
	/** Stops the process until the shell brings it back. */
	stop(): Promise<void>;
	redraw(): void;
};

export type Surroundings = {
	/** The folder that paths typed by the author are relative to. */
	readonly folder: string;
	readonly autosave: () => Autosave;
	readonly paths: () => PathWatch;
	readonly terminal: () => Terminal;
	/** Told when the document is on disk, so that the draft can say so. */
	readonly onWritten: (path: string, hash: string) => void;
	/** Told why the wizard ends; whoever watches the state sees that it does. */
	readonly onExit: (status: 'quit' | 'written' | 'interrupted') => void;
	/** The document that was opened, the version of its file and its text then. */
	readonly opened?: {readonly path: string; readonly version: string; readonly source: string};
	/** The folder that the program runs in: what is said at the end is relative to it. */
	readonly cwd: string;
	readonly wishes: Pick<Wishes, 'commit' | 'force'>;
	/** Says where new documents go. */
	readonly project: ProjectHere;
	readonly env: Context['env'];
	/** Says something while the terminal is not the wizard's. */
	readonly say: Context['output']['say'];
	/** The editor that the settings name goes before `$VISUAL` and `$EDITOR`. */
	readonly settings: CommitSettings & Pick<Settings, 'editor'>;
};

/** Carries out one effect; its answer is dispatched to the store. */
export async function perform(effect: Effect, store: Store, around: Surroundings): Promise<void> {
	switch (effect.type) {
		case 'draft.save': {
			if (effect.urgent) around.autosave().now();
			else around.autosave().soon();
			return;
		}

		case 'target.propose': {
			store.dispatch({type: 'target.proposed', name: effect.name, path: await freePath(effect.name, store, around)});
			return;
		}

		case 'target.compare': {
			compare(effect.path, store, around);
			return;
		}

		case 'target.look': {
			await look(effect.path, store, around);
			return;
		}

		case 'paths.look-up': {
			if (effect.urgent) around.paths().now();
			else around.paths().soon();
			return;
		}

		case 'document.write': {
			await writeAndCommit(effect, store, around);
			return;
		}

		case 'editor.open': {
			// The screen is given away only to an editor that there is.
			const {type: _, text, ...named} = effect;
			const {editor: chosen} = around.settings;
			const command = chosen === undefined ? {} : {command: chosen};
			const editor = chooseEditor(process.env, chosen);
			const edited = editor.ok
				? await around.terminal().suspended(async () => editText(text, {...named, ...command}))
				: editor;
			store.dispatch({
				type: 'editor.closed',
				now: now(),
				...(edited.ok ? {text: edited.value} : {problem: edited.problem}),
			});
			return;
		}

		case 'redraw': {
			around.terminal().redraw();
			return;
		}

		case 'suspend': {
			around.autosave().now();
			await around.terminal().stop();
			return;
		}

		case 'exit': {
			around.autosave().now();
			around.onExit(effect.status);
		}
	}
}

/**
 * A name of its own for the document, where the project wants it; its own folder where that place is refused, which was told.
 * `--force` may replace any file but the template that it is written from.
 */
async function freePath(
	name: string,
	store: Store,
	{folder, cwd, wishes, project, env}: Surroundings,
): Promise<string> {
	const {template: from} = store.getState();
	const place = await documentPlace(name, from.name, folder, project, env);
	const full = place.ok ? place.value : resolve(folder, name);
	const isTemplate = from.path !== undefined && resolve(cwd, from.path) === full;
	return relative(folder, freeName(full, wishes.force && !isTemplate));
}

/** The file's text, for the difference alone: git is not asked. */
function compare(path: string, store: Store, {folder}: Surroundings): void {
	const there = lookAt(resolve(folder, path));
	store.dispatch({
		type: 'target.compared',
		path,
		...(there.ok ? there.value && {existing: there.value.text} : {problem: there.problem}),
	});
}

async function look(path: string, store: Store, {folder, cwd, env, opened, settings}: Surroundings): Promise<void> {
	const full = resolve(folder, path);
	const there = lookAt(full);
	if (!there.ok) {
		store.dispatch({type: 'target.looked-at', path, problem: there.problem});
		return;
	}

	const repository = await inspectRepository(full);
	const {overlay, form, answers} = store.getState();
	// What is written there goes by what its paths lead to from there.
	store.dispatch({type: 'paths.looked-up', paths: lookUp(linkPaths(form, answers), full, cwd)});
	const text = writtenText(store.getState(), overlay?.type === 'write' && overlay.finish);
	store.dispatch({
		type: 'target.looked-at',
		path,
		...(there.value ? {existing: {text: there.value.text, version: there.value.version}} : {}),
		...(there.value && opened && resolve(folder, opened.path) === full
			? // A text that was repaired in opening differs from its file, which nobody changed.
				{isChanged: opened.source !== there.value.text && opened.version !== there.value.version}
			: {}),
		...(repository.ok
			? {
					repository: {
						branch: repository.value.branch ?? 'a detached HEAD',
						path: repository.value.path,
						folder: inHome(repository.value.toplevel, env),
						branches: repository.value.branches,
						isSubmodule: repository.value.submodule,
						...(repository.value.problem
							? {problem: repository.value.problem}
							: {facts: await commitFacts(full, text, settings)}),
					},
				}
			: {repository: {branch: '', path, problem: repository.problem}}),
	});
}

async function writeAndCommit(
	effect: Extract<Effect, {type: 'document.write'}>,
	store: Store,
	around: Surroundings,
): Promise<void> {
	const full = resolve(around.folder, effect.path);
	const written = writeDocument(full, effect.text, {
		root: around.folder,
		makeFolders: true,
		evenIfLinked: around.wishes.force,
		...(effect.replaces === undefined ? {} : {replaces: effect.replaces}),
	});
	if (!written.ok) {
		store.dispatch({type: 'document.failed', problem: written.problem});
		return;
	}

	// What the file is without is in the draft alone, which goes on.
	if (effect.keepsDraft !== true) around.onWritten(effect.path, sha256(effect.text));
	const path = around.folder === around.cwd ? effect.path : relative(around.cwd, full);
	const {message, branch} = effect;
	if (message === undefined) {
		// A commit that a flag asked for and nobody was asked about again is missed: why there is none is told.
		const {overlay} = store.getState();
		const refusal = overlay?.type === 'write' && around.wishes.commit ? overlay.repository?.problem : undefined;
		store.dispatch({type: 'document.written', path, ...(refusal ? {problem: refusal} : {})});
		return;
	}

	// Hooks and signing may ask questions, so git gets the terminal as it was.
	const committed = await around.terminal().suspended(async () => {
		// The screen is gone meanwhile, and large repositories and hooks take their time.
		around.say({text: 'Committing ', tone: 'strong'}, path);
		// Where the path is a symbolic link, the bytes are elsewhere: that file is what is committed.
		return commitFile(written.value.path, message, {
			output: 'inherit',
			amend: around.settings.commitAmend,
			signOff: around.settings.commitSignOff,
			...(branch === undefined ? {} : {branch}),
		});
	}, true);
	const problem: Problem | undefined = committed.ok ? undefined : committed.problem;
	store.dispatch({
		type: 'document.written',
		path,
		...(committed.ok ? {commit: committed.value} : {}),
		...(problem ? {problem} : {}),
	});
}
