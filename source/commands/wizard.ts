/** The interactive part: the composition root that gives the wizard its screen, its draft and its files. */

import {settingsStore, type Settings} from '../adapters/settings/index.ts';
import {exitCodes, success, type ExitCode, type Result} from '../core/problem.ts';
import type {Outcome} from '../core/wizard/index.ts';
import type {Screen} from '../ui/index.ts';
import {loadSettings} from './user-settings.ts';
import type {Context} from './context.ts';
import {keepFormsFor} from './kept-forms.ts';
import type {Autosave} from './wizard/autosave.ts';
import {gatherContext, type Gathering} from './wizard/context-facts.ts';
import {doubtAbout, settle} from './wizard/begun-before.ts';
import {farewell} from './wizard/farewell.ts';
import {loadFullScreen, openFullScreen, terminalOver, type HeldTerminal} from './wizard/full-screen.ts';
import {homeData} from './wizard/home-data.ts';
import {watchOver} from './wizard/lifecycle.ts';
import {terminalInLines} from './wizard/lines-terminal.ts';
import {chooseMode} from './wizard/mode.ts';
import {askInLines, chooseInLines, questionInLines} from './wizard/prompts.ts';
import {beginSession, draftsOf, resumeSession, type Session} from './wizard/session.ts';
import {run, type Running} from './wizard/running.ts';
import {withKeyNews} from './wizard/key-news.ts';
import {offerRepair} from './wizard/repair.ts';
import {projectDocuments} from './wizard/project-documents.ts';
import {requestFor} from './wizard/requests.ts';
import {aboutTroubles, commitTroubles, documentTroubles, withTroubles} from './wizard/troubles.ts';
import {projectProblem} from './project-settings.ts';
import type {SessionRequest, WizardRequest, Wishes} from './wizard-request.ts';
import {holdYoungGeneration} from './young-generation.ts';

/** How long the first screen has to be drawn before anything is looked up, in milliseconds. */
const firstFrame = 150;

/** Runs the wizard for a request and gives the exit code. Whatever happens, what was typed is in the draft. */
export async function runWizard(request: WizardRequest, context: Context): Promise<ExitCode> {
	holdYoungGeneration();
	const settings = loadSettings(context);
	keepFormsFor(context);
	// Drafts of documents that were written two weeks ago go, and so does what a crash left half written.
	draftsOf(context).sweep();
	return chooseMode(request.wishes, context) === 'screen'
		? onScreen(request, settings, context)
		: inLines(request, settings, context);
}

async function onScreen(request: WizardRequest, settings: Settings, context: Context): Promise<ExitCode> {
	// A failure is told by the call that waits for it.
	loadFullScreen(context).catch(() => {});
	// What can fail does so before the screen is taken, unless something must be asked first.
	const early = isChosen(request) && !doubtAbout(request, context) ? sessionFor(request, settings, context) : undefined;
	if (early && !early.ok) return refused(early, context);
	const screen = await openFullScreen(request.wishes, settings, context);
	let session: Session | undefined = early?.value;
	let autosave: Autosave | undefined;
	let gathering: Gathering | undefined;
	let terminal: HeldTerminal = terminalOver(screen, context.output);
	const release = watchOver(
		{
			save: () => autosave?.now(),
			async restore() {
				// A screen that is closed before it is back would put the cursor where it was before git spoke.
				await terminal.back();
				await screen.close();
			},
			isAway: () => terminal.isAway(),
			resume: () => resumeCommand(session),
		},
		context,
	);
	try {
		if (!early) {
			const made = await chosenSession(screen, request, settings, context);
			if (!made.ok) {
				await screen.close();
				return refused(made, context);
			}

			if ('code' in made.value) {
				await screen.close();
				return made.value.code;
			}

			session = made.value.session;
		}

		if (!session) return 0;
		const troubles = aboutTroubles(session, await commitTroubles(session, request.wishes, context));
		const reply = troubles && (await screen.ask(troubles));
		if (reply?.type === 'quit') {
			await screen.close();
			return reply.isInterrupted ? exitCodes.interrupted : exitCodes.done;
		}

		const running = run(session, () => terminal, request.wishes, settings, context);
		autosave = running.autosave;
		const answering = screen.wizard(running.store);
		// The wizard stands by now; what is gathered would have it drawn twice before it is seen.
		gathering = gatherContext(running.store, session, context, firstFrame);
		const outcome = await answering;
		running.autosave.now();
		await screen.close();
		rememberFirstRun(settings, context);
		// What the screen said at its beginning went with it.
		for (const line of session.news) context.output.say(line);
		if (outcome.type === 'in-lines') {
			terminal = terminalInLines();
			// Ink lets the input go when it ends, and nothing else keeps the process alive between two questions.
			process.stdin.ref();
			running.store.dispatch({type: 'reopened'});
			await gathering.done;
			return await askToTheEnd(running, session, {...request.wishes, isPlain: true}, context);
		}

		return leave(outcome, running.status(), session, context);
	} catch (error) {
		// Told by whoever runs the command, and that must stand on the main screen, with the draft saved.
		try {
			autosave?.now();
		} catch {
			// The first error is the one to tell.
		}

		await screen.close();
		throw error;
	} finally {
		release();
		gathering?.stop();
		autosave?.stop();
		session?.draft()?.close();
	}
}

