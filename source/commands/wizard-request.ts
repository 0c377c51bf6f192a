/** What the interactive part is asked to do. The commands that may ask questions make one of these. */

import type {Answers, Form} from '../core/form/types.ts';
import type {TemplateRef} from '../core/wizard/index.ts';

/** What becomes of the document, where flags said so already. */
export type Wishes = {
	/** Where to write it. */
	readonly target?: string;
	readonly force: boolean;
	readonly commit: boolean;
	readonly message?: string;
	readonly branch?: string;
	readonly isPlain: boolean;
	readonly isAscii: boolean;
};

export type WizardRequest =
	/** Drafts to resume, documents nearby, templates. */
	| {readonly type: 'home'; readonly wishes: Wishes}
	/** The template is to be picked. */
	| {readonly type: 'pick'; readonly wishes: Wishes}
	/** A new document, with answers that flags gave. */
	| {
			readonly type: 'new';
			readonly template: TemplateRef & {readonly source: string};
			readonly form: Form;
			readonly answers: Answers;
			readonly wishes: Wishes;
			/** To be said before the first question. */
			readonly news?: readonly string[];
	  }
	/** A document that exists. `form` is the template's, or the document's own where no template is known. */
	| {
			readonly type: 'open';
			readonly path: string;
			readonly text: string;
			readonly version: string;
			readonly template: TemplateRef & {readonly source: string};
			readonly isTemplateKnown: boolean;
			readonly form: Form;
			readonly answers: Answers;
			readonly wishes: Wishes;
			/** To be said before the first question. */
			readonly news?: readonly string[];
	  }
	/** A draft by its id or the newest. */
	| {
			readonly type: 'resume';
			readonly draft?: string;
			/** The process that it may be taken from while it runs. */
			readonly from?: number;
			/** Why it is only looked at, as a sentence, where that is so. */
			readonly readOnly?: string;
			readonly wishes: Wishes;
	  };

/** A request with nothing left to choose. */
export type SessionRequest = Exclude<WizardRequest, {type: 'home' | 'pick'}>;
