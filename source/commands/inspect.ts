/** `inspect FILE-OR-TEMPLATE`: how the reader understood it. */

import {existsSync} from 'node:fs';
import {readDocument} from '../adapters/files/index.ts';
import {check, checkTemplate, type Message} from '../core/checks/index.ts';
import {completeness, type Completeness} from '../core/completeness/index.ts';
import {fill, flatten, readMarker} from '../core/form/index.ts';
import type {Document} from '../core/form/types.ts';
import {type Result} from '../core/problem.ts';
import type {TemplateRef} from '../core/wizard/index.ts';
import {isSet, type Command, type Context} from './context.ts';
import {gatherFacts} from './facts.ts';
import {inTime} from './in-time.ts';
import {completenessJson, messageJson, sectionsJson, templateJson, type StartOf} from './json.ts';
import {loadTemplate, openDocument, type LoadedTemplate, type OpenedDocument} from './load.ts';
import {reportOutline} from './outline.ts';
import {reportMessages} from './report-messages.ts';
import {startsIn} from './starts.ts';

type Seen = {
	readonly ref?: TemplateRef;
	readonly title: string;
	readonly document: Document;
	readonly messages: readonly Message[];
	readonly completeness: Completeness;
	readonly starts: StartOf;
};

export const inspect: Command = async (invocation, context) => {
	const {output} = context;
	const [name = ''] = invocation.args;
	const seen = await look(name, context);
	if (!seen.ok) {
		output.problem(seen.problem);
		return seen.problem.exit;
	}
	const explain = isSet(invocation, 'explain');
	if (isSet(invocation, 'json')) output.json(inspectJson(seen.value, explain));
	else outline(seen.value, explain, context);
	return 0;
};

/** A file whose marker holds its template's hash is a document; any other file is a template, as a name is. */
async function look(name: string, context: Context): Promise<Result<Seen>> {
	const isFile = /[/\\]|\.(?:md|markdown)$/i.test(name) || existsSync(name);
	const read = isFile ? readDocument(name) : undefined;
	if (read?.ok && readMarker(read.value.text)?.hash !== undefined) {
		const opened = await openDocument(name, context);
		return opened.ok ? inTime(opened.value.text, name, () => seenDocument(opened.value, context)) : opened;
	}
	const template = await loadTemplate(name, context);
	if (!template.ok) return template;
	return inTime(template.value.source, name, () => seenTemplate(template.value, context));
}

function seenTemplate(template: LoadedTemplate, context: Context): Seen {
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

function seenDocument({path, text, own, template, document}: OpenedDocument, context: Context): Seen {
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

function inspectJson({ref, title, document, messages, completeness: share, starts}: Seen, explain: boolean): unknown {
	return {
		template: ref === undefined ? null : templateJson(ref, title),
		sections: sectionsJson(document, explain, starts),
		completeness: completenessJson(share),
		messages: messages.map(messageJson),
	};
}

/** The same for a person: one line a section and a field. */
function outline(
	{ref, title, document, completeness: {required}, starts, messages}: Seen,
	explain: boolean,
	{output}: Context,
): void {
	const version = ref?.version === undefined ? '' : ` ${ref.version}`;
	output.report(
		{text: title === '' ? (ref?.name ?? '') : title, tone: 'strong'},
		ref === undefined ? '' : `  (${ref.name}${version}, ${ref.origin})`,
	);
	reportOutline(document, starts, explain, output);
	reportMessages(ref?.name ?? '', messages, output);
	output.report(
		`${document.form.fields.length} fields; ${required.answered} of ${required.total} required answered (${required.percent} %)`,
	);
}
