/** What `fix` derives from a document: each fix takes the document as the one before has left it. */

import {dirname, resolve} from 'node:path';
import {today} from '../adapters/clock/index.ts';
import {gateEdits, gatheredEvidence, idEdits, withEdits} from '../core/checks/index.ts';
import {renewedDates} from '../core/wizard/index.ts';
import type {Context} from './context.ts';
import {withGiven} from './editable.ts';
import {gatherFacts} from './facts.ts';
import type {OpenedDocument} from './load.ts';
import {projectHere} from './project-settings.ts';

export type Derived = {
	readonly text: string;
	/** What was done, behind the fix's name. */
	readonly words: string;
	/** Why a line changes, by an offset in it in the text before. */
	readonly reasons?: ReadonlyMap<number, string>;
	/** What is left alone, and why. */
	readonly notes?: readonly string[];
};

export type Circumstances = {
	/** Whether `--only` names the fixes, and whether those before have changed the text. */
	readonly isNamed: boolean;
	readonly isChanged: boolean;
	/** The document as if that were its text. */
	readonly withText: (text: string) => OpenedDocument;
};

export type Derivation = {
	readonly name: string;
	readonly run: (opened: OpenedDocument, context: Context, circumstances: Circumstances) => Derived;
};

/** In the order in which they are made: the boxes go by all that stands there in the end. */
export const derivations: readonly Derivation[] = [
	{name: 'evidence', run: fixEvidence},
	{name: 'ids', run: fixIds},
	{name: 'gate', run: fixGate},
	{name: 'dates', run: fixDates},
];

function fixEvidence(opened: OpenedDocument, _: Context, {withText}: Circumstances): Derived {
	const {answers} = gatheredEvidence(opened.document);
	const given = answers.size === 0 ? opened : withText(withGiven(opened, answers));
	// With the answers in it the text has other places for the edits.
	const text = withEdits(given.text, gatheredEvidence(given.document).edits);
	return {text, words: 'what the paragraphs rest on, and what they lack, goes where it is gathered'};
}

function fixIds({document, text}: OpenedDocument): Derived {
	const {edits, left} = idEdits(document);
	return {
		text: withEdits(text, edits),
		words: 'each has its own, in order',
		notes: left.map(name => `${name} was left, for the text refers to an id that would be another.`),
	};
}

function fixGate({document, text, path}: OpenedDocument, context: Context): Derived {
	const edits = gateEdits(document, gatherFacts(context, {document, path}));
	return {
		text: withEdits(text, edits),
		words: 'boxes are ticked as the document bears them out',
		reasons: new Map(edits.map(({range, why}) => [range.from, why])),
	};
}

/** The day of the last change is today where there is a change, or where somebody asks for it by name. */
function fixDates(opened: OpenedDocument, context: Context, {isNamed, isChanged}: Circumstances): Derived {
	const {form, answers} = opened.document;
	const {checks} = projectHere(dirname(resolve(context.cwd, opened.path)), context).settings;
	const given = isNamed || isChanged ? renewedDates(form, answers, today(), checks.words) : new Map();
	return {text: given.size === 0 ? opened.text : withGiven(opened, given), words: 'the day of the last change'};
}
