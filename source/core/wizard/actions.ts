/** What comes into the machine, commands and other actions, and what it wishes for in turn, its effects. */

import type {PathFacts} from '../checks/index.ts';
import type {Problem} from '../problem.ts';
import type {Edit} from '../text/types.ts';
import type {Committed, Context, Destination} from './types.ts';

/** What the user wants; keymap/ binds keys to these. */
export type Command =
	| 'field.next'
	| 'field.previous'
	| 'field.defer'
	| 'field.reset'
	| 'field.not-applicable'
	| 'field.keep'
	| 'field.keep-all'
	| 'field.remove'
	| 'field.use-default'
	| 'field.complete'
	| 'field.editor'
	| 'field.read-as'
	| 'field.undo'
	| 'field.redo'
	| 'section.next'
	| 'section.previous'
	| 'section.not-applicable'
	| 'section.leave-out'
	| 'gap.next'
	| 'instance.add'
	| 'instance.duplicate'
	| 'instance.remove'
	| 'instance.up'
	| 'instance.down'
	| 'cell.next'
	| 'cell.previous'
	| 'cell.up'
	| 'cell.down'
	| 'row.add'
	| 'row.duplicate'
	| 'row.remove'
	| 'row.up'
	| 'row.down'
	| 'view.outline'
	| 'view.preview'
	| 'view.help'
	| 'view.about'
	| 'view.difference'
	| 'view.palette'
	| 'view.review'
	| 'view.close'
	| 'view.redraw'
	| 'list.up'
	| 'list.down'
	| 'list.page-up'
	| 'list.page-down'
	| 'list.first'
	| 'list.last'
	| 'list.choose'
	| 'list.toggle'
	| 'list.filter'
	| 'list.show'
	| 'document.write'
	| 'draft.save'
	| 'wizard.quit'
	| 'wizard.interrupt'
	| 'wizard.suspend'
	| 'write.branch'
	| 'write.body'
	| 'wizard.in-lines'
	| 'confirm.yes'
	| 'confirm.no'
	| 'conflict.mine'
	| 'conflict.theirs'
	| 'conflict.both';

export type Action =
	/** A bound command. `now` is ISO 8601 with offset. */
	| {readonly type: 'command'; readonly command: Command; readonly now: string}
	/** A change of the text in hand (the field's, or the overlay's own input). */
	| {readonly type: 'edit'; readonly edit: Edit; readonly now: string}
	/** An option, row or gap taken by its number in the list that is shown. */
	| {readonly type: 'choose'; readonly index: number; readonly now: string}
	| {readonly type: 'go'; readonly field: string; readonly now: string}
	/** A line to be shown until the next key, of what only the screen knows: that a key means nothing here. */
	| {readonly type: 'told'; readonly text: string}
	| {readonly type: 'resize'; readonly columns: number; readonly rows: number}
	/** What is known of the author and the place came in; it is gathered while the first screen is shown already. */
	| {readonly type: 'context.gathered'; readonly context: Partial<Context>}
	/** Another mode goes on with what the full screen was left with. */
	| {readonly type: 'reopened'}
	/** From effects. `target.proposed` says where a file of the proposed name would not take another's place. */
	| {readonly type: 'target.proposed'; readonly name: string; readonly path: string}
	| {readonly type: 'paths.looked-up'; readonly paths: PathFacts}
	| {readonly type: 'draft.saved'; readonly revision: number; readonly at: string}
	| {readonly type: 'draft.failed'; readonly problem: Problem}
	| {
			readonly type: 'target.looked-at';
			readonly path: string;
			readonly existing?: {readonly text: string; readonly version: string};
			/** True where it is the document that was opened, with another text than it had then. */
			readonly isChanged?: boolean;
			readonly repository?: Destination;
			/** Why nothing can be written there. */
			readonly problem?: Problem;
	  }
	| {readonly type: 'target.compared'; readonly path: string; readonly existing?: string; readonly problem?: Problem}
	| {readonly type: 'document.written'; readonly path: string; readonly commit?: Committed; readonly problem?: Problem}
	| {readonly type: 'document.failed'; readonly problem: Problem}
	| {readonly type: 'editor.closed'; readonly text?: string; readonly problem?: Problem; readonly now: string};

/** A wish for input or output. */
export type Effect =
	/**
	 * Save what changed since the last save (draft.ts says what that is), durably; answer with `draft.saved` or
	 * `draft.failed`. An urgent one at once, any other when the author pauses.
	 */
	| {readonly type: 'draft.save'; readonly urgent: boolean}
	/** Find a path for a new file of that name that takes no other's place; answer with `target.proposed`. */
	| {readonly type: 'target.propose'; readonly name: string}
	| {readonly type: 'target.look'; readonly path: string}
	/** Read the file at the document's path, to show what would change in it; answer with `target.compared`. */
	| {readonly type: 'target.compare'; readonly path: string}
	/**
	 * Look up the paths that link fields name; answer with `paths.looked-up`. Where it is not urgent, when the author pauses:
	 * half a path leads nowhere.
	 */
	| {readonly type: 'paths.look-up'; readonly urgent: boolean}
	/** Write the document, then commit it if `message` is given. */
	| {
			readonly type: 'document.write';
			readonly path: string;
			readonly text: string;
			/** The version that the author agreed to overwrite. */
			readonly replaces?: string;
			/** Commit with this message. */
			readonly message?: string;
			/** Commit on a new branch of this name. */
			readonly branch?: string;
			/** True where the file is without some answers, so that the draft still has work in it. */
			readonly keepsDraft?: boolean;
	  }
	/** `name` is the file's where editors know one by it; else it ends with `extension`. */
	| {readonly type: 'editor.open'; readonly text: string; readonly extension?: string; readonly name?: string}
	| {readonly type: 'redraw'}
	| {readonly type: 'suspend'}
	| {readonly type: 'exit'; readonly status: 'quit' | 'written' | 'interrupted'};
