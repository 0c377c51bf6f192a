/** What passes between a diagram's text and its drawing. */

/** Why there is no drawing, as the end of "Not drawn: ". */
export type Undrawn = {readonly reason: string};

/** A drawing of plain characters, each one cell wide, or why there is none. */
export type Drawing = {readonly rows: readonly string[]} | Undrawn;

/**
 * A drawing as SVG, or why there is none. Its colours are variables (`colors.ts`), its size is in pixels, and whatever
 * a label says is text in it.
 */
export type Picture = {readonly svg: string} | Undrawn;

/** What a drawing is asked for. */
export type Order = {
	readonly text: string;
	/** Cells that a row may take. */
	readonly width: number;
	/** True where only ASCII can be shown. */
	readonly ascii: boolean;
};

/** A diagram in the few forms that the drawing library reads for certain. */
export type Plan = {
	readonly source: string;
	/** The same from top to bottom, where it goes from left to right. */
	readonly upright?: string;
	/** What has to be found in the drawing, as often as it stands here; else something was drawn over. */
	readonly labels: readonly string[];
	/** Lines that explain the drawing, below it. */
	readonly legend: readonly string[];
};

/** A diagram's words and signs, as the core reads them. */
export type Part = {readonly name: string; readonly text: string};
