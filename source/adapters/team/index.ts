/**
 * Templates that somebody added for themselves: copies in the user's data, with a list that says where each came from and,
 * where that is a repository, from which commit. They are read like any other and never run.
 */

import {Buffer} from 'node:buffer';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {exitCodes, failure, success, type Problem, type Result} from '../../core/problem.ts';
import {
	errorCode,
	makeFolders,
	problemOf,
	quietly,
	realFileSystem,
	safeWrite,
	userFolder,
} from '../file-system/index.ts';

/** Where some templates came from. */
export type TeamSource = {
	readonly name: string;
	/** The address, or the path it was copied from. */
	readonly from: string;
	/** The folder in it that was asked for. */
	readonly folder?: string;
	/** The commit, where it is a repository. */
	readonly commit?: string;
	/** The folder that holds the copies, beside the list. */
	readonly store: string;
	/** Names of the templates. */
	readonly templates: readonly string[];
};

export type TeamStore = {
	/** What was added, by name; a list that can't be read is told and counts as empty. */
	list(): {readonly sources: readonly TeamSource[]; readonly problems: readonly Problem[]};
	/** Where the copy of a template is. */
	pathOf(source: TeamSource, template: string): string;
	/** Takes the copies in, in place of those that the source had. Problems: what keeps them from being written (3). */
	put(source: Omit<TeamSource, 'store' | 'templates'>, files: readonly TeamFile[]): Result<TeamSource>;
	remove(source: TeamSource): Result<void>;
};

type TeamFile = {readonly name: string; readonly text: string};
type Environment = Readonly<Record<string, string | undefined>>;

/** Earlier copies that are kept of one source: documents that were written from them are brought up to date by them. */
const mostEarlier = 50;

/** The folder with the earlier copies beside a template that was added. */
export function earlierBeside(path: string): string {
	return earlierIn(dirname(path));
}

function earlierIn(store: string): string {
	return join(store, 'earlier');
}

/** A name that is a file's name everywhere, and no flag: letters and digits of any script, blanks, dots and hyphens within. */
export function isTeamName(name: string): boolean {
	return (
		/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._-]{0,78}[\p{L}\p{M}\p{N}_-])?$/u.test(name) &&
		!/^(?:con|prn|aux|nul|com\d|lpt\d|none)(?:\.|$)/i.test(name)
	);
}

