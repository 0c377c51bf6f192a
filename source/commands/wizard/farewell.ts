/** The last lines on the normal screen: what was written, where, the commit, and the command that comes next. */

import {quoted} from '../../core/text/index.ts';
import type {Outcome} from '../../core/wizard/index.ts';
import type {ExitCode} from '../../core/problem.ts';
import type {Output} from '../output.ts';

/** Says how it ended and gives the exit code: 4 where the file is written but git refused. */
export function farewell(outcome: Outcome, draft: string | undefined, output: Output): ExitCode {
	if (outcome.type !== 'written') {
		if (draft !== undefined)
			output.say('Your draft is kept. Go on with: ', {text: `specwright resume ${draft}`, tone: 'strong'});
		return 0;
	}

	const {path, commit, problem, refused = []} = outcome;
	output.say({text: 'Wrote ', tone: 'good'}, path);
	for (const {summary} of refused) output.say({text: 'without ', tone: 'warn'}, summary);
	if (refused.length > 0 && draft !== undefined)
		output.say('Your draft has what is not in the file. Go on with: ', {
			text: `specwright resume ${draft}`,
			tone: 'strong',
		});
	if (commit) {
		if (commit.isNew) output.say({text: 'Committed ', tone: 'good'}, `${commit.hash.slice(0, 10)} on ${commit.branch}`);
		else output.say(`It was committed already as it is, in ${commit.hash.slice(0, 10)}.`);
		for (const note of commit.notes) output.say({text: 'note ', tone: 'warn'}, note);
		if (commit.next.length > 0) output.say('Share it with: ', {text: commit.next.join(' && '), tone: 'strong'});
		return 0;
	}

	if (problem) {
		output.problem(problem);
		const again = `specwright commit ${quoted(path)}`;
		// What git's problem says of how to go on is not said twice.
		if (problem.next?.includes('specwright commit')) output.say('The file is written.');
		else output.say('The file is written. Commit it later with: ', {text: again, tone: 'strong'});
		return problem.exit;
	}

	return 0;
}
