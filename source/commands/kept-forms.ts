/** Templates' forms kept between runs: reading a large template is most of what starting the wizard or a check costs. */

import {deserialize, serialize} from 'node:v8';
import {cache, type Cache} from '../adapters/cache/index.ts';
import {rememberForm} from '../core/form/index.ts';
import type {Form} from '../core/form/types.ts';
import type {Result} from '../core/problem.ts';
import {formOf, loadSettings} from './config.ts';
import type {Context} from './context.ts';

const caches = new WeakMap<Context, Cache>();

/** Bytes of a text that is read faster than it is looked up. */
const soonRead = 2000;

/** As `formOf`, for a text that many runs will read. Where no build made the program, nothing is kept. */
export function templateForm(text: string, name: string, context: Context): Result<Form> {
	const {build} = context;
	if (build === undefined || text.length < soonRead) return formOf(text, name, context);
	const words = loadSettings(context).requirementWords;
	const kept = caches.get(context) ?? cache({environment: context.env});
	caches.set(context, kept);
	const key = ['form', build, process.versions.v8, JSON.stringify(words), text].join('\0');
	const bytes = kept.get(key);
	if (bytes) rememberForm(text, {words}, formIn(bytes));
	const form = formOf(text, name, context);
	if (!bytes && form.ok) kept.set(key, serialize(form.value));
	return form;
}

/** The form as it was kept. Rows are maps without a prototype, so that no id is found in them that was not put there. */
function formIn(bytes: Uint8Array): Form {
	const form = deserialize(bytes) as Form;
	for (const {fixedRows = []} of form.fields) {
		for (const {cells, blanks} of fixedRows) {
			Object.setPrototypeOf(cells, null);
			Object.setPrototypeOf(blanks, null);
		}
	}

	return form;
}
