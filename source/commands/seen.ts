/** A template or document as the reader understood it, with what the checks found. */

import {check, checkTemplate, type Message} from '../core/checks/index.ts';
import {completeness, type Completeness} from '../core/completeness/index.ts';
import {fill, flatten} from '../core/form/index.ts';
import type {Document} from '../core/form/types.ts';
import type {TemplateRef} from '../core/wizard/index.ts';
import type {Context} from './context.ts';
import {gatherFacts} from './facts.ts';
import {sectionsJson, templateJson, type StartOf} from './form-json.ts';
import {completenessJson, messageJson} from './json.ts';
import type {LoadedTemplate, OpenedDocument} from './load.ts';
import {startsIn} from './starts.ts';

export type Seen = {
	readonly ref?: TemplateRef;
	readonly title: string;
	readonly document: Document;
	readonly messages: readonly Message[];
	readonly completeness: Completeness;
	readonly starts: StartOf;
};

/** A template: its fields are all open. */
export function seenTemplate(template: LoadedTemplate, context: Context): Seen {
	const {form} = template;
	const document = fill(form, new Map());
	// A template's placeholders are not findings; what is broken in its text is.
	const messages = [
		...check(document, gatherFacts(context)).filter(
			({ruleId}) => ruleId === 'front-matter' || ruleId === 'encoding' || ruleId === 'unsafe-character',
		),
		...checkTemplate(form).filter(({ruleId}) => ruleId === 'hint'),
	].sort((one, other) => one.place.range.from - other.place.range.from);
	return {
		ref: template,
		title: form.title,
		document,
		messages,
		completeness: completeness(document, messages),
		starts: startsIn(form.source, ({range}) => range),
	};
}

/** A document, as its template's form sees it. */
export function seenDocument({path, text, own, template, document}: OpenedDocument, context: Context): Seen {
	const messages = check(document, gatherFacts(context, {document, path}));
	const sections = new Map(flatten(own.sections).map(({id, line}) => [id, line]));
	const starts = startsIn(text, ({id}) => document.spans.get(id));
	return {
		...(template === undefined ? {} : {ref: template}),
		title: own.title,
		document,
		messages,
		completeness: completeness(document, messages),
		starts: {...starts, section: ({id, line}) => sections.get(id) ?? line},
	};
}

/** Its JSON; `explain` adds why each field is one. */
export function seenJson(
	{ref, document, messages, completeness: share, starts}: Seen,
	explain: boolean,
): Readonly<Record<string, unknown>> {
	return {
		template: ref === undefined ? null : templateJson(ref, (document.form.bound?.template ?? document.form).title),
		sections: sectionsJson(document, explain, starts),
		completeness: completenessJson(share),
		messages: messages.map(messageJson),
	};
}
