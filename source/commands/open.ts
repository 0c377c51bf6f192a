/** `open FILE`: the wizard on a document that exists, or with `--yes` the given answers written into it at once. */

import {fill, withMarker} from '../core/form/index.ts';
import {failure, success, type ExitCode, type Problem, type Result} from '../core/problem.ts';
import {proposeMessage, type TemplateRef} from '../core/wizard/index.ts';
import {isSet, textOption, type Command, type Context, type Invocation} from './context.ts';
import {editable, type Editable} from './editable.ts';
import {ask, canAsk, nobodyToAsk, wishesOf} from './interactive.ts';
import {openDocument, type OpenedDocument} from './load.ts';
import {answersFor, givenAnswers, type AnswersFor} from './read-answers.ts';
import {outputFlagsProblem, writeDocumentFile} from './write-document.ts';

/** Without `--yes` and with a terminal the wizard opens; a document to which nothing was given is never written. */
export const open: Command = async (invocation, context) => {
	const {output} = context;
	const [path = ''] = invocation.args;
	const flags = outputFlagsProblem(invocation);
	if (flags !== undefined) {
		output.problem({code: 'usage.flags', summary: flags, next: 'See: specwright open --help', exit: 2});
		return 2;
	}
	const given = await givenAnswers(invocation, context);
	if (!given.ok) return refused(given.problem, context);
	const opened = await openDocument(path, context, textOption(invocation, 'template'));
	if (!opened.ok) return refused(opened.problem, context);
	const base = editable(opened.value);
	const answers = answersFor(base.form, given.value, context);
	if (!answers.ok) return refused(answers.problem, context);

	const asks = canAsk(invocation, context);
	if (isSet(invocation, 'yes') || (isSet(invocation, 'print') && !asks)) {
		const text = changedText(opened.value, base, answers.value);
		return finish(text, opened.value, invocation, context);
	}
	if (!asks) return nobodyToAsk(context, 'Give --yes to write what --answers and --set hold.');
	const merged = new Map([...base.answers, ...answers.value.answers]);
	const {text, version} = opened.value;
	return ask(
		{
			type: 'open',
			path,
			text,
			version,
			template: templateOf(opened.value),
			isTemplateKnown: base.isTemplates,
			form: answers.value.form,
			answers: merged,
			wishes: wishesOf(invocation),
		},
		context,
	);
};

function refused(problem: Problem, {output}: Context): ExitCode {
	output.problem(problem);
	return problem.exit;
}

/** The text with the given answers in it, or the problem of the first that can't be written. */
function changedText(opened: OpenedDocument, base: Editable, given: AnswersFor): Result<string> {
	if (given.answers.size === 0) return success(opened.text);
	// Over its own form only what is given is spliced in; over its template's the whole is filled anew, which `editable`
	// allows only where that gives the very same text.
	const answers = base.isTemplates ? new Map([...base.answers, ...given.answers]) : given.answers;
	const {problems, source} = fill(given.form, answers);
	const [problem] = problems.values();
	return problem === undefined ? success(withOwnMarker(source, opened)) : failure(problem);
}

/** A template's form knows nothing of the comment that its documents end with; it stays as it was. */
function withOwnMarker(source: string, {own: {marker}, template}: OpenedDocument): string {
	if (marker?.hash === undefined || template === undefined) return source;
	const {name, version, hash} = marker;
	return withMarker(source, {name, ...(version === undefined ? {} : {version}), hash});
}

async function finish(
	changed: Result<string>,
	opened: OpenedDocument,
	invocation: Invocation,
	context: Context,
): Promise<ExitCode> {
	const {output} = context;
	if (!changed.ok) return refused(changed.problem, context);
	const text = changed.value;
	if (isSet(invocation, 'print')) {
		output.text(text);
		return 0;
	}
	const path = textOption(invocation, 'out') ?? opened.path;
	const isSame = path === opened.path && text === opened.text;
	if (isSame && !isSet(invocation, 'commit')) {
		output.say(`${path} is unchanged; nothing was written.`);
		return 0;
	}
	const message = proposeMessage({title: opened.own.title, isNew: path !== opened.path});
	return writeDocumentFile(
		{path, text, ...(path === opened.path ? {replaces: opened.version} : {}), message},
		invocation,
		context,
	);
}

/** What the document is written from; where no template is known, the document itself. */
function templateOf({path, text, template}: OpenedDocument): TemplateRef & {readonly source: string} {
	return template ?? {name: path, hash: '', origin: 'file', path, source: text};
}
