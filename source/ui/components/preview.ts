/** The document as it will look, with the lines of the field in hand marked by a bar. */

import type {Range} from '../../core/form/types.ts';
import type {PreviewLine} from '../../preview/index.ts';
import type {Line, View} from '../drawing/line.ts';
import {span} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';

/** The bar and the space in front of each line. */
export const previewGutter = 2;

export type PreviewProps = {
	/** Undefined while the renderer is still loading. */
	readonly lines?: readonly PreviewLine[];
	/** Where the field in hand stands in the document. */
	readonly range?: Range;
	/** Rows to move away from the field, for reading on. */
	readonly scroll: number;
};

/** Indexes of the first and last line that show `range`; an empty range is the line that it stands on or before. */
export function linesOf(lines: readonly PreviewLine[], range: Range | undefined): readonly [number, number] | undefined {
	if (!range) {
		return undefined;
	}

	const first = lines.findIndex(({from, to}) => (range.from < to || from === to) && to >= range.from && (from < range.to || from <= range.from));
	if (first < 0) {
		return undefined;
	}

	let last = first;
	while (last + 1 < lines.length && (lines[last + 1]?.from ?? Infinity) < Math.max(range.to, range.from + 1)) {
		last++;
	}

	return [first, last];
}

/** The first line to show: the field's, a little below the top, moved by `scroll` and kept inside the text. */
export function previewTop(props: PreviewProps, height: number): number {
	const {lines = [], range, scroll} = props;
	const first = linesOf(lines, range)?.[0] ?? 0;
	const lead = Math.min(6, Math.floor(height / 3));
	return Math.max(0, Math.min(first - lead + scroll, lines.length - height));
}

/** A window of the preview. */
export function previewView(props: PreviewProps, width: number, height: number, look: Look): View {
	const {lines, range} = props;
	if (!lines) {
		return {lines: [[span('dim', `  Drawing the preview${look.glyphs.ellipsis}`)]]};
	}

	if (lines.length === 0) {
		return {lines: [[span('dim', '  Nothing to preview yet: the document is empty.')]]};
	}

	const marked = linesOf(lines, range);
	const top = previewTop(props, height);
	const bar = look.paint('accent', look.glyphs.bar);
	return {
		lines: lines.slice(top, top + height).map(({text}, offset): Line => {
			const index = top + offset;
			const isMarked = marked !== undefined && index >= marked[0] && index <= marked[1];
			return {drawn: `${isMarked ? bar : ' '} ${text}`};
		}),
		scroll: {up: top, down: Math.max(0, lines.length - height - top)},
	};
}
