/** What a session of the wizard begins with: a blank form, a document that exists, or a draft taken up again. */

import {existsSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {now, today} from '../../adapters/clock/index.ts';
import {
	draftStore,
	type Draft,
	type DraftContent,
	type DraftEntry,
	type DraftHeader,
	type DraftStore,
	type OpenedDraft,
} from '../../adapters/drafts/index.ts';
import type {Settings} from '../../adapters/settings/index.ts';
import type {OwnChecks} from '../../core/checks/index.ts';
import {asDocument, match, readForm} from '../../core/form/index.ts';
import type {Answers, Form, Marker} from '../../core/form/types.ts';
import {failure, success, type Problem, type Result} from '../../core/problem.ts';
import {
	keptOf,
	replay,
	layoutOf,
	start,
	type Kept,
	type Replayed,
	type TemplateRef,
	type WizardState,
} from '../../core/wizard/index.ts';
import type {Context} from '../context.ts';
import {editable} from '../editable.ts';
import {repositoryRoot} from '../catalogs.ts';
import {projectHere} from '../project-settings.ts';
import type {WizardRequest} from '../wizard-request.ts';
import type {Journal} from './autosave.ts';

export type Session = {
	readonly initial: WizardState;
	/** What need not be saved, for it is in the draft, the template or the document already. */
	readonly beginning: Kept;
	readonly journal: Journal;
	/** The draft, once there is one. */
	readonly draft: () => Draft | undefined;
	/** The document that was opened, as it was then. */
	readonly opened: DraftHeader['document'];
	/** The folder that the document's path is relative to. */
	readonly folder: string;
	/** Said before the first question, such as that the last session crashed. */
	readonly news: readonly string[];
};

/** The drafts of whoever runs the program. */
export function draftsOf({env}: Context): DraftStore {
	return draftStore({now, environment: env});
}

type Beginning = Extract<WizardRequest, {type: 'new' | 'open'}>;

/** A session on a blank form or on a document that exists. */
export function beginSession(request: Beginning, settings: Settings, context: Context): Result<Session> {
	const {wishes} = request;
	const header = headerFor(request, context);
	const ground = groundOf(header);
	const begun = start({
		...surroundings(ground, settings, checksFor(header, context)),
		form: request.form,
		answers: request.answers,
		...(request.type === 'open'
			? {target: wishes.target ?? request.path}
			: wishes.target === undefined
				? {}
				: {target: wishes.target}),
		firstRun: !settings.firstRunSeen,
	});
	if (!begun.ok) return begun;
	const initial = begun.value;
	const beginning = {...keptOf(initial), answers: ground.answers, ...layoutOf(ground.form)};
	const {news = []} = request;
	return success({
		initial: announced(initial, news),
		beginning,
		...lazyDraft(header, context),
		opened: header.document,
		folder: context.cwd,
		news,
	});
}

/** What a draft of the request would say of itself. */
export function headerFor(request: Beginning, context: Context): DraftHeader {
	const {source, ...rest} = request.template;
	const {target} = request.wishes;
	return {
		app: context.version,
		template: {...refOf(rest), source},
		...(request.form.words && {words: request.form.words}),
		root: repositoryRoot(context.cwd),
		folder: context.cwd,
		...(target === undefined ? {} : {target}),
		...(request.type === 'open'
			? {document: {path: request.path, version: request.version, source: request.text}}
			: {}),
		created: now(),
	};
}

/** The first of the news stands on the screen until the first key. */
function announced(initial: WizardState, [first]: readonly string[]): WizardState {
	return first === undefined ? initial : {...initial, notice: {tone: 'info', text: first}};
}

/** A session on a draft: the one named, or the newest that is not finished; to go on with it or only to look. */
export function resumeSession(
	{draft: id, from, readOnly}: Extract<WizardRequest, {type: 'resume'}>,
	settings: Settings,
	context: Context,
): Result<Session> {
	const store = draftsOf(context);
	const chosen = id === undefined ? newest(store) : success(id);
	if (!chosen.ok) return chosen;
	const opened = readOnly === undefined ? store.openDraft(chosen.value, from) : looked(store.readDraft(chosen.value));
	if (!opened.ok) return opened;
	const {draft, header, records, fromCrash, kept} = opened.value;
	const ground = groundOf(header);
	const replayed = replay(ground.form, records, ground.answers, ground.opened?.isOwnForm);
	const target = targetOf(replayed, header);
	const begun = start({
		...surroundings(ground, settings, checksFor(header, context)),
		form: replayed.form,
		answers: replayed.answers,
		deferred: replayed.deferred,
		kept: replayed.kept,
		focus: replayed.focus,
		...(target === undefined ? {} : {target}),
		savedAt: opened.value.updated,
		...(readOnly === undefined ? {} : {readOnly}),
	});
	if (!begun.ok) return begun;
	const initial = begun.value;
	const folder = folderOf(header, context);
	const news = [
		...(readOnly === undefined ? [] : [readOnly]),
		...(folder === context.cwd ? [] : [`It was begun in ${folder}; paths are relative to there.`]),
		...(fromCrash ? ['The last session of this draft was not closed properly; everything it had saved is here.'] : []),
		...(kept === undefined ? [] : [`The end of the draft could not be read and was kept as ${kept}.`]),
		...(replayed.orphans.size === 0
			? []
			: [
					`${replayed.orphans.size} answers have no field in this template any more: ${[...replayed.orphans.keys()].join(', ')}.`,
				]),
	];
	return success({
		initial: announced(initial, news),
		beginning: keptOf(initial),
		journal: more => draft?.append(more) ?? failure(notHeld),
		draft: () => draft,
		opened: header.document,
		folder,
		news,
	});
}

/** Paths in the draft mean what they meant where it was begun, as long as there is such a place. */
function folderOf({folder}: DraftHeader, {cwd}: Pick<Context, 'cwd'>): string {
	return folder !== undefined && existsSync(folder) ? folder : cwd;
}

/** How the project that a draft's document lies or will lie in judges it. */
export function checksFor(header: DraftHeader, context: Context): OwnChecks {
	const folder = folderOf(header, context);
	const target = header.document?.path;
	return projectHere(target === undefined ? folder : dirname(resolve(folder, target)), context).settings.checks;
}

/** A draft that is not held. */
function looked(read: Result<DraftContent>): Result<DraftContent & Partial<OpenedDraft>> {
	return read;
}

/** No one sees it: where nothing changes there is nothing to save. */
const notHeld: Problem = {code: 'draft.read-only', summary: 'The draft is only read here.', exit: 5};

/** Of drafts in a list, newest first, the one to go on with where none is named. */
export function newestOf(drafts: readonly DraftEntry[]): DraftEntry | undefined {
	return drafts.find(({finished}) => !finished) ?? drafts[0];
}

function newest(store: DraftStore): Result<string> {
	const listed = store.listDrafts();
	if (!listed.ok) return listed;
	const draft = newestOf(listed.value.drafts);
	if (draft) return success(draft.id);
	return failure({
		code: 'draft.none',
		summary: 'There is no draft to resume.',
		next: 'Begin a document with: specwright new',
		exit: 2,
	});
}

/** The form a draft stands on and what its document said by itself. */
type Ground = {
	readonly form: Form;
	readonly template: TemplateRef;
	readonly answers: Answers;
	readonly opened?: NonNullable<WizardState['opened']>;
	readonly isBegun: boolean;
};

/** What a draft stands on. */
export function groundOf({template, document, words}: DraftHeader): Ground {
	const {source, ...rest} = template;
	const ref = refOf(rest);
	const form = readForm(source, {words});
	if (!document) return {form, template: ref, answers: new Map(), isBegun: true};
	const own = readForm(document.source, {words});
	// A template that was not known when the document was opened has no hash: the document is its own form.
	const known = ref.hash === '' ? undefined : {...ref, source, form};
	const seen = editable({
		path: document.path,
		text: document.source,
		version: document.version,
		marker: own.marker,
		own,
		document: known ? match(form, document.source) : asDocument(own),
		...(known ? {template: known} : {}),
	});
	return {
		form: seen.form,
		template: own.marker ? markedAs(ref, own.marker) : ref,
		answers: seen.answers,
		opened: {answers: seen.answers, isOwnForm: !seen.isTemplates, source: document.source},
		// Only what `new` began has the comment, and only there are dates and the comment itself kept up.
		isBegun: own.marker?.hash !== undefined && seen.isTemplates,
	};
}

/** Where a draft's document is to be written; one that was opened goes back to its place. */
export function targetOf({target}: Pick<Replayed, 'target'>, header: DraftHeader): string | undefined {
	return target ?? header.target ?? header.document?.path;
}

/** The template as the document's comment names it: opening a document does not move it to a newer version. */
function markedAs(ref: TemplateRef, {version, hash}: Marker): TemplateRef {
	return {...ref, ...(version === undefined ? {} : {version}), ...(hash === undefined ? {} : {hash})};
}

function refOf({name, version, hash, origin, path}: TemplateRef): TemplateRef {
	return {name, hash, origin, ...(version === undefined ? {} : {version}), ...(path === undefined ? {} : {path})};
}

/** What is known at once; context-facts.ts gathers the rest while the first screen stands. */
function surroundings(ground: Ground, settings: Settings, checks: OwnChecks) {
	return {
		form: ground.form,
		template: ground.template,
		...(ground.opened ? {opened: ground.opened} : {}),
		context: {
			today: today(),
			marker: settings.marker,
			begun: ground.isBegun,
			checks,
		},
		size: {columns: process.stdout.columns ?? 80, rows: process.stdout.rows ?? 24},
		savedAt: now(),
	};
}

/** A draft that comes into being with the first record, so that looking around leaves nothing behind. */
function lazyDraft(header: DraftHeader, context: Context): Pick<Session, 'journal' | 'draft'> {
	let draft: Draft | undefined;
	return {
		journal(records) {
			if (!draft) {
				const made = draftsOf(context).createDraft(header);
				if (!made.ok) return made;
				draft = made.value;
			}

			return draft.append(records);
		},
		draft: () => draft,
	};
}
