/** From the key table to words on the screen. */

import type {Binding, Scope} from '../keymap/index.ts';
import {commandName, keyLabel, liveKeys} from '../keymap/index.ts';
import type {Look} from './drawing/look.ts';
import type {Command} from '../core/wizard/index.ts';

/** The label of the key that runs `command`, or begins a new line, from the first of `scopes`, innermost first, that has one. */
export function keyOf(
	command: Command | 'text.newline',
	table: readonly Binding[],
	scopes: readonly Scope[],
): string | undefined {
	for (const scope of scopes) {
		const binding = table.find(each => each.scope === scope && commandName(each.does) === command);
		const [key] = binding ? liveKeys(binding, scopes, table) : [];
		if (key !== undefined) {
			return keyLabel(key);
		}
	}

	return undefined;
}

/** The names of keys by what they do, for sentences that tell how to go on. */
export type KeyNames = (command: Command) => string;

/** The names of the keys that work where `scopes` are live, as the terminal can draw them; empty where there is none. */
export function keyNames(table: readonly Binding[], scopes: readonly Scope[], look: Look): KeyNames {
	return command => look.keyName(keyOf(command, table, scopes) ?? '');
}
