/** The tree of sections: all of them, and the way down to one. */

import type {Section} from './types.ts';

/** Every section of a tree, in document order. */
export function flatten(sections: readonly Section[]): readonly Section[] {
	return sections.flatMap(section => [section, ...flatten(section.sections)]);
}

/** The sections from the top down to the one with that id. */
export function pathTo(sections: readonly Section[], id: string): readonly Section[] {
	for (const section of sections) {
		if (section.id === id) return [section];
		const below = pathTo(section.sections, id);
		if (below.length > 0) return [section, ...below];
	}

	return [];
}
