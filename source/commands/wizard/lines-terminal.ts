/** The terminal where questions are asked one after another: other programs get the input while they run. */

import {giveAway} from './away.ts';
import type {HeldTerminal} from './full-screen.ts';

/** The terminal as effects use it in the scrollback; there is no screen to stop or draw again. */
export function terminalInLines(): HeldTerminal {
	const away = giveAway();
	return {
		async suspended(task) {
			// Else the lines meant for the other program would come here.
			process.stdin.pause();
			try {
				return await away.during(task);
			} finally {
				process.stdin.resume();
			}
		},
		isAway: away.isAway,
		// There is no screen to bring back.
		async back() {},
		async stop() {},
		redraw() {},
	};
}
