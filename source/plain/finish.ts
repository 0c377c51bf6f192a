/** The end of the walk: what is missing, where to write, over what, committed or not. */

import {textOf, type Conflict} from '../core/text/index.ts';
import {
	broughtTogether,
	gaps,
	leftOutByFinishing,
	messageNotes,
	refused,
	settledText,
	type Command,
	type Destination,
	type Overlay,
} from '../core/wizard/index.ts';
import {literal, parseCommand} from './commands.ts';
import {gapLines, progressLine} from './question.ts';
import {send, type Ending, type PlainSession} from './session.ts';

type WriteOverlay = Extract<Overlay, {type: 'write'}>;

async function command(session: PlainSession, name: Command): Promise<void> {
	await send(session, {type: 'command', command: name, now: session.now()});
}

/** Shows what is missing; a number goes there, Enter goes on to writing. */
export async function review(session: PlainSession): Promise<Ending | undefined> {
	const found = gaps(session.state());
	session.say(['', '== Review', progressLine(session.state())]);
	session.say(gapLines(session.state()));
	const reply = await session.ask.line(
		found.length === 0 ? 'Enter writes the document' : 'A number goes there, Enter writes the document as it is',
	);
	if (reply === undefined) return {type: 'end'};
	if (parseCommand(reply)) return {type: 'command', line: reply};
	const text = reply.trim();
	if (text === '') {
		await command(session, 'document.write');
		return undefined;
	}
	if (/^\d+$/.test(text)) return {type: 'command', line: `:goto ${text}`};
	session.say([`  "${text}" is none of the numbers.`]);
	return undefined;
}

/** One step of writing. */
export async function writeSteps(session: PlainSession, overlay: WriteOverlay): Promise<Ending | undefined> {
	if (overlay.problem)
		session.say([
			`  ! ${overlay.problem.summary}`,
			...(overlay.problem.next === undefined ? [] : [`    ${overlay.problem.next}`]),
		]);
	switch (overlay.step) {
		case 'path':
			return typed(session, overlay, `Write to (Enter: ${textOf(overlay.path)})`);
		case 'branch':
			return typed(session, overlay, 'New branch (Enter: the one that there is)');
		case 'message':
			return message(session, overlay);
		case 'refused':
			session.say([
				'  These answers cannot stand in the document; written without them, the draft keeps them:',
				...refused(session.state(), overlay.finish).map(({problem}) => `    ${problem.summary}`),
			]);
			return decided(session, 'Go to the first of them?', true);
		case 'finish':
			session.say([
				'  Left out of the finished document, for nobody has begun them:',
				...leftOutByFinishing(session.state()).map(title => `    ${title}`),
			]);
			return decided(session, 'Finish it so?', true);
		case 'conflict':
			return conflict(session, overlay);
		case 'overwrite':
			session.say(differenceLines(session, overlay));
			return decided(session, `${textOf(overlay.path)} exists. Overwrite it?`, false);
		case 'commit':
			if (overlay.repository?.problem) {
				const {summary, next} = overlay.repository.problem;
				session.say([
					`  It can be written, but not committed: ${summary}`,
					...(next === undefined ? [] : [`  ${next}`]),
				]);
				return decided(session, 'Write it without a commit?', true);
			}
			session.say(overlay.repository ? commitLines(overlay.repository) : []);
			return decided(session, `Commit it to ${overlay.repository?.branch ?? 'this repository'}?`, false);
		case 'working':
			return changed(session, overlay);
	}
}

/** What would be committed, and where. */
function commitLines({path, folder, isSubmodule, facts}: Destination): readonly string[] {
	const where = folder === undefined ? '' : ` in the git repository ${folder}`;
	return [
		`  Only ${path} is committed${where}; whatever else is staged or changed there stays as it is.`,
		...(isSubmodule === true ? ['  It lies in a submodule; the repository above it stays as it is.'] : []),
		...(facts?.lastMessage === undefined
			? []
			: ['  It goes into your last commit, which holds only this file and is not pushed.']),
	];
}

function differenceLines(session: PlainSession, overlay: WriteOverlay): readonly string[] {
	const {difference} = session.options;
	if (!difference || !overlay.existing) return [];
	return difference(overlay.existing.text, settledText(session.state(), overlay));
}

const ways = [
	['conflict.mine', 'mine: replace the file; the difference is shown first'],
	['conflict.theirs', 'theirs: leave the file as it is; the draft keeps your answers'],
	['conflict.both', 'both: bring them together; shown before it is written'],
] as const;

