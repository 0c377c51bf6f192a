/**
 * The door of the prompts mode: the same wizard, one question at a time in the scrollback, for screen readers, plain
 * terminals and whoever prefers it. It drives the same machine with the same actions as the full screen, so that a
 * draft can go from one to the other.
 */

import {fieldInHand, leftOpen, openFields, type WizardState} from '../core/wizard/index.ts';
import {sanitize} from '../core/text/index.ts';
import {askAnswer} from './answer.ts';
import type {Ask, Streams} from './ask.ts';
import {conclude, giveReason, passKept} from './carry-out.ts';
import {parseCommand} from './commands.ts';
import {review, writeSteps} from './finish.ts';
import {faultsAt, progressLine, questionAgain, questionLines, savedWords} from './question.ts';
import {send, type Ending, type PlainOptions, type PlainResult, type PlainSession} from './session.ts';

export type {Ask, Reply} from './ask.ts';
export type {PlainOptions, PlainResult} from './session.ts';
export {lineAsk} from './lines.ts';

/** The way of asking that repaints a line, made with Inquirer, which is loaded only for it. */
export async function loadInquirerAsk(streams: Streams): Promise<Ask> {
	const {inquirerAsk} = await import('./inquirer.ts');
	return inquirerAsk(streams);
}

/** Asks question after question until the document is written or the author stops. Never throws for an answer. */
export async function runPlain(options: PlainOptions): Promise<PlainResult> {
	const {store} = options;
	const state = (): WizardState => store.getState();
	const session: PlainSession = {
		options,
		ask: options.ask,
		state,
		now: options.now,
		dispatch: action => store.dispatch(action),
		say(lines) {
			for (const line of lines.flatMap(text => text.split('\n'))) options.say(sanitize(line));
		},
		begun: undefined,
		section: undefined,
		asked: undefined,
		endOfInput: false,
	};
	session.say([
		`${state().template.name}: one question at a time. Enter goes on, :help lists what can be typed besides answers.`,
		progressLine(state()),
	]);
	while (!state().outcome) await turn(session);
	await options.settled();
	const outcome = state().outcome ?? {type: 'quit'};
	// Only in a file is what writing fills in no longer open.
	const open = (outcome.type === 'written' ? leftOpen : openFields)(state()).length;
	if (outcome.type === 'quit') session.say(['', `${openWords(open)} ${savedWords(state()).replace(/[.]?$/, '.')}`]);
	const interrupted = session.endOfInput && (options.ask.wasInterrupted?.() ?? false);
	return {outcome, endOfInput: session.endOfInput && !interrupted, interrupted, open};
}

function openWords(open: number): string {
	return open === 0
		? 'Nothing required is open;'
		: `${open} required ${open === 1 ? 'question is' : 'questions are'} open;`;
}

async function turn(session: PlainSession): Promise<void> {
	const {overlay} = session.state();
	switch (overlay?.type) {
		case undefined:
			return askField(session);
		case 'review':
			return conclude(session, await review(session));
		case 'write':
			return conclude(session, await writeSteps(session, overlay));
		case 'not-applicable':
			return conclude(session, await askReason(session));
		case 'quit':
			return conclude(session, await askQuit(session));
		case 'about':
		case 'difference':
		case 'outline':
		case 'preview':
		case 'help':
		case 'palette':
		case 'readings':
			// Nothing here opens these; a state that comes with one open loses nothing by closing it.
			return send(session, {type: 'command', command: 'view.close', now: session.now()});
	}
}

async function askField(session: PlainSession): Promise<void> {
	const before = session.state();
	const field = fieldInHand(before);
	const isAgain = session.asked === field.id;
	session.say(isAgain ? questionAgain(before) : questionLines(before, session.section));
	session.section = field.section;
	session.asked = field.id;
	const ending = await askAnswer(session);
	if (ending.type === 'command' || ending.type === 'end') return conclude(session, ending);
	const isKept =
		ending.type === 'untouched' && field.prefilled && !before.kept.has(field.id) && !before.answers.has(field.id);
	await send(session, {type: 'command', command: isKept ? 'field.keep' : 'field.next', now: session.now()});
	await passKept(session);
	// Only now: leaving a date spells out what was typed in words.
	for (const {reason} of faultsAt(session.state(), field.id))
		session.say([`  ! ${field.label}: ${reason}`, '    :back to change it; the draft keeps it as it is.']);
	session.say([progressLine(session.state())]);
}

async function askReason(session: PlainSession): Promise<Ending | undefined> {
	const reply = await session.ask.line('Why does it not apply?');
	if (reply === undefined) return {type: 'end'};
	if (parseCommand(reply)) {
		await send(session, {type: 'command', command: 'view.close', now: session.now()});
		return {type: 'command', line: reply};
	}
	await giveReason(session, reply);
	return undefined;
}

async function askQuit(session: PlainSession): Promise<Ending | undefined> {
	session.say([`  ${savedWords(session.state())}`]);
	const reply = await session.ask.confirm('Quit all the same?', false);
	if (reply === undefined) return {type: 'end'};
	await send(session, {type: 'command', command: reply === true ? 'confirm.yes' : 'confirm.no', now: session.now()});
	return typeof reply === 'string' ? {type: 'command', line: reply} : undefined;
}
