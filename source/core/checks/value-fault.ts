/** Values that are not what their field takes: one rule for each family of kinds, all on what the form room says of an answer. */

import {cellsOf, faultIn, faultsInCells, isDelimiterRow, type CellFault} from '../form/index.ts';
import type {Document, Field, Kind, Range} from '../form/types.ts';
import type {Problem} from '../problem.ts';
import {rangeOf} from './place.ts';
import {isOwnForm, standingOf, textAt, type FieldStanding} from './standing.ts';
import type {Rule} from './types.ts';

/** What is wrong with the field's value, as the form room sees it. */
export function faultOf(document: Document, {field, state}: FieldStanding): Problem | undefined {
	if (state === 'empty' || state === 'prefilled' || state === 'left-out' || state === 'not-applicable')
		return undefined;
	const answer = document.answers.get(field.id);
	const fault = document.problems.get(field.id) ?? (answer && faultIn(field, answer));
	if (!fault || !isOwnForm(document)) return fault;
	// Without its template nobody has said which form a date or a choice takes; an impossible date is still one.
	return field.kind === 'date' && /^\s*\d{4}-\d{2}-\d{2}\s*$/.test(textAt(document, field.id)) ? fault : undefined;
}

/** A fault, the kind of what it is in, and its place. */
type Placed = {readonly fault: Problem; readonly kind: Kind; readonly range: Range};

/** The faults of a field: in a table each cell has its own, which is of the column's kind. */
function faultsOf(document: Document, entry: FieldStanding): readonly Placed[] {
	const {field} = entry;
	const fault = faultOf(document, entry);
	if (!fault) return [];
	const answer = document.answers.get(field.id);
	const cells = answer?.state === 'answered' ? faultsInCells(field, answer.value) : [];
	if (cells.length === 0) return [{fault, kind: field.kind, range: lineAt(document, field, fault)}];
	return cells.map(one => ({fault: one.fault, kind: one.column.kind, range: cellAt(document, field, one)}));
}

/** The line of which a fault speaks, where the answer stands line by line as it is; else the whole answer. */
function lineAt(document: Document, field: Field, {place}: Problem): Range {
	const whole = rangeOf(document, field.id);
	if (field.place.at !== 'block' || field.kind !== 'prose' || place?.line === undefined) return whole;
	const lines = [...document.source.slice(whole.from, whole.to).matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)];
	const from = whole.from + (lines[place.line - 1]?.index ?? 0);
	return {from, to: Math.max(from, whole.to)};
}

/** Where a cell stands; the whole table where its row can't be told. */
function cellAt(document: Document, field: Field, {row, column}: CellFault): Range {
	const whole = rangeOf(document, field.id);
	const lines = [...document.source.slice(whole.from, whole.to).matchAll(/[^\r\n]+/g)]
		.filter(([text]) => text.includes('|') && !isDelimiterRow(text))
		.map(({0: text, index}) => ({text, from: whole.from + index, cells: cellsOf(text)}))
		.filter(({cells}) => cells.some(cell => cell.text !== ''));
	const named = field.fixedRows?.find(({id}) => id === row)?.label;
	const line =
		typeof row === 'number' ? lines[row] : lines.find(({cells}) => cells.some(cell => bare(cell.text) === named));
	const cell = line?.cells[field.columns?.findIndex(({id}) => id === column.id) ?? -1];
	if (!line || !cell || cell.text === '') return whole;
	const from = line.from + line.text.indexOf(cell.text, cell.from);
	return {from, to: from + cell.text.length};
}

function bare(text: string): string {
	return text.replaceAll(/[*_`]/g, '').trim();
}

/** A rule that tells the faults of fields, and of cells, of these kinds. */
export function valueRule(
	parts: Pick<Rule, 'id' | 'summary' | 'examples'> & {readonly kinds: readonly Kind[]; readonly help: string},
): Rule {
	const {kinds, help, ...rest} = parts;
	return {
		...rest,
		severity: 'error',
		*run(document) {
			for (const entry of standingOf(document).fields.values()) {
				if (entry.field.kind !== 'table' && !kinds.includes(entry.field.kind)) continue;
				for (const {fault, kind, range} of faultsOf(document, entry)) {
					if (!kinds.includes(kind)) continue;
					yield {
						// The form room's words name the field already.
						reason: fault.summary,
						...(fault.words !== undefined && {words: fault.words}),
						range,
						section: entry.field.section,
						field: entry.field.id,
						help: fault.next ?? help,
					};
				}
			}
		},
	};
}
