/** What ends the program before or instead of a command's own result, as an exit code. */

import type {Context} from './context.ts';
import {OutputClosed} from './output.ts';

/** What a shell reports for a program that wrote into a closed pipe: 128 + SIGPIPE. */
const closedPipe = 141;
/** The same for one whose terminal was closed: 128 + SIGHUP, which may come after the first write that fails. */
const hungUp = 129;

/** The exit code where there is no current folder, which is told: every path would be relative to nothing. */
export function nowhere({output}: Context): number {
	tell(() => {
		output.problem({
			code: 'folder.gone',
			summary: 'The current folder does not exist any more.',
			next: 'Go to another folder first: cd ~',
			exit: 3,
		});
	});
	return 3;
}

/** The exit code for an error that ends the program: a closed or full output, or a bug of ours, which is told. */
export function endedBy(error: unknown, {output, stdinIsTerminal}: Context): number {
	if (isHangUp(error, stdinIsTerminal)) return hungUp;
	if (error instanceof OutputClosed) {
		if (error.code === 'EPIPE') return closedPipe;
		tell(() => output.say(`specwright: could not write the output (${error.code}).`));
		return 3;
	}
	const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
	tell(() => {
		output.say(
			'specwright: this is a bug of the program, not of your document. Drafts are kept; `specwright drafts` lists them.',
		);
		output.say('Please report it with these lines:');
		for (const line of reason.split('\n')) output.say(`  ${line}`);
	});
	return 70;
}

/** Whether a terminal is gone: EIO on it. On a file it is a disk that fails, which is told. */
function isHangUp(error: unknown, stdinIsTerminal: boolean): boolean {
	if (error instanceof OutputClosed) return error.isTerminal && error.code === 'EIO';
	const {code, path} = (error ?? {}) as {readonly code?: unknown; readonly path?: unknown};
	return stdinIsTerminal && code === 'EIO' && path === undefined;
}

/** Where stderr is closed too there is nobody left to tell. */
function tell(write: () => void): void {
	try {
		write();
	} catch (error) {
		if (!(error instanceof OutputClosed)) throw error;
	}
}
