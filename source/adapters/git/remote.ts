/** Where a repository can be seen in the web, worked out from its remote. Nothing is fetched. */

import {cleanInput} from '../../core/text/index.ts';
import {GitStop, openGit, type Environment} from './run.ts';

/**
 * The web address of the remote that a repository was cloned from: `origin`, else the first. Undefined where there is
 * none, where it is a folder, and where git is not there.
 */
export async function gitRemote(
	folder: string,
	environment: Environment = process.env,
	signal?: AbortSignal,
): Promise<string | undefined> {
	try {
		const git = await openGit(environment);
		const {code, stdout} = await git.run(['remote', '-v'], folder, signal ? {signal} : {});
		if (code !== 0) return undefined;
		const remotes = [...stdout.matchAll(/^(?<name>[^\t\n]+)\t(?<url>.+) \(fetch\)/gm)].map(({groups}) => groups!);
		const chosen = remotes.find(({name}) => name === 'origin') ?? remotes[0];
		return chosen && webAddress(chosen['url']!);
	} catch (error) {
		if (error instanceof GitStop) {
			return undefined;
		}

		throw error;
	}
}

/** `[user@]host:path`, as git takes it for ssh (git-clone(1), "GIT URLS"); a single letter would be a Windows drive. */
const scpLike = /^(?:[^\s/@:]+@)?(?<host>[^\s/@:]{2,}):(?!\/\/)\/?(?<path>\S+)$/;

/** The page of a remote; without user, password and port, which are for git alone. Undefined for what is not in the web. */
export function webAddress(remote: string): string | undefined {
	const short = scpLike.exec(remote)?.groups;
	const url = URL.parse(short ? `ssh://${short['host']}/${short['path']}` : remote);
	if (!url || !/^(?:https?|ssh|git):$/.test(url.protocol) || url.hostname === '') return undefined;
	const path = cleanInput(url.pathname)
		.replace(/\/+$/, '')
		.replace(/\.git$/, '');
	if (path === '') return undefined;
	const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
	return isWeb ? `${url.protocol}//${url.host}${path}` : `https://${url.hostname}${path}`;
}
