/** Runs the command that the arguments name, and turns everything that can end it into an exit code. */

import type {Problem} from '../core/problem.ts';
import type {Context} from './context.ts';
import {endedBy} from './ended-by.ts';
import {parseArguments, type Parsed} from './program.ts';

/** The exit code of the command line `args`. */
export async function run(args: readonly string[], context: Context): Promise<number> {
	try {
		const parsed = await parseArguments(args, context);
		if ('exit' in parsed) return parsed.exit;
		const unsettled = parsed.byProject && (await projectProblem(parsed, context));
		if (unsettled) return unsettled.exit;
		const command = await parsed.load();
		return await command(parsed.invocation, context);
	} catch (error) {
		return endedBy(error, context);
	}
}

/** What is wrong with the project's settings, told before anything is done by them; the wizard tells it by itself. */
async function projectProblem(
	{byProject, invocation}: Exclude<Parsed, {exit: unknown}>,
	context: Context,
): Promise<Problem | undefined> {
	const [{canAsk, isSilent}, project] = await Promise.all([
		import('./interactive.ts'),
		import('./project-settings.ts'),
	]);
	const isAsked = byProject === 'without-wizard' && canAsk(invocation, context) && !isSilent(invocation, context);
	return isAsked ? undefined : project.projectProblem(context.cwd, context);
}
