/** `new [TEMPLATE]`: the wizard on a blank form, or with `--yes` and `--print` what the answers give at once. */

import {today} from '../adapters/clock/index.ts';
import {check} from '../core/checks/index.ts';
import {completeness} from '../core/completeness/index.ts';
import {fill, match} from '../core/form/index.ts';
import type {Answers, Form} from '../core/form/types.ts';
import {exitCodes, failure, success, type ExitCode, type Result} from '../core/problem.ts';
import {
	leftOutByFinishing,
	openFields,
	proposeFileName,
	proposeMessage,
	stampDates,
	start,
	title,
	writtenText,
	type WizardState,
} from '../core/wizard/index.ts';
import {isSet, textOption, type Command, type Context, type Invocation} from './context.ts';
import {gatherFacts} from './facts.ts';
import {loadSettings} from './config.ts';
import {freeName} from './free-name.ts';
import {ask, canAsk, nobodyToAsk, wishesOf} from './interactive.ts';
import {loadTemplate, type LoadedTemplate} from './load.ts';
import {answersFor, givenAnswers} from './read-answers.ts';

import {outputFlagsProblem, writeDocumentFile} from './write-document.ts';

/** Ends with 0 where the document is complete, 1 where it was written unfinished, else with the problem's code. */
export const newDocument: Command = async (invocation, context) => {
	const {output} = context;
	const prepared = await prepare(invocation, context);
	if (!prepared.ok) {
		output.problem(prepared.problem);
		return prepared.problem.exit;
	}
	const {template, form, answers} = prepared.value;
	const asks = canAsk(invocation, context);
	const isSilent = isSet(invocation, 'yes') || (isSet(invocation, 'print') && !asks);
	if (!isSilent) {
		if (!asks) return nobodyToAsk(context, 'Give --yes to write what --answers and --set hold.');
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

/** Reads everything that was given and refuses what is wrong, before anything is asked or written. */
async function prepare(invocation: Invocation, context: Context): Promise<Result<Prepared>> {
	const flags = outputFlagsProblem(invocation);
	if (flags !== undefined)
		return failure({code: 'usage.flags', summary: flags, next: 'See: specwright new --help', exit: 2});
	const given = await givenAnswers(invocation, context);
	if (!given.ok) return given;
	const name = invocation.args[0] ?? given.value.template;
	if (name === undefined) {
		const hasAnswers = Object.keys(given.value.data).length > 0;
		return hasAnswers
			? failure({
					code: 'usage.template',
					summary: 'Answers were given, but no template.',
					next: 'Name it: specwright new TEMPLATE, or in the answers file as template.',
					exit: 2,
				})
			: success({answers: new Map()});
	}
	const template = await loadTemplate(name, context);
	if (!template.ok) return template;
	const read = answersFor(template.value.form, given.value, context);
	return read.ok ? success({template: template.value, ...read.value}) : read;
}

/** Writes what the answers give: finished where nothing required is open, else as far as it is. */
async function finish(
	template: LoadedTemplate,
	form: Form,
	answers: Answers,
	invocation: Invocation,
	context: Context,
): Promise<ExitCode> {
	const {output} = context;
	const settings = loadSettings(context);
	const now = today();
	const state = start({
		form,
		template,
		context: {today: now, marker: settings.marker, begun: true},
		size: {columns: 80, rows: 24},
		answers: stampDates(form, answers, now),
		savedAt: '',
	});
	for (const problem of fill(form, state.answers).problems.values()) {
		output.problem(problem);
		return 2;
	}
	const open = openFields(state);
	const isFinished = open.length === 0;
	const leftOut = isFinished ? leftOutByFinishing(state) : [];
	if (leftOut.length > 0) output.say(`left out, optional and untouched: ${leftOut.join(', ')}`);
	const text = writtenText(state, isFinished);

	const written = isSet(invocation, 'print')
		? print(text, context)
		: await writeDocumentFile(target(state, text, invocation), invocation, context);
	// Where there is no document, how complete it would have been is of no use.
	if (written !== exitCodes.done && written !== exitCodes.git) return written;
	const standing = match(template.form, text);
	const messages = check(standing, gatherFacts());
	const {required} = completeness(standing, messages);
	for (const message of messages) {
		if (message.severity === 'error')
			output.say({text: 'error ', tone: 'bad'}, `line ${message.place.line}: ${message.reason}`);
	}
	for (const id of open) output.say({text: 'open ', tone: 'warn'}, id);
	output.say(`${required.percent} % complete (${required.answered} of ${required.total} required)`);
	if (written !== 0) return written;
	return required.percent === 100 ? 0 : 1;
}

function print(text: string, {output}: Context): ExitCode {
	output.text(text);
	return 0;
}

function target(
	state: WizardState,
	text: string,
	invocation: Invocation,
): {readonly path: string; readonly text: string; readonly message: string} {
	const path =
		textOption(invocation, 'out') ??
		freeName(proposeFileName(title(state), state.template.name), isSet(invocation, 'force'));
	return {path, text, message: proposeMessage({title: title(state), isNew: true})};
}
