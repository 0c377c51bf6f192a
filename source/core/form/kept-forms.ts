/** Forms that were read before: lately, or in another run where whoever runs this keeps them. A form never changes. */

import {Lately} from './lately.ts';
import type {Form} from './types.ts';

/** Keeps forms for longer than the program runs. What it gives under a key is what was read for that key. */
export type FormStore = {
	readonly get: (key: string) => Form | undefined;
	readonly set: (key: string, form: Form) => void;
};

const lately = new Lately<Form>(12);

let store: FormStore | undefined;

/**
 * Has `readForm` look into that store first, whoever calls it: a template grown by its document's blocks is a text like
 * any other. What it gives is the same with a store and without.
 */
export function keepForms(kept: FormStore | undefined): void {
	store = kept;
}

/** The form that is known by that key, or the one that `make` reads. */
export function knownForm(key: string, make: () => Form): Form {
	return lately.get(key, () => {
		const kept = store?.get(key);
		if (kept) return kept;
		const form = make();
		store?.set(key, form);
		return form;
	});
}
