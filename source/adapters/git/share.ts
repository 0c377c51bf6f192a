/** What shares a commit, as commands to be shown. None is run, and no server is asked. */

import {accessSync, constants, statSync} from 'node:fs';
import {delimiter, isAbsolute, join} from 'node:path';
import {quoted} from '../../core/text/index.ts';
import {webAddress} from './remote.ts';
import {branchOf} from './repository.ts';
import type {Environment, Git} from './run.ts';

/**
 * The commands that come next for the branch in hand: pushing it, with its upstream named where it has none, and a pull
 * request where `gh` is installed and the branch is not the remote's main one. None without a remote or on no branch.
 */
export async function sharing(git: Git, toplevel: string, environment: Environment): Promise<readonly string[]> {
	const [remotes, head, upstream] = await Promise.all([
		git.run(['remote'], toplevel),
		git.run(['symbolic-ref', '-q', 'HEAD'], toplevel),
		git.run(['rev-parse', '-q', '--verify', '--abbrev-ref', '@{upstream}'], toplevel),
	]);
	const names = remotes.stdout.split('\n').filter(name => name !== '');
	const branch = branchOf(head.stdout);
	const remote = names.includes('origin') ? 'origin' : names[0];
	if (remote === undefined || head.code !== 0) return [];
	const push = upstream.code === 0 ? 'git push' : `git push -u ${quoted(remote)} ${quoted(branch)}`;
	const [url, main] = await Promise.all([
		git.run(['remote', 'get-url', remote], toplevel),
		git.run(['symbolic-ref', '-q', '--short', `refs/remotes/${remote}/HEAD`], toplevel),
	]);
	const isMain =
		main.code === 0 ? main.stdout.trim() === `${remote}/${branch}` : /^(?:main|master|trunk)$/.test(branch);
	const isWeb = url.code === 0 && webAddress(url.stdout.trim()) !== undefined;
	return isWeb && !isMain && isInstalled('gh', environment) ? [push, 'gh pr create --fill'] : [push];
}

/** Whether a program of that name is in one of the folders that programs are looked for in. */
function isInstalled(name: string, environment: Environment): boolean {
	return (environment['PATH'] ?? '').split(delimiter).some(folder => {
		const path = join(folder, name);
		if (!isAbsolute(folder) || !statSync(path, {throwIfNoEntry: false})?.isFile()) return false;
		try {
			accessSync(path, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}
