/** What an update is told by: sections by their titles, fields by their labels, items and rows by their words. */

import {everyField, type Recognised} from '../form/index.ts';
import type {Section} from '../form/types.ts';
import {idOf, type Counterparts} from './counterparts.ts';

export type Named = {
	readonly what: 'section' | 'field' | 'item';
	readonly name: string;
	/** The title of the section that a field or item stands in. */
	readonly section?: string;
};

/** Sections, the topmost of each branch, and fields in others that stand in the one text and not in the other. */
export function addedBetween(before: Recognised, after: Recognised, known: ReadonlySet<string>): readonly Named[] {
	const had = standingIn(before);
	const has = standingIn(after);
	const isNew = ({id, level}: Section): boolean => level > 0 && !had.has(id) && !known.has(id) && has.has(id);
	const named: Named[] = [];
	const visit = (section: Section): void => {
		if (isNew(section)) {
			named.push({what: 'section', name: section.title});
			return;
		}

		for (const id of section.fields) {
			if (before.document.spans.has(id) || known.has(id) || !after.document.spans.has(id)) continue;
			const field = fields.get(id);
			if (field) named.push({what: 'field', name: field.label, ...sectionOf(section)});
		}

		for (const below of section.sections) visit(below);
	};

	const {form} = after.document;
	const fields = new Map(everyField(form).map(field => [field.id, field]));
	for (const section of form.sections) visit(section);
	return named;
}

/** The section as a field is told with it; the title's and what precedes it need no name. */
export function sectionOf(section: Section | undefined): Pick<Named, 'section'> {
	return !section || section.level === 0 || section.id === 'document' ? {} : {section: section.title};
}

/** The ids of the sections whose headings stand in a text. */
function standingIn({plan, pairs}: Recognised): Set<string> {
	return new Set(
		plan.chunks.flatMap(({index, section}) => (section && pairs[index] !== undefined ? [section.id] : [])),
	);
}

/** Sections of the older version that stand in the document and that the newer one has not, the topmost of each branch. */
export function retiredSections({seen, older, sections}: Counterparts): readonly Named[] {
	const has = standingIn(seen);
	// What only says that a block repeats is none.
	for (const {section, note} of seen.plan.chunks) if (note && section) has.delete(section.id);
	const named: Named[] = [];
	const visit = (section: Section): void => {
		if (section.level > 0 && has.has(section.id) && !sections.has(idOf(section)))
			named.push({what: 'section', name: section.title});
		else for (const below of section.sections) visit(below);
	};

	for (const section of older.sections) visit(section);
	return named;
}
