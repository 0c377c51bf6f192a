/** Where each section stands in its form, with what it inherits from the headings above it. Computed once a form. */

import type {Form, Requirement, Section} from '../form/types.ts';

export type OutlineRow = {
	readonly section: Section;
	/** The row of the section above; a top-level section has none. */
	readonly parent?: OutlineRow;
	/** Its own marker, else the nearest marked ancestor's, else required. */
	readonly requirement: Requirement;
	/** True where "not applicable" needs its reason, here or by a heading above. */
	readonly reasonDue: boolean;
	/** The row itself and everything above it, innermost first. */
	readonly lineage: readonly OutlineRow[];
};

export type Outline = {
	/** In document order, parents before children. */
	readonly rows: readonly OutlineRow[];
	readonly byId: ReadonlyMap<string, OutlineRow>;
};

const outlines = new WeakMap<Form, Outline>();

/** The form's sections in document order. Cheap to call again: a form never changes. */
export function outlineOf(form: Form): Outline {
	const known = outlines.get(form);
	if (known) return known;
	const rows: OutlineRow[] = [];
	const visit = (sections: readonly Section[], parent: OutlineRow | undefined): void => {
		for (const section of sections) {
			const own = section.requirement;
			const lineage: OutlineRow[] = [];
			const row: OutlineRow = {
				section,
				...(parent ? {parent} : {}),
				requirement: own === 'unspecified' ? (parent?.requirement ?? 'required') : own,
				reasonDue: section.reasonForNotApplicable || (own === 'unspecified' && (parent?.reasonDue ?? false)),
				lineage,
			};
			lineage.push(row, ...(parent?.lineage ?? []));
			rows.push(row);
			visit(section.sections, row);
		}
	};
	visit(form.sections, undefined);
	const outline = {rows, byId: new Map(rows.map(row => [row.section.id, row]))};
	outlines.set(form, outline);
	return outline;
}

/** The row and everything above it, innermost first. */
export function lineage(row: OutlineRow | undefined): readonly OutlineRow[] {
	return row?.lineage ?? [];
}
