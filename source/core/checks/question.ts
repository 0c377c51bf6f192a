/** One question of a document, and what its parts say. */

import type {Range} from '../form/types.ts';
import {stateNamed, type QuestionPart, type QuestionState} from './question-words.ts';
import type {OwnWords} from './types.ts';

/** What is said of a question in one of its cells, labels or fields, and where; the text is empty where there is nothing. */
export type Said = {readonly text: string; readonly range: Range};

export type Question = {
	/** Its id, else its first words: what it is called in a message. */
	readonly name: string;
	/** Its id as it is written; empty where it has none. */
	readonly id: string;
	/** What is asked, on one line. */
	readonly text: string;
	readonly state: QuestionState;
	/** What it has room for, with what stands there: a part without an entry is not asked for. */
	readonly said: ReadonlyMap<QuestionPart, Said>;
	/** Anything else that is said of it. */
	readonly notes: string;
	/** The whole row, item or heading. */
	readonly range: Range;
	readonly section: string;
	readonly field: string;
};

/** Whether a text says nothing: nothing stands there, a sign for it, or a blank. */
export function saysNothing(text: string): boolean {
	const bare = text.trim();
	if (!/[\p{L}\p{N}]/u.test(bare)) return true;
	return /^[^\p{L}\p{N}[<]*(?:TB[DC]|TODO|n\/a|none|keine[rs]?|\[[^\]]*\](?![([])|<[^>]*>|YYYY-MM-DD)[^\p{L}\p{N}]*$/iu.test(
		bare,
	);
}

/** The state by its words; without any, what has a decision is answered. */
export function stateOf(
	status: string | undefined,
	decision: string | undefined,
	otherwise: QuestionState,
	own?: OwnWords,
): QuestionState {
	if (status !== undefined && !saysNothing(status)) return stateNamed(status, own) ?? 'unknown';
	if (status !== undefined && /[[<]/.test(status)) return 'unknown';
	return decision !== undefined && !saysNothing(decision) ? 'answered' : otherwise;
}

/** What a question is called, from its id and words as they stand in the document. */
export function called(id: string, text: string): Pick<Question, 'name' | 'id' | 'text'> {
	const bare = withoutMarks(id);
	const words = withoutMarks(text);
	const short = words.length <= 60 ? words : `${words.slice(0, 57).trimEnd()}…`;
	return {name: bare === '' ? short : bare, id: bare, text: words};
}

/** A text on one line, without emphasis and code marks. */
export function withoutMarks(text: string): string {
	return text
		.replace(/[*_`]/g, '')
		.replace(/<br\s*\/?>/gi, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
