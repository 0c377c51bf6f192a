/** What runs of the program keep for the next ones: one cache a command, which is shortened once. */

import {deserialize} from 'node:v8';
import {cache, type Cache} from '../adapters/cache/index.ts';
import type {Context} from './context.ts';

const caches = new WeakMap<Context, Cache>();

/** The user's cache, and what every key in it begins with; undefined where no build made the program, which keeps nothing. */
export function keptBy(context: Context): {readonly cache: Cache; readonly by: string} | undefined {
	const {build, shipped, env} = context;
	if (build === undefined) return undefined;
	const made = caches.get(context) ?? cache({environment: env, shipped});
	caches.set(context, made);
	return {cache: made, by: build};
}

/**
 * What was kept by `serialize`; undefined where a later Node kept it in a way that this one can't read. V8 reads what every
 * earlier one has written (node:v8, "Serialization API").
 */
export function unpacked(bytes: Uint8Array | undefined): unknown {
	try {
		return bytes && deserialize(bytes);
	} catch {
		return undefined;
	}
}
