/** Whether the last commit may be made anew: only where it is the author's own, of this document alone, and nobody else has it. */

import type {Git} from './run.ts';

export type Amending = {
	/** The message of the last commit, where that may be made anew. */
	readonly message?: string;
	/** The commit below it; undefined where it was the first. */
	readonly parent?: string;
	/** Else why it may not, as the end of "…, so this is a new commit". */
	readonly reason?: string;
};

/** Looks at HEAD, which is `old`, with the file at `path` in it. `want` is the file's hash as it is to be committed. */
export async function findAmending(
	git: Git,
	toplevel: string,
	path: string,
	old: string | undefined,
	want?: string,
): Promise<Amending> {
	if (old === undefined) return {reason: 'There is no commit yet'};
	const [names, about, refs, branch, author, committer] = await Promise.all([
		git.run(['diff-tree', '--no-commit-id', '--name-only', '--no-renames', '-r', '-z', '--root', old, '--'], toplevel),
		git.run(
			[
				'log',
				'-1',
				'--no-show-signature',
				'--no-mailmap',
				'--encoding=UTF-8',
				'--format=%P%x00%ae%x00%ce%x00%B',
				old,
				'--',
			],
			toplevel,
		),
		git.run(['for-each-ref', '--format=%(refname)', '--contains', old], toplevel),
		git.run(['symbolic-ref', '-q', 'HEAD'], toplevel),
		git.run(['var', 'GIT_AUTHOR_IDENT'], toplevel),
		git.run(['var', 'GIT_COMMITTER_IDENT'], toplevel),
	]);
	if ([names, about, refs, author, committer].some(({code}) => code !== 0))
		return {reason: 'git could not look at the last commit'};
	const [parents = '', authorAddress, committerAddress, ...message] = about.stdout.split('\0');
	const [parent, ...more] = parents.split(' ').filter(hash => hash !== '');
	// For a merge diff-tree names nothing: it has no one text that it changed.
	if (more.length > 0 || names.stdout !== `${path}\0`) return {reason: 'The last commit is not of this document alone'};
	if (addressIn(author.stdout) !== authorAddress || addressIn(committer.stdout) !== committerAddress)
		return {reason: "The last commit is somebody else's"};
	const own = branch.code === 0 ? branch.stdout.trim() : undefined;
	const others = refs.stdout.split('\n').filter(ref => ref !== '' && ref !== own);
	if (others.length > 0) {
		const isPushed = others.some(ref => ref.startsWith('refs/remotes/'));
		return {
			reason: isPushed
				? 'The last commit is pushed'
				: `The last commit is in ${others[0]!.replace(/^refs\/(?:heads|tags)\//, '')} too`,
		};
	}
	if (parent !== undefined && want !== undefined) {
		const before = await git.run(['rev-parse', '-q', '--verify', `${parent}:${path}`], toplevel);
		// Made anew it would hold nothing, which git refuses.
		if (before.stdout.trim() === want) return {reason: 'The document is as it was before the last commit'};
	}
	return {message: message.join('\0').replace(/\n+$/, ''), ...(parent === undefined ? {} : {parent})};
}

/** The address in `Name <address> time zone` (git-var(1)). */
function addressIn(ident: string): string | undefined {
	return /<([^<>]*)> \d+ [+-]\d+\s*$/.exec(ident)?.[1];
}
