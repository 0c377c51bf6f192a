/** The command that tries a refused commit again: what the author wrote for it is in the command, and so is not lost. */

import {relative, resolve} from 'node:path';
import {exitCodes, type Problem} from '../../core/problem.ts';
import {quoted} from '../../core/text/index.ts';

/** Where another try can do nothing: no file, or no words. */
const hopeless = new Set(['git.not-a-file', 'git.message']);

/** The problem with the whole command for another try behind its advice. */
export function withRetry(problem: Problem, path: string, message: string, branch: string | undefined): Problem {
	if (problem.exit !== exitCodes.git || hopeless.has(problem.code)) return problem;
	// A branch that was refused would be refused again.
	const onto = branch === undefined || problem.code === 'git.branch' ? '' : ` --branch ${quoted(branch)}`;
	const command = `specwright commit ${quoted(typed(path))} --message ${asWord(message)}${onto}`;
	return {...problem, next: `${problem.next === undefined ? '' : `${problem.next} `}To commit it then: ${command}`};
}

/** A path as a person in the current folder would type it, and not to be taken for a flag. */
function typed(path: string): string {
	const fromHere = relative('', resolve(path));
	if (fromHere.startsWith('..')) return resolve(path);
	return fromHere.startsWith('-') ? `./${fromHere}` : fromHere;
}

/** A text as one word on one line of a shell, for a line end would not outlast being shown and copied. */
function asWord(message: string): string {
	const lines = message.replace(/\n$/, '').split('\n');
	if (lines.length === 1) return quoted(lines[0]!);
	return `"$(printf '%s\\n' ${lines.map(line => (line === '' ? "''" : quoted(line))).join(' ')})"`;
}
