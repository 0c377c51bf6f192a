/** Which of the modes the author gets, decided before anything heavy is loaded. */

import type {Context} from '../context.ts';
import type {Wishes} from '../wizard-request.ts';

/**
 * `screen` needs terminals that can move the cursor; `prompts` asks one question at a time on a terminal; `lines` only
 * appends, for screen readers, `TERM=dumb` and answers that are piped in.
 */
export type Mode = 'screen' | 'prompts' | 'lines';

/** The mode for the flags, the environment and the streams. */
export function chooseMode(
	{isPlain}: Wishes,
	{env, output, stdinIsTerminal}: Pick<Context, 'env' | 'output' | 'stdinIsTerminal'>,
): Mode {
	const isOn = (name: string): boolean => (env[name] ?? '') !== '';
	if (!stdinIsTerminal || !output.canAsk || isOn('ACCESSIBLE') || env['TERM'] === 'dumb') return 'lines';
	return isPlain ? 'prompts' : 'screen';
}
