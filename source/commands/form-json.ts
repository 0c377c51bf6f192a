/** A template and its form in the shapes that `--json` prints. They are an interface: documented, and only ever added to. */

import {fieldState, reasons} from '../core/form/index.ts';
import type {Document, Field, Section} from '../core/form/types.ts';
import type {TemplateRef} from '../core/wizard/index.ts';

type Json = Readonly<Record<string, unknown>>;

export function templateJson(ref: TemplateRef, title: string): Json {
	return {name: ref.name, title, version: ref.version, origin: ref.origin, path: ref.path};
}

/** Sections with their fields, as they stand in `document`; `explain` adds why each field is one: the rule, in words, and its line. */
export function sectionsJson(document: Document, explain: boolean, starts: StartOf): readonly Json[] {
	const fields = new Map(document.form.fields.map(field => [field.id, field]));
	const boilerplate = Map.groupBy(document.form.boilerplate, field => field.section);
	const section = (one: Section): Json => ({
		id: one.id,
		heading: one.heading,
		title: one.title,
		level: one.level,
		line: starts.section(one),
		requirement: one.requirement,
		condition: one.condition,
		reasonForNotApplicable: one.reasonForNotApplicable,
		repeatable: one.repeat !== undefined,
		repeat: one.repeat,
		guidance: one.guidance,
		example: one.example,
		fields: one.fields.flatMap(id => {
			const field = fields.get(id);
			return field === undefined ? [] : [fieldJson(field, document, explain, starts)];
		}),
		boilerplate: boilerplate.get(one.id)?.map(field => fieldJson(field, document, explain, starts)),
		sections: one.sections.map(section),
	});
	return document.form.sections.map(section);
}

/** Where sections and fields begin in the text that was inspected, 1-based, columns in UTF-16 units. */
export type StartOf = {
	section(section: Section): number;
	field(field: Field): {readonly line: number; readonly column: number};
	/** The text of the line on which a field begins. */
	text(field: Field): string;
};

function fieldJson(field: Field, document: Document, explain: boolean, starts: StartOf): Json {
	const answer = document.answers.get(field.id);
	const state = fieldState(document, field.id);
	return {
		id: field.id,
		label: field.label,
		kind: field.kind,
		...starts.field(field),
		placeholder: field.placeholder,
		requirement: field.requirement,
		condition: field.condition,
		reasonForNotApplicable: field.reasonForNotApplicable,
		options: field.options,
		multiple: field.multiple,
		open: field.open || undefined,
		default: field.default,
		prefilled: field.prefilled || undefined,
		language: field.language,
		unit: field.unit,
		format: field.format,
		columns: field.columns?.map(({id, label, kind, options, open, format}) => ({
			id,
			label,
			kind,
			options,
			open: open || undefined,
			format,
		})),
		rows: field.fixedRows?.map(({id, label}) => ({id, label})),
		items: field.fixedItems?.map(({id, text}) => ({id, text})),
		parts: field.item?.parts?.map(({id, label}) => ({id, label})),
		numbered: field.item === undefined ? undefined : /^\d/.test(field.item.bullet),
		variable: field.variable,
		repeat: field.repeat,
		guidance: field.guidance,
		example: field.example,
		state: state === 'prefilled' ? 'empty' : state,
		value: answer?.state === 'answered' ? answer.value : undefined,
		evidence: answer?.state === 'answered' ? answer.evidence : undefined,
		reason: answer?.state === 'not-applicable' ? answer.reason : undefined,
		...(explain && {rule: field.rule, because: reasons[field.rule], hinted: field.hinted, seen: starts.text(field)}),
	};
}
