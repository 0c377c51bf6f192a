/** What helps with a field, in the order in which it is read. */

import {flatten} from '../form/index.ts';
import type {Field, Form} from '../form/types.ts';
import type {WizardState} from './types.ts';

export type Help = {
	readonly own: readonly string[];
	readonly shared: readonly string[];
	readonly topics: readonly string[];
};

/** The same for every key that is typed into the field. */
const known = new WeakMap<Field, {readonly form: Form; readonly help: Help}>();

/**
 * Guidance of a field and of its section, each text once. Bullets that ask for a prose or a list are not guidance on how
 * to write it but what to write about, so they stand last and are called that.
 */
export function guidanceFor({form}: Pick<WizardState, 'form'>, field: Field): Help {
	const before = known.get(field);
	if (before?.form === form) return before.help;
	const help = helpFor(form, field);
	known.set(field, {form, help});
	return help;
}

function helpFor(form: Form, field: Field): Help {
	const section = flatten(form.sections).find(({id}) => id === field.section);
	const isTopics = (text: string): boolean => text === field.placeholder && /^\s*[-*+] /.test(text);
	// That a block repeats is said by the screen, with the key for another.
	const notes = new Set(form.guidance.flatMap(one => (one.role === 'repeat-note' ? [one.text] : [])));
	// What speaks of how to answer says nothing of what the template brings.
	const others = field.boilerplate
		? form.fields.filter(one => one.section === field.section).flatMap(one => one.guidance)
		: [];
	const topics = field.guidance.filter(isTopics).map(text => `Topics:\n${text}`);
	return {
		own: field.guidance.filter(text => !isTopics(text)),
		shared: (section?.guidance ?? []).filter(
			text => !field.guidance.includes(text) && !others.includes(text) && !notes.has(text),
		),
		topics,
	};
}
