/** What stands in the way of any commit in a repository: an operation under way, conflicts, locks, no leave to write, no identity. */

import {accessSync, constants, lstatSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {Problem} from '../../core/problem.ts';
import {gitProblem} from './repository.ts';
import {said, type Git} from './run.ts';

/** What git leaves in its folder while an operation of several commits is under way, and what that is called. */
const operations = [
	['MERGE_HEAD', 'merge'],
	['CHERRY_PICK_HEAD', 'cherry-pick'],
	['REVERT_HEAD', 'revert'],
	['rebase-merge', 'rebase'],
	['rebase-apply', 'rebase'],
	['sequencer', 'sequence of picks'],
	['BISECT_LOG', 'bisect'],
] as const;

/** The first obstacle that there is in the work tree; undefined where a commit can be made. */
export async function findObstacle(git: Git, toplevel: string): Promise<Problem | undefined> {
	// Each asked alone, for a folder's name may have a line end in it.
	const [own, common, unmerged, head] = await Promise.all([
		git.run(['rev-parse', '--absolute-git-dir'], toplevel),
		git.run(['rev-parse', '--git-common-dir'], toplevel),
		git.run(['ls-files', '-u', '-z'], toplevel),
		git.run(['symbolic-ref', '-q', 'HEAD'], toplevel),
	]);
	const refused = [own, common, unmerged].find(({code}) => code !== 0);
	if (refused)
		return gitProblem(
			'git.failed',
			`git could not look at the repository in ${toplevel}: ${said(refused)}`,
			'See to it, then commit again.',
		);
	const [folder = '', shared = ''] = [own, common].map(({stdout}) => resolve(toplevel, stdout.replace(/\n$/, '')));
	const underWay = operations.find(([name]) => ageOf(join(folder, name)) !== undefined);
	if (underWay) {
		const [, name] = underWay;
		return gitProblem(
			'git.under-way',
			`A ${name} is under way in this repository, so nothing was committed`,
			`Finish or abort the ${name}, then commit again.`,
		);
	}

	if (unmerged.stdout !== '') {
		return gitProblem(
			'git.unmerged',
			'Files in this repository are in conflict, so nothing was committed',
			'Resolve them (git status names them), then commit again.',
		);
	}

	const locks = [
		...['index.lock', 'HEAD.lock'].map(name => join(folder, name)),
		// Moving the current branch takes this one; a detached HEAD has none.
		...(head.code === 0 ? [join(shared, `${head.stdout.replace(/\n$/, '')}.lock`)] : []),
	];
	return lockedBy(locks) ?? readOnly([folder, join(shared, 'objects')]);
}

function lockedBy(locks: readonly string[]): Problem | undefined {
	const lock = locks.find(path => ageOf(path) !== undefined);
	return lock === undefined
		? undefined
		: gitProblem(
				'git.locked',
				`Another git process is at work in this repository, or one died: ${lock} is ${ageOf(lock) ?? '0 s'} old`,
				'Wait for it; if no git runs any more, remove that file, then commit again.',
			);
}

/** Why nothing can be written where a commit must be; errno(3) has the reasons. */
const unwritable: Readonly<Record<string, string>> = {
	EACCES: 'permission denied',
	EPERM: 'operation not permitted',
	EROFS: 'read-only file system',
};

function readOnly(folders: readonly string[]): Problem | undefined {
	for (const folder of folders) {
		try {
			accessSync(folder, constants.W_OK);
		} catch (error) {
			const reason = unwritable[(error as NodeJS.ErrnoException).code ?? ''];
			if (reason === undefined) continue;
			return gitProblem(
				'git.read-only',
				`git can not write in ${folder}, so nothing was committed: ${reason}`,
				'Make it writable for you, then commit again.',
			);
		}
	}

	return undefined;
}

/** The identity that a commit needs; git refuses to guess one (git-var(1)). */
export async function findNoIdentity(git: Git, toplevel: string): Promise<Problem | undefined> {
	const both = await Promise.all(
		['GIT_AUTHOR_IDENT', 'GIT_COMMITTER_IDENT'].map(async name => git.run(['var', name], toplevel)),
	);
	return both.every(({code}) => code === 0)
		? undefined
		: gitProblem(
				'git.no-identity',
				'git does not know your name and e-mail address, so nothing was committed',
				'Tell it once (git config --global user.name "Your Name" && git config --global user.email you@example.org), then commit again.',
			);
}

/** How long ago the file was changed, in words; undefined where there is none. */
function ageOf(path: string): string | undefined {
	const stat = lstatSync(path, {throwIfNoEntry: false});
	if (!stat) {
		return undefined;
	}

	const seconds = Math.max(0, Math.round((Date.now() - stat.mtimeMs) / 1000));
	return seconds < 120
		? `${seconds} s`
		: seconds < 7200
			? `${Math.round(seconds / 60)} min`
			: `${Math.round(seconds / 3600)} h`;
}
