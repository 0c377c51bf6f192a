import {endpoints} from '../asked-words.ts';
import {bare} from '../pipe-tables.ts';
import {isBlankOrDash} from '../said.ts';
import type {Finding, Rule} from '../types.ts';
import {calledRow, cellRange, columnNamed, tablePlace, writtenTables, type WrittenTable} from '../written-tables.ts';

const table =
	'# Plan\n\n## API\n\n| Endpoint | Method | Request | Response | Errors |\n| --- | --- | --- | --- | --- |\n| [Path] | GET/POST | [Body] | [Body] | [Codes] |\n';
const rows = (...lines: readonly string[]): string => table.replace(/^\| \[Path\].*$/m, lines.join('\n'));

/**
 * An endpoint in a table that lacks what the table has a column for: what it takes, what it gives, how it fails. Blocks with
 * labels of their own are asked for one by one, and are not told twice. "None" is an answer; a method that sends no body
 * needs none.
 */
export const endpoint: Rule = {
	id: 'endpoint',
	severity: 'warn',
	summary: 'Each endpoint in a table says its request, its response and its errors, where there are columns for them.',
	*run(document) {
		for (const one of writtenTables(document)) yield* inTable(one);
	},
	examples: [
		{
			title: 'One has no errors, one no response, and one that sends something says nothing of what.',
			template: table,
			document: rows(
				'| /holds | GET | | `Hold[]` | |',
				'| /holds/{id} | DELETE | - | | 404 |',
				'| /holds | POST | | `Hold` | 400, 409 |',
			),
			findings: 3,
		},
		{
			title: 'All of it is said.',
			template: table,
			document: rows('| /holds | GET | | `Hold[]` | 401 |', '| /ping | GET | None | None | None |'),
			findings: 0,
		},
		{
			title: 'A table without such columns.',
			template: '# Plan\n\n## API\n\n| Endpoint | Notes |\n| --- | --- |\n| [Path] | [Notes] |\n',
			document: '# Plan\n\n## API\n\n| Endpoint | Notes |\n| --- | --- |\n| /holds | |\n',
			findings: 0,
		},
		{title: 'Nobody has begun.', template: table, document: table, findings: 0},
	],
};

function* inTable(one: WrittenTable): Iterable<Finding> {
	const path = columnNamed(one, endpoints.path);
	const method = columnNamed(one, endpoints.method);
	if (path < 0) return;
	const columns = [endpoints.request, endpoints.response, endpoints.errors].map(words => columnNamed(one, words));
	// A table of endpoints has more than one of these columns, or says the method.
	if (columns.filter(column => column >= 0).length + (method < 0 ? 0 : 1) < 2) return;
	for (const row of one.rows) {
		const name = row.cells[path]?.text ?? '';
		if (isBlankOrDash(name)) continue;
		const sendsNothing = /^\W*(?:GET|HEAD|DELETE|OPTIONS)\b/i.test(`${row.cells[method]?.text ?? ''} ${name}`.trim());
		for (const [index, column] of columns.entries()) {
			if (column < 0 || (index === 0 && sendsNothing) || bare(row.cells[column]?.text ?? '') !== '') continue;
			yield {
				reason: `"${calledRow({...row, cells: [row.cells[path]!]})}" in "${one.title}" has nothing under "${one.heads[column]}".`,
				range: cellRange(row, column),
				...tablePlace(one),
				help: 'Say it, or write "None".',
			};
		}
	}
}
