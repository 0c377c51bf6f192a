/** What is not taken of the settings' own keys, in words, with the command that was probably meant. */

import type {Settings} from '../adapters/settings/index.ts';
import {nearest} from '../core/form/index.ts';
import {exitCodes, type Problem} from '../core/problem.ts';
import {commandNames, remap} from '../keymap/index.ts';

export function refusedKeys({keys}: Pick<Settings, 'keys'>): readonly Problem[] {
	return remap(keys).refused.map(({command, summary, next}) => {
		const near = commandNames.includes(command) ? undefined : nearest(command, commandNames);
		const words = near === undefined ? next : `Did you mean ${near}? ${next}`;
		return {code: 'settings.keys', summary, next: words, exit: exitCodes.usage};
	});
}
