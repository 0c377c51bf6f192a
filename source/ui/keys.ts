/** From the key table to words on the screen. */

import type {Binding, Scope} from '../keymap/index.ts';
import {keyLabel} from '../keymap/index.ts';
import type {Command} from '../core/wizard/index.ts';

/** The label of the key that runs `command`, from the first of `scopes` that has one. */
export function keyOf(command: Command, table: readonly Binding[], scopes: readonly Scope[]): string | undefined {
	for (const scope of scopes) {
		const key = table.find(binding => binding.scope === scope && binding.does === command)?.keys[0];
		if (key !== undefined) {
			return keyLabel(key);
		}
	}

	return undefined;
}
