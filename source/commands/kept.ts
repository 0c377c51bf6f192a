/** What runs of the program keep for the next ones: one cache a command, which is shortened once. */

import {cache, type Cache} from '../adapters/cache/index.ts';
import type {Context} from './context.ts';

const caches = new WeakMap<Context, Cache>();

/** The user's cache, and what every key in it begins with; undefined where no build made the program, which keeps nothing. */
export function keptBy(context: Context): {readonly cache: Cache; readonly by: readonly string[]} | undefined {
	const {build, env} = context;
	if (build === undefined) return undefined;
	const made = caches.get(context) ?? cache({environment: env});
	caches.set(context, made);
	return {cache: made, by: [build, process.versions.v8]};
}
