/** `templates add`, `update` and `remove`: templates from elsewhere, copied into the user's data. */

import {readdirSync, statSync} from 'node:fs';
import {basename, join, resolve} from 'node:path';
import {isTemplateFile} from '../adapters/catalog/index.ts';
import {problemOf} from '../adapters/file-system/index.ts';
import {confine, readDocument} from '../adapters/files/index.ts';
import {fetchFiles, gitAddress, type GitAddress} from '../adapters/git/index.ts';
import {isTeamName, teamStore, type TeamSource} from '../adapters/team/index.ts';
import {nearest} from '../core/form/index.ts';
import {failure, success, type ExitCode, type Problem, type Result} from '../core/problem.ts';
import {textOption, type Command, type Context} from './context.ts';

/** So many templates of one source, and so many bytes of each, are taken. */
const most = {files: 200, bytes: 1024 * 1024};

type Taken = {
	readonly commit?: string;
	readonly files: readonly {readonly name: string; readonly text: string}[];
	/** Names that no template may have. */
	readonly passedOver: readonly string[];
};

/** Adds the templates of a file, a folder or a repository. */
export const add: Command = async (invocation, context) => {
	const [given = ''] = invocation.args;
	const address = gitAddress(given);
	if (address && !address.ok) return refused(address.problem, context);
	const from = address ? given : resolve(context.cwd, given);
	const name = textOption(invocation, 'name') ?? nameFor(from);
	if (!isTeamName(name)) return refused(badName(name), context);
	const store = teamStore(context.env);
	const {sources, problems} = store.list();
	const [problem] = problems;
	if (problem) return refused(problem, context);
	if (sources.some(one => one.name === name)) return refused(isThere(name), context);
	const folder = textOption(invocation, 'folder');
	const source = {name, from, ...(folder === undefined ? {} : {folder})};
	return take(source, address?.value, context);
};

/** Fetches or copies anew what was added, all of it unless one is named. */
export const update: Command = async ({args}, context) => {
	const [named] = args;
	const {sources, problems} = teamStore(context.env).list();
	const [problem] = problems;
	if (problem) return refused(problem, context);
	const chosen = named === undefined ? sources : sources.filter(({name}) => name === named);
	if (named !== undefined && chosen.length === 0) return refused(unknown(named, sources), context);
	if (chosen.length === 0) context.output.say('No templates were added. Add some with: specwright templates add');
	let code: ExitCode = 0;
	for (const {name, from, folder} of chosen) {
		const address = gitAddress(from);
		const done =
			address && !address.ok
				? refused(address.problem, context)
				: await take({name, from, ...(folder === undefined ? {} : {folder})}, address?.value, context);
		if (code === 0) code = done;
	}

	return code;
};

/** Forgets a source, with its copies. */
export const remove: Command = async ({args}, context) => {
	const [name = ''] = args;
	const store = teamStore(context.env);
	const {sources, problems} = store.list();
	const source = sources.find(one => one.name === name);
	const [problem] = problems;
	if (problem || !source) return refused(problem ?? unknown(name, sources), context);
	const removed = store.remove(source);
	if (!removed.ok) return refused(removed.problem, context);
	context.output.say({text: 'removed ', tone: 'good'}, `${name} (${source.templates.join(', ')})`);
	return 0;
};

/** Gets the source's files, keeps copies of them, and says what changed. */
async function take(
	source: Pick<TeamSource, 'name' | 'from' | 'folder'>,
	address: GitAddress | undefined,
	context: Context,
): Promise<ExitCode> {
	const {output} = context;
	const taken = address ? await fetched(address, source, context) : copied(source);
	if (!taken.ok) return refused(taken.problem, context);
	const {commit, files, passedOver} = taken.value;
	for (const one of passedOver) output.say(`${JSON.stringify(one)} was passed over: no template can be called so.`);
	if (files.length === 0) return refused(nothing(source), context);
	const store = teamStore(context.env);
	const before = store.list().sources.find(({name}) => name === source.name);
	if (commit !== undefined && before?.commit === commit) {
		output.say(`${source.name} is as it was, at ${commit.slice(0, 12)}.`);
		return 0;
	}

	const put = store.put({...source, ...(commit === undefined ? {} : {commit})}, files);
	if (!put.ok) return refused(put.problem, context);
	const at = commit === undefined ? '' : `, at ${commit.slice(0, 12)}`;
	output.say(
		{text: before ? 'updated ' : 'added ', tone: 'good'},
		`${source.name} (${put.value.templates.join(', ')})${at}`,
	);
	return 0;
}

