/** The terminal where questions are asked one after another: other programs get the input while they run. */

import type {HeldTerminal} from './full-screen.ts';

/** The terminal as effects use it in the scrollback; there is no screen to stop or draw again. */
export function terminalInLines(): HeldTerminal {
	let away = 0;
	return {
		async suspended(task) {
			// Else the lines meant for the other program would come here.
			process.stdin.pause();
			away++;
			try {
				return await task();
			} finally {
				away--;
				process.stdin.resume();
			}
		},
		isAway: () => away > 0,
		async stop() {},
		redraw() {},
	};
}
