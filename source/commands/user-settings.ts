/** The author's settings, as they hold while the program runs. */

import {settingsStore, type Settings, type SettingsStore} from '../adapters/settings/index.ts';
import type {Problem} from '../core/problem.ts';
import type {Context} from './context.ts';

/** The program reads its settings once, so that what is wrong in them is told once, to whoever reads its output. */
const loaded = new WeakMap<Context['output'], ReturnType<SettingsStore['load']>>();

/** The settings as they hold; what is wrong in the file is told, and the default stands in its place. */
export function loadSettings(context: Context): Settings {
	return read(context).settings;
}

/** What is wrong in the settings' file; for a screen that hides what was said before it. */
export function settingsProblems(context: Context): readonly Problem[] {
	return read(context).problems;
}

function read({env, output}: Context): ReturnType<SettingsStore['load']> {
	const known = loaded.get(output);
	if (known) return known;
	const read = settingsStore(env).load();
	for (const problem of read.problems) output.problem(problem);
	loaded.set(output, read);
	return read;
}
