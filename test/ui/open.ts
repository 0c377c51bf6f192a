/** The real screen over a terminal in memory; what a test opens is closed behind it. */

import {afterEach} from 'vitest';
import {remap, type Remapping} from '../../source/keymap/index.ts';
import {themes} from '../../source/theme/index.ts';
import {openScreen, type Screen, type ScreenOptions} from '../../source/ui/index.ts';
import {now} from './states.ts';
import type {FakeTerminal} from './terminal.ts';

const screens: Screen[] = [];

afterEach(async () => {
	for (const screen of screens.splice(0)) await screen.close();
});

/**
 * @param own keys of the author's
 * @param more what else the screen is given
 */
export function open(
	{stdin, stdout}: FakeTerminal,
	own: Remapping = {},
	more: Pick<ScreenOptions, 'measure'> = {},
): Screen {
	const {table} = remap(own);
	const screen = openScreen({
		...{theme: themes.mono, color: false, now: () => now, table, stdin, stdout, stderr: stdout},
		...more,
	});
	screens.push(screen);
	return screen;
}
