import {lackingTables} from '../asked-cells.ts';
import type {Rule} from '../types.ts';
import {calledRow, cellRange, tablePlace} from '../written-tables.ts';

const table =
	'# Plan\n\n## Parts\n\n| Part | Owner | Kind | Notes |\n| --- | --- | --- | --- |\n| [part] | [name] | job/service | [notes] |\n';
const rows = (...lines: readonly string[]): string => table.replace(/^\| \[part\].*$/m, lines.join('\n'));
const grid =
	'# Plan\n\n## Targets\n\n| Measure | Target | Where |\n| --- | --- | --- |\n| Latency | [ms] | [dashboard] |\n| Load | [rps] | [dashboard] |\n';

/**
 * A cell of a table's row in which nothing stands, though the row says something and the template has a blank in its column.
 * Columns for notes and the like may be empty, and so may the first, under which rows belong together. Columns that
 * rules of their own look after are left to them. Told once for a row, or for a column in which no row says anything.
 */
export const emptyCell: Rule = {
	id: 'empty-cell',
	severity: 'warn',
	summary: 'A row of a table says something in each column for which the template has a blank.',
	*run(document, {own}) {
		for (const {table: one, rows: lacking, unused} of lackingTables(document, own?.words)) {
			const heads = (columns: readonly number[]): string => columns.map(at => `"${one.heads[at]}"`).join(', ');
			const help = 'Fill it in, or write a dash where there is nothing to say.';
			if (unused.length > 0)
				yield {
					reason: `No row of the table in "${one.title}" has anything under ${heads(unused)}.`,
					range: one.range,
					...tablePlace(one),
					help,
				};
			for (const {row, columns} of lacking)
				yield {
					reason: `"${calledRow(row)}" in "${one.title}" has nothing under ${heads(columns)}.`,
					range: cellRange(row, columns[0]!),
					...tablePlace(one),
					help,
				};
		}
	},
	examples: [
		{
			title: 'A row that lacks one cell and one that lacks two; notes may be empty, and a dash is said.',
			template: table,
			document: rows(
				'| Signer | Ada | job | |',
				'| Store | | service | |',
				'| Desk | | | new |',
				'| Cart | – | service | |',
				'| | | | |',
			),
			findings: 2,
		},
		{
			title: 'A column that nobody has used is told once.',
			template: table,
			document: rows('| Signer | | job | |', '| Store | | service | |'),
			findings: 1,
		},
		{
			title: 'A row that the template fixes and that was emptied.',
			template: grid,
			document: grid.replace('| [ms] | [dashboard] |\n| Load | [rps] | [dashboard]', '| 80 | Wall |\n| Load | | '),
			findings: 1,
		},
		{
			title: 'All is said.',
			template: grid,
			document: grid.replace('[ms]', '80').replace('[rps]', '20').replaceAll('[dashboard]', 'Wall'),
			findings: 0,
		},
		{
			title: 'Rows that belong together, a sum, and a column of the author’s own.',
			template: '# Plan\n\n## Costs\n\n| Team | Part | Cost |\n| --- | --- | --- |\n| [team] | [part] | [amount] |\n',
			document:
				'# Plan\n\n## Costs\n\n| Team | Part | Cost | Since |\n| --- | --- | --- | --- |\n| Desk | Signer | 20 | |\n| | Store | 30 | |\n| **Total** | | 50 | |\n',
			findings: 0,
		},
		{
			title: 'A cell for which the template itself has nothing, or says that there may be nothing.',
			template: '# Plan\n\n## Parts\n\n| Part | Owner | Since |\n| --- | --- | --- |\n| [part] | [name, if any] | |\n',
			document: '# Plan\n\n## Parts\n\n| Part | Owner | Since |\n| --- | --- | --- |\n| Signer | | |\n',
			findings: 0,
		},
		{
			title: 'A column whose head says that there may be nothing.',
			template:
				'# Plan\n\n## Parts\n\n| Part | Owner (optional) | *Due (if applicable)* |\n| --- | --- | --- |\n| [part] | [name] | YYYY-MM-DD |\n',
			document:
				'# Plan\n\n## Parts\n\n| Part | Owner (optional) | *Due (if applicable)* |\n| --- | --- | --- |\n| Signer | | |\n| Store | Ada | |\n',
			findings: 0,
		},
		{title: 'Nobody has begun.', template: table, document: table, findings: 0},
	],
};
