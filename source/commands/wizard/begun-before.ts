/**
 * Work that was begun before: a draft of the same document that is not finished, or one that another process has open.
 * What becomes of it is the author's to say before the first field, so that no draft ever has two writers.
 */

import {hostname} from 'node:os';
import {resolve} from 'node:path';
import {now} from '../../adapters/clock/index.ts';
import type {DraftContent, DraftEntry, DraftHeader} from '../../adapters/drafts/index.ts';
import {exitCodes, failure, success, type ExitCode, type Result} from '../../core/problem.ts';
import type {QuestionData, Reply} from '../../ui/index.ts';
import type {Context} from '../context.ts';
import {look} from '../drafts.ts';
import type {SessionRequest} from '../wizard-request.ts';
import {ageWords} from './home-data.ts';
import {draftsOf, headerFor, newestOf} from './session.ts';

/** A question about a draft that there is already. */
export type Doubt = {
	readonly question: QuestionData;
	/** What each of its answers asks for. */
	readonly requests: readonly SessionRequest[];
	/** What is done where nobody can be asked. */
	readonly unasked: Result<SessionRequest>;
};

/** What is to be asked before the session that is wished for; undefined where nothing is. */
export function doubtAbout(request: SessionRequest, context: Context): Doubt | undefined {
	const listed = draftsOf(context).listDrafts();
	if (!listed.ok) return undefined;
	const {drafts} = listed.value;
	if (request.type === 'resume') {
		const named = request.draft;
		const found = named === undefined ? newestOf(drafts) : only(drafts.filter(({id}) => id.startsWith(named)));
		return found && isHeld(found) ? aboutHeld(found, request, context) : undefined;
	}

	const header = headerFor(request, context);
	const others = drafts.filter(draft => !draft.finished && isSameWork(header, draft));
	const held = others.find(isHeld);
	if (held) return aboutHeld(held, request, context);
	const [newest] = others;
	return newest && aboutUnfinished(newest, request, context);
}

/** Asks, and gives the request that the author chose; or the code to end with where they left. */
export async function settle(
	request: SessionRequest,
	ask: ((question: QuestionData) => Promise<Reply>) | undefined,
	context: Context,
): Promise<Result<SessionRequest> | {readonly code: ExitCode}> {
	const doubt = doubtAbout(request, context);
	if (!doubt) return success(request);
	if (!ask) return doubt.unasked;
	const reply = await ask(doubt.question);
	if (reply.type === 'quit') return {code: reply.isInterrupted ? exitCodes.interrupted : exitCodes.done};
	return success(doubt.requests[reply.index] ?? request);
}

type Held = DraftEntry & {readonly holder: NonNullable<DraftEntry['holder']>};

function isHeld(draft: DraftEntry): draft is Held {
	return draft.holder !== undefined;
}

function only<T>(some: readonly T[]): T | undefined {
	return some.length === 1 ? some[0] : undefined;
}

function aboutHeld(draft: Held, request: SessionRequest, context: Context): Doubt {
	const {id, holder} = draft;
	const {wishes} = request;
	const isHere = holder.host === hostname();
	const where = isHere ? `process ${holder.pid}` : `process ${holder.pid} on ${holder.host}`;
	// A document that has its place is begun once; without one it is a document of its own.
	const hasPlace = request.type === 'open' || wishes.target !== undefined;
	const ways: readonly (Way | undefined)[] = [
		isHere
			? {
					label: 'Take it over',
					detail: 'go on here with all it has saved; nothing more is saved there',
					request: {type: 'resume', draft: id, from: holder.pid, wishes},
				}
			: undefined,
		{
			label: 'Read only',
			detail: 'look at what it has saved, and change nothing',
			request: {type: 'resume', draft: id, readOnly: `Read only: the draft is open in ${where}.`, wishes},
		},
		request.type === 'new' && !hasPlace
			? {label: 'Begin anew', detail: 'another document, with a draft of its own', request}
			: undefined,
	];
	const said = `This is open in ${where} too (draft ${id}).`;
	return {
		...asked(
			'It is open in another window',
			[
				`${named(draft, context)} is open in ${where}, and was saved ${ageWords(draft.updated, now())}. Only one window may write a draft.`,
			],
			ways,
		),
		unasked:
			request.type === 'resume'
				? success(request)
				: hasPlace
					? failure({
							code: 'draft.locked',
							summary: `The draft ${id} of this is open in another process (${holder.pid}).`,
							next: 'Go on there, or close it and try again.',
							exit: exitCodes.locked,
						})
					: success(withNews(request, said)),
	};
}

function aboutUnfinished(
	draft: DraftEntry,
	request: Exclude<SessionRequest, {type: 'resume'}>,
	context: Context,
): Doubt {
	const {required} = look(draft, context);
	const {id} = draft;
	const about = `${required.answered} of ${required.total} required answers, saved ${ageWords(draft.updated, now())}`;
	const hasGiven = request.type === 'new' && request.answers.size > 0;
	return {
		...asked(
			'Go on with what you began?',
			[`There is an unfinished draft of this: ${named(draft, context)}, ${about}.`],
			[
				{
					label: 'Resume it',
					detail: hasGiven ? 'without the answers that were given now' : 'go on at the field where you left',
					request: {type: 'resume', draft: id, wishes: request.wishes},
				},
				{label: 'Begin anew', detail: 'the earlier draft is kept', request},
			],
		),
		unasked: success(withNews(request, `An earlier draft of this is kept: specwright resume ${id}`)),
	};
}

type Way = {readonly label: string; readonly detail: string; readonly request: SessionRequest};

function asked(
	heading: string,
	words: readonly string[],
	ways: readonly (Way | undefined)[],
): Pick<Doubt, 'question' | 'requests'> {
	const there = ways.filter(way => way !== undefined);
	return {
		question: {heading, words, answers: there.map(({label, detail}) => ({label, detail}))},
		requests: there.map(({request}) => request),
	};
}

function named(draft: DraftContent, context: Context): string {
	const {title} = look(draft, context);
	return title === '' ? `${draft.header.template.name}, without a title yet` : `“${title}”`;
}

function withNews<Request extends Exclude<SessionRequest, {type: 'resume'}>>(request: Request, said: string): Request {
	return {...request, news: [said, ...(request.news ?? [])]};
}

/** Whether a draft is for the same template and target, or for the same document. */
function isSameWork(header: DraftHeader, {header: other, records}: DraftContent): boolean {
	const folder = other.folder ?? other.root;
	if ((header.document === undefined) !== (other.document === undefined)) return false;
	if (header.document && other.document)
		return resolve(folder, other.document.path) === resolve(header.folder ?? '', header.document.path);
	if (header.template.name !== other.template.name || header.root !== other.root) return false;
	const target = records.findLast(({type}) => type === 'target');
	const path = target?.type === 'target' ? target.path : other.target;
	return header.target === undefined || path === undefined
		? header.target === path
		: resolve(folder, path) === resolve(header.folder ?? '', header.target);
}
