/**
 * The wizard as a pure machine: `update(state, action)` gives the next state and the effects it wishes for. Time, ids
 * and everything read from outside come in with the action, so a list of actions replays a session.
 *
 * State holds no derived data: the document, completeness, messages and outline are selectors over it (select.ts).
 */

import type {OwnChecks, PathFacts} from '../checks/index.ts';
import type {Answer, Answers, Form, Mend, Range, Value} from '../form/types.ts';
import type {Problem} from '../problem.ts';
import type {TextBuffer} from '../text/types.ts';

/** Which template a document is written from. */
export type TemplateRef = {
	/** What the marker and the screen call it. */
	readonly name: string;
	readonly version?: string;
	/** First 12 hex digits of the SHA-256 of its bytes. */
	readonly hash: string;
	readonly origin: 'bundled' | 'project' | 'user' | 'file';
	/** Where it was read from, when it is a file. */
	readonly path?: string;
};

/** What is being typed in the field in hand, by kind of field. */
export type Input =
	/** text, prose, code, date, number, link, person, and lists (a line an item, nested by two spaces). */
	| {
			readonly type: 'text';
			readonly buffer: TextBuffer;
			/** Which of the suggested names the author went to; typing forgets it. */
			readonly suggested?: number;
	  }
	/** choice: `picked` are option indexes; `other` is the free answer where others are allowed. */
	| {
			readonly type: 'choice';
			readonly cursor: number;
			readonly picked: readonly number[];
			readonly other: TextBuffer;
			readonly typingOther: boolean;
	  }
	| {
			readonly type: 'checklist';
			readonly cursor: number;
			readonly items: readonly {readonly id?: string; readonly text: string; readonly done: boolean}[];
			/** Where an item's text is being edited. */
			readonly editing?: TextBuffer;
	  }
	| {
			readonly type: 'table';
			readonly rows: readonly (readonly string[])[];
			readonly row: number;
			readonly column: number;
			/** The cell in hand. */
			readonly cell: TextBuffer;
			/** Which of the names suggested for the cell the author went to; typing and leaving it forget it. */
			readonly suggested?: number;
	  };

/** Which fields the outline lists. */
export type OutlineShow = 'all' | 'required' | 'unfilled' | 'failing';

/** What lies over the form. */
export type Overlay = OverlayKind & {
	/** What it lies over itself: closing it comes back there. */
	readonly under?: Overlay;
};

type OverlayKind =
	| {
			readonly type: 'outline';
			readonly cursor: number;
			readonly filter?: TextBuffer;
			/** All of it unless told. */
			readonly show?: OutlineShow;
	  }
	/** `at` is what of the document is to be seen, where it is not the field in hand. */
	| {readonly type: 'preview'; readonly scroll: number; readonly at?: Range}
	/** `filter` is what is looked for among the keys. */
	| {readonly type: 'help'; readonly scroll: number; readonly filter?: TextBuffer}
	/** Everything there is to say about the field in hand. */
	| {readonly type: 'about'; readonly scroll: number}
	/** What writing now would change in the file at the document's path. */
	| {readonly type: 'difference'; readonly scroll: number; readonly existing: string}
	| {readonly type: 'palette'; readonly query: TextBuffer; readonly cursor: number}
	/** Asks for the reason why a field or section does not apply. */
	| {readonly type: 'not-applicable'; readonly target: string; readonly reason: TextBuffer}
	| {readonly type: 'review'; readonly cursor: number}
	/** Asks how the field in hand is to be read. */
	| {readonly type: 'readings'; readonly cursor: number}
	| {
			readonly type: 'write';
			/**
			 * `refused`, `finish`, `overwrite` and `commit` are questions answered with yes or no; `refused` asks whether to
			 * go to the first answer that can't be written. `conflict` asks for mine, theirs or both of a document that was
			 * changed on disk.
			 */
			readonly step:
				'path' | 'refused' | 'finish' | 'conflict' | 'overwrite' | 'commit' | 'message' | 'branch' | 'working';
			readonly path: TextBuffer;
			/** The commit's subject in the first line, its body below an empty one. */
			readonly message: TextBuffer;
			/** The name of a new branch to commit on; empty for the one that there is. */
			readonly branch: TextBuffer;
			/** What stands at the path now, where something does. */
			readonly existing?: {readonly text: string; readonly version: string};
			/** True when the author chose to commit. */
			readonly commit: boolean;
			/** Where the commit would go, or why it can't. */
			readonly repository?: Destination;
			readonly finish: boolean;
			readonly problem?: Problem;
			/** How far down the difference is read. */
			readonly scroll?: number;
			/** True where what is written has the changes that were made on disk in it. */
			readonly both?: boolean;
	  }
	| {readonly type: 'quit'};

