/** What is said about code. */

import type {Range} from '../../form/types.ts';

/** The first thing in a code that is not of its language: where, as offsets in the code, and in words. */
export type CodeFault = {
	readonly range: Range;
	/** What is wrong, without a full stop; it follows "line 3: " well. */
	readonly reason: string;
	/** What to do about it, as a sentence. */
	readonly help: string;
};
