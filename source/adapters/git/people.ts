/** Who git knows: the author, and those who made the last commits. Both are offered, neither is ever filled in. */

import {shortLine} from '../../core/text/index.ts';
import {GitStop, openGit, type Environment, type Patience} from './run.ts';

/** How many commits are looked at for names, and for how long, in milliseconds: a walk through all would take minutes. */
const mostCommits = 1000;
const longest = 1000;

/** The author's name as git would write it into a commit; undefined where git has none or is not there. */
export async function gitIdentity(
	folder: string,
	environment: Environment = process.env,
	signal?: AbortSignal,
): Promise<string | undefined> {
	const named = shortLine(environment['GIT_AUTHOR_NAME'] ?? '');
	return named ?? (await namesFrom(['config', '--get', 'user.name'], folder, environment, signal ? {signal} : {}))[0];
}

/**
 * The names behind the last commits of the repository that `folder` lies in, as its mailmap has them, whoever made most
 * of them first. None where there is no repository, no commit or no git, and where git does not answer in a second.
 */
export async function gitPeople(
	folder: string,
	environment: Environment = process.env,
	limits: Patience & {readonly commits?: number} = {},
): Promise<readonly string[]> {
	const {commits = mostCommits, timeout = longest, ...rest} = limits;
	// Signatures are not shown: with `log.showSignature` git would start another program for each commit.
	const log = ['log', `--max-count=${commits}`, '--no-show-signature', '--format=%aN'];
	const counts = new Map<string, number>();
	for (const name of await namesFrom(log, folder, environment, {timeout, ...rest}))
		counts.set(name, (counts.get(name) ?? 0) + 1);
	// The sort is stable: of those with as many commits, whoever made the latest stands first.
	return [...counts]
		.filter(([name]) => !name.endsWith('[bot]'))
		.sort(([, one], [, other]) => other - one)
		.map(([name]) => name);
}

async function namesFrom(
	args: readonly string[],
	folder: string,
	environment: Environment,
	patience: Patience,
): Promise<readonly string[]> {
	try {
		const git = await openGit(environment);
		const {code, stdout} = await git.run(args, folder, patience);
		return code === 0 ? stdout.split('\n').flatMap(line => shortLine(line) ?? []) : [];
	} catch (error) {
		if (error instanceof GitStop) {
			return [];
		}

		throw error;
	}
}
