/** The question whether to commit: what, where and on which branch, or why git would not. */

import type {Destination} from '../../core/wizard/index.ts';
import type {Line} from '../drawing/line.ts';
import {span, wrapped, wrappedSpans} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';

/** What is said above the question. */
export function commitLines(destination: Destination, width: number, look: Look): readonly Line[] {
	const {branch, path, folder, problem, isSubmodule, facts} = destination;
	if (problem) {
		return [
			[' ', 'The file can be written, but not committed:'],
			...wrapped(look.sentence(problem.summary), width - 4).map((text): Line => ['   ', span('warn', text)]),
			...wrapped(look.sentence(problem.next ?? ''), width - 4).map((text): Line => ['   ', span('dim', text)]),
		];
	}

	const where = folder === undefined ? [] : [', in the git repository ', span('value', folder)];
	const only = ['Only ', span('value', path), ' is committed, on ', span('value', branch), ...where, '.'];
	return [
		...wrappedSpans(only, width - 2).map((row): Line => [' ', ...row]),
		[' ', span('dim', 'Whatever else is staged or changed there stays as it is.')],
		...(isSubmodule === true
			? [[' ', span('warn', 'It is a submodule; the repository above it stays as it is.')] as const]
			: []),
		...(facts?.lastMessage === undefined
			? []
			: [[' ', span('warn', 'It goes into your last commit, which holds only this file and is not pushed.')] as const]),
	];
}
