/** Answers taken back in a document whose form is its own, or bound to it. */

import type {Document, Range} from './types.ts';

/**
 * The document without what stands at those fields: the template's words come back there; where no template is known,
 * nothing is left.
 */
export function clear(document: Document, ids: readonly string[]): Document {
	const fields = new Map(document.form.fields.map(field => [field.id, field]));
	const cuts = ids
		.flatMap(id => {
			const span = document.spans.get(id);
			const text = (fields.get(id)?.unfilled ?? '').replaceAll(/\r\n|\n|\r/g, document.form.eol);
			return span && span.from < span.to ? [{...span, text}] : [];
		})
		.sort((a, b) => a.from - b.from);
	if (cuts.length === 0) return document;
	const shifted = (at: number): number =>
		cuts.reduce(
			(place, {from, to, text}) => place - Math.max(0, Math.min(at, to) - from) + (at >= to ? text.length : 0),
			at,
		);
	const pieces = [...cuts, undefined].map(
		(cut, index) => document.source.slice(cuts[index - 1]?.to ?? 0, cut?.from) + (cut?.text ?? ''),
	);
	const move = ({from, to}: Range): Range => ({from: shifted(from), to: shifted(to)});
	return {
		...document,
		source: pieces.join(''),
		spans: new Map([...document.spans].map(([id, span]) => [id, move(span)])),
		leftovers: document.leftovers.map(left => ({...left, range: move(left.range)})),
	};
}