/** Whether what is on the screen is safe on disk. */
export type Saved =
	| {readonly state: 'saved'; readonly at: string}
	| {readonly state: 'saving'}
	| {readonly state: 'unsaved'; readonly problem: Problem}
	/** Nothing is saved, for nothing may be changed; `reason` is a sentence that says why. */
	| {readonly state: 'read-only'; readonly reason: string};

/** What is known of the author and the place, for the answers that are offered. */
export type Context = {
	/** `YYYY-MM-DD` in the author's time zone. */
	readonly today: string;
	/** The author's name, as git has it. */
	readonly author?: string;
	/** Who made the last commits, the most frequent first. */
	readonly people?: readonly string[];
	/** The project's files, from its top; known only where a template asks for evidence. */
	readonly files?: readonly string[];
	/** The web address of the repository. */
	readonly remote?: string;
	/** The name of the project's folder. */
	readonly folder?: string;
	/** What the project's manifest says, and which file that is. */
	readonly package?: {readonly file: string; readonly name?: string; readonly version?: string};
	/** What the author's last documents say, the newest first. */
	readonly earlier?: readonly EarlierAnswer[];
	/** Whether the document ends with the comment that names its template. */
	readonly marker: boolean;
	/** True where the document was begun by `new`; only then dates and other derived text are filled in by themselves. */
	readonly begun: boolean;
	/** How the project judges its documents, where it says so. */
	readonly checks?: OwnChecks;
};

/** An answer of another document that may be wanted again. */
export type EarlierAnswer = {
	/** What was asked there, as `questionOf` tells it. */
	readonly question: string;
	readonly value: Value;
	/** The other document's title. */
	readonly document: string;
};

export type WizardState = {
	/** The template with as many instances of each repeat as the author has. */
	readonly form: Form;
	readonly template: TemplateRef;
	readonly context: Context;
	/** Where a document was opened: its text and what it said. Where the form is its own, only what differs is written. */
	readonly opened?: {readonly answers: Answers; readonly isOwnForm: boolean; readonly source: string};
	readonly answers: Answers;
	/** Fields the author put off; they keep their place in the count. */
	readonly deferred: ReadonlySet<string>;
	/** Prefilled fields that the author confirmed. */
	readonly kept: ReadonlySet<string>;
	/** The field in hand. */
	readonly focus: string;
	readonly input: Input;
	/** The answer, and the input, as they were when the author came to the field or to a part of it, for undo. */
	readonly entered?: {readonly field: string; readonly answer?: Answer; readonly input: Input};
	readonly overlay?: Overlay;
	/** What was cut or copied last, to be put in anywhere. */
	readonly killed: string;
	/** Where the document is to be written, as proposed or chosen. */
	readonly target?: string;
	/** What stands at the paths that link fields name, as far as it was looked up. */
	readonly paths: PathFacts;
	/** Whether the author may still be shown the three lines for a first run. */
	readonly firstRun: boolean;
	/** Goes up with every change of an answer; autosave follows it. */
	readonly revision: number;
	readonly savedRevision: number;
	readonly saved: Saved;
	/** One line that is shown until the next key. */
	readonly notice?: {
		readonly tone: 'info' | 'error';
		readonly text: string;
		/** What undo does to what it tells, where it does; whoever shows it says how to undo. */
		readonly undo?: 'brings it back' | 'takes it back';
	};
	/** Answers as they were, for undo across fields. */
	readonly past: readonly Step[];
	readonly future: readonly Step[];
	readonly size: {readonly columns: number; readonly rows: number};
	/** What is wrong outside of the document, such as in the settings, as sentences; the review has them. */
	readonly troubles?: readonly string[];
	/** Set when the wizard is over. */
	readonly outcome?: Outcome;
};

