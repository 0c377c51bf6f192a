/** Sections by id, and what they are called where room is short. */

import type {Section} from '../../core/form/index.ts';
import type {OutlineRow, WizardState} from '../../core/wizard/index.ts';
import {title} from '../../core/wizard/index.ts';

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

/** A title as plain words, without the requirement in parentheses at its end: glyph and word tell that better. */
export function shortTitle(title: string): string {
	const plain = title.replaceAll(/\*\*|`/g, '');
	const short = plain.replace(/\s*\((?:required|recommended|optional|if |only )[^()]*\)\s*$/i, '');
	return short === '' ? plain : short;
}

/** Titles with the document's own in place of the blank that the template has for it. */
export function named(state: WizardState, titles: readonly string[]): readonly string[] {
	const own = title(state);
	const heading = state.form.sections.find(({level}) => level === 1)?.heading;
	return own === '' ? titles : titles.map(each => (each === heading ? own : each));
}

/** Where the author is; a field that is called as its section is named once. */
export function breadcrumb(path: readonly string[], label: string): readonly string[] {
	const titles = path.map(shortTitle);
	const last = titles.at(-1)?.replace(/^[\d.)\s]+/, '');
	return last?.toLowerCase() === shortTitle(label).toLowerCase() ? titles : [...titles, label];
}

/** Outline rows with the titles that the screen shows. */
export function shortened(state: WizardState, rows: readonly OutlineRow[]): readonly OutlineRow[] {
	const titles = named(
		state,
		rows.map(row => row.title),
	);
	return rows.map((row, index) => ({...row, title: shortTitle(titles[index] ?? row.title)}));
}
