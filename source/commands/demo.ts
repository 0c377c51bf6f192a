/**
 * `demo`: the wizard on an example that is filled in, to look at and to play with. The example is made anew in a folder
 * of its own for temporary files. Nothing else is written unless the author writes it, and of a mere look nothing is left.
 */

import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {draftStore} from '../adapters/drafts/index.ts';
import {now} from '../adapters/clock/index.ts';
import {problemOf} from '../adapters/file-system/index.ts';
import {failure, success, type ExitCode, type Problem, type Result} from '../core/problem.ts';
import {proposeFileName, title} from '../core/wizard/index.ts';
import {concluded} from './conclude.ts';
import {isSet, type Command, type Context} from './context.ts';
import {ask, canAsk, nobodyToAsk, wishesOf} from './interactive.ts';
import {loadTemplate} from './load.ts';
import {answersFor, givenAnswers} from './read-answers.ts';
import {requestFor} from './wizard/requests.ts';

/** With `--print` the example goes to stdout, and no folder is made. Ends as the wizard does. */
export const demo: Command = async (invocation, context) => {
	const isPrinted = isSet(invocation, 'print');
	if (!isPrinted && !canAsk(invocation, context))
		return nobodyToAsk(context, 'Print the example with: specwright demo --print');
	// From there no project's templates are seen, of which one may have the name of ours.
	const made = await example({...context, cwd: tmpdir()});
	if (!made.ok) return refused(made.problem, context);
	if (isPrinted) {
		context.output.text(made.value.text);
		return 0;
	}

	const placed = place(made.value);
	if (!placed.ok) return refused(placed.problem, context);
	const {folder, path} = placed.value;
	try {
		const wishes = wishesOf(invocation);
		const request = await requestFor({type: 'open', path}, wishes, async ({text}) => ({text}), context);
		if ('code' in request) return request.code;
		if (!request.ok) return refused(request.problem, context);
		const news = [`An example to play with, in ${folder}. Quit, and nothing is left of it unless you changed it.`];
		return await ask({...request.value, ...(request.value.type === 'open' ? {news} : {})}, context);
	} finally {
		if (isUntouched(path, made.value.text, context)) rmSync(folder, {recursive: true, force: true});
	}
};

type Example = {readonly name: string; readonly text: string};

/** The example's document, from the answers that come with the program and their template. */
async function example(context: Context): Promise<Result<Example>> {
	const answers = join(context.bundledExamples, 'architecture-spec.yaml');
	const given = await givenAnswers({args: [], options: {answers}}, context);
	if (!given.ok) return given;
	const template = await loadTemplate(given.value.template ?? '', context, 'content');
	if (!template.ok) return template;
	const read = answersFor(template.value.form, given.value, context);
	if (!read.ok) return read;
	const made = concluded({...read.value, template: template.value, marker: true}, undefined, context);
	if (!made.ok) return made;
	const {text, state} = made.value;
	return success({name: proposeFileName(title(state), template.value.name), text});
}

/** Puts the example into a new folder for temporary files. The problem is what the system refuses (3). */
function place({name, text}: Example): Result<{readonly folder: string; readonly path: string}> {
	try {
		const folder = mkdtempSync(join(tmpdir(), 'specwright-demo-'));
		const path = join(folder, name);
		writeFileSync(path, text, {flag: 'wx'});
		return success({folder, path});
	} catch (error) {
		return failure(problemOf(error, 'demo', `Could not make the example in ${tmpdir()}`));
	}
}

/** True where the file is as it was made and no draft goes on from it. */
function isUntouched(path: string, text: string, {env}: Context): boolean {
	try {
		if (readFileSync(path, 'utf8') !== text) return false;
	} catch {
		return false;
	}

	const listed = draftStore({now, environment: env}).listDrafts();
	return listed.ok && !listed.value.drafts.some(({header}) => header.document?.path === path);
}

function refused(problem: Problem, {output}: Context): ExitCode {
	output.problem(problem);
	return problem.exit;
}
