/** `inspect FILE-OR-TEMPLATE`: how the reader understood it. */

import {existsSync} from 'node:fs';
import {readDocument} from '../adapters/files/index.ts';
import {check, type Message} from '../core/checks/index.ts';
import {completeness, type Completeness} from '../core/completeness/index.ts';
import {fieldState, fill, flatten, readMarker} from '../core/form/index.ts';
import type {Document, Field, Range, Section} from '../core/form/types.ts';
import {success, type Result} from '../core/problem.ts';
import {linesOf} from '../core/text/index.ts';
import type {TemplateRef} from '../core/wizard/index.ts';
import {isSet, type Command, type Context} from './context.ts';
import {gatherFacts} from './facts.ts';
import {completenessJson, messageJson, sectionsJson, templateJson, type StartOf} from './json.ts';
import {loadTemplate, openDocument, type OpenedDocument} from './load.ts';
import type {Piece} from './output.ts';

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
		return opened.ok ? success(seenDocument(opened.value)) : opened;
	}
	const template = await loadTemplate(name, context);
	if (!template.ok) return template;
	const {form} = template.value;
	const document = fill(form, new Map());
	// A template's placeholders are not findings; what is broken in its text is.
	const messages = check(document, gatherFacts()).filter(
		({ruleId}) => ruleId === 'front-matter' || ruleId === 'encoding' || ruleId === 'unsafe-character',
	);
	return success({
		ref: template.value,
		title: form.title,
		document,
		messages,
		completeness: completeness(document, messages),
		starts: startsIn(form.source, ({range}) => range),
	});
}

function seenDocument({text, own, template, document}: OpenedDocument): Seen {
	const messages = check(document, gatherFacts());
	const sections = new Map(flatten(own.sections).map(({id, line}) => [id, line]));
	const {field} = startsIn(text, ({id}) => document.spans.get(id));
	return {
		...(template === undefined ? {} : {ref: template}),
		title: own.title,
		document,
		messages,
		completeness: completeness(document, messages),
		starts: {section: ({id, line}) => sections.get(id) ?? line, field},
	};
}

/** Where things begin in a text: a field with the first word of its answer or placeholder, code behind its fence. */
function startsIn(text: string, rangeOf: (field: Field) => Range | undefined): StartOf {
	const {lineOf} = linesOf(text);
	return {
		section: ({line}) => line,
		field(field) {
			const range = rangeOf(field);
			if (range === undefined) return {line: field.line, column: 1};
			const own = text.slice(range.from, range.to);
			const lead = field.place.at === 'fence' ? /^[^\r\n]*(?:\r\n|\n|\r)/.exec(own) : /^\s*(?=\S)/.exec(own);
			const from = range.from + (lead?.[0].length ?? 0);
			return {line: lineOf(from), column: from - /[^\r\n]*$/.exec(text.slice(0, from))!.index + 1};
		},
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
	{ref, title, document, completeness: {required}, starts}: Seen,
	explain: boolean,
	{output}: Context,
): void {
	const fields = new Map(document.form.fields.map(field => [field.id, field]));
	const version = ref?.version === undefined ? '' : ` ${ref.version}`;
	output.report(
		{text: title === '' ? (ref?.name ?? '') : title, tone: 'strong'},
		ref === undefined ? '' : `  (${ref.name}${version}, ${ref.origin})`,
	);
	const visit = (section: Section, depth: number): void => {
		const indent = '  '.repeat(depth);
		if (section.level > 0) {
			output.report(
				`${String(starts.section(section)).padStart(5)}  ${indent}`,
				{text: section.heading, tone: 'strong'},
				marker(section),
			);
		}
		for (const id of section.fields) {
			const field = fields.get(id);
			if (field)
				output.report(
					...fieldLine(field, document, `${String(starts.field(field).line).padStart(5)}  ${indent}  `, explain),
				);
		}
		for (const below of section.sections) visit(below, depth + 1);
	};
	for (const section of document.form.sections) visit(section, 0);
	output.report(
		`${document.form.fields.length} fields; ${required.answered} of ${required.total} required answered (${required.percent} %)`,
	);
}

function marker({requirement, condition, repeat}: Section): Piece {
	const words = [
		requirement === 'unspecified' ? '' : requirement,
		condition ?? '',
		repeat === undefined ? '' : 'repeats',
	].filter(word => word !== '');
	return {text: words.length === 0 ? '' : `  ${words.join(', ')}`, tone: 'dim'};
}

function fieldLine(field: Field, document: Document, indent: string, explain: boolean): readonly Piece[] {
	const state = fieldState(document, field.id);
	const glyph = {answered: '✔', 'not-applicable': '–', 'left-out': '–', partial: '◐', prefilled: '•', empty: '○'}[
		state
	];
	const options = field.options.length === 0 ? '' : `: ${field.options.join(' | ')}`;
	return [
		`${indent}${glyph} ${field.label}  `,
		{
			text: `${field.kind}${options}, ${field.requirement}  ${field.id}${explain ? `  [${field.rule}]` : ''}`,
			tone: 'dim',
		},
	];
}
