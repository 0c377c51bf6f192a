import {cellsOf, isDelimiterRow} from '../../form/index.ts';
import type {Document, Range} from '../../form/types.ts';
import {linesOf} from '../../text/index.ts';
import {masked} from '../masked.ts';
import {bare, pipeTables, type PipeTable} from '../pipe-tables.ts';
import {ownersIn} from '../placed-fields.ts';
import type {Rule} from '../types.ts';
import {standsInTemplate} from '../written-tables.ts';

const template =
	'# Plan\n\n## Parts\n\n| Part | Owner |\n| --- | --- |\n| [part] | [name] |\n\n## Rest\n\n[What else]\n';
const written = (...lines: readonly string[]): string =>
	`# Plan\n\n## Parts\n\n${lines.join('\n')}\n\n## Rest\n\nWords.\n`;

type Fault = {readonly range: Range; readonly reason: string; readonly help: string};

/**
 * Rows that readers don't see as their author meant them (GFM 4.10): cells behind the last column are not shown, and what has
 * no line of dashes of as many columns below its head is no table. What stands in the template so is its own.
 */
export const tableShape: Rule = {
	id: 'table-shape',
	severity: 'warn',
	summary: 'A table has a line of dashes below its head, and no row has more cells than that.',
	*run(document) {
		if (!document.source.includes('|')) return;
		const ownerOf = ownersIn(document);
		const tables = pipeTables(document.source);
		const faults = [...tables.flatMap(one => inTable(one, document)), ...withoutDashes(document, tables)];
		for (const {range, ...said} of faults.sort((one, other) => one.range.from - other.range.from)) {
			const owner = ownerOf(range);
			yield {...said, range, ...(owner ? {section: owner.field.section, field: owner.field.id} : {})};
		}
	},
	examples: [
		{
			title: 'A row with a cell too many, and one in which a pipe of its text parts a cell.',
			template,
			document: written(
				'| Part | Owner |',
				'| --- | --- |',
				'| Signer | Ada | new |',
				'| `a | b` | Bo |',
				'| Store | Bo | |',
			),
			findings: 2,
		},
		{
			title: 'The line of dashes is gone.',
			template,
			document: written('| Part | Owner |', '| Signer | Ada |', '| Store | Bo |'),
			findings: 1,
		},
		{
			title: 'The line of dashes has a column less than the head.',
			template,
			document: written('| Part | Owner | Since |', '| --- | --- |', '| Signer | Ada | May |'),
			findings: 1,
		},
		{
			title: 'Rows in any of the ways in which a table may be written.',
			template,
			document: written(
				'| Part | Owner',
				':--- |:---',
				'| Signer | Ada |',
				'| Store | Bo |',
				'',
				'Part | Owner',
				'--- | ---',
				'Desk | Cy',
			),
			findings: 0,
		},
		{
			title: 'A row that is shorter, one with pipes that are text, and lines that are no table.',
			template,
			document: written(
				'| Part | Owner |',
				'| --- | --- |',
				'| Signer |',
				'| a \\| b | Bo |',
				'',
				'|x| is a length.',
				'',
				'```',
				'| a | b |',
				'| c | d |',
				'```',
			),
			findings: 0,
		},
		{title: 'Nobody has begun.', template, document: template, findings: 0},
	],
};

function inTable({heads, columns, rows, range}: PipeTable, document: Document): readonly Fault[] {
	const [head = ''] = document.source.slice(range.from, range.to).split(/[\r\n]/, 1);
	if (heads.length !== columns)
		return standsInTemplate(document, head)
			? []
			: [
					{
						range: {from: range.from, to: range.from + head.length},
						reason: `This head has ${heads.length} columns and the line of dashes below it ${columns}, so that it is no table.`,
						help: 'Give both as many.',
					},
				];
	return rows.flatMap(({line, cells}) => {
		const over = cells.slice(heads.length).find(({text}) => bare(text) !== '');
		if (!over || standsInTemplate(document, line)) return [];
		return [
			{
				range: over.range,
				reason: `This row has ${cells.length} cells and its table ${heads.length} columns: "${bare(over.text)}" is not shown.`,
				help: 'Put a backslash before a "|" that is text, or take the cell away.',
			},
		];
	});
}

/** Lines that look like the rows of a table, of which none is a line of dashes. */
function withoutDashes(document: Document, tables: readonly PipeTable[]): readonly Fault[] {
	const {source} = document;
	const lines = linesOf(source);
	const plain = masked(source);
	let next = 0;
	const isRow = (line: number): boolean => {
		const from = lines.starts[line];
		if (from === undefined || !/^[ \t]*\|.*\|[ \t]*$/.test(plain.slice(from, lines.endOf(from)))) return false;
		// Lines are looked at in order.
		while ((tables[next]?.range.to ?? Infinity) < from) next++;
		if ((tables[next]?.range.from ?? Infinity) <= from) return false;
		return cellsOf(source.slice(from, lines.endOf(from))).length > 1;
	};
	const found: Fault[] = [];
	for (let line = 0; line < lines.starts.length; line++) {
		if (!isRow(line)) continue;
		let end = line + 1;
		while (isRow(end)) end++;
		const texts = lines.starts.slice(line, end).map(from => source.slice(from, lines.endOf(from)));
		const from = lines.starts[line]!;
		if (texts.length > 1 && !texts.some(isDelimiterRow) && !texts.every(text => standsInTemplate(document, text)))
			found.push({
				range: {from, to: lines.endOf(lines.starts[end - 1]!)},
				reason: `These ${texts.length} lines are no table, for there is no line of dashes below the first.`,
				help: 'Put one there, such as | --- | --- |.',
			});
		line = end - 1;
	}

	return found;
}
