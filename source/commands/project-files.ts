/** The Markdown files of a folder, wherever in it they lie. */

import {opendir} from 'node:fs/promises';
import {join, sep} from 'node:path';
import {gitFiles} from '../adapters/git/index.ts';
import type {Context} from './context.ts';

/** How many files are looked into. */
export const mostFiles = 2000;
/** How many folders deep and how many entries a folder that is no repository is looked through. */
const deepest = 6;
const mostEntries = 10_000;
/** How long git may take to list them, in milliseconds. */
const longestForGit = 5000;

/**
 * The files below `root` as paths from there, in order; `isMore` where there are more than are looked into. What git
 * ignores, hidden folders of a folder that is no repository and node_modules are passed over, and links are not followed.
 *
 * @param signal ends the search; what was found until then is given
 */
export async function markdownFiles(
	root: string,
	{env}: Pick<Context, 'env'>,
	signal: AbortSignal,
): Promise<{readonly files: readonly string[]; readonly isMore: boolean}> {
	const listed =
		(await gitFiles(root, ['*.md', '*.markdown'], env, {signal, timeout: longestForGit})) ??
		(await walked(root, signal));
	const files = listed.filter(isOfProject).sort();
	return {files: files.slice(0, mostFiles), isMore: files.length > mostFiles};
}

function isOfProject(name: string): boolean {
	return !name.split(/[/\\]/).some(part => part === 'node_modules' || part === '.git');
}

/** Markdown files of a folder that is no repository; hidden folders are passed over and links not followed. */
async function walked(root: string, signal: AbortSignal): Promise<readonly string[]> {
	const files: string[] = [];
	let folders: readonly string[] = [''];
	let seen = 0;
	for (let depth = 0; depth <= deepest && folders.length > 0; depth++) {
		const below: string[] = [];
		for (const folder of folders) {
			try {
				for await (const entry of await opendir(join(root, folder))) {
					if (signal.aborted || ++seen > mostEntries) return files;
					const name = folder === '' ? entry.name : `${folder}${sep}${entry.name}`;
					if (entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name)) below.push(name);
					else if (entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name)) files.push(name);
				}
			} catch {
				// A folder that can't be read has nothing to show.
			}
		}

		folders = below;
	}

	return files;
}
