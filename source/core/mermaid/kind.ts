/** What is known of one kind of diagram. */

import type {Grammar} from './grammar.ts';
import type {Token, TokenRule} from './tokens.ts';
import type {KindName} from './types.ts';

export type Kind = {
	readonly name: KindName;
	/** The words that a diagram of this kind begins with. */
	readonly begins: RegExp;
	readonly rules: () => ReadonlyMap<string, readonly TokenRule[]>;
	/** Tokens of which several in a row are one. */
	readonly runs: ReadonlySet<string>;
	readonly grammar: () => Grammar;
	/** Tokens that begin a block, and the one that ends it. */
	readonly blocks: {readonly begin: ReadonlySet<string>; readonly end: string; readonly endWord: string};
	/** What can be asked for, in words, by token and with what is asked for first in front; others are not told. */
	readonly wanted: readonly (readonly [token: string, words: string])[];
	/** What is wrong although every token stands in its place. */
	readonly meaning?: (tokens: readonly Token[], text: string) => Finding | undefined;
};

/** A fault in the text as Mermaid's parsers get it. */
export type Finding = {readonly from: number; readonly to: number; readonly reason: string; readonly help: string};
