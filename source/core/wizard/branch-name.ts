/** Names of branches. */

/**
 * Whether git takes `name` for a branch (git-check-ref-format(1), with `--branch`). Said before anything is written; git
 * itself is asked too when the branch is made.
 */
export function isBranchName(name: string): boolean {
	const parts = name.split('/');
	return (
		!/[\0- ~^:?*[\\\x7f]|\.\.|@\{/.test(name) &&
		!/^-|\.$|^HEAD$/.test(name) &&
		parts.every(part => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'))
	);
}

/** Why no branch of that name can be made beside those that there are, as a sentence's end; undefined where one can. */
export function branchInTheWay(name: string, branches: readonly string[]): string | undefined {
	if (branches.includes(name)) return 'is a branch already';
	// Branches are files in folders to git.
	const other = branches.find(branch => branch.startsWith(`${name}/`) || name.startsWith(`${branch}/`));
	return other === undefined ? undefined : `can't be a branch beside ${JSON.stringify(other)}`;
}
