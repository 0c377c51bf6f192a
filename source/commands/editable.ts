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

function fillsTo({form, answers}: Document, opened: OpenedDocument): boolean {
	const {text} = opened;
	const {source} = fill(form, answers);
	return source === text || withOwnMarker(source, opened) === text;
}

/** A template's form knows nothing of the comment that its documents end with; it stays as it was. */
export function withOwnMarker(source: string, {marker, template}: Pick<OpenedDocument, 'marker' | 'template'>): string {
	if (marker?.hash === undefined || template === undefined) return source;
	const {name, version, hash} = marker;
	return withMarker(source, {name, ...(version === undefined ? {} : {version}), hash});
}

/** The document's text with some answers put into it, and nothing else changed; one that can't be written is left. */
export function withGiven(opened: OpenedDocument, given: Answers): string {
	const {form, answers, isTemplates} = editable(opened);
	const filled = fill(form, isTemplates ? new Map([...answers, ...given]) : given);
	return withOwnMarker(filled.source, opened);
}
