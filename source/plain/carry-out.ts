/** Carrying out what is typed instead of an answer. */

import {documentToWrite, fieldInHand, readings, textWithPerson, withoutItem} from '../core/wizard/index.ts';
import {lineCommands, parseCommand, type LineCommand} from './commands.ts';
import {gapLines, numbered, peopleToTake, progressLine, savedWords} from './question.ts';
import {send, type Ending, type PlainSession} from './session.ts';

/** What follows a prompt: a command is carried out, the end of input saves and stops. */
export async function conclude(session: PlainSession, ending: Ending | undefined): Promise<void> {
	if (ending?.type === 'end') {
		session.endOfInput = true;
		// Ctrl+C asks first, and the second leaves: whoever pressed it in a prompt has left the prompt already.
		const wasInterrupted = session.ask.wasInterrupted?.() ?? false;
		const stop = wasInterrupted ? 'wizard.interrupt' : 'wizard.quit';
		await send(session, {type: 'command', command: stop, now: session.now()});
		if (wasInterrupted && !session.state().outcome)
			await send(session, {type: 'command', command: stop, now: session.now()});
		// Unsaved work would be asked about; there is nobody left to ask.
		const {overlay, outcome} = session.state();
		if (overlay?.type === 'quit' && !outcome)
			await send(session, {type: 'command', command: 'confirm.yes', now: session.now()});
		return;
	}
	const command = ending?.type === 'command' ? parseCommand(ending.line) : undefined;
	if (!command) return;
	// What only tells something leaves the answer in hand as it is: its lines go on where they were.
	if (!tellingCommands.has(command.name)) session.begun = undefined;
	await carryOut(session, command);
}

const tellingCommands: ReadonlySet<LineCommand['name']> = new Set(['gaps', 'preview', 'save', 'help', 'unknown']);

const machineCommands = {
	next: 'field.next',
	edit: 'field.editor',
	clear: 'field.reset',
	undo: 'field.undo',
	redo: 'field.redo',
	defer: 'field.defer',
	add: 'instance.add',
	duplicate: 'instance.duplicate',
	remove: 'instance.remove',
	up: 'instance.up',
	down: 'instance.down',
	'leave-out': 'section.leave-out',
	write: 'document.write',
	quit: 'wizard.quit',
} as const;

async function carryOut(session: PlainSession, command: LineCommand): Promise<void> {
	const {overlay} = session.state();
	switch (command.name) {
		case 'back': {
			// From the review one comes back to the last question, from a step of writing to the one before.
			return send(session, {type: 'command', command: overlay ? 'view.close' : 'field.previous', now: session.now()});
		}
		case 'goto': {
			return goTo(session, command.target);
		}
		case 'na': {
			return markNotApplicable(session, command.reason);
		}
		case 'keep-all': {
			await send(session, {type: 'command', command: 'field.keep-all', now: session.now()});
			return passKept(session);
		}
		case 'as': {
			return readAs(session, command.which);
		}
		case 'drop': {
			return drop(session, command.which);
		}
		case 'take': {
			return take(session, command.which);
		}
		case 'branch': {
			return takeBranch(session, command.branch);
		}
		case 'gaps': {
			return session.say(gapLines(session.state()));
		}
		case 'preview': {
			const {source} = documentToWrite(session.state());
			const {preview} = session.options;
			return session.say(['', ...(preview ? await preview(source) : source.split(/\r\n|\n|\r/)), '']);
		}
		case 'save': {
			session.dispatch({type: 'command', command: 'draft.save', now: session.now()});
			await session.options.settled();
			return session.say([`  ${savedWords(session.state())}; :write writes the document.`]);
		}
		case 'help': {
			const width = Math.max(...lineCommands.map(({usage}) => usage.length));
			return session.say([
				...lineCommands.map(({usage, summary}) => `  ${usage.padEnd(width)}  ${summary}`),
				'  An answer that begins with a colon is typed with two.',
			]);
		}
		case 'unknown': {
			return session.say([
				`  There is no "${command.text}". :help lists what there is; an answer that begins with a colon is typed with two.`,
			]);
		}
		default: {
			return send(session, {type: 'command', command: machineCommands[command.name], now: session.now()});
		}
	}
}

/** Tells the ways in which the question in hand can be read, or reads it in one of them, and asks it so. */
async function readAs(session: PlainSession, which: string | undefined): Promise<void> {
	const state = session.state();
	if (state.overlay) return session.say(['  That can only be said at a question.']);
	const command = {type: 'command', command: 'field.read-as', now: session.now()} as const;
	if (fieldInHand(state).boilerplate) return send(session, command);
	const ways = readings(state);
	if (which === undefined)
		return session.say(
			ways.map(({words, isNow}, index) => `  ${index + 1}. ${words}${isNow ? ' (as it is read now)' : ''}`),
		);
	const index = /^\d+$/.test(which) ? Number(which) - 1 : -1;
	if (!ways[index])
		return session.say([`  There is no way "${which}" to read this; the numbers go from 1 to ${ways.length}.`]);
	session.dispatch(command);
	await send(session, {type: 'choose', index, now: session.now()});
}

