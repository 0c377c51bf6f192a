/** The wizard on the full screen. Ink is loaded here and nowhere else. */

import {now} from '../../adapters/clock/index.ts';
import type {Settings} from '../../adapters/settings/index.ts';
import {remap} from '../../keymap/index.ts';
import {chooseTheme} from '../../theme/index.ts';
import type {Context} from '../context.ts';
import type {Output} from '../output.ts';
import type {Wishes} from '../wizard-request.ts';
import type * as Ui from '../../ui/index.ts';
import type {Screen} from '../../ui/index.ts';
import {giveAway} from './away.ts';
import type {Terminal} from './effects.ts';
import {createMeasuring} from './measuring.ts';

/** Loads the screen's code; ask for it early, and it loads while git is asked who the author is. */
export async function loadFullScreen({output}: Context): Promise<typeof Ui> {
	// Ink's colours come from chalk, which does not know NO_COLOR and looks at this when it is loaded.
	if (!output.color) process.env['FORCE_COLOR'] = '0';
	return import('../../ui/index.ts');
}

/** Opens the screen as settings, flags and environment want it. */
export async function openFullScreen({isAscii}: Wishes, settings: Settings, context: Context): Promise<Screen> {
	const {env, output} = context;
	const {openScreen} = await loadFullScreen(context);
	// The alternate screen begins in the column that the cursor is in, and our rows are as wide as the window.
	output.toFreshLine();
	const measuring = createMeasuring();
	const screen = openScreen({
		theme: chooseTheme(env, {name: settings.theme}),
		color: output.color,
		ascii: isAscii,
		escapeDelay: env['ESCDELAY'],
		now: () => now(),
		table: remap(settings.keys).table,
		measure: measuring.measure,
	});
	return {
		...screen,
		async close() {
			measuring.stop();
			await screen.close();
		},
	};
}

/** The terminal as effects use it. */
export type HeldTerminal = Terminal & {
	/** Whether another program has it, or had it a moment ago. */
	isAway(): boolean;
	/** Resolves when it is back from a task that is waited for, whatever happens. */
	back(): Promise<void>;
};

/** The terminal over an open screen. */
export function terminalOver(screen: Screen, output: Output): HeldTerminal {
	const away = giveAway();
	let waitedFor: Promise<void> = Promise.resolve();
	const suspended = async <T>(task: () => Promise<T>, isWaitedFor = false): Promise<T> => {
		const results: T[] = [];
		const over = screen.suspend(async () => {
			try {
				results.push(await away.during(task));
			} finally {
				// An editor, a hook or `^C` may have left a line that was begun; see `openFullScreen`.
				output.toFreshLine();
			}
		});
		if (isWaitedFor) waitedFor = over.catch(() => {});
		await over;
		const [result] = results;
		return result as T;
	};

	return {
		suspended,
		isAway: away.isAway,
		back: async () => waitedFor,
		async stop() {
			await suspended(stopUntilContinued);
		},
		redraw() {
			void screen.redraw();
		},
	};
}

/** Stops this process as the shell's job control expects, and resolves when it is continued. */
async function stopUntilContinued(): Promise<void> {
	await new Promise<void>(resolve => {
		process.once('SIGCONT', () => {
			resolve();
		});
		process.kill(process.pid, 'SIGTSTP');
	});
}
