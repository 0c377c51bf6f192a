/** The document as it will look, with the lines of the field in hand marked. */

import type {Range} from '../../core/form/types.ts';
import type {PreviewLine} from '../../preview/index.ts';
import {mark} from '../../preview/index.ts';
import type {Line, View} from '../drawing/line.ts';
import {span} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';

/** The mark and the space in front of each line. */
export const previewGutter = 2;

export type PreviewProps = {
	/** Undefined while the renderer is still loading. */
	readonly lines?: readonly PreviewLine[];
	/** Where the field in hand stands in the document. */
	readonly range?: Range;
	/** Rows to move away from the field, for reading on. */
	readonly scroll: number;
};

/** Indexes of the lines that show the field; where none does, of the first one behind it. */
function markedLines(lines: readonly PreviewLine[], range: Range | undefined): readonly number[] {
	if (!range) {
		return [];
	}

	const marked = mark(lines, range);
	if (marked.length > 0) {
		return marked;
	}

	const behind = lines.findIndex(({to}) => to >= range.from);
	return behind < 0 ? [] : [behind];
}

/** The first line to show: the field's, a little below the top, moved by `scroll` and kept inside the text. */
function topLine(first: number, total: number, scroll: number, height: number): number {
	const lead = Math.min(6, Math.floor(height / 3));
	return Math.max(0, Math.min(Math.max(0, first - lead) + scroll, total - height));
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

	const marked = new Set(markedLines(lines, range));
	const [first = 0] = marked;
	const top = topLine(first, lines.length, props.scroll, height);
	const bar = look.paint('accent', look.glyphs.mark);
	return {
		lines: lines
			.slice(top, top + height)
			.map(({text}, offset): Line => ({drawn: `${marked.has(top + offset) ? bar : ' '} ${text}`})),
		scroll: {up: top, down: Math.max(0, lines.length - height - top)},
	};
}
