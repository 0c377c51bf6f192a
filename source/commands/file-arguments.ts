/** The files that a command is given as paths, folders and globs. */

import {globSync, opendirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {errorCode, problemOf} from '../adapters/file-system/index.ts';
import {failure, success, type Problem, type Result} from '../core/problem.ts';

/** More are not looked at: a folder that holds so many was named by mistake. */
const mostFiles = 5000;
const deepest = 12;

/**
 * The files meant by `args`, each once, folders' Markdown files in the order of their names. Hidden folders and
 * node_modules are passed over, symbolic links not followed. What is no folder is taken as it is, for reading it says
 * best what is wrong with it. Problems: a glob or folder without Markdown (2), too many files (6).
 */
export function expandPaths(args: readonly string[]): Result<readonly string[]> {
	const files = new Set<string>();
	for (const arg of args) {
		let found: readonly string[];
		try {
			found = filesOf(arg);
		} catch (error) {
			return failure(problemOf(error, 'file', `Could not look into ${arg}`));
		}
		if (found.length === 0) return failure(nothingFound(arg));
		for (const file of found) files.add(file);
		if (files.size > mostFiles) return failure(tooMany(arg));
	}
	return success([...files]);
}

function filesOf(arg: string): readonly string[] {
	if (isFolder(arg)) return markdownIn(arg, 0);
	if (!exists(arg) && isPattern(arg)) {
		return globSync(arg, {exclude: name => isPassedOver(name)})
			.sort()
			.filter(file => !isFolder(file));
	}
	return [arg];
}

function markdownIn(folder: string, depth: number): readonly string[] {
	const files: string[] = [];
	const folders: string[] = [];
	const directory = opendirSync(folder);
	try {
		for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) {
			if (isPassedOver(entry.name)) continue;
			if (entry.isDirectory()) folders.push(join(folder, entry.name));
			else if (entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name)) files.push(join(folder, entry.name));
			if (files.length > mostFiles) break;
		}
	} finally {
		directory.closeSync();
	}
	files.sort();
	if (depth < deepest) {
		for (const below of folders.sort()) {
			if (files.length > mostFiles) break;
			files.push(...markdownIn(below, depth + 1));
		}
	}
	return files;
}

function isPassedOver(name: string): boolean {
	return name === 'node_modules' || (name.startsWith('.') && name !== '.' && name !== '..');
}

function isFolder(path: string): boolean {
	try {
		return statSync(path, {throwIfNoEntry: false})?.isDirectory() === true;
	} catch {
		return false;
	}
}

/** What may not be looked at may be there all the same; reading it says so best. */
function exists(path: string): boolean {
	try {
		return statSync(path, {throwIfNoEntry: false}) !== undefined;
	} catch (error) {
		return errorCode(error) === 'EACCES';
	}
}

function isPattern(arg: string): boolean {
	return /[*?]|\[[^\]]+\]|\{[^}]*\}/.test(arg);
}

function nothingFound(arg: string): Problem {
	return {
		code: 'usage.no-files',
		summary: isFolder(arg)
			? `${arg} has no Markdown files.`
			: `There is no file ${arg}, and as a pattern it matches none.`,
		next: 'Name a file, or a folder that holds some.',
		exit: 2,
	};
}

function tooMany(arg: string): Problem {
	return {
		code: 'limit.files',
		summary: `${arg} has more than ${mostFiles} files.`,
		next: 'Name a smaller folder.',
		exit: 6,
	};
}
