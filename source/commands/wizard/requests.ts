/** Requests made from what the author chose on a screen or in a list, the same as those that flags make. */

import {findDamage} from '../../core/encoding/index.ts';
import {success, type ExitCode, type Result} from '../../core/problem.ts';
import type {StartChoice} from '../../ui/index.ts';
import type {Context} from '../context.ts';
import {editable} from '../editable.ts';
import {
	fileOf,
	loadTemplate,
	openQuietly,
	withSource,
	withText,
	type LoadedTemplate,
	type OpenedDocument,
} from '../load.ts';
import {saidOfTemplate} from '../said-of-template.ts';
import type {SessionRequest, WizardRequest, Wishes} from '../wizard-request.ts';
import type {Offered, Text} from './repair.ts';

/** What follows from a choice, read and, where it is damaged and the author wants that, repaired; or the code to end with. */
export async function requestFor(
	choice: Exclude<StartChoice, {type: 'quit'}>,
	wishes: Wishes,
	offer: (one: Text) => Promise<Offered>,
	context: Context,
): Promise<Result<SessionRequest> | {readonly code: ExitCode}> {
	const aboutDamage = async (one: Text): Promise<Offered> =>
		findDamage(one.text).length === 0 ? {text: one.text} : offer(one);
	switch (choice.type) {
		case 'resume': {
			return success({type: 'resume', draft: choice.id, wishes});
		}

		case 'open': {
			const opened = await openQuietly(choice.path, context);
			if (!opened.ok) return opened;
			const {path, text} = opened.value;
			const offered = await aboutDamage({name: path, text, is: 'document'});
			if ('code' in offered) return offered;
			return success(requestForDocument(withText(opened.value, offered.text, context), wishes));
		}

		case 'new': {
			const template = await loadTemplate(choice.template, context);
			if (!template.ok) return template;
			const {source} = template.value;
			const offered = await aboutDamage({name: fileOf(template.value, context), text: source, is: 'template'});
			if ('code' in offered) return offered;
			return success(requestForTemplate(withSource(template.value, offered.text), wishes));
		}
	}
}

/** A new document from a template. */
function requestForTemplate(template: LoadedTemplate, wishes: Wishes): Extract<WizardRequest, {type: 'new'}> {
	return {type: 'new', template, form: template.form, answers: new Map(), wishes};
}

/** A document that exists; where its template is not known, it stands for its own. */
function requestForDocument(opened: OpenedDocument, wishes: Wishes): Extract<WizardRequest, {type: 'open'}> {
	const {path, text, version, template} = opened;
	const {form, answers, isTemplates} = editable(opened);
	const said = saidOfTemplate(opened);
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
		...(said.length === 0 ? {} : {news: said}),
	};
}
