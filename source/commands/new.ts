/** `new [TEMPLATE]`: the wizard on a blank form, or with `--yes` and `--print` what the answers give at once. */

import {relative, resolve} from 'node:path';
import {match} from '../core/form/index.ts';
import type {Answers, Form} from '../core/form/types.ts';
import {failure, success, type ExitCode, type Problem, type Result} from '../core/problem.ts';
import {proposeFileName, title} from '../core/wizard/index.ts';
import {concluded, tellStanding} from './conclude.ts';
import {isSet, textOption, type Command, type Context, type Invocation} from './context.ts';
import {loadSettings} from './user-settings.ts';
import {documentPlace} from './document-place.ts';
import {freeName} from './free-name.ts';
import {aboutDamage, ask, canAsk, isSilent, nobodyToAsk, wishesOf} from './interactive.ts';
import {fileOf, loadTemplate, withSource, type LoadedTemplate} from './load.ts';
import {projectHere} from './project-settings.ts';
import {answersFor, givenAnswers} from './read-answers.ts';
import {statusDates} from './status-dates.ts';
import {outputFlagsProblem, writeDocumentFile} from './write-document.ts';

/** Ends with 0 where the document is complete, 1 where it was written unfinished, else with the problem's code. */
export const newDocument: Command = async (invocation, context) => {
	const {output} = context;
	const prepared = await prepare(invocation, context);
	if ('code' in prepared) return prepared.code;
	if (!prepared.ok) return refused(prepared.problem, context);
	const {template, form, answers} = prepared.value;
	if (!isSilent(invocation, context)) {
		if (!canAsk(invocation, context)) return nobodyToAsk(context, 'Give --yes to write what --answers and --set hold.');
		const wishes = wishesOf(invocation);
		if (template === undefined || form === undefined) return ask({type: 'pick', wishes}, context);
		return ask({type: 'new', template, form, answers, wishes}, context);
	}
	if (template === undefined || form === undefined) {
		output.problem({
			code: 'usage.template',
			summary: 'There is no template to write from.',
			next: 'Name one: specwright new TEMPLATE --yes; specwright templates lists them.',
			exit: 2,
		});
		return 2;
	}
	return finish(template, form, answers, invocation, context);
};

type Prepared = {readonly template?: LoadedTemplate; readonly form?: Form; readonly answers: Answers};

/**
 * Reads everything that was given and refuses what is wrong, before anything is written; of what is damaged in the
 * template the author is told, and may leave.
 */
async function prepare(
	invocation: Invocation,
	context: Context,
): Promise<Result<Prepared> | {readonly code: ExitCode}> {
	const flags = await outputFlagsProblem('new', invocation);
	if (flags) return failure(flags);
	const given = await givenAnswers(invocation, context);
	if (!given.ok) return given;
	const [name] = invocation.args;
	if (name === undefined && given.value.template === undefined) {
		const hasAnswers = Object.keys(given.value.data).length + Object.keys(given.value.set).length > 0;
		return hasAnswers
			? failure({
					code: 'usage.template',
					summary: 'Answers were given, but no template.',
					next: 'Name it: specwright new TEMPLATE, or in the answers file as template.',
					exit: 2,
				})
			: success({answers: new Map()});
	}
	const found = await templateFor(name, given.value.template, context);
	if (!found.ok) return found;
	const {source} = found.value;
	const offered = await aboutDamage(
		{name: fileOf(found.value, context), text: source, is: 'template'},
		invocation,
		context,
	);
	if ('code' in offered) return offered;
	const template = withSource(found.value, offered.text);
	const read = answersFor(template.form, given.value, context);
	if (!read.ok) return read;
	const {form, answers, cleared} = read.value;
	const ids = [...answers.keys(), ...cleared];
	const own = projectHere(context.cwd, context).settings.checks.words;
	const dates = statusDates({form, before: new Map(), after: answers, ids, own}, true);
	for (const line of dates.said) context.output.say(line);
	return success({template, form, answers: new Map([...answers, ...dates.answers])});
}

/** The template that a person named, or the answers file; both may name it, but not two. */
async function templateFor(
	named: string | undefined,
	inFile: string | undefined,
	context: Context,
): Promise<Result<LoadedTemplate>> {
	// A file's words are content: they reach what is ours and what is the project's, nothing else.
	if (named === undefined) return loadTemplate(inFile!, context, 'content');
	const template = await loadTemplate(named, context);
	if (!template.ok || inFile === undefined || inFile === named || inFile === template.value.name) return template;
	const other = await loadTemplate(inFile, context, 'content');
	if (other.ok && other.value.hash === template.value.hash) return template;
	return failure({
		code: 'answers.other-template',
		summary: `The answers are for the template ${inFile}, and the document is to be written from ${named}.`,
		next: 'Leave the name on the command line away, or correct "template" in the answers file.',
		exit: 2,
	});
}

/** Writes what the answers give: finished where nothing required is open, else as far as it is. */
async function finish(
	template: LoadedTemplate,
	form: Form,
	answers: Answers,
	invocation: Invocation,
	context: Context,
): Promise<ExitCode> {
	// Where there is nothing to fill in, the document is the template as it is.
	if (form.fields.length === 0) {
		const place = await placeFor(form.title, template, invocation, context);
		if (!place.ok) return refused(place.problem, context);
		return deliver({text: template.source, title: form.title}, place.value, invocation, context);
	}
	const about = title({form, answers});
	// What the document links to is looked up from where it is to stand.
	const place = await placeFor(about, template, invocation, context);
	if (!place.ok) return refused(place.problem, context);
	const {marker} = loadSettings(context);
	const made = concluded({form, template, answers, marker}, place.value, context);
	if (!made.ok) return refused(made.problem, context);
	const {text} = made.value;
	const written = await deliver({text, title: about}, place.value, invocation, context);
	return tellStanding(match(template.form, text), written, context);
}

function refused(problem: Problem, {output}: Context): ExitCode {
	output.problem(problem);
	return problem.exit;
}

/** The text to its file, or to stdout where it is to have none. */
async function deliver(
	document: {readonly text: string; readonly title: string},
	path: string | undefined,
	invocation: Invocation,
	context: Context,
): Promise<ExitCode> {
	if (path !== undefined) return writeDocumentFile({...document, path}, invocation, context);
	context.output.text(document.text);
	return 0;
}

/** Where the document is to stand: as `--out` says, else at a free path; undefined where it is to be printed. */
async function placeFor(
	about: string,
	template: LoadedTemplate,
	invocation: Invocation,
	context: Context,
): Promise<Result<string | undefined>> {
	if (isSet(invocation, 'print')) return success(undefined);
	const out = textOption(invocation, 'out');
	return out === undefined ? proposedPath(about, template, invocation, context) : success(out);
}

/** A free path by the document's title, where the project wants its documents. */
async function proposedPath(
	about: string,
	template: LoadedTemplate,
	invocation: Invocation,
	context: Context,
): Promise<Result<string>> {
	const {cwd, env} = context;
	const name = proposeFileName(about, template.name);
	const place = await documentPlace(name, template.name, cwd, projectHere(cwd, context), env);
	if (!place.ok) return place;
	const proposed = relative(cwd, place.value);
	// No flag overwrites the template that the document is made from.
	const isTemplate = template.path !== undefined && resolve(template.path) === resolve(proposed);
	return success(freeName(proposed, isSet(invocation, 'force') && !isTemplate));
}
