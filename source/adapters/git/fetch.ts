/**
 * Fetching the files of a folder from somebody's repository. Nothing of it is checked out: a bare repository for the moment
 * gets the newest commit, and the files are read from it, so that no hook, filter, link or submodule of theirs comes to life.
 */

import {Buffer} from 'node:buffer';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {exitCodes, failure, success, type Result} from '../../core/problem.ts';
import type {GitAddress} from './address.ts';
import {gitProblem} from './repository.ts';
import {GitStop, openGit, said, type Environment} from './run.ts';

export type Fetched = {
	/** The commit that the files are from. */
	readonly commit: string;
	readonly files: readonly {readonly name: string; readonly text: string}[];
};

/** How long the other side may take, in milliseconds. */
const longest = 120_000;

export type Wanted = {
	/** The folder in the repository, with `/`; its top where it is empty. */
	readonly folder: string;
	readonly isWanted: (name: string) => boolean;
	/** How many files and how many bytes of each are taken. */
	readonly most: {readonly files: number; readonly bytes: number};
};

/**
 * The wanted files of a repository's newest commit. Problems: what git says (4), more or larger files than are taken (6), a
 * file that is not UTF-8 (2).
 */
export async function fetchFiles(
	{url, protocol}: GitAddress,
	{folder, isWanted, most}: Wanted,
	environment: Environment = process.env,
): Promise<Result<Fetched>> {
	const place = mkdtempSync(join(tmpdir(), 'specwright-fetch-'));
	const failed = (words: string, next = 'Look at the address, and whether git may reach it.'): Result<never> =>
		failure(gitProblem('git.fetch', `${url} could not be fetched: ${words}`, next));
	const tooMuch = (words: string): Result<never> =>
		failure({
			code: 'limit.templates',
			summary: `${url}: ${words}.`,
			next: 'Name a smaller folder with --folder.',
			exit: exitCodes.unsafe,
		});
	try {
		const git = await openGit(environment);
		const made = await git.run(['init', '-q', '--bare', '--template=', place], place);
		if (made.code !== 0) return failed(said(made));
		const bare = ['--git-dir', place, '-c', 'core.hooksPath=/dev/null', '-c', 'fetch.fsckObjects=true'];
		// Also where git's own settings allow more; what an address leads on to is asked about again.
		const allowed = ['-c', 'protocol.allow=never', '-c', `protocol.${protocol}.allow=always`];
		const how = ['-q', '--depth=1', '--no-tags', '--no-recurse-submodules', '--no-auto-maintenance'];
		const got = await git.run([...bare, ...allowed, 'fetch', ...how, '--', url, 'HEAD'], place, {timeout: longest});
		if (got.code !== 0) return failed(said(got));
		const head = await git.run([...bare, 'rev-parse', '--verify', '-q', 'FETCH_HEAD^{commit}'], place);
		if (head.code !== 0) return failed('it has no commit');
		const commit = head.stdout.trim();
		const tree = await git.run([...bare, 'ls-tree', '-z', '-l', '--end-of-options', `${commit}:${folder}`], place);
		if (tree.code !== 0) return failed(`it has no folder ${JSON.stringify(folder)}`, 'Name another with --folder.');
		const entries = tree.stdout.split('\0').flatMap(line => {
			// A link or a submodule has another mode.
			const [, id = '', size = '', name = ''] = /^100(?:644|755) blob ([\da-f]+) +(\d+)\t([^]+)$/.exec(line) ?? [];
			return isWanted(name) ? [{id, size: Number(size), name}] : [];
		});
		if (entries.length > most.files) return tooMuch(`more than ${most.files} templates`);
		const files: {name: string; text: string}[] = [];
		for (const {id, size, name} of entries) {
			if (size > most.bytes) return tooMuch(`${name} has more than ${most.bytes} bytes`);
			const blob = await git.run([...bare, 'cat-file', 'blob', id], place);
			const missing = size - Buffer.byteLength(blob.stdout);
			// What reads git's words drops a byte order mark; anything else that is missing was no UTF-8.
			if (blob.code !== 0 || (missing !== 0 && missing !== 3) || blob.stdout.includes('\uFFFD'))
				return failure({code: 'file.encoding', summary: `${url}: ${name} is not UTF-8 text.`, exit: exitCodes.usage});
			files.push({name, text: missing === 3 ? `\uFEFF${blob.stdout}` : blob.stdout});
		}

		return success({commit, files});
	} catch (error) {
		if (error instanceof GitStop) return failure(error.problem);
		throw error;
	} finally {
		rmSync(place, {recursive: true, force: true});
	}
}
