/** The way from a command to the wizard: only where someone is there to answer. */

import {findDamage} from '../core/encoding/index.ts';
import type {ExitCode} from '../core/problem.ts';
import {isSet, textOption, type Context, type Invocation} from './context.ts';
import type {Offered, Text} from './wizard/repair.ts';
import type {WizardRequest, Wishes} from './wizard-request.ts';

/** What the flags say about the document to come. */
export function wishesOf(invocation: Invocation): Wishes {
	const [target, message, branch] = ['out', 'message', 'branch'].map(name => textOption(invocation, name));
	return {
		...(target === undefined ? {} : {target}),
		...(message === undefined ? {} : {message}),
		...(branch === undefined ? {} : {branch}),
		force: isSet(invocation, 'force'),
		commit: isSet(invocation, 'commit'),
		isPlain: isSet(invocation, 'plain'),
		isAscii: isSet(invocation, 'ascii'),
	};
}

/** Whether questions can be asked: on a terminal, or line by line where the author said that answers are piped in. */
export function canAsk(invocation: Invocation, {output, stdinIsTerminal, env}: Context): boolean {
	if (output.canAsk) return true;
	const isPiped = !stdinIsTerminal;
	return isPiped && (isSet(invocation, 'plain') || (env['ACCESSIBLE'] ?? '') !== '');
}

/** Whether a command does without questions because a flag says so, or because what it prints is read by no person. */
export function isSilent(invocation: Invocation, context: Context): boolean {
	return isSet(invocation, 'yes') || (isSet(invocation, 'print') && !canAsk(invocation, context));
}

/**
 * The text to go on with where it looks damaged: as it is, or repaired where the author can be asked and says so; or the
 * code to end with. Of text that is whole nothing is said.
 */
export async function aboutDamage(one: Text, invocation: Invocation, context: Context): Promise<Offered> {
	if (findDamage(one.text).length === 0) return {text: one.text};
	const {offerRepair} = await import('./wizard/repair.ts');
	if (!canAsk(invocation, context) || isSilent(invocation, context)) return offerRepair(one, undefined, context);
	const {askedEarly} = await import('./wizard/asked-early.ts');
	return offerRepair(one, askedEarly(wishesOf(invocation), context), context);
}

/** Ends a command that would have to ask with nobody there; `instead` names the flag that answers it. */
export function nobodyToAsk({output}: Context, instead: string): ExitCode {
	output.say(`specwright: there is no terminal to ask on. ${instead}`);
	return 2;
}

/** Runs the wizard; its code is loaded only now. */
export async function ask(request: WizardRequest, context: Context): Promise<ExitCode> {
	const {runWizard} = await import('./wizard.ts');
	return runWizard(request, context);
}
