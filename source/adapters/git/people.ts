/** Names that git knows, to be offered where a person is asked for. */

import {GitStop, openGit, type Environment} from './run.ts';

/** Commits that are looked at for names: enough for a team, quick in any repository. */
const commitsRead = 200;

/** The author's name as git would write it into a commit; undefined where git has none or is not there. */
export async function gitIdentity(folder: string, environment: Environment = process.env): Promise<string | undefined> {
	const named = environment['GIT_AUTHOR_NAME']?.trim();
	return named !== undefined && named !== ''
		? named
		: (await lines(['config', '--get', 'user.name'], folder, environment))[0];
}

/** Who committed in the folder's repository of late, each once, the latest first. */
export async function recentAuthors(
	folder: string,
	environment: Environment = process.env,
): Promise<readonly string[]> {
	return [...new Set(await lines(['log', `-${commitsRead}`, '--format=%aN', '--', '.'], folder, environment))];
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
