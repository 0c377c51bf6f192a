import {knownUnits} from '../../form/index.ts';
import type {Document, Field} from '../../form/types.ts';
import {aims, figures, measures, targets} from '../asked-words.ts';
import {textsIn} from '../answer-texts.ts';
import {isMeasurable} from '../measurable.ts';
import {nameOf} from '../naming.ts';
import {bare} from '../pipe-tables.ts';
import {rangeOf} from '../place.ts';
import {isBlankOrDash, isNothing} from '../said.ts';
import {isOwnForm, standingOf} from '../standing.ts';
import type {Finding, Rule} from '../types.ts';
import {calledRow, cellRange, columnNamed, tablePlace, writtenTables, type WrittenTable} from '../written-tables.ts';

const table =
	'# Plan\n\n## Service levels\n\n| SLI | Target | Measurement |\n| --- | --- | --- |\n| latency | <ms> | <where> |\n| availability | <99.x%> | <where> |\n';
const filled = (...lines: readonly string[]): string =>
	`${table.split('\n').slice(0, 6).join('\n')}\n${lines.join('\n')}\n`;

/**
 * A target that nobody can measure: no number in it, or a bare number where the template's blank names the unit. Words such as
 * "none", "any" and "each night" are exact; N/A and a pointer elsewhere are left to others.
 */
export const numericTarget: Rule = {
	id: 'numeric-target',
	severity: 'warn',
	summary: 'A target, threshold or objective holds a number, with its unit.',
	*run(document) {
		for (const one of writtenTables(document)) yield* inTable(one);
		for (const entry of standingOf(document).fields.values()) {
			const {field, state} = entry;
			if (state !== 'answered' || !asksForFigure(document, field)) continue;
			const answer = document.answers.get(field.id);
			const text = answer?.state === 'answered' ? textsIn(answer.value).join('\n') : '';
			if (isMeasurable(text)) continue;
			yield {
				reason: `${nameOf(entry)} has no number.`,
				range: rangeOf(document, field.id),
				section: field.section,
				field: field.id,
				help,
			};
		}
	},
	examples: [
		{
			title: 'A word where a number belongs, a number without the unit that the blank names, and a cell left empty.',
			template: table,
			document: filled('| latency | 250 | gateway log |', '| availability | high | probe |', '| errors | | log |'),
			findings: 3,
		},
		{
			title: 'Numbers with their units, in the cell or in the label, and words that are as exact.',
			template: table,
			document: filled(
				'| latency | p95 < 250 ms | gateway log |',
				'| availability | 99.9 % | probe |',
				'| lost events | none | audit |',
				'| backups | each night | job log |',
				'| errors | N/A — no users yet | |',
				'| queue length | see §4 | |',
			),
			findings: 0,
		},
		{
			title: 'Labels of aims, and a blank that asks for a number.',
			template:
				'# Plan\n\n- SLO targets: <targets>\n- RTO (Recovery Time Objective): [3 hours]\n- Go metrics: <numbers that must hold>\n- Target audience: <who>\n',
			document:
				'# Plan\n\n- SLO targets: as good as today\n- RTO (Recovery Time Objective): quickly\n- Go metrics: nobody complains loudly\n- Target audience: desk staff\n',
			findings: 3,
		},
		{
			title: 'A table of other aims.',
			template: '# Plan\n\n## Rollout\n\n| Phase | Target |\n| --- | --- |\n| [phase] | [who] |\n',
			document: '# Plan\n\n## Rollout\n\n| Phase | Target |\n| --- | --- |\n| First | Staff |\n',
			findings: 0,
		},
		{title: 'Nobody has begun.', template: table, document: table, findings: 0},
	],
};

const help = 'Name a number with its unit, so that someone can tell whether it is met.';

function* inTable(one: WrittenTable): Iterable<Finding> {
	const measure = columnNamed(one, measures);
	const target = columnNamed(one, targets);
	if (target < 0 || measure < 0) return;
	for (const row of one.rows) {
		const text = row.cells[target]?.text ?? '';
		// A measure such as p95 has too few letters to be taken for a name elsewhere.
		const name = bare(row.cells[measure]?.text ?? '') || calledRow(row);
		const isBegun = row.cells.some((cell, at) => at !== measure && at !== target && !isNothing(cell.text));
		const isEmpty = isBlankOrDash(text);
		// A dash is an answer; an empty cell is none once the others have been filled.
		if (isEmpty && (!isBegun || /\p{Pd}/u.test(text))) continue;
		const unit = unitAsked(one, name, one.heads[target] ?? '');
		const at = {range: cellRange(row, target), ...tablePlace(one)};
		if (isEmpty || !isMeasurable(text)) {
			yield {reason: `"${name}" in "${one.title}" has no number under "${one.heads[target]}".`, ...at, help};
		} else if (unit !== undefined && /^[<>≤≥~]*\s*\d[\d.,]*$/.test(bare(text))) {
			yield {
				reason: `"${name}" in "${one.title}" has a number without a unit under "${one.heads[target]}": ${bare(text)}.`,
				...at,
				help: `The template asks for ${unit}: write the unit behind the number.`,
			};
		}
	}
}

/** The unit that the template's blank in a row names, where neither the row's label nor the column's head has it. */
function unitAsked({owner}: WrittenTable, row: string, head: string): string | undefined {
	const {fixedRows = [], columns = []} = owner?.field ?? {};
	const column = columns.find(({label}) => bare(label) === head);
	const blank = fixedRows.find(({label}) => bare(label) === row)?.blanks[column?.id ?? ''] ?? '';
	const said = /^[<[{]\s*[\d.,xn]*\s*(.+?)\s*[>\]}]$/iu.exec(blank)?.[1] ?? '';
	const unit = knownUnits.find(one => one === said);
	return unit === undefined || [row, head].some(label => label.includes(unit)) ? undefined : unit;
}

function asksForFigure(document: Document, {kind, label, placeholder, unfilled}: Field): boolean {
	if (kind !== 'text' && kind !== 'prose' && kind !== 'list' && kind !== 'checklist') return false;
	return aims.test(label.trim()) || (!isOwnForm(document) && figures.test(unfilled ?? placeholder));
}
