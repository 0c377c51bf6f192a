/** `status`: how far the documents in a folder are. */

import {statSync} from 'node:fs';
import {dirname, join, resolve, sep} from 'node:path';
import {problemOf} from '../adapters/file-system/index.ts';
import {confine} from '../adapters/files/index.ts';
import {check, questionRows} from '../core/checks/index.ts';
import {completeness} from '../core/completeness/index.ts';
import {statusMarkdown, statusRow, statusTable, type StatusRow} from '../core/report/index.ts';
import {failure, success, type Problem, type Result} from '../core/problem.ts';
import {isSet, textOption, type Command, type Context, type Invocation} from './context.ts';
import {gatherFacts} from './facts.ts';
import {inTime} from './in-time.ts';
import {statusJson} from './json.ts';
import {openDocument, type OpenedDocument} from './load.ts';
import {projectProblem} from './project-settings.ts';
import {markdownFiles, mostFiles} from './project-files.ts';
import {pageFlagsProblem, writePage} from './status-page.ts';

/** How long the search for files may take, in milliseconds. */
const longestSearch = 10_000;

/**
 * The table of the documents in a folder: files that name their template, that are clearly like one, or of which `--template`
 * says so. An unfinished document is no failure here; a file that could not be read ends it with that problem's code.
 */
export const status: Command = async (invocation, context) => {
	const {output} = context;
	const format = formatOf(invocation);
	if (!format.ok) return refused(format.problem, context);
	const [named = '.'] = invocation.args;
	const folder = resolve(context.cwd, named);
	const problem = folderProblem(folder, named);
	if (problem) return refused(problem, context);
	const page = textOption(invocation, 'write');
	const pageProblem = pageFlagsProblem(invocation);
	if (pageProblem) return refused(pageProblem, context);
	const {files, isMore} = await markdownFiles(folder, context, AbortSignal.timeout(longestSearch));
	if (isMore)
		output.say(`${named} has more than ${mostFiles} Markdown files; only the first ${mostFiles} were looked at.`);

	const rows: StatusRow[] = [];
	let firstProblem: Problem | undefined;
	for (const path of files) {
		// What leads out of the folder, or is listed by git and gone, is none of its documents.
		if (!confine(folder, path).ok || !isFile(join(folder, path))) continue;
		// The page that the table is for is none of its rows.
		if (page !== undefined && resolve(folder, path) === resolve(context.cwd, page)) continue;
		const row = await rowOf(path, join(named, path), textOption(invocation, 'template'), context);
		if (!row.ok) {
			output.problem(row.problem);
			firstProblem ??= row.problem;
		} else if (row.value) rows.push(row.value);
	}

	if (page === undefined) {
		show(rows, format.value, named, context);
		return firstProblem?.exit ?? 0;
	}

	// A table that lacks what could not be read would look complete.
	if (firstProblem) return firstProblem.exit;
	return writePage(page, rows, folder, isSet(invocation, 'check'), context);
};

function refused(problem: Problem, {output}: Context): Problem['exit'] {
	output.problem(problem);
	return problem.exit;
}

/** `--json` is `--format json`, as every command that lists something has it. */
function formatOf(invocation: Invocation): Result<string> {
	const format = textOption(invocation, 'format');
	if (!isSet(invocation, 'json')) return success(format ?? 'pretty');
	if (format === undefined || format === 'json') return success('json');
	return failure({
		code: 'usage.format',
		summary: `--json and --format ${format} exclude each other.`,
		next: 'Give one of them.',
		exit: 2,
	});
}

function folderProblem(folder: string, named: string): Problem | undefined {
	try {
		if (statSync(folder).isDirectory()) return undefined;
	} catch (error) {
		return problemOf(error, 'file', `Could not look into ${named}`);
	}
	return {
		code: 'usage.folder',
		summary: `${named} is a file; status is about the documents in a folder.`,
		next: 'For a single document: specwright check FILE',
		exit: 2,
	};
}

function isFile(path: string): boolean {
	try {
		return statSync(path, {throwIfNoEntry: false})?.isFile() === true;
	} catch {
		// Reading it says best what is wrong.
		return true;
	}
}

/** What is to be said of the file; undefined where it is no document. */
async function rowOf(
	path: string,
	named: string,
	template: string | undefined,
	context: Context,
): Promise<Result<StatusRow | undefined>> {
	const opened = await openDocument(named, context, template);
	if (!opened.ok) return opened;
	if (!isDocument(opened.value)) return success(undefined);
	const unsettled = projectProblem(dirname(resolve(context.cwd, named)), context);
	if (unsettled) return failure(unsettled);
	const {document, own, text} = opened.value;
	const facts = gatherFacts(context, {document, path: named});
	return inTime(text, named, () => {
		const messages = check(document, facts);
		return statusRow({
			path: path.split(sep).join('/'),
			title: own.title,
			template: opened.value.template?.name ?? opened.value.marker?.name,
			document,
			messages,
			questions: questionRows(document, facts),
			completeness: completeness(document, messages),
		});
	});
}

/** A marker without a hash is a template's own; Markdown without a template may be anything. */
function isDocument({marker, template, text}: OpenedDocument): boolean {
	if (text.replace(/^\uFEFF/, '').trim() === '') return false;
	return marker === undefined ? template !== undefined : marker.hash !== undefined;
}

function show(rows: readonly StatusRow[], format: string, named: string, {output}: Context): void {
	if (format === 'json') {
		output.json(statusJson(rows));
	} else if (format === 'markdown') {
		output.text(statusMarkdown(rows));
	} else if (rows.length === 0) {
		output.say(`There are no documents in ${named === '.' ? 'this folder' : named}. Begin one with: specwright new`);
	} else {
		const mark = 2;
		// In a pipe nothing is cut: who reads it may search it.
		const {isTerminal, columns} = output.stdout;
		const [head = '', ...lines] = statusTable(rows, isTerminal ? columns - mark : undefined);
		output.report({text: `${' '.repeat(mark)}${head}`, tone: 'dim'});
		for (const [index, line] of lines.entries()) {
			const isDone = rows[index]!.required.percent === 100;
			output.report({text: isDone ? '✔ ' : '· ', tone: isDone ? 'good' : 'dim'}, line);
		}
	}
}