/** The file was changed on disk meanwhile: what changed there, and what is to become of it. */
async function conflict(session: PlainSession, overlay: WriteOverlay): Promise<Ending | undefined> {
	const {opened} = session.state();
	const merged = broughtTogether(session.state(), overlay);
	session.say([
		`  ${textOf(overlay.path)} was changed on disk since it was opened here:`,
		...(opened && overlay.existing ? (session.options.difference?.(opened.source, overlay.existing.text) ?? []) : []),
		...(merged?.type === 'conflicts' ? conflictLines(merged.conflicts) : []),
	]);
	const there = ways.filter(([name]) => name !== 'conflict.both' || merged?.type === 'merged');
	const reply = await session.ask.choose({
		message: 'Which is to stand in it?',
		options: there.map(([, words]) => words),
		skip: 'another name',
		open: false,
	});
	if (reply === undefined) return {type: 'end'};
	if (typeof reply === 'number') {
		await command(session, there[reply]?.[0] ?? 'view.close');
		return undefined;
	}
	if (parseCommand(reply)) return {type: 'command', line: reply};
	if (reply.trim() === '') await command(session, 'view.close');
	else session.say([`  "${reply}" is none of them.`]);
	return undefined;
}

function conflictLines(conflicts: readonly Conflict[]): readonly string[] {
	return [
		'  Both can not be brought together, for both changed these lines:',
		...conflicts.flatMap(({line, mine, theirs}) => [
			`  line ${line}, mine:`,
			...mine.map(text => `    ${text}`),
			`  line ${line}, theirs:`,
			...theirs.map(text => `    ${text}`),
		]),
	];
}

/** The words of the commit: one line is typed here, and whoever wants more has it in their editor. */
async function message(session: PlainSession, overlay: WriteOverlay): Promise<Ending | undefined> {
	const text = textOf(overlay.message);
	const hasBody = overlay.message.lines.length > 1;
	const branch = textOf(overlay.branch).trim();
	session.say([
		...(hasBody ? ['  The message:', ...overlay.message.lines.map(line => `    ${line}`)] : []),
		...messageNotes(text).map(note => `  ! ${note}`),
		'  :edit opens the message in your editor, for a body too; :branch NAME commits on a new branch.',
	]);
	const place = branch === '' ? '' : ` on the new branch ${branch}`;
	return typed(session, overlay, `Commit message${place} (Enter: ${hasBody ? 'as it stands above' : text})`);
}

async function typed(session: PlainSession, overlay: WriteOverlay, message: string): Promise<Ending | undefined> {
	const reply = await session.ask.line(message);
	if (reply === undefined) return {type: 'end'};
	if (parseCommand(reply)) return {type: 'command', line: reply};
	if (reply.trim() !== '') {
		// Of a message every sign is the author's; blanks around a name are slips.
		const text = overlay.step === 'message' ? literal(reply) : literal(reply).trim();
		if (overlay.step === 'message') session.say(messageNotes(text).map(note => `  ! ${note}`));
		session.dispatch({type: 'edit', edit: {type: 'replace', text}, now: session.now()});
	}
	await command(session, 'list.choose');
	return overlay.step === 'path' ? lookedAt(session, 'path') : undefined;
}

async function decided(session: PlainSession, question: string, initial: boolean): Promise<Ending | undefined> {
	const reply = await session.ask.confirm(question, initial);
	if (reply === undefined) return {type: 'end'};
	if (typeof reply === 'string') return {type: 'command', line: reply};
	const {overlay} = session.state();
	await command(session, reply ? 'confirm.yes' : 'confirm.no');
	const {step} = overlay?.type === 'write' ? overlay : {step: undefined};
	return step === 'finish' || step === 'refused' ? lookedAt(session, step) : undefined;
}

/** Waits where the machine has asked what stands at the path and has no answer yet: it is still at the same step. */
async function lookedAt(session: PlainSession, step: 'path' | 'refused' | 'finish'): Promise<undefined> {
	const {overlay} = session.state();
	const isWaiting = overlay?.type === 'write' && overlay.step === step && !overlay.problem;
	return isWaiting ? changed(session, overlay) : undefined;
}

/** Resolves when the overlay is another, or the wizard is over. */
async function changed(session: PlainSession, overlay: Overlay): Promise<undefined> {
	const {store} = session.options;
	const isDone = (): boolean => store.getState().overlay !== overlay || store.getState().outcome !== undefined;
	if (isDone()) return undefined;
	await new Promise<void>(resolve => {
		const stop = store.subscribe(() => {
			if (!isDone()) return;
			stop();
			resolve();
		});
	});
	return undefined;
}
