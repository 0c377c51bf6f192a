/** The name that git knows, to be offered where the author is asked for. */

import {GitStop, openGit, type Environment} from './run.ts';

/** The author's name as git would write it into a commit; undefined where git has none or is not there. */
export async function gitIdentity(folder: string, environment: Environment = process.env): Promise<string | undefined> {
	const named = environment['GIT_AUTHOR_NAME']?.trim();
	return named !== undefined && named !== ''
		? named
		: (await lines(['config', '--get', 'user.name'], folder, environment))[0];
}

async function lines(args: readonly string[], folder: string, environment: Environment): Promise<readonly string[]> {
	try {
		const git = await openGit(environment);
		const {code, stdout} = await git.run(args, folder);
		return code === 0
			? stdout
					.split('\n')
					.map(line => line.trim())
					.filter(line => line !== '')
			: [];
	} catch (error) {
		if (error instanceof GitStop) {
			return [];
		}

		throw error;
	}
}
