/** What the branches of a repository have in a folder, whatever the work tree shows. */

import {GitStop, openGit, type Environment} from './run.ts';

/** How many branches are looked into, those that were changed last, and how long all of it may take, in milliseconds. */
const mostBranches = 200;
const longest = 5000;
/** Gits that run at a time. */
const abreast = 8;

/**
 * The names in the folder `below` (a path from `root` with `/`, empty for `root` itself) on every branch that git knows
 * here, its own and those of remotes as they were fetched last. Empty where git can't say.
 */
export async function namesOnBranches(
	root: string,
	below: string,
	environment: Environment = process.env,
): Promise<readonly string[]> {
	const patience = {signal: AbortSignal.timeout(longest)};
	try {
		const git = await openGit(environment);
		const [prefix, refs] = await Promise.all([
			git.run(['rev-parse', '--show-prefix'], root, patience),
			git.run(
				[
					'for-each-ref',
					`--count=${mostBranches}`,
					'--sort=-committerdate',
					'--format=%(objectname)',
					'refs/heads',
					'refs/remotes',
				],
				root,
				patience,
			),
		]);
		if (prefix.code !== 0 || refs.code !== 0) return [];
		const folder = [prefix.stdout.replace(/\n$/, '').replace(/\/$/, ''), below].filter(part => part !== '').join('/');
		const commits = [...new Set(refs.stdout.split('\n').filter(line => line !== ''))];
		const names = new Set<string>();
		for (let at = 0; at < commits.length; at += abreast) {
			const trees = await Promise.all(
				commits.slice(at, at + abreast).map(async commit =>
					// A tree is named whole, so that nothing in the folder's name is a pattern.
					git.run(['ls-tree', '-z', '--name-only', '--end-of-options', `${commit}:${folder}`], root, patience),
				),
			);
			for (const {code, stdout} of trees) if (code === 0) for (const name of stdout.split('\0')) names.add(name);
		}

		names.delete('');
		return [...names];
	} catch (error) {
		if (error instanceof GitStop) return [];
		throw error;
	}
}
