/** A screen as data: panes with their place and their finished text, and the cursor. */

import type {Rect, Size} from './layout.ts';
import type {Line, View} from './line.ts';
import {drawLines, wrapped} from './line.ts';
import type {Look} from './look.ts';

/** One rectangle of the screen; `text` has exactly `height` rows, none wider than `width`. */
export type Pane = {readonly key: string; readonly rect: Rect; readonly text: string};

export type Frame = {
	readonly size: Size;
	readonly panes: readonly Pane[];
	/** Where the terminal's own cursor stands; none hides it. */
	readonly cursor?: {readonly x: number; readonly y: number};
	/** How far the overlay that is read can be moved. */
	readonly scroll?: {readonly up: number; readonly down: number};
	/** For a screen reader: which of how many is in hand, in words; undefined where no list is. Asked only by who speaks. */
	readonly spoken?: () => string | undefined;
};

/** A pane with its lines drawn. */
export function pane(key: string, rect: Rect, view: View, look: Look): Pane {
	return {key, rect, text: drawLines(view.lines, rect.width, rect.height, look)};
}

/** A window with nothing but a few sentences, for when there is no room for more. */
export function wordsFrame(rect: Rect, sentences: readonly string[], look: Look): Frame {
	const lines = sentences.flatMap(sentence =>
		sentence === ''
			? [[]]
			: wrapped(sentence, Math.max(1, rect.width - 2)).map((text): Line => [rect.width > 4 ? ' ' : '', text]),
	);
	const top = Math.max(0, Math.min(1, rect.height - lines.length));
	const view = {lines: [...Array.from({length: top}, (): Line => []), ...lines]};
	return {size: {columns: rect.width, rows: rect.height}, panes: [pane('words', rect, view, look)]};
}
