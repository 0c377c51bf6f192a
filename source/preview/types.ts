/** What the preview gives and asks for. */

import type {Range} from '../core/form/types.ts';
import type {Theme} from '../theme/index.ts';
import type {Drawing} from './diagram/types.ts';

/** One row of the drawn document. */
export type PreviewLine = {
	/** At most `width` cells, with no other control characters than our own colour sequences, reset at its end. */
	readonly text: string;
	/** The piece of the source that it shows, as offsets; rows between blocks have an empty one. */
	readonly from: number;
	readonly to: number;
};

export type PreviewOptions = {
	/** Cells that a row may take. */
	readonly width: number;
	readonly theme: Theme;
	/** False leaves every colour sequence out. */
	readonly color: boolean;
	/** Where somebody is writing: a diagram there stays as it was last drawn until it is drawn anew. */
	readonly held?: Range;
	/**
	 * The place in the source that is looked at. What is far from it may stand as it is written until it is drawn, a moment
	 * later; for those who hear of that by `onDrawn`.
	 */
	readonly near?: number;
	/** Called once something is drawn that was not there yet; it is time to draw again. */
	readonly onDrawn?: () => void;
};

export type Preview = {
	/** The document as it will look, drawn block by block; only blocks that changed are drawn again. */
	readonly renderMarkdown: (source: string, options: PreviewOptions) => readonly PreviewLine[];
	/** Resolves when all diagrams that were asked for are drawn. */
	readonly settled: () => Promise<void>;
};

/** What one block is drawn with. */
export type BlockOptions = Pick<PreviewOptions, 'width' | 'theme' | 'color'> & {
	/** The drawing of a diagram, undefined while there is none. Without it diagrams are shown as they are written. */
	readonly diagram?: (text: string, width: number) => Drawing | undefined;
};

/** A top-level piece of a source: what it is, and its range without the blank lines around it. */
export type Block = {readonly kind: 'front-matter' | 'markdown'; readonly from: number; readonly to: number};

/** A row of a drawn block: its source lines, counted from the block's first line as 0, both inclusive. */
export type DrawnRow = {readonly text: string; readonly first: number; readonly last: number};

/** Draws one block. `definitions` are the document's link definitions, as Markdown. */
export type DrawBlock = (
	text: string,
	kind: Block['kind'],
	definitions: string,
	options: BlockOptions,
) => readonly DrawnRow[];
