/** Sections by id, and the way down to a field. */

import type {Section} from '../../core/form/index.ts';

/** The section with that id, at any depth. */
export function sectionById(sections: readonly Section[], id: string): Section | undefined {
	for (const section of sections) {
		const found = section.id === id ? section : sectionById(section.sections, id);
		if (found) {
			return found;
		}
	}

	return undefined;
}

/** Ids of the section and of those around it, the innermost first. */
export function sectionsAround(sections: readonly Section[], id: string): readonly string[] {
	for (const section of sections) {
		if (section.id === id) {
			return [id];
		}

		const below = sectionsAround(section.sections, id);
		if (below.length > 0) {
			return [...below, section.id];
		}
	}

	return [];
}

/** Where the author is; a field that is called as its section is named once. */
export function breadcrumb(path: readonly string[], label: string): readonly string[] {
	const last = path.at(-1)?.replace(/^[\d.)\s]+/, '');
	const plain = label.replaceAll(/\*\*|`/g, '');
	return last?.toLowerCase() === plain.toLowerCase() ? path : [...path, plain];
}
