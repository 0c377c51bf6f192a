/** Several problems at once: all of them are told, and the first one's exit code is the command's. */

import {failure, type Problem, type Result} from '../core/problem.ts';
import type {Context} from './context.ts';

/** Tells all problems but the last, which is given back for the caller to tell; undefined where there is none. */
export function tellAllBut(problems: readonly Problem[], {output}: Context): Result<never> | undefined {
	const [first] = problems;
	const last = problems.at(-1);
	if (!first || !last) return undefined;
	for (const problem of problems.slice(0, -1)) output.problem(problem);
	return failure({...last, exit: first.exit});
}
