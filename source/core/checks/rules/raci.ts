import {raciFaults} from '../raci-grid.ts';
import type {Rule} from '../types.ts';
import {calledRow, cellRange, tablePlace, writtenTables} from '../written-tables.ts';

const byNames =
	'# Plan\n\n## RACI\n\n| Area | Responsible | Accountable | Consulted | Informed |\n| --- | --- | --- | --- | --- |\n| [area] | [name] | [name] | [names] | [names] |\n';
const byLetters =
	'# Plan\n\n## RACI\n\n| Work | Team | Lead | Legal |\n| --- | --- | --- | --- |\n| [work] | R | A | C |\n';
const rows = (table: string, ...lines: readonly string[]): string => table.replace(/^\| \[.*$/m, lines.join('\n'));

/** A row of a RACI table in which nobody works, nobody answers for the work, or more than one does. */
export const raci: Rule = {
	id: 'raci',
	severity: 'warn',
	summary: 'In a RACI table each row has exactly one who is accountable, and someone who is responsible.',
	*run(document) {
		for (const table of writtenTables(document)) {
			for (const {row, column, words} of raciFaults(table)) {
				yield {
					reason: `"${calledRow(row)}" in "${table.title}" ${words}.`,
					range: cellRange(row, column),
					...tablePlace(table),
					help: 'One name answers for it; whoever does the work is responsible, and may be the same.',
				};
			}
		}
	},
	examples: [
		{
			title: 'By names: nobody is responsible, two are accountable; one may be both.',
			template: byNames,
			document: rows(
				byNames,
				'| Product | | Ada Bell | Ben | Cleo |',
				'| Engineering | Ben Ode | Ada Bell, Ben Ode | - | - |',
				'| Support | Cleo Fry | Cleo Fry | N/A | N/A |',
				'| Security and Privacy | Ben Ode | Head of Security, Europe | | |',
			),
			findings: 2,
		},
		{
			title: 'By letters: one row has two that are accountable, one has none, one has nobody who works.',
			template: byLetters,
			document: rows(
				byLetters,
				'| Build | R | A | C |',
				'| Ship | A/R | A | I |',
				'| Run | R | C | I |',
				'| Review | C | A | C |',
				'| Alone | A/R | I | |',
			),
			findings: 3,
		},
		{
			title: 'A table of other letters.',
			template: '# Plan\n\n## Grades\n\n[How it went]\n',
			document:
				'# Plan\n\n## Grades\n\n| Part | Speed | Size |\n| --- | --- | --- |\n| Signer | A | C |\n| Store | C | A |\n',
			findings: 0,
		},
		{title: 'Nobody has begun.', template: byNames, document: byNames, findings: 0},
	],
};
