/** Forms kept between runs: reading a large template is most of what starting the wizard or a check costs. */

import {serialize} from 'node:v8';
import {keepForms} from '../core/form/index.ts';
import type {Form} from '../core/form/types.ts';
import type {Context} from './context.ts';
import {keptBy, unpacked} from './kept.ts';

/** Characters of a text that is read faster than it is looked up. */
const soonRead = 2000;

const keeping = new WeakSet<Context>();

/** Keeps the forms that this run reads for the next ones. Where no build made the program, nothing is kept. */
export function keepFormsFor(context: Context): void {
	if (keeping.has(context)) return;
	keeping.add(context);
	const kept = keptBy(context);
	if (!kept) return;
	const whole = (key: string): string => ['form', kept.by, key].join('\0');
	keepForms({
		get(key) {
			const form = key.length < soonRead ? undefined : unpacked(kept.cache.get(whole(key)));
			return form === undefined ? undefined : withBareRows(form as Form);
		},
		set(key, form) {
			if (key.length >= soonRead) kept.cache.set(whole(key), serialize(form));
		},
	});
}

/** The form as it was kept. Rows are maps without a prototype, so that no id is found in them that was not put there. */
function withBareRows(form: Form): Form {
	for (const {fixedRows = []} of form.fields) {
		for (const {cells, blanks} of fixedRows) {
			Object.setPrototypeOf(cells, null);
			Object.setPrototypeOf(blanks, null);
		}
	}

	return form;
}
