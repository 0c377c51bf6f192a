/**
 * A text being edited: immutable, so that an undo or a preview is only a reference kept. Positions are a logical line
 * and a column in graphemes (what a person calls a character); drawing works in cells.
 */

export type Position = {readonly line: number; readonly column: number};

export type Selection = {readonly anchor: Position; readonly head: Position};

export type TextBuffer = {
	readonly lines: readonly string[];
	readonly multiline: boolean;
	readonly cursor: Position;
	/** Where a selection began, when there is one. */
	readonly anchor?: Position;
	/** The cell column that up and down try to keep. */
	readonly goal?: number;
	readonly history: History;
	/** The last killed text, for yank. It is handed from one text to the next by whoever has several. */
	readonly killed: string;
	/** True behind a kill: another one adds to `killed`, as in readline. */
	readonly isKilling?: true;
};

export type Snapshot = {readonly lines: readonly string[]; readonly cursor: Position};

/** Undo and redo stacks; `batch` names the run of like edits that one undo takes back, `length` how many it has so far. */
export type History = {
	readonly undo: readonly Snapshot[];
	readonly redo: readonly Snapshot[];
	readonly batch?: string;
	readonly length?: number;
};

export type Motion =
	| 'left'
	| 'right'
	| 'up'
	| 'down'
	| 'word-left'
	| 'word-right'
	| 'line-start'
	| 'line-end'
	| 'page-up'
	| 'page-down'
	| 'text-start'
	| 'text-end';

/** What a key can do to a text. Up and down move by visual rows of `width` cells where a width is given. */
export type Edit =
	| {readonly type: 'insert'; readonly text: string; /** A paste is one batch of its own. */ readonly paste?: boolean}
	| {readonly type: 'newline'}
	| {
			readonly type: 'move';
			readonly motion: Motion;
			readonly extend?: boolean;
			readonly width?: number;
			readonly rows?: number;
	  }
	| {readonly type: 'delete'; readonly motion: Motion}
	| {readonly type: 'kill-line'}
	| {readonly type: 'kill-to-start'}
	| {readonly type: 'kill-word'}
	| {readonly type: 'copy'}
	| {readonly type: 'yank'}
	| {readonly type: 'indent'}
	| {readonly type: 'outdent'}
	| {readonly type: 'move-line'; readonly by: -1 | 1}
	| {readonly type: 'select-all'}
	| {readonly type: 'replace'; readonly text: string}
	| {readonly type: 'undo'}
	| {readonly type: 'redo'};

/**
 * One row of the soft-wrapped view. `from` and `to` are grapheme columns in its line; `text` is as drawn (tabs as
 * spaces, invisible characters by name), `width` its cells.
 */
export type VisualRow = {
	readonly line: number;
	readonly from: number;
	readonly to: number;
	readonly text: string;
	readonly width: number;
};
