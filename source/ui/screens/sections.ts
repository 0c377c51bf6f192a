/** Sections by id, and what they are called where room is short. */

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

/** A title as plain words, without the requirement in parentheses at its end: glyph and word tell that better. */
export function shortTitle(title: string): string {
	const plain = title.replaceAll(/\*\*|`/g, '');
	const short = plain.replace(/\s*\((?:required|recommended|optional|if |only )[^()]*\)\s*$/i, '');
	return short === '' ? plain : short;
}
