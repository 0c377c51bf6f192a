/** Pipe tables: metadata tables, whose cells are fields, and tables that are a field themselves. */

import type {Cell, Table, TableRow} from '../markdown.ts';
import {slug} from '../slug.ts';
import {ticksIn} from '../ticks.ts';
import type {Column, FixedRow} from '../types.ts';
import {blanksIn} from './blank.ts';
import {dateMask} from './date-mask.ts';
import {foundField, type FoundField, type Source} from './found-field.ts';
import {askedBy, standsForAnswer} from './kind.ts';
import {alternatives, offeredByLabel} from './options.ts';
import {labelText, markedName} from './label.ts';
import {isStatus, namesThing} from './label-words.ts';
import {instructive} from './prompt.ts';
import {answerOf} from './inline.ts';
import {unitOfColumn} from './number-unit.ts';
import {totalFields, totalsRow} from './total-row.ts';
import {readValue, valueFields} from './value.ts';

const keyHeads =
	/^(?:|field|key|property|attribute?|metadata|item|name|meta|info|information|label|feld|eigenschaft|merkmal|champ|propriété|clé|campo|propiedad|propriedade|atributo|поле|параметр|字段|项目|属性|键|項目|항목)$/iu;
const valueHeads =
	/^(?:|value|values|details?|description|content|information|info|wert|inhalt|angaben?|valeur|contenu|valore?|contenido|conteúdo|значение|值|内容|信息|値|記入欄|값|내용)$/iu;

const valueWord = /^(?:values?|wert|valeur|valore?|значение|值|値|값)$/iu;

/** The fields of a table: one a value cell where it holds metadata, otherwise the table as a whole. */
export function tableFields(
	source: Source,
	table: Table,
	label: string,
	group: readonly string[],
	metadata: boolean,
): FoundField[] {
	const pairs = pairRows(source, table);
	if (pairs) {
		return pairs.flatMap(([key, value]) => pairFields(source, key, value, group));
	}

	return isMetadata(source, table, metadata)
		? metadataFields(source, table, group)
		: wholeTable(source, table, label, group);
}

function cellText(source: Source, cell: Cell | undefined): string {
	return cell ? source.text.slice(cell.from, cell.to) : '';
}

/** Two columns of keys and values: by their heads ("Field | Value", or none), or because it stands on top of the file. */
function isMetadata(source: Source, table: Table, top: boolean): boolean {
	const heads = table.header.cells.map(cell => labelText(cellText(source, cell)));
	if (table.rows.length === 0 || heads.length !== 2) {
		return false;
	}

	const named =
		keyHeads.test(heads[0]!) &&
		valueHeads.test(heads[1]!) &&
		!(top === false && /^(?:item|name|field)$/iu.test(heads[0]!) && /^(?:description|details?)$/iu.test(heads[1]!));
	const keys = table.rows.every(row => {
		const key = cellText(source, row.cells[0]);
		return key !== '' && blanksIn(source.text, row.cells[0]!, row.cells[0]!.spans).length === 0;
	});
	// Under whatever head the keys stand: values that are all to be filled are a field each.
	const valued =
		valueWord.test(heads[1]!) &&
		table.rows.every(row => row.cells[1] && readValue(source, row.cells[1], row.cells[1].spans).state !== 'plain');
	return keys && (named || valued);
}

/** Several keys a row, each with its value cell beside it: `| Number |  | Severity |  |`. */
function pairRows(source: Source, table: Table): ReadonlyArray<readonly [Cell, Cell]> | undefined {
	const width = table.header.cells.length;
	const split = (row: TableRow) =>
		Array.from({length: width / 2}, (_, index) => [row.cells[index * 2]!, row.cells[index * 2 + 1]!] as const);
	const isEmpty = (cell: Cell) => cell.from === cell.to;
	const open = (cell: Cell) => isEmpty(cell) || readValue(source, cell, cell.spans).state !== 'plain';
	if (
		width < 2 ||
		width % 2 !== 0 ||
		table.rows.length === 0 ||
		[...table.rows, table.header].some(row => row.cells.length !== width)
	) {
		return undefined;
	}

	const rows = table.rows.flatMap(split);
	const head = split(table.header);
	const isKey = (cell: Cell) => !isEmpty(cell) && !open(cell);
	const filled = rows.filter(([, value]) => !open(value)).length;
	// A blank among the heads says that the first row is a pair too; of two empty heads the rows must say so.
	const wanted = width > 2 ? open : (cell: Cell) => open(cell) && !isEmpty(cell);
	if (
		!rows.every(([key]) => isKey(key)) ||
		filled * 2 > rows.length ||
		!head.every(([key, value]) => wanted(value) && (isEmpty(key) || isKey(key)))
	) {
		return undefined;
	}

	return [...(head.every(([key]) => cellText(source, key) !== '') ? head : []), ...rows];
}

