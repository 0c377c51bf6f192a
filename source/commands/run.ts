/** Runs the command that the arguments name, and turns everything that can end it into an exit code. */

import type {Context} from './context.ts';
import {endedBy} from './ended-by.ts';
import {parseArguments} from './program.ts';

/** The exit code of the command line `args`. */
export async function run(args: readonly string[], context: Context): Promise<number> {
	try {
		const parsed = await parseArguments(args, context);
		if ('exit' in parsed) return parsed.exit;
		const unsettled = parsed.byProject && (await import('./by-project.ts')).unsettled(parsed, context);
		if (unsettled) return unsettled.exit;
		const command = await parsed.load();
		return await command(parsed.invocation, context);
	} catch (error) {
		return endedBy(error, context);
	}
}
