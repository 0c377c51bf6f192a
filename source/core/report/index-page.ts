/** A table that is kept in a page: what stands between its two marks is ours, every other byte is the author's. */

import {exitCodes, failure, success, type Result} from '../problem.ts';

const begin = '<!-- specwright-status:begin -->';
const end = '<!-- specwright-status:end -->';

const fence = /^ {0,3}(`{3,}|~{3,})/;

/** A new page that holds the table alone. */
export function newPage(table: string): string {
	return `# Documents\n\n${begin}\n\n${table}\n${end}\n`;
}

/**
 * The page with the table in place of what stands between the marks, with the page's line ends. The problem says which of
 * the marks is missing or stands there twice; `path` names the page in it.
 */
export function pageWith(page: string, table: string, path: string): Result<string> {
	const marks = marksIn(page);
	const [first, second] = marks;
	if (marks.length !== 2 || first?.mark !== begin || second?.mark !== end) {
		return failure({
			code: 'page.marks',
			summary:
				marks.length === 0
					? `${path} has no place for the table.`
					: 'the marks of the table stand here twice, or only one of them does.',
			next: `Put these two lines where it is to stand, once: ${begin} and ${end}`,
			exit: exitCodes.usage,
			...(marks.length === 0 ? {} : {place: {path, line: marks.at(-1)!.line}}),
		});
	}

	const eol = /\r\n|\r|\n/.exec(page)?.[0] ?? '\n';
	const between = `${begin}\n\n${table}\n`.replaceAll('\n', eol);
	return success(page.slice(0, first.from) + between + page.slice(second.from));
}

/** Whether a table is kept in that page. */
export function keepsTable(page: string): boolean {
	return marksIn(page).some(({mark}) => mark === begin);
}

/** The marks that stand on lines of their own and are no code. */
function marksIn(page: string): readonly {readonly mark: string; readonly from: number; readonly line: number}[] {
	const found: {mark: string; from: number; line: number}[] = [];
	let open: string | undefined;
	let line = 0;
	for (const {0: text, index} of page.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
		line++;
		const words = text.trim();
		const marks = fence.exec(text)?.[1];
		if (open === undefined && (words === begin || words === end))
			found.push({mark: words, from: index + text.indexOf(words), line});
		if (marks === undefined) continue;
		if (open === undefined) open = marks;
		else if (marks.startsWith(open) && words === marks) open = undefined;
	}

	return found;
}