async function fetched(
	address: GitAddress,
	{folder}: Pick<TeamSource, 'folder'>,
	{env}: Context,
): Promise<Result<Taken>> {
	const below = (folder ?? '').split(/[/\\]/).filter(part => part !== '' && part !== '.');
	const got = await fetchFiles(address, {folder: below.join('/'), isWanted: isTemplateFile, most}, env);
	return got.ok ? success({commit: got.value.commit, ...sorted(got.value.files)}) : got;
}

function copied({from, folder}: Pick<TeamSource, 'from' | 'folder'>): Result<Taken> {
	let place: Result<string> = success(from);
	try {
		if (!statSync(from).isDirectory()) {
			const file = readDocument(from, {limit: most.bytes});
			return file.ok ? success(sorted([{name: basename(from), text: file.value.text}])) : file;
		}

		place = folder === undefined ? success(from) : confine(from, folder);
		if (!place.ok) return place;
		const names = readdirSync(place.value, {withFileTypes: true})
			.filter(entry => entry.isFile() && isTemplateFile(entry.name))
			.map(({name}) => name);
		if (names.length > most.files) return failure(tooMany(from));
		const files: {name: string; text: string}[] = [];
		for (const name of names) {
			const file = readDocument(join(place.value, name), {limit: most.bytes});
			if (!file.ok) return file;
			files.push({name, text: file.value.text});
		}

		return success(sorted(files));
	} catch (error) {
		return failure(problemOf(error, 'template', `Could not look at ${place.ok ? place.value : from}`));
	}
}

function sorted(files: Taken['files']): Pick<Taken, 'files' | 'passedOver'> {
	const named = files.map(({name, text}) => ({name: name.replace(/\.(?:md|markdown)$/i, ''), text}));
	return {
		files: named.filter(({name}) => isTeamName(name)),
		passedOver: named.filter(({name}) => !isTeamName(name)).map(({name}) => name),
	};
}

/** What a source is called where nobody says it: the last part of its address or path. */
function nameFor(from: string): string {
	const last =
		from
			.replace(/[/\\]+$/, '')
			.split(/[/\\:]/)
			.at(-1) ?? '';
	return last.replace(/\.(?:git|md|markdown)$/i, '');
}

function refused(problem: Problem, {output}: Context): Problem['exit'] {
	output.problem(problem);
	return problem.exit;
}

function badName(name: string): Problem {
	return {
		code: 'team.name',
		summary: `${JSON.stringify(name)} can't be a name here.`,
		next: 'Choose one of letters and digits with --name.',
		exit: 2,
	};
}

function isThere(name: string): Problem {
	return {
		code: 'team.exists',
		summary: `Templates were added under the name ${JSON.stringify(name)} already.`,
		next: `Bring it up to date with: specwright templates update ${name}; or choose another name with --name.`,
		exit: 2,
	};
}

function unknown(name: string, sources: readonly TeamSource[]): Problem {
	const names = sources.map(one => one.name);
	const near = nearest(name, names);
	return {
		code: 'team.unknown',
		summary: `Nothing was added under the name ${JSON.stringify(name)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
		next: names.length === 0 ? 'Add some with: specwright templates add' : `There are: ${names.join(', ')}.`,
		exit: 2,
	};
}

function nothing({from, folder}: Pick<TeamSource, 'from' | 'folder'>): Problem {
	const place = folder === undefined ? from : `${JSON.stringify(folder)} in ${from}`;
	return {
		code: 'team.empty',
		summary: `${place} has no templates: no Markdown files lie there.`,
		next: 'Name the folder that has some with --folder.',
		exit: 2,
	};
}

function tooMany(from: string): Problem {
	return {
		code: 'limit.templates',
		summary: `${from} has more than ${most.files} templates.`,
		next: 'Name a smaller folder with --folder.',
		exit: 6,
	};
}
