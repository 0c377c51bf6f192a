/** The templates that there are: the project's own, those the user added, the bundled ones, and any Markdown file by its path. */

import {createHash} from 'node:crypto';
import {lstatSync, readdirSync, statSync, type Stats} from 'node:fs';
import {basename, isAbsolute, join, relative, resolve, sep} from 'node:path';
import {nearest} from '../../core/form/index.ts';
import {exitCodes, failure, success, type Problem, type Result} from '../../core/problem.ts';
import type {TemplateRef} from '../../core/wizard/types.ts';

export type CatalogEntry = {
	readonly name: string;
	readonly origin: 'bundled' | 'project' | 'user';
	readonly path: string;
	/** Of one that was added: under which name, from where, and from which commit. */
	readonly source?: {readonly name: string; readonly from: string; readonly commit?: string};
};

export type LoadedTemplate = {readonly ref: TemplateRef; readonly source: string};

/** What the catalog needs of the other rooms; commands pass the files adapter's functions and what the project says. */
export type CatalogOptions = {
	/** Folder of the bundled templates. */
	readonly bundled: string;
	/** Top of the project, or the current folder: names of files are relative to it. */
	readonly root: string;
	/** The project's own folders with templates. */
	readonly own: readonly string[];
	/** The templates that the user added. */
	readonly added: readonly CatalogEntry[];
	readonly read: (path: string) => Result<{readonly text: string}>;
	/** Keeps paths that documents name inside the root. */
	readonly confine: (root: string, path: string) => Result<string>;
};

export type Catalog = {
	/**
	 * All templates that have a name: the project's, those that were added, then the bundled ones, each by name; and those
	 * that nobody reaches by theirs, for another one has it.
	 */
	listTemplates(): {readonly templates: readonly CatalogEntry[]; readonly hidden: readonly CatalogEntry[]};
	/**
	 * A template by name or path. A path is what has a slash in it, ends in `.md` or exists, as whatever; where `from` is
	 * `content` (a marker, a setting) it must stay inside the root. Problems: `template.unknown` (exit 2) with the nearest
	 * name, those of reading, and of leaving the root (6).
	 */
	loadTemplate(nameOrPath: string, from?: 'person' | 'content'): Result<LoadedTemplate>;
};

/** Files that are no templates though they end in `.md`. */
const notTemplates = new Set(['readme.md', 'license.md', 'changelog.md', 'contributing.md']);

export function templateCatalog(options: CatalogOptions): Catalog {
	const {bundled, root, own, added, read, confine} = options;

	function listTemplates(): ReturnType<Catalog['listTemplates']> {
		const all = [
			...own.flatMap(folder => templatesIn(folder, 'project')),
			...added,
			...templatesIn(bundled, 'bundled'),
		];
		const first = new Map<string, CatalogEntry>();
		// The first of a name has it: a project's takes the place of one that was added, and that the place of a bundled one.
		for (const entry of all) if (!first.has(entry.name)) first.set(entry.name, entry);
		return {templates: [...first.values()], hidden: all.filter(entry => first.get(entry.name) !== entry)};
	}

	function loadTemplate(nameOrPath: string, from: 'person' | 'content' = 'person'): Result<LoadedTemplate> {
		const {templates} = listTemplates();
		const named = templates.find(({name}) => name === nameOrPath);
		if (named) {
			return load(named.name, named.origin, named.path);
		}

		const isPath =
			/[/\\]|\.md$/i.test(nameOrPath) || (from === 'person' && nameOrPath !== '' && isThere(resolve(nameOrPath)));
		if (!isPath) {
			return failure(
				unknownTemplate(
					nameOrPath,
					templates.map(({name}) => name),
				),
			);
		}

		// A document names its template from the root, a person from where they are.
		const path = from === 'content' ? confine(root, nameOrPath) : success(resolve(nameOrPath));
		if (!path.ok) return path;
		// What is wrong with a file is told of the path as it was typed.
		return load(nameOf(path.value), 'file', path.value, from === 'person' ? nameOrPath : path.value);
	}

	/** What a marker calls a file: its path from the root, or its bare name outside of it; never an absolute path. */
	function nameOf(path: string): string {
		const fromRoot = relative(resolve(root), path);
		return fromRoot === '' || fromRoot.startsWith('..') || isAbsolute(fromRoot)
			? basename(path)
			: fromRoot.split(sep).join('/');
	}

	function load(name: string, origin: TemplateRef['origin'], path: string, typed = path): Result<LoadedTemplate> {
		const file = read(typed);
		if (!file.ok) {
			return file;
		}

		const source = file.value.text;
		const version = versionIn(source);
		const hash = createHash('sha256').update(source).digest('hex').slice(0, 12);
		return success({ref: {name, hash, origin, path, ...(version === undefined ? {} : {version})}, source});
	}

	return {listTemplates, loadTemplate};
}

/** The version in a template's own comment at its end, `<!-- specwright: NAME@VERSION -->`. */
export function versionIn(source: string): string | undefined {
	return /<!--\s*specwright:\s*\S*?@([^\s@]+)(?:\s+sha256:[\da-f]{12})?\s*-->\s*$/.exec(source.slice(-1000))?.[1];
}

/** Whether a file in a folder of templates is one, by its name. */
export function isTemplateFile(name: string): boolean {
	return /^[^.].*\.md$/i.test(name) && !notTemplates.has(name.toLowerCase());
}

function templatesIn(folder: string, origin: CatalogEntry['origin']): readonly CatalogEntry[] {
	try {
		return (
			readdirSync(folder)
				.filter(isTemplateFile)
				.map(name => ({name: name.replace(/\.md$/i, ''), origin, path: join(folder, name)}))
				// A repository's symbolic link could lead anywhere.
				.filter(({path}) => (origin === 'project' ? lstatSync(path).isFile() : isFile(path)))
				.sort((a, b) => (a.name < b.name ? -1 : 1))
		);
	} catch {
		return [];
	}
}

function unknownTemplate(name: string, names: readonly string[]): Problem {
	const near = nearest(name, names);
	return {
		code: 'template.unknown',
		summary: `There is no template ${JSON.stringify(name)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
		next:
			names.length === 0
				? 'Give the path of a Markdown file.'
				: `There are: ${names.join(', ')}; or give the path of a Markdown file.`,
		exit: exitCodes.usage,
	};
}

function isFile(path: string): boolean {
	return statOf(path)?.isFile() === true;
}

/** A link that leads nowhere is there too: reading it says what is wrong. */
function isThere(path: string): boolean {
	try {
		return lstatSync(path, {throwIfNoEntry: false}) !== undefined;
	} catch {
		return false;
	}
}

/** What can't be looked at, for whatever reason, is not there. */
function statOf(path: string): Stats | undefined {
	try {
		return statSync(path, {throwIfNoEntry: false});
	} catch {
		return undefined;
	}
}