/** The session that the author chooses, or the code to end with where they leave. */
async function chosenSession(
	screen: Screen,
	wished: WizardRequest,
	settings: Settings,
	context: Context,
): Promise<Result<{readonly session: Session} | {readonly code: ExitCode}>> {
	const chosen = isChosen(wished) ? success(wished) : await chosenRequest(screen, wished, context);
	if ('code' in chosen) return success(chosen);
	const request = chosen.ok ? await settle(chosen.value, async question => screen.ask(question), context) : chosen;
	if ('code' in request) return success(request);
	const made = request.ok ? sessionFor(request.value, settings, context) : request;
	return made.ok ? success({session: made.value}) : made;
}

function isChosen(request: WizardRequest): request is SessionRequest {
	return request.type !== 'home' && request.type !== 'pick';
}

/** What the author chooses on the first screens. */
async function chosenRequest(
	screen: Screen,
	{type, wishes}: WizardRequest,
	context: Context,
): ReturnType<typeof requestFor> {
	const data = homeData(context);
	const looking = new AbortController();
	const found = type === 'pick' ? undefined : projectDocuments(data.documents, context, looking.signal, firstFrame);
	const choice = await screen.start(data, {templatesFirst: type === 'pick', ...(found ? {found} : {})}).finally(() => {
		looking.abort();
	});
	if (choice.type === 'quit') return {code: choice.isInterrupted ? exitCodes.interrupted : exitCodes.done};
	return requestFor(
		choice,
		wishes,
		async one => offerRepair(one, async question => screen.ask(question), context),
		context,
	);
}

async function inLines(request: WizardRequest, settings: Settings, context: Context): Promise<ExitCode> {
	const wished = await requestInLines(request, context);
	if ('code' in wished) return wished.code;
	const chosen = wished.ok
		? await settle(wished.value, questionInLines(wished.value.wishes, context), context)
		: wished;
	if ('code' in chosen) return chosen.code;
	const made = chosen.ok ? sessionFor(chosen.value, settings, context) : chosen;
	if (!made.ok) return refused(made, context);
	const session = made.value;
	const terminal = terminalInLines();
	const running = run(session, () => terminal, request.wishes, settings, context);
	const gathering = gatherContext(running.store, session, context);
	const release = watchOver(
		{
			save: () => running.autosave.now(),
			// The terminal has put ^C behind what was typed last.
			restore: async () => (context.stdinIsTerminal ? context.output.say('') : undefined),
			isAway: () => terminal.isAway(),
			resume: () => resumeCommand(session),
		},
		context,
	);
	try {
		// The author's own settings told theirs when they were read.
		projectProblem(session.folder, context);
		const refusal = await commitTroubles(session, request.wishes, context);
		for (const line of [...session.news, ...documentTroubles(session), ...refusal]) context.output.say(line);
		// Lines that are said can't be said again: the first question has all that is known.
		await gathering.done;
		return await askToTheEnd(running, session, request.wishes, context);
	} finally {
		release();
		gathering.stop();
		running.autosave.stop();
		session.draft()?.close();
	}
}

/** Asks until the author is done, and says goodbye; gives the exit code, 1 where the input ended before that. */
async function askToTheEnd(running: Running, session: Session, wishes: Wishes, context: Context): Promise<ExitCode> {
	const {outcome, endOfInput} = await askInLines(running.store, running.settled, wishes, context);
	running.autosave.now();
	const code = leave(outcome, running.status(), session, context);
	return endOfInput && code === 0 ? 1 : code;
}

/** The request where it leaves nothing to choose, else what is chosen from a list; or the code to end with. */
async function requestInLines(
	request: WizardRequest,
	context: Context,
): Promise<Result<SessionRequest> | {readonly code: ExitCode}> {
	if (isChosen(request)) return success(request);
	const {wishes} = request;
	const choice = await chooseInLines(request, context);
	if (choice === undefined) return {code: exitCodes.done};
	return requestFor(choice, wishes, async one => offerRepair(one, questionInLines(wishes, context), context), context);
}

function sessionFor(request: SessionRequest, settings: Settings, context: Context): Result<Session> {
	const made =
		request.type === 'resume' ? resumeSession(request, settings, context) : beginSession(request, settings, context);
	return made.ok ? success(withTroubles(withKeyNews(made.value, settings), context)) : made;
}

function leave(
	outcome: Outcome,
	status: 'quit' | 'written' | 'interrupted',
	session: Session,
	{output}: Context,
): ExitCode {
	const code = farewell(outcome, session.draft()?.id, output);
	return status === 'interrupted' ? exitCodes.interrupted : code;
}

function resumeCommand(session: Session | undefined): string | undefined {
	const id = session?.draft()?.id;
	return id === undefined ? undefined : `specwright resume ${id}`;
}

function refused({problem}: Extract<Result<unknown>, {ok: false}>, {output}: Context): ExitCode {
	output.problem(problem);
	return problem.exit;
}

function rememberFirstRun({firstRunSeen}: Settings, {env}: Context): void {
	// Settings are no one's only copy of anything: where they can't be written, the lines are shown once more.
	if (!firstRunSeen) void settingsStore(env).save({firstRunSeen: true});
}
