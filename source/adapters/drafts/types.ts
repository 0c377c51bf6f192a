import type {NeedWords} from '../../core/form/types.ts';
import type {Problem, Result} from '../../core/problem.ts';
import type {DraftRecord, TemplateRef} from '../../core/wizard/types.ts';

/** What a draft's first line says. It holds the whole template, so that the draft outlives the template's file. */
export type DraftHeader = {
	/** The version of the program that made it. */
	readonly app: string;
	/** The template, with its whole text. */
	readonly template: TemplateRef & {readonly source: string};
	/** The words for requirement that it was read with, beside the known ones: it is read with the same again. */
	readonly words?: NeedWords;
	/** The folder that the wizard was started in, or its repository's top. */
	readonly root: string;
	/** The folder it was begun in, which paths are relative to; drafts of an older program do not say. */
	readonly folder?: string;
	/** Where the document was to be written when the draft was made; a `target` record says where now. */
	readonly target?: string;
	/** The document that was opened, where one was: its path, its version and its text then. */
	readonly document?: {readonly path: string; readonly version: string; readonly source: string};
	/** ISO 8601 with offset. */
	readonly created: string;
};

/** A draft as it stands on the disk. */
export type DraftContent = {
	readonly id: string;
	readonly header: DraftHeader;
	/** In the order they were saved. */
	readonly records: readonly DraftRecord[];
	/** When the last record was saved; the creation where there is none. */
	readonly updated: string;
	/** True where the end of the file could not be read: a crash, a full disk or a stranger cut it. */
	readonly torn: boolean;
};

/** A draft in a list. */
export type DraftEntry = DraftContent & {
	/** The process that has it open, where one has. */
	readonly holder?: {readonly pid: number; readonly host: string};
	/** True where the document was written and nothing was changed since. */
	readonly finished: boolean;
};

/** A draft that this process holds. */
export type Draft = {
	readonly id: string;
	readonly path: string;
	/**
	 * Saves records; when it succeeds they survive `kill -9` and a loss of power. On failure none of them is saved, what
	 * was saved before still is, and the next call tries afresh: give the failed records again with it.
	 */
	append(records: readonly DraftRecord[]): Result<{readonly at: string}>;
	/** Says that the document was written; the draft then goes after 14 days unless it is changed again. */
	markWritten(path: string, hash?: string): Result<{readonly at: string}>;
	/** Lets go of the draft. Safe to call twice. */
	close(): void;
};

export type OpenedDraft = DraftContent & {
	readonly draft: Draft;
	/** Where the unreadable end was kept, when there was one. */
	readonly kept?: string;
	/** True where its last holder did not let go of it: it crashed or was killed. */
	readonly fromCrash: boolean;
};

export type DraftList = {
	/** Newest first. */
	readonly drafts: readonly DraftEntry[];
	/** Files that are drafts but can't be read, and why. */
	readonly unreadable: readonly {readonly id: string; readonly problem: Problem}[];
};
