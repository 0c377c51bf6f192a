/** The tables of a text, wherever they stand, with their cells as written. */

import {cellsOf, isDelimiterRow, Lately} from '../form/index.ts';
import type {Range} from '../form/types.ts';
import {linesOf} from '../text/index.ts';
import {masked} from './masked.ts';

/** A cell's text without the blanks around it, and where that stands. */
export type PipeCell = {readonly text: string; readonly range: Range};

/** One line of a table: the line itself, without the blanks around it, and its cells. */
export type PipeRow = {readonly line: string; readonly cells: readonly PipeCell[]; readonly range: Range};

export type PipeTable = {
	/** The columns' heads without emphasis and code marks. */
	readonly heads: readonly string[];
	/** How many columns the line of dashes has; with another number than the head it is no table for readers. */
	readonly columns: number;
	readonly rows: readonly PipeRow[];
	/** From the head to the last row. */
	readonly range: Range;
};

/** Documents, whose tables some rules look at. */
const known = new Lately<readonly PipeTable[]>(2);

/** The tables of a Markdown text in their order; those in code are samples, and none. */
export function pipeTables(source: string): readonly PipeTable[] {
	// Most texts have none, and looking for this is quick.
	if (!/\|[ \t]*:?-|-:?[ \t]*\|/.test(source)) return [];
	return known.get(source, () => tablesIn(source));
}

function tablesIn(source: string): readonly PipeTable[] {
	const lines = linesOf(source);
	const plain = masked(source);
	const isRow = (index: number): boolean => {
		const from = lines.starts[index];
		return from !== undefined && plain.slice(from, lines.endOf(from)).includes('|');
	};
	const found: PipeTable[] = [];
	for (let index = 1; index < lines.starts.length; index++) {
		const start = lines.starts[index]!;
		if (!isRow(index) || !isRow(index - 1) || !isDelimiterRow(source.slice(start, lines.endOf(start)))) continue;
		const head = rowAt(source, lines.starts[index - 1]!, lines.endOf(lines.starts[index - 1]!));
		const columns = cellsOf(source.slice(start, lines.endOf(start))).length;
		const rows: PipeRow[] = [];
		while (isRow(index + 1)) {
			index++;
			rows.push(rowAt(source, lines.starts[index]!, lines.endOf(lines.starts[index]!)));
		}

		const heads = head.cells.map(({text}) => bare(text));
		found.push({heads, columns, rows, range: {from: head.range.from, to: (rows.at(-1) ?? head).range.to}});
	}

	return found;
}

function rowAt(source: string, start: number, end: number): PipeRow {
	const line = source.slice(start, end);
	const cells = cellsOf(line).map(({from, to, text}) => {
		const at = text === '' ? start + to : start + from + line.slice(from, to).indexOf(text);
		return {text, range: {from: at, to: at + text.length}};
	});
	const inner = line.trim();
	const from = start + line.indexOf(inner);
	return {line: inner, cells, range: {from, to: from + inner.length}};
}

/** A text without the emphasis, code marks and blanks around it. */
export function bare(text: string): string {
	return text
		.replace(/^[\s*_`]+/, '')
		.trimEnd()
		.replace(/[*_`]+$/, '')
		.trimEnd();
}
