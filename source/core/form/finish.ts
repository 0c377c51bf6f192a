/** What finishing leaves out: sections and lines that are optional and that the author has not touched. */

import {isOptional} from './needed.ts';
import type {Answer, Form, Section} from './types.ts';
import type {Plan, Row} from './plan.ts';

/** Whether a row is one field's alone, so that it can go with it. */
export function isOwnRow(row: Row): boolean {
	if (row.type === 'slot') {
		const [slot] = row.tokens.flatMap(token => (token.type === 'slot' ? [token.field] : []));
		return slot?.place.at === 'block' || slot?.place.at === 'items' || slot?.place.at === 'fence';
	}

	const last = row.tokens.at(-1);
	return (
		row.type === 'anchor' &&
		row.strong &&
		row.slots.length === 1 &&
		last?.type === 'slot' &&
		last.field.place.at === 'label' &&
		row.height === 1
	);
}

/** Ids of the sections and fields that finishing leaves out. */
export function left(form: Form, plan: Plan, answers: ReadonlyMap<string, Answer>): readonly string[] {
	const ids: string[] = [];
	const changed = new Set(form.boilerplate.filter(({id}) => answers.has(id)).map(({section}) => section));
	const touched = (section: Section): boolean =>
		answers.has(section.id) ||
		section.fields.some(id => answers.has(id)) ||
		changed.has(section.id) ||
		section.sections.some(below => touched(below));
	const hasFields = (section: Section): boolean =>
		section.fields.length > 0 || section.sections.some(below => hasFields(below));
	const gone = new Set<string>();
	const visit = (section: Section): void => {
		if (answers.has(section.id)) {
			mark(section);
			return;
		}

		if (section.level > 0 && isOptional(section.requirement) && hasFields(section) && !touched(section)) {
			ids.push(section.id);
			mark(section);
			return;
		}

		for (const below of section.sections) visit(below);
	};

	const mark = (section: Section): void => {
		for (const id of section.fields) gone.add(id);
		for (const below of section.sections) mark(below);
	};

	for (const section of form.sections) visit(section);
	for (const chunk of plan.chunks) {
		for (const row of chunk.rows) {
			const slot = row.tokens.find(token => token.type === 'slot');
			if (slot?.type !== 'slot' || !isOwnRow(row)) continue;
			const {field} = slot;
			if (
				isOptional(field.requirement) &&
				field.blank &&
				!field.prefilled &&
				// A variable's other places would be left with its bare name.
				field.mirrors.length === 0 &&
				!answers.has(field.id) &&
				!gone.has(field.id) &&
				field.range.to > field.range.from
			)
				ids.push(field.id);
		}
	}

	return ids;
}
