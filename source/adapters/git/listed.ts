/** Which files a repository has, as git sees them: what it ignores is none of them. */

import {GitStop, openGit, type Environment, type Patience} from './run.ts';

/** How long git is waited for unless told, in milliseconds. */
const longest = 1000;

/**
 * The paths of the files in `folder` that match one of the pathspecs, committed or not, relative to it with `/`; what
 * `.gitignore` excludes is left out. Undefined where git can't say: no repository, no git, or no answer in time.
 */
export async function gitFiles(
	folder: string,
	pathspecs: readonly string[],
	environment: Environment = process.env,
	patience: Patience = {},
): Promise<readonly string[] | undefined> {
	try {
		const git = await openGit(environment);
		const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...pathspecs];
		const {code, stdout} = await git.run(args, folder, {timeout: longest, ...patience});
		return code === 0 ? [...new Set(stdout.split('\0').filter(path => path !== ''))] : undefined;
	} catch (error) {
		if (error instanceof GitStop) return undefined;
		throw error;
	}
}
