/** Requests made from what the author chose on a screen, the same as those that flags make. */

import {editable} from '../editable.ts';
import type {LoadedTemplate, OpenedDocument} from '../load.ts';
import {saidOfRecognised} from '../recognised.ts';
import type {WizardRequest, Wishes} from '../wizard-request.ts';

/** A new document from a template. */
export function requestForTemplate(template: LoadedTemplate, wishes: Wishes): Extract<WizardRequest, {type: 'new'}> {
	return {type: 'new', template, form: template.form, answers: new Map(), wishes};
}

/** A document that exists; where its template is not known, it stands for its own. */
export function requestForDocument(opened: OpenedDocument, wishes: Wishes): Extract<WizardRequest, {type: 'open'}> {
	const {path, text, version, template} = opened;
	const {form, answers, isTemplates} = editable(opened);
	const said = saidOfRecognised([opened]);
	return {
		type: 'open',
		path,
		text,
		version,
		template: template ?? {name: path, hash: '', origin: 'file', path, source: text},
		isTemplateKnown: isTemplates,
		form,
		answers,
		wishes,
		...(said === undefined ? {} : {news: [said]}),
	};
}
