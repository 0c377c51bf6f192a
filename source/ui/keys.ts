/** From the key table to words on the screen. */

import type {Binding, Scope} from '../keymap/index.ts';
import {keyLabel, liveKeys} from '../keymap/index.ts';
import type {Command} from '../core/wizard/index.ts';

/** The label of the key that runs `command`, from the first of `scopes`, innermost first, that has one. */
export function keyOf(command: Command, table: readonly Binding[], scopes: readonly Scope[]): string | undefined {
	for (const scope of scopes) {
		const binding = table.find(each => each.scope === scope && each.does === command);
		const [key] = binding ? liveKeys(binding, scopes, table) : [];
		if (key !== undefined) {
			return keyLabel(key);
		}
	}

	return undefined;
}
