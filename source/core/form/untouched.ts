/** A part of a document that stands as the template has it, line for line: nothing in it needs to be looked for. */

import type {Form} from './types.ts';
import type {Line} from './lines.ts';
import {split} from './line-pieces.ts';
import type {Chunk} from './plan.ts';
import type {RowMatch} from './rows.ts';

/**
 * Where the fields and the guidance of a chunk stand in lines that are the template's own; undefined where any line
 * is another.
 */
export function untouched(form: Form, chunk: Chunk, lines: readonly Line[]): RowMatch | undefined {
	const from = Math.min(chunk.body, chunk.range.to);
	const text = form.source.slice(from, chunk.range.to);
	const own = split(text).map(piece => ({from: from + piece.from, text: text.slice(piece.from, piece.to)}));
	if (from === 0 && own[0]?.text.startsWith('\uFEFF') === true) own[0] = {from: 1, text: own[0].text.slice(1)};
	while (own.at(-1)?.text === '') own.pop();
	if (own.length === 0 || own.length > lines.length) return undefined;
	if (own.some((line, index) => lines[index]!.text !== line.text)) return undefined;
	if (lines.slice(own.length).some(line => line.text !== '')) return undefined;
	/** The offset in the document of one in the template. */
	const moved = (at: number): number => {
		const index = Math.max(
			0,
			own.findLastIndex(line => line.from <= at),
		);
		const line = lines[index]!;
		return Math.min(line.to - line.text.length + at - own[index]!.from, lines[index + 1]?.from ?? line.end);
	};

	const found: RowMatch = {spans: new Map(), leftovers: [], lines: new Map(), mirrors: []};
	for (const segment of chunk.segments) {
		if (segment.from < from) continue;
		const range = {from: moved(segment.from), to: moved(segment.to)};
		if (segment.type === 'slot') found.spans.set(segment.field.id, range);
		else if (segment.type === 'mirror') found.mirrors.push({field: segment.field, mirror: segment.mirror, range});
		else found.leftovers.push({...segment.guidance, range});
	}

	const indexes = new Map(own.map((line, index) => [line.from, index]));
	for (const row of chunk.rows) {
		const at = indexes.get(row.from) ?? (row.from === 0 ? 0 : undefined);
		if (row.type === 'anchor' && at !== undefined) (found.lines as Map<typeof row, number>).set(row, at);
	}

	return found;
}
