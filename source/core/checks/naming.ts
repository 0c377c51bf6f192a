/** How messages call a field. */

import type {FieldStanding} from './standing.ts';

/** `"Owner" in "Document control"`, or the section's title alone for a field that is the section's body. */
export function nameOf({field, row}: Pick<FieldStanding, 'field' | 'row'>): string {
	const title = row?.section.title ?? '';
	const label = field.label.trim();
	if (title === '' || label === title) return `"${label || field.id}"`;
	return label === '' ? `"${title}"` : `"${label}" in "${title}"`;
}