function metadataFields(source: Source, table: Table, path: readonly string[]): FoundField[] {
	return table.rows.flatMap(row =>
		row.cells[0] && row.cells[1] ? pairFields(source, row.cells[0], row.cells[1], path) : [],
	);
}

/** The fields of a value cell; a marker in the key, as in `Owner (optional)`, says how much they are needed. */
function pairFields(source: Source, key: Cell, value: Cell, path: readonly string[]): FoundField[] {
	const {text: label, need} = markedName(labelText(cellText(source, key)), source.words);
	const fields = valueCellFields(source, label, value, path);
	return need ? fields.map(one => (one.need ? one : {...one, need})) : fields;
}

function valueCellFields(source: Source, label: string, value: Cell, path: readonly string[]): FoundField[] {
	const reading = readValue(source, value, value.spans, true, label);
	const range = {from: value.from, to: value.to};
	const own = [...path, slug(label) || 'field'];
	const raw = cellText(source, value);
	if (reading.state === 'empty') {
		return [
			foundField({
				label,
				...answerOf(askedBy(label, '', false)),
				range,
				place: {at: 'cell'},
				placeholder: '',
				path: own,
				rule: 'metadata-table',
			}),
		];
	}

	const fields = valueFields(source, label, reading, {range, place: {at: 'cell'}}, path, 'metadata-table');
	if (fields.length > 0) {
		return fields;
	}

	const asked = askedBy(label, raw, false);
	return [
		foundField({
			label,
			...answerOf(asked),
			range,
			place: {at: 'cell'},
			placeholder: raw,
			path: own,
			...(instructive(raw)
				? {rule: 'metadata-table-instruction'}
				: {prefilled: true, blank: false, rule: 'metadata-table-value'}),
		}),
	];
}

/** The table as a field, and behind it the totals of its columns, which stay below whatever rows it is given. */
function wholeTable(source: Source, table: Table, label: string, group: readonly string[]): FoundField[] {
	const {text, lines} = source;
	const below = totalsRow(source, table);
	// Among rows that the template fixes it is one of them.
	const total = below && !fixedRows(source, table.rows, columnsOf(source, table, table.rows)) ? below : undefined;
	const own = total ? table.rows.slice(0, -1) : table.rows;
	const rows = own.filter(row => !/^\|?\s*(?:\.\.\.|…)/u.test(text.slice(row.range.from, row.range.to)));
	const columns = columnsOf(source, table, rows);
	const last = own.at(-1);
	// Without rows the place is the line end behind the delimiter row.
	const first = table.rows[0];
	const from = first ? lines.startOf(first.range.from) : lines.endOf(table.delimiter.from);
	const to = last ? lines.endOf(last.range.from) : from;
	const indent = /^[ \t>]*/u.exec(text.slice(lines.startOf(table.header.range.from), table.header.range.from))![0];
	const fixed = fixedRows(source, rows, columns);
	const field = foundField({
		label,
		kind: 'table',
		range: {from, to},
		place: {at: 'rows', indent},
		placeholder: text.slice(from, to).trim(),
		columns,
		...(fixed && {fixedRows: fixed}),
		path: group.length > 0 ? group : ['body'],
		rule: fixed ? 'table-fixed-rows' : 'table',
	});
	return [field, ...(total ? totalFields(source, total, columns, group) : [])];
}

