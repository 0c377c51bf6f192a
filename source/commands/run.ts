/** Runs the command that the arguments name, and turns everything that can end it into an exit code. */

import type {Context} from './context.ts';
import {OutputClosed} from './output.ts';
import {parseArguments} from './program.ts';

/** What a shell reports for a program that wrote into a closed pipe: 128 + SIGPIPE. */
const closedPipe = 141;

/** The exit code of the command line `args`. */
export async function run(args: readonly string[], context: Context): Promise<number> {
	try {
		const parsed = await parseArguments(args, context);
		if ('exit' in parsed) return parsed.exit;
		const command = await parsed.load();
		return await command(parsed.invocation, context);
	} catch (error) {
		return endedBy(error, context);
	}
}

/** The exit code for an error that ends the program: a closed or full output, or a bug of ours, which is told. */
export function endedBy(error: unknown, {output}: Context): number {
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

/** Where stderr is closed too there is nobody left to tell. */
function tell(write: () => void): void {
	try {
		write();
	} catch (error) {
		if (!(error instanceof OutputClosed)) throw error;
	}
}
