/** `inspect FILE-OR-TEMPLATE`: how the reader understood it. */

import {existsSync} from 'node:fs';
import {readDocument} from '../adapters/files/index.ts';
import {readMarker} from '../core/form/index.ts';
import {type Result} from '../core/problem.ts';
import {isSet, type Command, type Context} from './context.ts';
import {inTime} from './in-time.ts';
import {loadTemplate, openDocument} from './load.ts';
import {reportOutline} from './outline.ts';
import {reportMessages} from './report-messages.ts';
import {seenDocument, seenJson, seenTemplate, type Seen} from './seen.ts';

export const inspect: Command = async (invocation, context) => {
	const {output} = context;
	const [name = ''] = invocation.args;
	const seen = await look(name, context);
	if (!seen.ok) {
		output.problem(seen.problem);
		return seen.problem.exit;
	}
	const explain = isSet(invocation, 'explain');
	if (isSet(invocation, 'json')) output.json(seenJson(seen.value, explain));
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
