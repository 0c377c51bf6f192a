/** What a document's text, findings and numbers are worked out of, and whether that takes longer than a key may wait. */

import type {Answer, Answers, Value} from '../form/types.ts';
import type {WizardState} from './types.ts';

/** The part of a state that all that is computed of its document goes by. */
export type Measurable = Pick<WizardState, 'form' | 'answers' | 'opened' | 'context' | 'paths' | 'template'>;

/** Characters from which one answer, or all of a document, takes more than some keys' time to be read and checked. */
const heavy = {answer: 10_000, document: 150_000};

/** Whether working out a document takes so long that no key may wait for it. */
export function isHeavy({form, answers}: Pick<Measurable, 'form' | 'answers'>): boolean {
	const {largest, total} = weigh(answers);
	return largest >= heavy.answer || total + form.source.length >= heavy.document;
}

type Weight = {readonly largest: number; readonly total: number};

const weights = new WeakMap<Answers, Weight>();
const sizes = new WeakMap<Answer, number>();

function weigh(answers: Answers): Weight {
	let known = weights.get(answers);
	if (!known) {
		let [largest, total] = [0, 0];
		for (const answer of answers.values()) {
			const size = sizeOf(answer);
			total += size;
			largest = Math.max(largest, size);
		}

		known = {largest, total};
		weights.set(answers, known);
	}

	return known;
}

/** Whether one answer alone takes so long that it is looked at once and for all. */
export function isLong(answer: Answer): boolean {
	return sizeOf(answer) >= heavy.answer / 10;
}

function sizeOf(answer: Answer): number {
	let size = sizes.get(answer);
	if (size === undefined) {
		size = answer.state === 'answered' ? lengthOf(answer.value) : 0;
		sizes.set(answer, size);
	}

	return size;
}

/** Characters of a value; what stands in rows and items has some more around it. */
function lengthOf(value: Value | undefined): number {
	if (typeof value === 'string') return value.length;
	if (typeof value !== 'object' || value === null) return 1;
	return Object.values(value).reduce((sum: number, one) => sum + 4 + lengthOf(one as Value), 0);
}
