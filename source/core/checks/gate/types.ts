/** What a gate and its boxes are. */

import type {Range} from '../../form/types.ts';

/** What follows from the document for a box; `attested` where only a person can say. */
export type Verdict = 'met' | 'not-met' | 'attested';

export type Judgement = {
	readonly verdict: Verdict;
	/** Why, as a sentence. */
	readonly reason: string;
};

export type GateBox = Judgement & {
	readonly section: string;
	readonly field: string;
	readonly text: string;
	/** The box with its words, and what stands between its brackets. */
	readonly range: Range;
	readonly mark: Range;
	readonly isTicked: boolean;
};
