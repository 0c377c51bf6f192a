/** Folders as a person names them. */

import {homedir} from 'node:os';
import {sep} from 'node:path';

/** The folder with `~` for the person's own, where it lies in that. */
export function inHome(folder: string, env: Readonly<Record<string, string | undefined>>): string {
	const home = env['HOME'] ?? homedir();
	return folder === home || folder.startsWith(home + sep) ? `~${folder.slice(home.length)}` : folder;
}
