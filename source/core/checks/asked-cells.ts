/** The cells of an author's table in which its template asks for something, and nothing stands. */

import {namesTotal} from '../form/index.ts';
import type {Column, Document, Field} from '../form/types.ts';
import {bare, type PipeRow} from './pipe-tables.ts';
import {dataFields, endpoints, free, mitigations, roles} from './asked-words.ts';
import {questionsOf} from './questions.ts';
import {isOwnForm} from './standing.ts';
import type {OwnWords} from './types.ts';
import {writtenTables, type WrittenTable} from './written-tables.ts';

/** A row of a table with the places of its columns in which something is asked for and nothing stands. */
export type LackingRow = {readonly row: PipeRow; readonly columns: readonly number[]};

export type LackingTable = {
	readonly table: WrittenTable;
	readonly rows: readonly LackingRow[];
	/** Columns in which no row says anything: their author has no use for them, or forgot them as a whole. */
	readonly unused: readonly number[];
};

/**
 * The tables of a document that lack something. A row in which nothing stands but the words that its template fixed is one
 * that was begun, for somebody emptied it; one without any word is none. A dash is an answer, here as in a sentence.
 */
export function lackingTables(document: Document, own?: OwnWords): readonly LackingTable[] {
	if (isOwnForm(document)) return [];
	const asking = new Set(questionsOf(document, own).map(({field}) => field));
	return writtenTables(document).flatMap(table => {
		const field = table.owner?.field;
		// Whether a question needs an owner, a day or a decision hangs on how it stands, which other rules know.
		if (field?.kind !== 'table' || asking.has(field.id)) return [];
		const columns = table.heads.map(head => columnOf(field, head));
		const begun = table.rows.filter(
			({cells}) => cells.some(({text}) => bare(text) !== '') && !cells.some(({text}) => namesTotal(text)),
		);
		const lacking = begun.map(row => ({
			row,
			columns: columns.flatMap((column, at) =>
				column && bare(row.cells[at]?.text ?? '') === '' && isAsked(field, column, row, at) ? [at] : [],
			),
		}));
		const unused = table.heads.flatMap((_, at) =>
			begun.length > 1 && lacking.every(one => one.columns.includes(at)) ? [at] : [],
		);
		const rows = lacking
			.map(({row, columns: own}) => ({row, columns: own.filter(at => !unused.includes(at))}))
			.filter(one => one.columns.length > 0);
		return rows.length + unused.length > 0 ? [{table, rows, unused}] : [];
	});
}

function columnOf({columns = []}: Field, head: string): Column | undefined {
	const name = head.toLowerCase();
	const column = columns.find(({label}) => bare(label).toLowerCase() === name);
	return column && !isLeftToOthers(column.label) ? column : undefined;
}

/** What other rules look after in their own way, and what is said where there is something to say. */
function isLeftToOthers(label: string): boolean {
	const name = label.trim();
	const {request, response, errors} = endpoints;
	return [free, mitigations, request, response, errors, dataFields.constraints, dataFields.indexes]
		.concat(Object.values(roles))
		.some(words => words.test(name));
}

/** Whether the template has a blank in that cell: in a row that it fixes its own, in any other the one of its sample. */
function isAsked(
	{fixedRows = []}: Field,
	{id, label, placeholder = '', options = []}: Column,
	row: PipeRow,
	at: number,
): boolean {
	// A head may say so of its whole column: `Owner (optional)`.
	const [, marker = ''] = /[([]([^()[\]]+)[)\]][*_]*$/u.exec(label.trim()) ?? [];
	if (mayBeNothing(marker)) return false;
	const name = bare(row.cells[0]?.text ?? '').toLowerCase();
	const fixed = fixedRows.find(one => bare(one.label).toLowerCase() === name);
	if (fixed) return isBlank(fixed.blanks[id] ?? '');
	// Where rows belong together, only the first of them says what to.
	return at > 0 && (options.length > 0 || isBlank(placeholder)) && !mayBeNothing(placeholder);
}

function isBlank(text: string): boolean {
	return /[[<{]|YYYY|_{3}|…/.test(text) && !mayBeNothing(text);
}

/** A blank that says itself that nothing may stand there. */
function mayBeNothing(text: string): boolean {
	return /(?<!\p{L})(?:optional|if (?:any|applicable|relevant|known|needed)|when (?:known|done)|none|n\/a|leave|empty|blank|falls|ggf|si existe|le cas échéant)(?!\p{L})|[–—]\s*$/iu.test(
		text,
	);
}
