/** Keys as data: what is pressed, where it counts, what it does. */

import type {Command, Edit} from '../core/wizard/index.ts';

/** Where keys are live by what lies over the form. */
export const overlayScopes = [
	'list',
	'goal',
	'deed',
	'browse',
	'outline',
	'review',
	'narrowed',
	'keys',
	'reading',
	'pages',
	'prompt',
	'subject',
	'body',
	'commit',
	'confirm',
	'conflict',
	/** Such a conflict that can be brought together. */
	'mergeable',
] as const;

/** Where keys are live before the form: home, the template picker and questions that are asked there. */
export const startScopes = [
	'numbered',
	'outlined',
	'unasked',
	'outermost',
	'home',
	'entries',
	'several',
	'found',
	'finder',
	'start',
] as const;

/** Takes the entry of a list whose place is that of the pressed key among the binding's: its third key the third entry. */
export type Pick = {readonly type: 'pick'};

/** Takes the next option that begins with the pressed letter. */
export type ByLetter = {readonly type: 'letter'};

/** Where keys are live. An innermost scope is asked first; scopes.ts says which are live in a state. */
export type Scope =
	/** Live in the whole wizard. */
	| 'wizard'
	/** Live everywhere while something is not saved. */
	| 'unsaved'
	/** Live while the window has no room for the form. */
	| 'no-room'
	/** Live while a field is in hand. */
	| 'field'
	/** Live while words of the author's own are typed in the field in hand. */
	| 'words'
	/** Live in a block that the author may have several of. */
	| 'block'
	/** Live at a field whose text the template brings, and where it brings any in the whole form. */
	| 'prefilled'
	| 'bringing'
	/** Live at what the template brings and asks nothing in, and where that is a list. */
	| 'boilerplate'
	| 'brought-list'
	/** By what the field in hand takes. */
	| 'offer'
	| 'suggestions'
	| 'suggested'
	/** A cell for a person, while names are suggested for it. */
	| 'name-cell'
	| 'line'
	| 'lines'
	/** Lines whose indentation means something: lists and code. */
	| 'nested'
	| 'date'
	| 'number'
	| 'choice'
	| 'one-of'
	| 'any-of'
	| 'other'
	| 'checklist'
	| 'ticks'
	| 'items'
	| 'table'
	| 'option-cell'
	| 'date-cell'
	| 'number-cell'
	| 'rows'
	/** Live wherever text is typed. */
	| 'text'
	| (typeof overlayScopes)[number]
	| (typeof startScopes)[number];

export type Binding = {
	readonly scope: Scope;
	/**
	 * Names as the input reader gives them: `ctrl+o`, `shift+tab`, `alt+up`, `enter`, `space`, `a`; `letter` is any
	 * character. The first is shown.
	 */
	readonly keys: readonly string[];
	readonly does: Command | Edit | Pick | ByLetter;
	/** What it does, for the help and the README. */
	readonly help: string;
	/**
	 * Place in the footer, smallest first, and a word for it; without it the key stands in the help alone. Where there is
	 * not room for all, those of the least weight are shown.
	 */
	readonly footer?: {readonly place: number; readonly word: string; readonly weight: number};
};
