/** The settings of the project that a folder lies in: found, read, and told once where something is wrong with them. */

import {lstatSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {confine, readDocument} from '../adapters/files/index.ts';
import {
	noProjectSettings,
	projectFile,
	projectFileLimit,
	readProjectSettings,
	type Named,
	type ProjectSettings,
} from '../adapters/project/index.ts';
import type {Problem, Result} from '../core/problem.ts';
import {parseAnswersFile, pathSeparator} from './answers-file.ts';
import type {Context} from './context.ts';

export type ProjectHere = {
	/** The folder that its paths start in: where its settings are; without any, the one that was asked about. */
	readonly folder: string;
	/** The file with its settings, where there is one. */
	readonly file?: string;
	readonly settings: ProjectSettings;
	/** Its folders with templates that are there. */
	readonly templateFolders: readonly string[];
	readonly problems: readonly Problem[];
};

/** One command reads each file once, however many documents it is given. */
const known = new WeakMap<Context['output'], Map<string, ProjectHere>>();

/** What holds in `folder`: the nearest `.specwright.yaml` from there upwards, up to the repository's top. */
export function projectHere(folder: string, {output}: Pick<Context, 'output'>): ProjectHere {
	const file = settingsFile(folder);
	if (file === undefined) return {folder, settings: noProjectSettings, templateFolders: [], problems: []};
	const read = known.get(output) ?? new Map<string, ProjectHere>();
	known.set(output, read);
	const here = read.get(file) ?? readProject(file);
	read.set(file, here);
	return here;
}

const told = new WeakMap<Context['output'], Set<Problem>>();

/** What is wrong with the project's settings, told once; the first of it, with which a command ends that goes by them. */
export function projectProblem(folder: string, context: Pick<Context, 'output'>): Problem | undefined {
	const {problems} = projectHere(folder, context);
	const before = told.get(context.output) ?? new Set();
	told.set(context.output, before);
	for (const problem of problems) {
		if (!before.has(problem)) context.output.problem(problem);
		before.add(problem);
	}

	return problems[0];
}

/** The nearest one; outside of a repository only a file of whoever runs the program, or of the system's administrator. */
function settingsFile(folder: string): string | undefined {
	let found: string | undefined;
	for (let above = folder; ; above = dirname(above)) {
		found ??= isThere(join(above, projectFile)) ? join(above, projectFile) : undefined;
		if (isThere(join(above, '.git'))) return found;
		if (dirname(above) === above) return found !== undefined && isTrusted(found) ? found : undefined;
	}
}

function isThere(path: string): boolean {
	try {
		return lstatSync(path, {throwIfNoEntry: false}) !== undefined;
	} catch {
		return false;
	}
}

/** In a folder for all, such as that for temporary files, anybody may leave a file. */
function isTrusted(path: string): boolean {
	const owner = lstatSync(path).uid;
	return process.getuid === undefined || owner === process.getuid() || owner === 0;
}

const mend = 'Correct the file, or remove it.';

/** Words about documents help nobody with settings. */
function toMend(problem: Problem): Problem {
	const isOfDocuments = ['file.not-a-file', 'file.binary', 'file.too-large'].includes(problem.code);
	return isOfDocuments ? {...problem, next: mend} : problem;
}

function readProject(file: string): ProjectHere {
	const folder = dirname(file);
	const broken = (problem: Problem): ProjectHere => ({
		folder,
		file,
		settings: noProjectSettings,
		templateFolders: [],
		problems: [{...problem, place: problem.place ?? {path: file, line: 1}}],
	});
	// A repository's link could lead to any file, and what can't be read of it is told.
	const real = confine(folder, projectFile);
	const text = real.ok ? readDocument(real.value, {limit: projectFileLimit}) : real;
	if (!text.ok) return broken(toMend(text.problem));
	const bare = text.value.text.replace(/^\uFEFF/, '');
	// Comments alone say nothing, and that is allowed.
	if (/^(?:[ \t]*(?:#.*)?(?:\r\n|\n|\r|$))*$/.test(bare)) {
		return {folder, file, settings: noProjectSettings, templateFolders: [], problems: []};
	}
	const parsed = parseAnswersFile(bare, file);
	if (!parsed.ok) return broken({...parsed.problem, code: 'project.syntax', next: mend});
	const {data, places} = parsed.value;
	const place = (path: readonly string[]): NonNullable<Problem['place']> => ({
		path: file,
		...(places.get(path.join(pathSeparator)) ?? {line: 1}),
	});
	const {settings, problems} = readProjectSettings(data, place);
	const at = ({path, at}: Named): Result<string> => {
		const inside = confine(folder, path);
		return inside.ok ? inside : {ok: false, problem: {...inside.problem, place: place(at)}};
	};
	const folders = settings.templates.map(named => ({named, real: at(named)}));
	const missing = folders.flatMap(({named, real}) => (real.ok && !isFolder(real.value) ? [named] : []));
	const outside = [...folders.map(({real}) => real), ...[...settings.documents.values()].map(at)];
	return {
		folder,
		file,
		settings,
		templateFolders: folders.flatMap(({real}) => (real.ok && isFolder(real.value) ? [real.value] : [])),
		problems: [
			...problems,
			...outside.flatMap(one => (one.ok ? [] : [one.problem])),
			...missing.map(({path, at}): Problem => ({
				code: 'project.no-folder',
				summary: `There is no folder ${JSON.stringify(path)}.`,
				next: 'Correct the setting, or make the folder.',
				place: place(at),
				exit: 2,
			})),
		],
	};
}

function isFolder(path: string): boolean {
	try {
		return statSync(path, {throwIfNoEntry: false})?.isDirectory() === true;
	} catch {
		return false;
	}
}
