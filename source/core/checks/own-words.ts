/** Words that a project adds to the known ones, as patterns. */

import {literal} from './literal.ts';
import type {OwnDate, OwnWords} from './types.ts';
import type {QuestionState} from './question-words.ts';

type Patterns = {
	readonly toBeDone: RegExp | undefined;
	readonly questions: RegExp | undefined;
	readonly states: readonly (readonly [QuestionState, RegExp])[];
	readonly dates: {readonly [Date in OwnDate]?: RegExp | undefined};
};

const none: Patterns = {toBeDone: undefined, questions: undefined, states: [], dates: {}};
const made = new WeakMap<OwnWords, Patterns>();

/** The patterns of a project's words; made once for each project. */
export function ownPatterns(words: OwnWords | undefined): Patterns {
	if (!words) return none;
	const known = made.get(words);
	if (known) return known;
	const patterns: Patterns = {
		toBeDone: pattern(words.toBeDone, some => `(?<![\\p{L}\\p{N}_-])(?:${some})(?![\\p{L}\\p{N}_-])`, 'giu'),
		questions: begins(words.questions),
		states: (Object.entries(words.states) as [QuestionState, readonly string[]][]).flatMap(([state, some]) => {
			const begun = begins(some);
			return begun ? [[state, begun] as const] : [];
		}),
		dates: Object.fromEntries(
			Object.entries(words.dates).map(([date, some]) => [date, pattern(some, each => `^(?:${each})$`, 'iu')]),
		),
	};
	made.set(words, patterns);
	return patterns;
}

function begins(words: readonly string[]): RegExp | undefined {
	return pattern(words, some => `^(?:${some})(?![\\p{L}\\p{N}])`, 'iu');
}

function pattern(words: readonly string[], around: (some: string) => string, flags: string): RegExp | undefined {
	if (words.length === 0) return undefined;
	// The longer one first: of two that begin alike it is the one that is meant.
	const some = words
		.toSorted((one, other) => other.length - one.length)
		.map(word => literal(word).replaceAll(/\s+/g, '\\s+'));
	return new RegExp(around(some.join('|')), flags);
}
