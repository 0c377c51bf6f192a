/** Fields by where they stand in a document. */

import type {Document, Range} from '../form/types.ts';
import {standingOf, type FieldStanding} from './standing.ts';

export type PlacedField = FieldStanding & {readonly span: Range};

/** The fields of a document by place: gives the first that has some of a range. Ranges are asked for in order. */
export function ownersIn(document: Document): (range: Range) => PlacedField | undefined {
	const fields = placedFields(document);
	let next = 0;
	return range => {
		while ((fields[next]?.span.to ?? Infinity) <= range.from) next++;
		return (fields[next]?.span.from ?? Infinity) < range.to ? fields[next] : undefined;
	};
}

/** Fields with their places in the document, in the order of these, which never overlap. */
function placedFields(document: Document): readonly PlacedField[] {
	return [...standingOf(document).fields.values()]
		.flatMap(entry => {
			const span = document.spans.get(entry.field.id);
			return span ? [{...entry, span}] : [];
		})
		.sort((one, other) => one.span.from - other.span.from);
}
