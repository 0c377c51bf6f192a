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
