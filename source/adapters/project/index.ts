/** A project: what it calls itself in its manifest, and its own settings. */

import {Buffer} from 'node:buffer';
import {basename, dirname, join, resolve} from 'node:path';
import {shortLine} from '../../core/text/index.ts';
import {openFlags, readAll, realFileSystem, type FileSystem} from '../file-system/index.ts';

export {
	forTemplate,
	noProjectSettings,
	projectEntries,
	projectFile,
	projectFileLimit,
	projectSchema,
	readProjectSettings,
	type Named,
	type Naming,
	type ProjectSettings,
} from './settings.ts';
export {isMap, type Data} from './shape.ts';

export type Project = {
	/** The name of its top folder. */
	readonly folder?: string;
	/** What the nearest manifest says, and which one that is. */
	readonly package?: {readonly file: string; readonly name?: string; readonly version?: string};
};

type Named = {readonly name?: unknown; readonly version?: unknown};

/** The largest manifest that is read, in bytes. */
const mostBytes = 256 * 1024;

/** Manifests in the order in which one is preferred where a folder has several. */
const manifests: Readonly<Record<string, (text: string) => Named>> = {
	'package.json'(text) {
		try {
			return (JSON.parse(text.replace(/^\uFEFF/, '')) as Named | null) ?? {};
		} catch {
			return {};
		}
	},
	'pyproject.toml': text => tomlTable(text, ['project', 'tool.poetry']),
	'Cargo.toml': text => tomlTable(text, ['package']),
	'go.mod': text => ({name: moduleName(text)}),
};

/**
 * What the project that `folder` lies in says of itself: the nearest folder with a manifest counts, up to `root`. What
 * can't be read says nothing.
 */
export function projectAt(folder: string, root: string, fileSystem: FileSystem = realFileSystem): Project {
	const top = resolve(root);
	const name = shown(basename(top));
	const named = name === undefined ? {} : {folder: name};
	for (let at = resolve(folder); ; at = dirname(at)) {
		const found = manifestIn(at, fileSystem);
		if (found) return {...named, package: found};
		if (at === top || dirname(at) === at) return named;
	}
}

function manifestIn(folder: string, fileSystem: FileSystem): Project['package'] {
	for (const [file, read] of Object.entries(manifests)) {
		const text = textAt(join(folder, file), fileSystem);
		const said = text === undefined ? {} : read(text);
		const name = shown(said.name);
		const version = shown(said.version);
		if (name !== undefined || version !== undefined)
			return {file, ...(name === undefined ? {} : {name}), ...(version === undefined ? {} : {version})};
	}

	return undefined;
}

/** The text of a file of a manifest's size; a pipe, a device or a folder of its name is none. */
function textAt(path: string, fileSystem: FileSystem): string | undefined {
	let fd: number | undefined;
	try {
		fd = fileSystem.open(path, openFlags.readWithoutWaiting);
		const stat = fileSystem.fstat(fd);
		if (!stat.isFile() || stat.size > mostBytes) return undefined;
		return Buffer.from(readAll(fileSystem, fd, Number(stat.size))).toString('utf8');
	} catch {
		return undefined;
	} finally {
		if (fd !== undefined) fileSystem.close(fd);
	}
}

/** Name and version of the first of these TOML tables that is there: plain strings on lines of their own, as all write them. */
function tomlTable(text: string, tables: readonly string[]): Named {
	let table = '';
	const found = new Map<string, Record<string, string>>();
	for (const line of text.split(/\r?\n/)) {
		const head = /^\s*\[+\s*([\w.-]+)\s*\]/.exec(line);
		if (head) table = head[1]!;
		const pair = /^\s*(name|version)\s*=\s*(?:"([^"\\]*)"|'([^']*)')/.exec(line);
		if (pair) found.set(table, {...found.get(table), [pair[1]!]: pair[2] ?? pair[3] ?? ''});
	}

	return tables.map(name => found.get(name)).find(said => said !== undefined) ?? {};
}

/** The last part of a module's path, before the major version that may end it (go.dev/ref/mod, "Module paths"). */
function moduleName(text: string): string | undefined {
	const parts = /^module\s+"?([^\s"]+)/m.exec(text)?.[1]?.split('/') ?? [];
	return parts.findLast((part, index) => index === 0 || !/^v\d+$/.test(part));
}

/** What a manifest says where it should say a text. */
function shown(said: unknown): string | undefined {
	return typeof said === 'string' ? shortLine(said) : undefined;
}
