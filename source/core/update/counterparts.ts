/** What of an older version of a template is what of a newer one: sections by their headings, fields by their places. */

import {everyField, recognise, type Recognised} from '../form/index.ts';
import type {Answers, Field, Form, Section} from '../form/types.ts';

/** An older version of a template as a document has it, the newer one laid beside it. */
export type Counterparts = {
	/** The document as the older version sees it. */
	readonly seen: Recognised;
	/** The older version, with as many blocks of what repeats as the document has. */
	readonly older: Form;
	/** The newer version with as many. */
	readonly newer: Form;
	/** The newer version's section for each of the older one, by their ids. */
	readonly sections: ReadonlyMap<string, string>;
	/** The newer version's field for each of the older one, by their ids; boilerplate as well. */
	readonly fields: ReadonlyMap<string, string>;
};

/** Lays the newer version of a template beside the older one, which is read as a document is: a heading may be renamed. */
export function counterparts(text: string, older: Form, newer: Form): Counterparts {
	const seen = recognise(older, text);
	const {form} = seen.document;
	const between = recognise(newer, form.source);
	const sections = sameSections(seen, between);
	return {
		seen,
		older: form,
		newer: between.document.form,
		sections,
		fields: sameFields(form, between, sections),
	};
}

/** What stands in front of the first heading has no id of its own. */
export function idOf(section: Section | undefined): string {
	return section === undefined || section.level === 0 ? '' : section.id;
}

function sameSections({plan}: Recognised, between: Recognised): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const {index, section, note} of between.plan.chunks) {
		const part = between.parts[between.pairs[index] ?? -1];
		const own = plan.chunks.find(one => {
			// A heading that only says that the one before repeats is known by its words, for what it says may be worded anew.
			if (note || one.note) return note && one.note && one.section?.heading === section?.heading;
			if (part?.level === 0) return idOf(one.section) === '';
			const head = idOf(one.section) === '' ? undefined : one.section?.headingRange.from;
			return part && head !== undefined && head >= part.from && head <= part.textFrom;
		});
		if (own) found.set(idOf(own.section), idOf(section));
	}

	return found;
}

/** A field is the same as one that stands at its place alone. */
function sameFields(
	older: Form,
	{document}: Recognised,
	sections: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
	const own = everyField(older);
	const found = new Map<string, string>();
	const claimed = new Set<string>();
	for (const field of everyField(document.form)) {
		const span = document.spans.get(field.id);
		if (!span) continue;
		const there = own.filter(({range, section, rule}) => {
			// A section with nothing under its heading is all one field, wherever its place is seen.
			if (rule === 'body-empty') return field.rule === rule && sections.get(section) === field.section;
			return range.from === range.to || span.from === span.to
				? range.from === span.from && range.to === span.to
				: range.from < span.to && span.from < range.to;
		});
		const [only] = there;
		if (there.length !== 1 || !only) continue;
		// Where two of the newer version make one of the older, neither is what that was.
		if (found.has(only.id)) claimed.add(only.id);
		found.set(only.id, field.id);
	}

	for (const id of claimed) found.delete(id);
	return found;
}

/** Answers by the newer version's ids, without those of fields that it has no more. */
export function carriedOver(answers: Answers, {sections, fields}: Counterparts): Answers {
	return new Map(
		[...answers].flatMap(([id, answer]) => {
			const there = fields.get(id) ?? sections.get(id);
			return there === undefined ? [] : [[there, answer] as const];
		}),
	);
}

/** Fields of the older version that are answered and have no place in the newer one, in sections that it still has. */
export function retiredFields({seen, older, sections, fields}: Counterparts): readonly Field[] {
	const {answers} = seen.document;
	const above = new Set(older.sections.flatMap(({level, id}) => (level === 0 ? [id] : [])));
	return older.fields.filter(
		({id, section}) =>
			(answers.get(id)?.state ?? 'left-out') !== 'left-out' &&
			!fields.has(id) &&
			sections.has(above.has(section) ? '' : section),
	);
}
