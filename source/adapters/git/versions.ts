/** What a file said in earlier commits. */

import {basename, dirname} from 'node:path';
import {GitStop, openGit, type Environment} from './run.ts';

/** How long git is waited for, in milliseconds. */
const longest = 5000;

/** More versions of one file are not looked at. */
const mostVersions = 500;

/**
 * The newest committed version of a file for which `isIt` holds, also under a name that it had before. Undefined where
 * there is none, and where git can't say: no repository, no git, or no answer in time.
 */
export async function findVersion(
	path: string,
	isIt: (text: string) => boolean,
	environment: Environment = process.env,
): Promise<string | undefined> {
	const folder = dirname(path);
	try {
		const git = await openGit(environment);
		const args = ['log', '--follow', '--format=', '--raw', '--no-abbrev', `--max-count=${mostVersions}`];
		const log = await git.run([...args, '--', basename(path)], folder, {timeout: longest});
		if (log.code !== 0) return undefined;
		// `:MODE MODE BLOB BLOB STATUS`, a tab and names (git-diff-index(1), "RAW OUTPUT FORMAT"); zeros where there is none.
		const blobs = [...log.stdout.matchAll(/^:\d+ \d+ (?<old>[\da-f]+) (?<now>[\da-f]+) /gm)].flatMap(({groups}) => [
			groups!['now']!,
			groups!['old']!,
		]);
		for (const blob of new Set(blobs)) {
			if (/^0+$/.test(blob)) continue;
			const {code, stdout} = await git.run(['cat-file', 'blob', blob], folder, {timeout: longest});
			if (code === 0 && isIt(stdout)) return stdout;
		}

		return undefined;
	} catch (error) {
		if (error instanceof GitStop) return undefined;
		throw error;
	}
}
