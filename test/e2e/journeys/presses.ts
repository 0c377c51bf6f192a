/** What is pressed on the way to a screen, each with what is seen once it has done what it does. */

import type {Scope} from '../../../source/keymap/index.ts';
import type {Terminal} from '../terminal.ts';
import {keyFor} from './bound.ts';
import {goTo} from './session.ts';

/** A press, and what is seen once it has done what it does. */
export const after =
	(shown: string | RegExp, ...pressed: readonly string[]) =>
	async (terminal: Terminal): Promise<void> => {
		terminal.send(...pressed);
		await terminal.waitFor(shown);
	};

/**
 * Back from what lies over the form, by what is seen after each Escape. It goes alone, for what follows at once would be
 * Alt and a key.
 */
export const back =
	(scope: Scope, ...seen: readonly (string | RegExp)[]) =>
	async (terminal: Terminal): Promise<void> => {
		for (const shown of [...seen, 'Tab next']) await after(shown, keyFor('view.close', scope))(terminal);
	};

/** One after the other. */
export const steps =
	(...each: readonly ((terminal: Terminal) => Promise<void>)[]) =>
	async (terminal: Terminal): Promise<void> => {
		for (const step of each) await step(terminal);
	};

/** The field of that name, with what is typed there and seen then. */
export const field =
	(label: string, shown: string | RegExp, ...typed: readonly string[]) =>
	async (terminal: Terminal): Promise<void> => {
		await goTo(terminal, label);
		await after(shown, ...typed)(terminal);
	};
