/** Damaged text, before it is filled in: told, and where someone is there to ask, offered to be repaired. */

import {findDamage, withRepaired} from '../../core/encoding/index.ts';
import {exitCodes, type ExitCode} from '../../core/problem.ts';
import type {QuestionData, Reply} from '../../ui/index.ts';
import type {Context} from '../context.ts';
import {damagedLines, damageWords, samplesOf} from '../damaged-lines.ts';

export type Text = {
	/** What the author calls the file. */
	readonly name: string;
	readonly text: string;
	readonly is: 'template' | 'document';
};

/** The text to go on with, or the code to end with where the author left. */
export type Offered = {readonly text: string} | {readonly code: ExitCode};

const details = {
	template: 'the file of the template stays as it is',
	document: 'the file changes only when you write',
} as const;

const mostSamples = 3;

/** One line on what is damaged and what repairs it, where nobody is asked. */
function tellDamage({name, text}: Text, {output}: Context): void {
	const places = findDamage(text);
	if (places.length === 0) return;
	output.say(`${name}: ${damageWords(places)}; see and repair it with: specwright fix --only encoding ${name}`);
}

/**
 * Asks whether to go on with the repaired text, with samples of it; the answer at hand leaves the text as it is.
 *
 * @param ask the way of asking, as for other questions before the first field; where there is none, it is only told
 */
export async function offerRepair(
	one: Text,
	ask: ((question: QuestionData) => Promise<Reply>) | undefined,
	context: Context,
): Promise<Offered> {
	const {name, text, is} = one;
	const places = findDamage(text);
	if (places.length === 0) return {text};
	if (!ask) {
		tellDamage(one, context);
		return {text};
	}

	const samples = samplesOf(damagedLines(text, places), places, mostSamples);
	const reply = await ask({
		heading: 'The text looks damaged. Repair it?',
		words: [
			`${name}: ${damageWords(places)}.`,
			...samples.map(({line, before, after}) => `line ${line}\n- ${before}\n+ ${after}`),
		],
		answers: [
			{label: 'Leave it', detail: 'go on with the text as it is'},
			{label: 'Repair it', detail: details[is]},
		],
	});
	if (reply.type === 'quit') return {code: reply.isInterrupted ? exitCodes.interrupted : exitCodes.done};
	return {text: reply.index === 1 ? withRepaired(text, places) : text};
}
