/** A text that is read through a window of some rows. */

import type {Line, View} from './line.ts';

/** The `height` rows from row `scroll` on, at most down to the last, and how far they can still be moved. */
export function scrolled(lines: readonly Line[], scroll: number, height: number): View {
	const top = Math.max(0, Math.min(scroll, lines.length - height));
	return {lines: lines.slice(top, top + height), scroll: {up: top, down: Math.max(0, lines.length - height - top)}};
}
