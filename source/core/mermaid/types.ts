/** What the room of diagrams says. */

import type {Range} from '../form/types.ts';

/** One thing that keeps Mermaid from drawing a diagram. */
export type MermaidFault = {
	/** Line of the diagram, from 1. */
	readonly line: number;
	/** Column in that line, from 1, counted in graphemes, as people count characters. */
	readonly column: number;
	/** The piece of the diagram that it is about, as offsets; empty where something is missing. */
	readonly range: Range;
	/** What is wrong, as a sentence without its full stop, which follows "line 3: " well. */
	readonly reason: string;
	/** What to do about it, as a sentence. */
	readonly help: string;
};

/** The kinds of diagrams that are looked at. */
export type KindName = 'flowchart' | 'sequence' | 'state' | 'er';

/** A diagram's words and signs, in order, by what they are in its kind. */
export type DiagramParts = {
	readonly kind: KindName;
	readonly parts: readonly {readonly name: string; readonly text: string}[];
};
