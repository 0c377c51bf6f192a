/** What the reader's tests share: a form in few words. */

import {readForm, type Field, type Form, type Section} from '../../../source/core/form/index.ts';

export function sectionsOf(form: Form): Section[] {
	const flat = (section: Section): Section[] => [section, ...section.sections.flatMap(flat)];
	return form.sections.flatMap(flat);
}

export function fieldOf(form: Form, id: string): Field {
	const field = form.fields.find(one => one.id === id);
	if (!field) {
		throw new Error(`no field ${id}; there are ${form.fields.map(one => one.id).join(', ')}`);
	}

	return field;
}

/** The source text of a field's range. */
export function textOf(form: Form, id: string): string {
	const {range} = fieldOf(form, id);
	return form.source.slice(range.from, range.to);
}

/** `id kind` of every field. */
export function kindsOf(source: string): string[] {
	return readForm(source).fields.map(field => `${field.id} ${field.kind}`);
}
