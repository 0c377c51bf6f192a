/** A file where git has a folder, or in a folder where git has a file: a commit of it alone would have to hold more. */

import type {Problem} from '../../core/problem.ts';
import {gitProblem} from './repository.ts';
import type {Git} from './run.ts';

/**
 * What has to be gone from the index and from HEAD, which is `old`, before they can hold `path`: git would take it out of both
 * by itself. `listed` are the index's entries at and below that path.
 */
export async function findInTheWay(
	git: Git,
	toplevel: string,
	path: string,
	listed: readonly string[],
	old: string | undefined,
): Promise<Problem | undefined> {
	const typeOf = async (object: string): Promise<string> =>
		(await git.run(['cat-file', '-t', object], toplevel)).stdout.trim();
	const parts = path.split('/');
	const above = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
	const [itself, ...files] = await Promise.all([
		old === undefined ? '' : typeOf(`${old}:${path}`),
		...above.map(async folder => {
			const types = await Promise.all([
				// An index that has the file has no file in the place of its folders.
				listed.includes(path) ? '' : typeOf(`:0:${folder}`),
				...(old === undefined ? [] : [typeOf(`${old}:${folder}`)]),
			]);
			return types.includes('blob') ? folder : undefined;
		}),
	]);
	const file = files.find(folder => folder !== undefined);
	if (file !== undefined)
		return gitProblem(
			'git.in-the-way',
			`git still has a file ${file}, where the folder of ${path} is now, so nothing was committed`,
			'Commit first that it is gone (git status names it), then commit again.',
		);
	return itself === 'tree' || listed.some(name => name !== path)
		? gitProblem(
				'git.in-the-way',
				`git still has a folder ${path} with files in it, where the file is now, so nothing was committed`,
				'Commit first that they are gone (git status names them), then commit again.',
			)
		: undefined;
}
