/** From offsets to lines and columns, and to something to point at where a thing is missing. */

import type {Document, Range} from '../form/types.ts';
import {linesOf, type Lines} from '../text/index.ts';
import type {Message} from './types.ts';

/** Gives the place of a range; lines end with LF, CRLF or CR (CommonMark 2.1). */
export function placer(source: string): (range: Range) => Message['place'] {
	let lines: Lines | undefined;
	const at = (offset: number): {line: number; column: number} => {
		lines ??= linesOf(source);
		return {line: lines.lineOf(offset), column: offset - lines.startOf(offset) + 1};
	};
	return range => {
		const from = at(range.from);
		const to = at(Math.max(range.from, range.to));
		return {...from, endLine: to.line, endColumn: to.column, range};
	};
}

/** Where the field stands; for one that has no place in the document, the end of what stands before it. */
export function rangeOf(document: Document, fieldId: string): Range {
	const span = document.spans.get(fieldId);
	if (span) return trimmed(document.source, span);
	const index = document.form.fields.findIndex(field => field.id === fieldId);
	return endBefore(document, index);
}

/** The end of the last field before the one at `index` that has a place, else the start of the text. */
export function endBefore(document: Document, index: number): Range {
	for (let before = index - 1; before >= 0; before--) {
		const field = document.form.fields[before];
		const span = field && document.spans.get(field.id);
		if (span) return {from: span.to, to: span.to};
	}
	return {from: 0, to: 0};
}

/** The range without the white space around its text. */
export function trimmed(source: string, range: Range): Range {
	const text = source.slice(range.from, range.to);
	const inner = text.trim();
	if (inner === '') return range;
	const from = range.from + text.indexOf(inner);
	return {from, to: from + inner.length};
}