/** Takes what is offered, or one of the people told; whoever is taken stands in the answer, and the question comes again. */
async function take(session: PlainSession, which: string | undefined): Promise<void> {
	if (which === undefined) return send(session, {type: 'command', command: 'field.use-default', now: session.now()});
	const state = session.state();
	const people = state.overlay ? [] : peopleToTake(state);
	const name = /^\d+$/.test(which) ? people[Number(which) - 1] : undefined;
	const text = name === undefined ? undefined : textWithPerson(state, name);
	if (text === undefined) {
		const range = people.length === 0 ? 'nobody is told here' : `the numbers go from 1 to ${people.length}`;
		return session.say([`  There is no person "${which}" to take; ${range}.`]);
	}
	await send(session, {type: 'edit', edit: {type: 'replace', text}, now: session.now()});
}

/** Names a new branch for the commit, or asks for the name; its answer is the machine's, as on the screen. */
async function takeBranch(session: PlainSession, name: string): Promise<void> {
	const {overlay} = session.state();
	const step = overlay?.type === 'write' ? overlay.step : undefined;
	if (step !== 'message' && step !== 'branch') {
		return session.say(['  A branch is named at the message of a commit, which :write asks for.']);
	}
	if (step === 'message') await send(session, {type: 'command', command: 'write.branch', now: session.now()});
	if (name === '') return;
	session.dispatch({type: 'edit', edit: {type: 'replace', text: name}, now: session.now()});
	await send(session, {type: 'command', command: 'list.choose', now: session.now()});
}

/** Goes on past what the template brings and the author has kept: `:goto` and `:back` still come to it. */
export async function passKept(session: PlainSession): Promise<void> {
	for (let state = session.state(); !state.overlay && !state.outcome; state = session.state()) {
		const field = fieldInHand(state);
		if (!field.boilerplate || !state.kept.has(field.id) || state.answers.has(field.id)) return;
		await send(session, {type: 'command', command: 'field.next', now: session.now()});
	}
}

/** Removes what the template brings, or one line of it with what is below that. */
async function drop(session: PlainSession, which: string | undefined): Promise<void> {
	if (which === undefined) {
		await send(session, {type: 'command', command: 'field.remove', now: session.now()});
		return passKept(session);
	}
	const state = session.state();
	const {input} = state;
	const isList = !state.overlay && fieldInHand(state).boilerplate === true && fieldInHand(state).kind === 'list';
	const lines = isList && input.type === 'text' ? input.buffer.lines : [];
	const at = /^\d+$/.test(which) ? Number(which) - 1 : -1;
	if (lines[at] === undefined) {
		const range =
			lines.length === 0 ? 'there is no list of the template here' : `the numbers go from 1 to ${lines.length}`;
		return session.say([`  There is no line "${which}" to remove; ${range}.`]);
	}
	await send(session, {
		type: 'edit',
		edit: {type: 'replace', text: withoutItem(lines, at).join('\n')},
		now: session.now(),
	});
}

async function goTo(session: PlainSession, target: string): Promise<void> {
	const ids = numbered(session.state());
	const id = /^\d+$/.test(target) ? ids[Number(target) - 1] : ids.find(each => each === target);
	if (id === undefined)
		return session.say([`  There is no question "${target}"; the numbers go from 1 to ${ids.length}.`]);
	await send(session, {type: 'go', field: id, now: session.now()});
}

async function markNotApplicable(session: PlainSession, reason: string): Promise<void> {
	if (session.state().overlay) return session.say(['  That can only be said at a question.']);
	// The command takes a mark away where there is one; a second gives the new reason.
	await send(session, {type: 'command', command: 'field.not-applicable', now: session.now()});
	if (session.state().overlay?.type !== 'not-applicable' && reason !== '') {
		await send(session, {type: 'command', command: 'field.not-applicable', now: session.now()});
	}
	if (reason !== '') await giveReason(session, reason);
}

/** Gives the reason that the machine asks for, and goes on. */
export async function giveReason(session: PlainSession, reason: string): Promise<void> {
	session.dispatch({type: 'edit', edit: {type: 'replace', text: reason}, now: session.now()});
	session.dispatch({type: 'command', command: 'list.choose', now: session.now()});
	// What the machine has to say about a reason that is due is said in the words of its keys.
	if (session.state().notice) session.say(['  Marked, but a reason is due here: :back, then :na and the reason.']);
	await send(session, {type: 'command', command: 'field.next', now: session.now()});
	session.say([progressLine(session.state())]);
}
