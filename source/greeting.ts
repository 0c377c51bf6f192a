/**
 * A first sign of life while the wizard is loaded, which takes some times as long as Node itself: one line, in place of
 * which comes whatever is written next. It must parse on any Node that may meet it.
 */

import {isTerminal} from './is-terminal.ts';

type Marked = {specwrightGreets?: boolean};

/** Commands that open the wizard, and flags with which they do not. */
const opening = ['new', 'open', 'resume'];
const silent = /^(?:-h|--help|-y|--yes|--print|--plain)(?:=|$)/;

/** Writes it where these arguments open the full screen on this terminal. */
export function greet(args: readonly string[], env: Readonly<Record<string, string | undefined>>): void {
	const [command] = args;
	const isPlain = env['TERM'] === 'dumb' || (env['ACCESSIBLE'] || '') !== '';
	if (isPlain || !(command === undefined || opening.indexOf(command) >= 0)) return;
	if (args.some(arg => silent.test(arg))) return;
	if (!isTerminal(0) || !isTerminal(1)) return;
	try {
		process.getBuiltinModule('fs').writeSync(1, ' specwright …\r');
		(globalThis as Marked).specwrightGreets = true;
	} catch {
		// Who can't be greeted is told why by the program.
	}
}

/** What takes it away again, in the column where it left the cursor; once, and nothing where nobody was greeted. */
export function ungreet(): string {
	const marked = globalThis as Marked;
	if (marked.specwrightGreets !== true) return '';
	marked.specwrightGreets = false;
	return '\u001B[K';
}
