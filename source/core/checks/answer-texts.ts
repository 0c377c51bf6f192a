/** The texts that an answer is made of. */

import type {Value} from '../form/types.ts';

/** Every text in a value, in order: a string itself, list items with those below them, cells, check items. */
export function textsIn(value: Value): readonly string[] {
	if (typeof value === 'string') return [value];
	const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
	return parts.flatMap(part => textsInPart(part));
}

function textsInPart(part: unknown): readonly string[] {
	if (typeof part === 'string') return [part];
	if (typeof part !== 'object' || part === null) return [];
	return Object.values(part).flatMap(inner => (Array.isArray(inner) ? inner.flatMap(textsInPart) : textsInPart(inner)));
}
