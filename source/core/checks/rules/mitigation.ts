import {dangers, mitigations} from '../asked-words.ts';
import {isNothing} from '../said.ts';
import {unpairedItems} from '../pairs.ts';
import type {Finding, Rule} from '../types.ts';
import {calledRow, cellRange, columnNamed, tablePlace, writtenTables, type WrittenTable} from '../written-tables.ts';
import type {Document} from '../../form/types.ts';

/**
 * A threat, risk or failure without what is done about it: in tables that have a column for it, and in lists whose template
 * asks for pairs. "Accepted, because …" is a mitigation; a bare "none" says nothing.
 */
export const mitigation: Rule = {
	id: 'mitigation',
	severity: 'warn',
	summary: 'Each threat, risk and failure says what is done about it, where there is a place for that.',
	*run(document) {
		for (const table of writtenTables(document)) yield* inTable(table);
		yield* inLists(document);
	},
	examples: [
		{
			title: 'An empty cell, and a bare "none"; a risk that is accepted for a reason has its answer.',
			template:
				'# Plan\n\n## Risks\n\n| Risk | Likelihood | Mitigation |\n| --- | --- | --- |\n| [risk] | Low/Med/High | [what is done] |\n',
			document:
				'# Plan\n\n## Risks\n\n| Risk | Likelihood | Mitigation |\n| --- | --- | --- |\n| The key leaks | Low | |\n| The clock drifts | Low | none |\n| The vault is away | Med | Calls wait a minute |\n| Nobody comes | Low | Accepted, it costs nothing |\n',
			findings: 2,
		},
		{
			title: 'A list of pairs with one that is half.',
			template:
				'# Plan\n\n## Security\n\n- Threats & mitigations:\n  - T1: <threat> → <mitigation>\n  - T2: <threat> → <mitigation>\n',
			document:
				'# Plan\n\n## Security\n\n- Threats & mitigations:\n  - T1: A stolen key → it is renewed each day\n  - T2: Someone reads along\n',
			findings: 1,
		},
		{
			title: 'Guidance that asks for pairs, and other signs between them.',
			template:
				'# Plan\n\n## Risks\n\n> Pair each risk with its mitigation (risk → mitigation).\n\n- Risks:\n- Owner: [name]\n',
			document:
				'# Plan\n\n## Risks\n\n- Risks:\n  - The key leaks -> it is renewed each day\n  - The clock drifts: calls are refused\n  - The vault is away\n- Owner: Ada\n',
			findings: 1,
		},
		{
			title: 'A list that asks for no pairs, and a table of other things.',
			template: '# Plan\n\n## Risks\n\n- [risk]\n\n## Parts\n\n| Part | Notes |\n| --- | --- |\n| [part] | [notes] |\n',
			document: '# Plan\n\n## Risks\n\n- The key leaks\n\n## Parts\n\n| Part | Notes |\n| --- | --- |\n| Signer | |\n',
			findings: 0,
		},
		{
			title: 'A table that nobody has begun.',
			template: '# Plan\n\n## Risks\n\n| Risk | Mitigation |\n| --- | --- |\n| [risk] | |\n',
			document: '# Plan\n\n## Risks\n\n| Risk | Mitigation |\n| --- | --- |\n| [risk] | |\n',
			findings: 0,
		},
	],
};

const help = 'Say what is done about it, or why it is accepted.';

function* inTable(table: WrittenTable): Iterable<Finding> {
	const column = columnNamed(table, mitigations);
	if (column < 1) return;
	for (const row of table.rows) {
		const name = calledRow(row);
		if (name === '' || !isNothing(row.cells[column]?.text ?? '')) continue;
		yield {
			reason: `"${name}" in "${table.title}" has nothing under "${table.heads[column]}".`,
			range: cellRange(row, column),
			...tablePlace(table),
			help,
		};
	}
}

function* inLists(document: Document): Iterable<Finding> {
	for (const {text, range, entry} of unpairedItems(document, dangers, mitigations)) {
		yield {
			reason: `"${text}" in "${entry.field.label}" says nothing of what is done about it.`,
			range,
			section: entry.field.section,
			field: entry.field.id,
			help,
		};
	}
}
