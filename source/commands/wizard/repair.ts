/** Damaged text, before it is filled in: told, and where someone is there to ask, offered to be repaired. */

import {findDamage, withRepaired} from '../../core/encoding/index.ts';
import {exitCodes, type ExitCode} from '../../core/problem.ts';
import type {Context} from '../context.ts';
import {damagedLines, damageWords, samplesOf} from '../damaged-lines.ts';
import type {Wishes} from '../wizard-request.ts';
import {asker} from './prompts.ts';

export type Text = {
	/** What the author calls the file. */
	readonly name: string;
	readonly text: string;
	readonly is: 'template' | 'document';
};

/** The text to go on with, or the code to end with where the author left. */
export type Offered = {readonly text: string} | {readonly code: ExitCode};

const questions = {
	template: 'Begin with the repaired text? The file of the template stays as it is.',
	document: 'Open it repaired? The file is changed only when you write the document.',
} as const;

const mostSamples = 3;

/** One line on what is damaged and what repairs it, where nobody is asked. */
export function tellDamage({name, text}: Text, {output}: Context): void {
	const places = findDamage(text);
	if (places.length === 0) return;
	output.say(`${name}: ${damageWords(places)}; see and repair it with: specwright fix --only encoding ${name}`);
}

/**
 * Asks whether to go on with the repaired text, with samples of it; without an answer the text stays as it is. Answers
 * that are piped in are for the document's questions: there it is only told.
 */
export async function offerRepair(one: Text, wishes: Wishes, context: Context): Promise<Offered> {
	const {name, text} = one;
	const places = findDamage(text);
	if (places.length === 0) return {text};
	if (!context.stdinIsTerminal) {
		tellDamage(one, context);
		return {text};
	}
	const {output} = context;
	output.say(`${name}: ${damageWords(places)}.`);
	for (const {line, before, after} of samplesOf(damagedLines(text, places), places, mostSamples)) {
		output.say({text: `  line ${line}`, tone: 'dim'});
		output.say({text: `  - ${before}`, tone: 'bad'});
		output.say({text: `  + ${after}`, tone: 'good'});
	}
	const {ask, close} = await asker(wishes, context);
	try {
		const reply = await ask.confirm(questions[one.is], false);
		if (reply === undefined) return {code: ask.wasInterrupted?.() === true ? exitCodes.interrupted : exitCodes.done};
		return {text: reply === true ? withRepaired(text, places) : text};
	} finally {
		close();
	}
}
