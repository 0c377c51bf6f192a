/** The form through which a document that exists can be changed without touching anything else in it. */

import {bind, fill, withMarker} from '../core/form/index.ts';
import type {Answers, Document, Form} from '../core/form/types.ts';
import type {OpenedDocument} from './load.ts';

export type Editable = {
	readonly form: Form;
	readonly answers: Answers;
	/** True where the form is the template's, so that what is not answered yet can still be asked. */
	readonly isTemplates: boolean;
};

/**
 * The template's form where filling it gives the very text that stands there; else the template's fields bound to the
 * places where they stand in the document, which leaves whatever the template does not know as it is; where no template
 * is known, the document's own form.
 */
export function editable(opened: OpenedDocument): Editable {
	const {document, template, text} = opened;
	if (template !== undefined && fillsTo(document, opened))
		return {form: document.form, answers: document.answers, isTemplates: true};
	const seen = template === undefined ? document : bind(template.form, text);
	return {form: seen.form, answers: seen.answers, isTemplates: false};
}

function fillsTo({form, answers}: Document, {text, own, template}: OpenedDocument): boolean {
	const {source} = fill(form, answers);
	if (source === text) return true;
	const {marker} = own;
	if (marker?.hash === undefined || template === undefined) return false;
	const {name, version, hash} = marker;
	return withMarker(source, {name, ...(version === undefined ? {} : {version}), hash}) === text;
}