function columnsOf(source: Source, table: Table, rows: readonly TableRow[]): Column[] {
	const used = new Map<string, number>();
	return table.header.cells.map((cell, index) => {
		const label = labelText(cellText(source, cell)) || `Column ${index + 1}`;
		const base = slug(label) || 'column';
		const count = (used.get(base) ?? 0) + 1;
		used.set(base, count);
		const id = count === 1 ? base : `${base}-${count}`;
		const cells = rows.map(row => row.cells[index]).filter(cell => cell !== undefined);
		const texts = cells.map(cell => source.text.slice(cell.from, cell.to)).filter(text => text !== '');
		// Options with a box each are the same ones whatever is ticked; those that differ are each cell's own.
		const ticks = texts.map(text => ticksIn(text)?.map(({option}) => option));
		if (ticks.length > 0 && ticks.every(one => one && one.join('|') === ticks[0]!.join('|'))) {
			return {id, label, kind: 'choice', options: ticks[0]!, placeholder: texts[0]!};
		}

		const sample =
			texts.find((text, at) => blanksIn(source.text, cells[at]!, cells[at]!.spans).length > 0) ?? texts[0] ?? '';
		const bracketed = /^[[<{(].*[\]>})]$/u.test(sample);
		const inner = bracketed ? sample.replace(/^\{\{([^{}]*)\}\}$|^.([^]*).$/u, '$1$2') : sample;
		const options = alternatives(inner, true);
		// Rows that offer other things have no options in common.
		const offers = texts.filter(
			(text, at) => !bracketed || blanksIn(source.text, cells[at]!, cells[at]!.spans).length > 0,
		);
		const agreed = inner.includes('|') || (texts.length > 0 && offers.every(text => text === sample));
		if (
			options &&
			agreed &&
			!dateMask.test(inner) &&
			!/[{}]/u.test(inner) &&
			options.options.length >= 2 &&
			!/^`?\d/u.test(inner) &&
			!/\b(?:path|url|agent)\b/iu.test(inner) &&
			!(/^[^|]*[^\s|]\/[^\s|]/u.test(inner) && namesSorts(label, options.options))
		) {
			return {
				id,
				label,
				kind: 'choice',
				options: options.options,
				...(options.open && {open: true}),
				...(sample !== '' && {placeholder: sample}),
			};
		}

		const named = sample === '' || bracketed ? offeredByLabel(cellText(source, cell)) : undefined;
		if (named && options === undefined) {
			return {id, label, kind: 'choice', ...named, ...(sample !== '' && {placeholder: sample})};
		}

		const asked = askedBy(label, inner, bracketed);
		// Beside a role or a signature, a name is a person's.
		const signs =
			/^names?$/iu.test(label) &&
			table.header.cells.some(one => /^(?:roles?|signature)$/iu.test(labelText(cellText(source, one))));
		if (signs) return {id, label, kind: 'person', ...(sample !== '' && {placeholder: sample})};
		const unit = asked.kind === 'text' || asked.kind === 'number' ? unitOfColumn(label, texts) : undefined;
		if (unit !== undefined) return {id, label, kind: 'number', unit, ...(sample !== '' && {placeholder: sample})};
		return {
			id,
			label,
			kind: asked.kind === 'choice' && (asked.options.length === 0 || !agreed) ? 'text' : asked.kind,
			...(asked.options.length > 0 && agreed && {options: asked.options, open: asked.open}),
			...(asked.format !== undefined && {format: asked.format}),
			...(sample !== '' && {placeholder: sample}),
		};
	});
}

/** Whether words parted by slashes say what sort of thing goes there: `[file/component]`, `[Limit/Condition]` under "Condition". */
function namesSorts(label: string, options: readonly string[]): boolean {
	return (
		!isStatus(label) &&
		options.some(
			option => namesThing(option) || standsForAnswer(option) || option.toLowerCase() === label.toLowerCase(),
		)
	);
}

/** Whether a cell holds a blank, or options of which none is ticked. */
function isOpenCell(source: Source, cell: Cell): boolean {
	const ticks = ticksIn(source.text.slice(cell.from, cell.to));
	return ticks?.every(({done}) => !done) ?? blanksIn(source.text, cell, cell.spans).length > 0;
}

/** Rows whose first cell is fixed text while the others are open: a grid such as RACI. */
function fixedRows(source: Source, rows: readonly TableRow[], columns: readonly Column[]): FixedRow[] | undefined {
	// One row alone shows what a row looks like: a list of things to fill in has two at least.
	if (rows.length < 2 || columns.length < 2) {
		return undefined;
	}

	const seen = new Set<string>();
	const result: FixedRow[] = [];
	for (const row of rows) {
		const [head, ...rest] = row.cells;
		const label = labelText(cellText(source, head));
		const id = slug(label);
		const open = rest.some(cell => cell.from === cell.to || isOpenCell(source, cell));
		if (!head || id === '' || seen.has(id) || !open || blanksIn(source.text, head, head.spans).length > 0) {
			return undefined;
		}

		seen.add(id);
		// Only what the template fixes: a cell that is empty or holds a blank is the author's.
		const cells = Object.create(null) as Record<string, string>;
		const blanks = Object.create(null) as Record<string, string>;
		for (const [index, column] of columns.entries()) {
			const cell = row.cells[index];
			if (!cell || cell.from === cell.to) continue;
			(isOpenCell(source, cell) ? blanks : cells)[column.id] = cellText(source, cell);
		}

		result.push({id, label, cells, blanks});
	}

	return result;
}
