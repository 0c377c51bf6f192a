/** Whether the project's settings let a command begin that goes by them. */

import type {Problem} from '../core/problem.ts';
import type {Context} from './context.ts';
import {canAsk, isSilent} from './interactive.ts';
import type {Parsed} from './program.ts';
import {projectProblem} from './project-settings.ts';

/** What is wrong with the project's settings, told before anything is done by them; the wizard tells it by itself. */
export function unsettled(
	{byProject, invocation}: Exclude<Parsed, {exit: unknown}>,
	context: Context,
): Problem | undefined {
	const isAsked = byProject === 'without-wizard' && canAsk(invocation, context) && !isSilent(invocation, context);
	return isAsked ? undefined : projectProblem(context.cwd, context);
}
