/** `answers FILE`: a document's answers as an answers file, the inverse of `new --answers`. */

import {writeAnswers} from '../core/form/index.ts';
import type {Answers, Form} from '../core/form/types.ts';
import {formatAnswersFile} from './answers-file.ts';
import {textOption, type Command, type Context, type Invocation} from './context.ts';
import {openDocument} from './load.ts';
import {saidOfRecognised} from './said-of-template.ts';

export const answers: Command = async (invocation, context) => {
	const [path = ''] = invocation.args;
	const opened = await openDocument(path, context, textOption(invocation, 'template'));
	if (!opened.ok) {
		context.output.problem(opened.problem);
		return opened.problem.exit;
	}
	const {document, template} = opened.value;
	const said = saidOfRecognised([opened.value]);
	if (said !== undefined) context.output.say(said);
	printAnswers(document.form, document.answers, template, invocation, context);
	return 0;
};

/** Prints answers in the wished format, YAML unless told. */
export function printAnswers(
	form: Form,
	given: Answers,
	template: {readonly name: string; readonly form?: Form} | undefined,
	invocation: Invocation,
	{output}: Context,
): void {
	const data = {
		...(template === undefined ? {} : {template: template.name}),
		answers: writeAnswers(form, given, template?.form),
	};
	if (textOption(invocation, 'format') === 'json') output.json(data);
	else output.text(formatAnswersFile(data));
}
