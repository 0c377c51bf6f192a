/** `open FILE`: the wizard on a document that exists, or with `--yes` the given answers written into it at once. */

import {realpathSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {asDocument, clear, fill, layOver, match, prove, readForm} from '../core/form/index.ts';
import type {Answers, Form} from '../core/form/types.ts';
import {success, type ExitCode, type Problem, type Result} from '../core/problem.ts';
import type {TemplateRef} from '../core/wizard/index.ts';
import {concluded, tellStanding, type Begun} from './conclude.ts';
import {isSet, textOption, type Command, type Context, type Invocation} from './context.ts';
import {editable, withOwnMarker, type Editable} from './editable.ts';
import {aboutDamage, ask, canAsk, isSilent, nobodyToAsk, wishesOf} from './interactive.ts';
import {openQuietly, withText, type OpenedDocument} from './load.ts';
import {projectHere} from './project-settings.ts';
import {answersFor, givenAnswers} from './read-answers.ts';
import {saidOfTemplate} from './said-of-template.ts';
import {statusDates} from './status-dates.ts';
import {tellAllBut} from './tell-all.ts';
import {commitWritten, outputFlagsProblem, writeDocumentFile} from './write-document.ts';

/** Without `--yes` and with a terminal the wizard opens; a document to which nothing was given is never written. */
export const open: Command = async (invocation, context) => {
	const [path = ''] = invocation.args;
	const flags = await outputFlagsProblem('open', invocation);
	if (flags) return refused(flags, context);
	const given = await givenAnswers(invocation, context);
	if (!given.ok) return refused(given.problem, context);
	const template = textOption(invocation, 'template');
	const found = await openQuietly(path, context, template);
	if (!found.ok) return refused(found.problem, context);
	const offered = await aboutDamage({name: path, text: found.value.text, is: 'document'}, invocation, context);
	if ('code' in offered) return offered.code;
	const opened = withText(found.value, offered.text, context, template);
	const asks = canAsk(invocation, context);
	const isAtOnce = isSilent(invocation, context);
	const said = saidOfTemplate(opened);
	// In the wizard it is said there.
	if (isAtOnce || !asks) for (const line of said) context.output.say(line);
	const base = editable(opened);
	const read = answersFor(base.form, given.value, context);
	if (!read.ok) return refused(read.problem, context);
	const {form, answers} = read.value;
	const cleared = new Set([...read.value.cleared].filter(id => base.answers.has(id)));
	const known = new Map(form.fields.map(field => [field.id, field]));
	const lost = base.isTemplates ? [] : [...cleared].filter(id => known.get(id)?.unfilled === undefined);
	if (lost.length > 0) return refused(cannotClear(path, lost), context);
	const withGiven = layOver(form, base.answers, answers, cleared);
	const ids = [...answers.keys(), ...read.value.cleared];
	const own = projectHere(dirname(resolve(context.cwd, path)), context).settings.checks.words;
	const dates = statusDates({form, before: base.answers, after: withGiven, ids, own}, isBegun(opened, base));
	const merged = new Map([...withGiven, ...dates.answers]);

	if (isAtOnce) {
		if (answers.size + cleared.size === 0) return deliver(opened.text, opened, invocation, context);
		for (const line of dates.said) context.output.say(line);
		return finish(
			opened,
			base,
			{form, given: new Map([...answers, ...dates.answers]), cleared, merged},
			invocation,
			context,
		);
	}
	if (!asks) return nobodyToAsk(context, 'Give --yes to write what --answers and --set hold.');
	const {text, version} = opened;
	const news = [...said, ...dates.said];
	return ask(
		{
			type: 'open',
			path,
			text,
			version,
			template: templateOf(opened),
			isTemplateKnown: base.isTemplates,
			form,
			answers: merged,
			wishes: wishesOf(invocation),
			...(news.length === 0 ? {} : {news}),
		},
		context,
	);
};

function refused(problem: Problem, {output}: Context): ExitCode {
	output.problem(problem);
	return problem.exit;
}

/** Where no template says what stood there, there is nothing that could take an answer's place. */
function cannotClear(path: string, ids: readonly string[]): Problem {
	return {
		code: 'answers.cannot-clear',
		summary: `${ids.join(', ')} can't be cleared: what ${path} had there before it was filled in is not known.`,
		next: 'Give another value, or take the text out in an editor.',
		exit: 2,
	};
}

type Change = {
	/** With as many instances as the answers ask for. */
	readonly form: Form;
	readonly given: Answers;
	/** Fields that are to have no answer. */
	readonly cleared: ReadonlySet<string>;
	/** What stands in the document, with what is given over it. */
	readonly merged: Answers;
};

/** Writes the given answers into the document and says how far it is. */
async function finish(
	opened: OpenedDocument,
	base: Editable,
	change: Change,
	invocation: Invocation,
	context: Context,
): Promise<ExitCode> {
	const changed = changedText(opened, base, change, context);
	if (!changed.ok) return refused(changed.problem, context);
	const begun = changed.value === opened.text ? undefined : begunBy(opened, base, change);
	const path = textOption(invocation, 'out') ?? opened.path;
	const text = begun ? concluded(begun, path, context) : success({text: changed.value});
	if (!text.ok) return refused(text.problem, context);
	const written = await deliver(text.value.text, opened, invocation, context);
	const {template} = opened;
	const standing = template
		? match(template.form, text.value.text)
		: asDocument(readForm(text.value.text, {words: opened.own.words}));
	return tellStanding(standing, written, context);
}

/** The text with the given answers in it and nothing else changed, or the problem of the last that can't be written. */
function changedText(
	opened: OpenedDocument,
	base: Editable,
	{form, given, cleared, merged}: Change,
	context: Context,
): Result<string> {
	// Over a document's form only what is given is spliced in; over its template's the whole is filled anew, which
	// `editable` allows only where that gives the very same text.
	const filled = base.isTemplates ? prove(form, merged) : clear(fill(form, given), [...cleared]);
	const refused = tellAllBut([...filled.problems.values()], context);
	return refused ?? success(withOwnMarker(filled.source, opened));
}

/** Whether `new` began the document, which is what its comment with the template's hash says, and it fits its template still. */
function isBegun({marker, template}: OpenedDocument, base: Editable): boolean {
	return marker?.hash !== undefined && template !== undefined && base.isTemplates;
}

/** What the document is where `new` began it; else undefined. */
function begunBy(opened: OpenedDocument, base: Editable, {form, merged}: Change): Begun | undefined {
	const {marker, template, text} = opened;
	if (marker?.hash === undefined || template === undefined || !isBegun(opened, base)) return undefined;
	const {name, version, hash} = marker;
	const {version: _, ...rest} = template;
	return {
		form,
		// Being opened does not move it to a newer version of its template.
		template: {...rest, name, hash, ...(version === undefined ? {} : {version})},
		answers: merged,
		opened: {answers: base.answers, isOwnForm: false, source: text},
		marker: true,
	};
}

/** The text to stdout, or to its file where it is another than the one that stands there. */
async function deliver(
	text: string,
	opened: OpenedDocument,
	invocation: Invocation,
	context: Context,
): Promise<ExitCode> {
	const {output} = context;
	if (isSet(invocation, 'print')) {
		output.text(text);
		return 0;
	}
	const path = textOption(invocation, 'out') ?? opened.path;
	const real = realPath(path);
	const {title} = opened.own;
	const isItself = real === realPath(opened.path);
	if (isItself && text === opened.text) {
		if (isSet(invocation, 'commit')) return commitWritten({path, real, text, title}, invocation, context);
		output.say(`${path} is unchanged; nothing was written.`);
		return 0;
	}
	return writeDocumentFile({path, text, ...(isItself ? {replaces: opened.version} : {}), title}, invocation, context);
}

/** The one path of a file, however it is written or linked to; of none, its absolute path. */
function realPath(path: string): string {
	try {
		return realpathSync.native(path);
	} catch {
		return resolve(path);
	}
}

/** What the document is written from; where no template is known, the document itself. */
function templateOf({path, text, template}: OpenedDocument): TemplateRef & {readonly source: string} {
	return template ?? {name: path, hash: '', origin: 'file', path, source: text};
}
