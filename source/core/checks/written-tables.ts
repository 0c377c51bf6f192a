/** The tables in which an author has written something, as fields, inside answers or anywhere else in the document. */

import {partsOf, type Part} from '../form/index.ts';
import type {Document, Form, Range} from '../form/types.ts';
import {bare, pipeTables, type PipeRow, type PipeTable} from './pipe-tables.ts';
import {ownersIn, type PlacedField} from './placed-fields.ts';
import {isOwnForm} from './standing.ts';
import type {Finding} from './types.ts';

export type WrittenTable = PipeTable & {
	/** The heading above it, without its number. */
	readonly title: string;
	/** The field that it is, or stands in. */
	readonly owner: PlacedField | undefined;
};

const read = new WeakMap<Document, readonly WrittenTable[]>();
const templateLines = new WeakMap<Form, ReadonlySet<string>>();

/**
 * The tables of a document with the rows that are the author's, those that stand as the template has them left out; nothing
 * of a table that nobody has begun. Computed once a document.
 */
export function writtenTables(document: Document): readonly WrittenTable[] {
	const made = read.get(document);
	if (made) return made;
	const tables = pipeTables(document.source);
	const found = tables.length === 0 ? [] : written(document, tables);
	read.set(document, found);
	return found;
}

function written(document: Document, tables: readonly PipeTable[]): readonly WrittenTable[] {
	const isOwn = isOwnForm(document);
	const ownerOf = ownersIn(document);
	const known = isOwn ? new Set<string>() : linesOf(document.form.bound?.template ?? document.form);
	/** The document's headings, which a document that nobody has begun is not read for. */
	let parts: readonly Part[] | undefined;
	return tables.flatMap(table => {
		const owner = ownerOf(table.range);
		if (owner ? owner.state !== 'answered' && owner.state !== 'partial' : isOwn) return [];
		const rows = table.rows.filter(({line}) => !known.has(spaced(line)));
		if (rows.length === 0) return [];
		parts ??= partsOf(document.source);
		const heading = parts.findLast(({from}) => from <= table.range.from)?.text ?? '';
		const title = bare(heading).replace(/^\d+(?:\.\d+)*[a-z]?[.)]?\s+/, '');
		return [{...table, rows, title, owner}];
	});
}

/** Whether a line stands in the document's template as well; never where none is known. */
export function standsInTemplate(document: Document, line: string): boolean {
	return !isOwnForm(document) && linesOf(document.form.bound?.template ?? document.form).has(spaced(line));
}

function linesOf(form: Form): ReadonlySet<string> {
	const made = templateLines.get(form) ?? new Set(form.source.split(/[\r\n]+/).map(spaced));
	templateLines.set(form, made);
	return made;
}

function spaced(line: string): string {
	return line.replace(/\s+/g, ' ').trim();
}

/** The place of the first column whose head a pattern names, -1 where there is none. */
export function columnNamed({heads}: PipeTable, pattern: RegExp): number {
	return heads.findIndex(head => pattern.test(head));
}

/** What a row is called in a message: its first cell that has words or, where only numbers stand, the first. */
export function calledRow({cells}: PipeRow): string {
	const texts = cells.map(({text}) => bare(text).replaceAll(/[`*]/g, '')).filter(text => text !== '');
	const name = texts.find(text => /\p{L}{2}/u.test(text)) ?? texts[0] ?? '';
	return name.length <= 60 ? name : `${name.slice(0, 57).trimEnd()}…`;
}

/** Where a row's cell stands; for one that its line leaves out, the end of the row. */
export function cellRange({cells, range}: PipeRow, column: number): Range {
	return cells[column]?.range ?? {from: range.to, to: range.to};
}

/** What messages say of where a table stands. */
export function tablePlace({owner}: WrittenTable): Pick<Finding, 'section' | 'field'> {
	return owner ? {section: owner.field.section, field: owner.field.id} : {};
}
