/** What a field stands in, and answers laid over others: a section that says nothing applies gives way to a field in it. */

import type {Answers, Form, Section} from './types.ts';
import {everyField} from './every-field.ts';
import {planOf} from './plan.ts';

const holders = new WeakMap<Form, ReadonlyMap<string, readonly string[]>>();

/** The ids of the sections and of the repeats' instances that each field stands in. */
export function aboveOf(form: Form): ReadonlyMap<string, readonly string[]> {
	let known = holders.get(form);
	if (!known) {
		const map = new Map<string, string[]>(everyField(form).map(field => [field.id, []]));
		const boilerplate = Map.groupBy(form.boilerplate, ({section}) => section);
		const visit = (section: Section, above: readonly string[]): void => {
			const ids = [...above, section.id];
			for (const id of [...section.fields, ...(boilerplate.get(section.id) ?? []).map(one => one.id)])
				map.get(id)?.push(...ids);
			for (const below of section.sections) visit(below, ids);
		};

		for (const section of form.sections) visit(section, []);
		for (const {instances} of form.repeats)
			for (const one of instances)
				for (const id of one.fields) if (map.get(id)?.includes(one.id) === false) map.get(id)!.push(one.id);
		known = map;
		holders.set(form, known);
	}

	return known;
}

/**
 * What stands above a field and must apply for its answer to be written. A heading is written even where its section
 * does not apply.
 */
export function neededBy(form: Form, answers: Answers, id: string): readonly string[] {
	if (answers.get(id)?.state !== 'answered') return [];
	const {fields} = planOf(form);
	const field = fields.get(id);
	return (aboveOf(form).get(id) ?? []).filter(above => {
		const state = answers.get(above)?.state;
		if (above === id || state === undefined || state === 'answered') return false;
		if (state === 'left-out') return true;
		// What an instance begins with has its id: that it does not apply is said of that field alone.
		return !fields.has(above) && (field?.place.at !== 'heading' || field.section !== above);
	});
}

/**
 * A document's answers with the given ones over them.
 *
 * @param cleared ids of fields that are to have no answer
 */
export function layOver(form: Form, standing: Answers, given: Answers, cleared: ReadonlySet<string>): Answers {
	const answers = new Map(standing);
	for (const id of cleared) answers.delete(id);
	for (const [id, answer] of given) answers.set(id, answer);
	for (const id of given.keys()) for (const above of neededBy(form, answers, id)) answers.delete(above);
	return answers;
}
