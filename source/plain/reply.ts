/** From what came back at a prompt to the machine: what all ways of asking share. */

import {fieldInHand, isGuess, offer, stateOf, type Command} from '../core/wizard/index.ts';
import {parseCommand} from './commands.ts';
import type {Ending, Session} from './session.ts';

export const untouched: Ending = {type: 'untouched'};
export const answered: Ending = {type: 'answered'};

/** Gives the machine a command. */
export function command(session: Session, name: Command): void {
	session.dispatch({type: 'command', command: name, now: session.now()});
}

/** Puts `text` in the place of the text in hand. */
export function replace(session: Session, text: string): void {
	session.dispatch({type: 'edit', edit: {type: 'replace', text}, now: session.now()});
}

/** What a text that came back means besides an answer; undefined where it is one. */
export function aside(reply: string | undefined): Ending | undefined {
	if (reply === undefined) return {type: 'end'};
	return parseCommand(reply) ? {type: 'command', line: reply} : undefined;
}

/** Enter alone: what is offered is taken where nothing stands yet, what the template brings is kept. */
export function takeOffered(session: Session): Ending {
	const state = session.state();
	const field = fieldInHand(state);
	if (state.answers.has(field.id) || stateOf(state, field.id) === 'prefilled') return untouched;
	const offered = offer(state, field);
	if (!offered || isGuess(offered)) return untouched;
	command(session, 'field.use-default');
	return answered;
}
