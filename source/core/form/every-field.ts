/** All that can be answered in a form: what it asks for, and the boilerplate that it brings. */

import type {Field, Form} from './types.ts';

const known = new WeakMap<Form, readonly Field[]>();

/** The fields of a form with its boilerplate among them, in document order. */
export function everyField(form: Form): readonly Field[] {
	let every = known.get(form);
	if (!every) {
		every =
			form.boilerplate.length === 0
				? form.fields
				: [...form.fields, ...form.boilerplate].sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
		known.set(form, every);
	}

	return every;
}