/** What changes when blocks are added, moved or removed: ids move with them, so it is kept as a whole. */
export type Blocks = Pick<WizardState, 'form' | 'answers' | 'deferred' | 'kept' | 'focus'>;

/** One undoable change: of an answer (at a field or a whole section), or of the blocks. */
export type Step =
	| {
			readonly type: 'answer';
			readonly field: string;
			readonly before: Answer | undefined;
			readonly after: Answer | undefined;
			/** The rows, items or options with the one in hand, where the field has such. */
			readonly inputs?: {readonly before: Input; readonly after: Input};
	  }
	| {readonly type: 'blocks'; readonly before: Blocks; readonly after: Blocks};

export type Outcome =
	| {readonly type: 'quit'}
	/** The author goes on with one question at a time; nothing is closed. `reopened` takes this outcome off. */
	| {readonly type: 'in-lines'}
	| {
			readonly type: 'written';
			readonly path: string;
			readonly commit?: Committed;
			readonly problem?: Problem;
			/** Answers that the file is without; the draft keeps them. */
			readonly refused?: readonly Problem[];
	  };

/** Where a commit would go, or why it can't. */
export type Destination = {
	readonly branch: string;
	/** The file's path, as the repository has it. */
	readonly path: string;
	/** The repository's top folder, as a person names it; undefined where there is none. */
	readonly folder?: string;
	/** All branches that there are, so that a new one is none of them. */
	readonly branches?: readonly string[];
	/** True where it lies in a submodule: the repository above stays as it is. */
	readonly isSubmodule?: boolean;
	/** What its message is proposed from, as far as git could say. */
	readonly facts?: CommitFacts;
	readonly problem?: Problem;
};

/** What a commit's message is proposed from, beside the document's title. */
export type CommitFacts = {
	readonly isNew: boolean;
	/** The file's path, as the repository has it. */
	readonly file: string;
	/** Titles of the sections that changed. */
	readonly sections?: readonly string[];
	/** The first line's pattern, as the settings have it. */
	readonly pattern?: string;
	/** The last commit's message, where that commit is made anew. */
	readonly lastMessage?: string;
};

export type Committed = {
	readonly hash: string;
	readonly branch: string;
	readonly notes: readonly string[];
	/** False where HEAD held the very file already and no new commit was needed. */
	readonly isNew: boolean;
	/** The commands that share it, in their order; none where there is nowhere to push it to. */
	readonly next: readonly string[];
};

/** What a draft's journal holds, one record a line. */
export type DraftRecord =
	/** Without `answer` the answer is taken back. What is typed counts as an answer at once, valid or not. */
	| {readonly type: 'answer'; readonly id: string; readonly answer?: Answer}
	| {readonly type: 'place'; readonly id: string}
	/** With `order` where blocks have titles of their own: their ids, as they stand. */
	| {
			readonly type: 'count';
			readonly repeat: string;
			readonly instances: number;
			readonly order?: readonly string[];
	  }
	| {readonly type: 'mark'; readonly id: string; readonly mark: 'deferred' | 'kept' | 'none'}
	/** Without `mend` the field or section is read as it was at first. */
	| {readonly type: 'mend'; readonly id: string; readonly mend?: Mend}
	| {readonly type: 'target'; readonly path: string}
	| {readonly type: 'written'; readonly path: string; readonly hash?: string};
