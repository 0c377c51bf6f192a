import {dataFields} from '../asked-words.ts';
import {nameOf} from '../naming.ts';
import {isBlankOrDash} from '../said.ts';
import {standingOf, type FieldStanding} from '../standing.ts';
import type {Document} from '../../form/types.ts';
import {rangeOf} from '../place.ts';
import {outerItems} from '../outer-items.ts';
import type {Finding, Rule} from '../types.ts';
import {columnNamed, tablePlace, writtenTables, type WrittenTable} from '../written-tables.ts';

const table =
	'# Plan\n\n## Data\n\n| Field | Type | Constraints | Indexed |\n| --- | --- | --- | --- |\n| [field] | [type] | [rules] | [yes/no] |\n';
const rows = (...lines: readonly string[]): string => table.replace(/^\| \[field\].*$/m, lines.join('\n'));

/**
 * A data table of which no field has a constraint or is said to be indexed, where the template asks for that. A field without
 * any is nothing odd, so that one that has some is enough.
 */
export const dataTable: Rule = {
	id: 'data-table',
	severity: 'warn',
	summary: 'A data table says the constraints and indexes of its fields, where the template asks for them.',
	*run(document) {
		for (const one of writtenTables(document)) yield* inTable(one);
		for (const entry of standingOf(document).fields.values()) yield* inList(document, entry);
	},
	examples: [
		{
			title: 'No field has a constraint, and none is said to be indexed or not.',
			template: table,
			document: rows('| id | UUID | | |', '| title | TEXT | - | |'),
			findings: 2,
		},
		{
			title: 'One has a constraint, and indexes are said.',
			template: table,
			document: rows('| id | UUID | NOT NULL | yes |', '| title | TEXT | | no |'),
			findings: 0,
		},
		{
			title: 'A list whose items are types alone, and one with a constraint.',
			template:
				'# Plan\n\n## Table: <name>\n\n- Fields:\n  - <field>: <type> <constraints>\n\n## Table: <name>\n\n- Fields:\n  - <field>: <type> <constraints>\n',
			document:
				'# Plan\n\n## Table: hold\n\n- Fields:\n  - id: uuid\n  - title: text\n\n## Table: reader\n\n- Fields:\n  - id: uuid, not null\n  - name: text\n',
			findings: 1,
		},
		{title: 'Nobody has begun.', template: table, document: table, findings: 0},
	],
};

const help = 'Say what must hold (keys, not null, unique, ranges) and what is looked up, or write "none".';

function* inTable(one: WrittenTable): Iterable<Finding> {
	const name = columnNamed(one, dataFields.name);
	const type = columnNamed(one, dataFields.type);
	if (name < 0 || type < 0) return;
	for (const words of [dataFields.constraints, dataFields.indexes]) {
		const column = columnNamed(one, words);
		if (column < 0 || !one.rows.every(row => isBlankOrDash(row.cells[column]?.text ?? ''))) continue;
		yield {
			reason: `No field of the table in "${one.title}" has anything under "${one.heads[column]}".`,
			range: one.range,
			...tablePlace(one),
			help,
		};
	}
}

/** A list whose blank asks for the constraint behind the type: `<field>: <type> <constraints>`. */
function* inList(document: Document, entry: FieldStanding): Iterable<Finding> {
	const {field, state} = entry;
	const span = document.spans.get(field.id);
	if (field.kind !== 'list' || state !== 'answered' || !span) return;
	if (
		!/[<[{]types?[>\]}][ ,;(]*[<[{][^<>[\]{}]*\bconstraints?[^<>[\]{}]*[>\]}]/iu.test(
			field.unfilled ?? field.placeholder,
		)
	)
		return;
	const items = outerItems(document.source, span).map(({text}) => text);
	const types = items.filter(text =>
		/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+[*_`]*[\p{L}\p{N}_. ]+[*_`]*:[*_]*[ \t]*\S+$/u.test(text),
	);
	if (items.length === 0 || types.length < items.length) return;
	yield {
		reason: `${nameOf(entry)} says no constraint of any field.`,
		range: rangeOf(document, field.id),
		section: field.section,
		field: field.id,
		help,
	};
}