/** The store of whoever the environment belongs to: `$XDG_DATA_HOME/specwright`, or the system's usual place. */
export function teamStore(
	environment: Environment = process.env,
	platform: NodeJS.Platform = process.platform,
): TeamStore {
	const folder = userFolder('data', environment, platform);
	const file = folder === undefined ? undefined : join(folder, 'templates.json');

	function list(): ReturnType<TeamStore['list']> {
		if (file === undefined) return {sources: [], problems: []};
		try {
			return {sources: sourcesIn(JSON.parse(readFileSync(file, 'utf8'))), problems: []};
		} catch (error) {
			if (errorCode(error) === 'ENOENT') return {sources: [], problems: []};
			return {sources: [], problems: [broken(file, error)]};
		}
	}

	/** Changes the list; nothing is lost where it can't be read. */
	function change(to: (sources: readonly TeamSource[]) => readonly TeamSource[]): Result<void> {
		const {sources, problems} = list();
		const [problem] = problems;
		if (problem || file === undefined) return failure(problem ?? noHome);
		try {
			const next = to(sources).toSorted((one, other) => (one.name < other.name ? -1 : 1));
			const text = `${JSON.stringify({specwrightTemplates: 1, sources: next}, undefined, 2)}\n`;
			makeFolders(realFileSystem, dirname(file), 0o700);
			safeWrite(realFileSystem, join(realFileSystem.realpath(dirname(file)), basename(file)), Buffer.from(text), {
				mode: 0o600,
				isNew: false,
			});
			return success(undefined);
		} catch (error) {
			return failure(problemOf(error, 'team', `Could not write ${file}`));
		}
	}

	function forget(source: TeamSource): void {
		quietly(() => {
			rmSync(placeOf(source), {recursive: true, force: true});
		});
	}

	const placeOf = ({store}: TeamSource): string => join(folder ?? '', 'templates', store);
	const pathOf: TeamStore['pathOf'] = (source, template) => join(placeOf(source), `${template}.md`);

	/** The copies of before that the new ones take the place of, and those from before that, the newest first. */
	function earlierThan(files: readonly TeamFile[], before: TeamSource): readonly string[] {
		const texts = new Set<string>();
		quietly(() => {
			for (const template of before.templates) texts.add(readFileSync(pathOf(before, template), 'utf8'));
			const place = earlierIn(placeOf(before));
			for (const name of readdirSync(place).sort()) texts.add(readFileSync(join(place, name), 'utf8'));
		});
		for (const {text} of files) texts.delete(text);
		return [...texts].slice(0, mostEarlier);
	}

	return {
		list,
		pathOf,
		put(source, files) {
			if (folder === undefined) return failure(noHome);
			const all = join(folder, 'templates');
			const before = list().sources.find(({name}) => name === source.name);
			let place: string | undefined;
			try {
				mkdirSync(all, {recursive: true, mode: 0o700});
				// A folder of its own: until the list names it, the copies from before hold.
				place = mkdtempSync(join(realFileSystem.realpath(all), 'from-'));
				for (const {name, text} of files)
					safeWrite(realFileSystem, join(place, `${name}.md`), Buffer.from(text), {mode: 0o600, isNew: true});
				if (before) keepEarlier(earlierThan(files, before), place);
			} catch (error) {
				if (place !== undefined) rmSync(place, {recursive: true, force: true});
				return failure(problemOf(error, 'team', `Could not keep the templates in ${all}`));
			}

			const made: TeamSource = {...source, store: basename(place), templates: files.map(({name}) => name)};
			const written = change(sources => [...sources.filter(({name}) => name !== source.name), made]);
			if (!written.ok) {
				forget(made);
				return written;
			}

			if (before) forget(before);
			return success(made);
		},
		remove(source) {
			const written = change(sources => sources.filter(({name}) => name !== source.name));
			if (written.ok) forget(source);
			return written;
		},
	};
}

/** Keeps texts in a folder's `earlier`, by names in their order. What can't be kept is only missed where it is looked for. */
function keepEarlier(texts: readonly string[], place: string): void {
	if (texts.length === 0) return;
	quietly(() => {
		const folder = earlierIn(place);
		mkdirSync(folder, {mode: 0o700});
		for (const [index, text] of texts.entries()) {
			const name = `${String(index).padStart(2, '0')}.md`;
			safeWrite(realFileSystem, join(folder, name), Buffer.from(text), {mode: 0o600, isNew: true});
		}
	});
}

const noHome: Problem = {
	code: 'team.no-home',
	summary: 'There is no place for templates: HOME names none.',
	next: 'Set HOME or XDG_DATA_HOME to the absolute path of a folder.',
	exit: exitCodes.io,
};

function broken(file: string, error: unknown): Problem {
	return {
		code: 'team.broken',
		summary: `The list of added templates can't be read: ${error instanceof Error ? error.message : String(error)}.`,
		next: 'Remove the file, and add them again with: specwright templates add',
		place: {path: file, line: 1},
		exit: exitCodes.io,
	};
}

/** The sources that a list holds. Throws where it is none of ours: what it names is looked up on the disk. */
function sourcesIn(data: unknown): readonly TeamSource[] {
	const {specwrightTemplates, sources} = (data ?? {}) as {specwrightTemplates?: unknown; sources?: unknown};
	if (specwrightTemplates !== 1 || !Array.isArray(sources)) throw new Error('it is no such list');
	return sources.map((one: Partial<TeamSource> | null) => {
		const {name, from, folder, commit, store, templates} = one ?? {};
		if (
			!isText(name) ||
			!isText(from) ||
			!isText(store) ||
			!/^from-\w+$/.test(store) ||
			!Array.isArray(templates) ||
			!templates.every(template => isText(template) && isTeamName(template))
		)
			throw new Error('an entry of it is damaged');
		return {
			name,
			from,
			store,
			templates,
			...(isText(folder) ? {folder} : {}),
			...(isText(commit) ? {commit} : {}),
		};
	});
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}
