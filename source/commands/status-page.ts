/** `status --write PAGE`: keeps the table of documents in a page, or with `--check` only tells whether it is up to date. */

import {dirname, relative, resolve, sep} from 'node:path';
import {lookAt, writeDocument} from '../adapters/files/index.ts';
import {newPage, pageWith, statusMarkdown, type StatusRow} from '../core/report/index.ts';
import {exitCodes, success, type ExitCode, type Problem} from '../core/problem.ts';
import {isSet, textOption, type Context, type Invocation} from './context.ts';

/** What is wrong with the flags about a page (2). */
export function pageFlagsProblem(invocation: Invocation): Problem | undefined {
	const page = textOption(invocation, 'write');
	const usage = (summary: string, next: string): Problem => ({
		code: 'usage.page',
		summary,
		next,
		exit: exitCodes.usage,
	});
	if (page === undefined) {
		return isSet(invocation, 'check')
			? usage('--check is for --write, which is not given.', 'Name the page: specwright status --write PAGE --check')
			: undefined;
	}

	if (page === '') return usage('--write names no file.', 'Name the page, such as docs/index.md.');
	if (isSet(invocation, 'json') || textOption(invocation, 'format') !== undefined)
		return usage('--write writes a page, so it cannot go with --format or --json.', 'Leave one of them out.');
	return undefined;
}

/**
 * Brings the table of the page at `path` up to date; a page that there is not yet is made. The exit code is 1 where `isCheck`
 * and it is out of date, else that of what is wrong with the page.
 */
export function writePage(
	path: string,
	rows: readonly StatusRow[],
	folder: string,
	isCheck: boolean,
	{cwd, output}: Context,
): ExitCode {
	const refused = (problem: Problem): ExitCode => {
		output.problem(problem);
		return problem.exit;
	};
	const full = resolve(cwd, path);
	const there = lookAt(full);
	if (!there.ok) return refused(there.problem);
	const linked = (row: string): string => relative(dirname(full), resolve(folder, row)).split(sep).join('/');
	const table = statusMarkdown(rows, linked);
	const page = there.value === undefined ? success(newPage(table)) : pageWith(there.value.text, table, path);
	if (!page.ok) return refused(page.problem);
	if (page.value === there.value?.text) {
		output.say(`${path} is up to date.`);
		return exitCodes.done;
	}

	if (isCheck) {
		output.say(`${path} is ${there.value === undefined ? 'not there yet' : 'out of date'}: write it without --check.`);
		return exitCodes.incomplete;
	}

	const written = writeDocument(full, page.value, {
		makeFolders: true,
		...(there.value === undefined ? {} : {replaces: there.value.version}),
	});
	if (!written.ok) return refused(written.problem);
	output.say({text: 'wrote ', tone: 'good'}, `${path} (documents: ${rows.length})`);
	return exitCodes.done;
}
