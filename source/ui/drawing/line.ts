/**
 * Lines as data. A view says what stands on a line and what each part means; only `drawLine` turns it into text with
 * colours, and it is the one place where display text is sanitised and cut, so no view can draw past its pane.
 */

import {cells, cut, graphemes, sanitize, wrap} from '../../core/text/index.ts';
import type {Look, Tone} from './look.ts';

/** A piece of a line with what it means. */
export type Span = string | {readonly text: string; readonly tone: Tone};

/** One row of a pane: spans, or text that is already cut and coloured (the preview room's lines). */
export type Line = readonly Span[] | {readonly drawn: string};

/** A place in a pane, in cells and rows from its upper left corner. */
export type Cell = {readonly row: number; readonly column: number};

/** What a pane shows: at most as many lines as it is high, and the text cursor if it stands there. */
export type View = {
	readonly lines: readonly Line[];
	readonly cursor?: Cell;
	/** How many rows the text goes on above and below, where it can be scrolled. */
	readonly scroll?: {readonly up: number; readonly down: number};
};

/** A span with a tone. */
export function span(tone: Tone, text: string): Span {
	return {text, tone};
}

function shown(text: string): string {
	return sanitize(text).replaceAll(/[\n\t]/g, ' ');
}

function textOf(part: Span): string {
	return typeof part === 'string' ? part : part.text;
}

/** Width of spans in cells, as they will be drawn. */
export function widthOf(line: readonly Span[]): number {
	return line.reduce((sum, part) => sum + cells(shown(textOf(part))), 0);
}

/** Text of one row: sanitised, coloured, never wider than `width` cells. */
export function drawLine(line: Line, width: number, look: Look): string {
	if ('drawn' in line) {
		return line.drawn;
	}

	return fit(line, width, look)
		.map(part => (typeof part === 'string' ? part : look.paint(part.tone, part.text)))
		.join('');
}

/** Text of a whole pane: exactly `height` rows, the rest empty. */
export function drawLines(lines: readonly Line[], width: number, height: number, look: Look): string {
	const rows = lines.slice(0, height).map(line => drawLine(line, width, look));
	while (rows.length < height) {
		rows.push('');
	}

	return rows.join('\n');
}

/** Spans at both ends of a row: the left part gives way, a part on the right is always seen. */
export function apart(left: readonly Span[], right: readonly Span[], width: number, look: Look): readonly Span[] {
	const rightWidth = widthOf(right);
	const leftWidth = Math.max(0, width - rightWidth - (rightWidth > 0 ? 1 : 0));
	const fitted = fit(left, leftWidth, look);
	return [...fitted, ' '.repeat(Math.max(0, width - rightWidth - widthOf(fitted))), ...right];
}

/** Spans cut to a width in cells, with an ellipsis where something was cut off. */
export function fit(line: readonly Span[], width: number, look: Look): readonly Span[] {
	const kept: Span[] = [];
	let room = width;
	for (const part of line) {
		const text = shown(textOf(part));
		const wide = cells(text);
		if (wide <= room) {
			kept.push(typeof part === 'string' ? text : {...part, text});
			room -= wide;
			continue;
		}

		const fitted = cut(text, room, look.glyphs.ellipsis);
		if (fitted !== '') {
			kept.push(typeof part === 'string' ? fitted : {...part, text: fitted});
		}

		break;
	}

	return kept;
}

/** Spans filled up with spaces (or cut) to exactly `width` cells. */
export function filled(line: readonly Span[], width: number, look: Look): readonly Span[] {
	const fitted = fit(line, width, look);
	return [...fitted, ' '.repeat(Math.max(0, width - widthOf(fitted)))];
}

/** Prose wrapped by words to rows of at most `width` cells. */
export function wrapped(text: string, width: number): readonly string[] {
	return wrap(sanitize(text).split('\n'), Math.max(1, width)).map(row => row.text.trimEnd());
}

/** Prose with meanings in it, wrapped as `wrapped` does; a meaning goes on in the next row. */
export function wrappedSpans(parts: readonly Span[], width: number): readonly (readonly Span[])[] {
	const plain = parts.map(part => sanitize(textOf(part)));
	const ends: number[] = [];
	for (const text of plain) ends.push((ends.at(-1) ?? 0) + text.length);
	let piece = 0;
	let offset = 0;
	return plain
		.join('')
		.split('\n')
		.flatMap(line => {
			const begin = offset;
			offset += line.length + 1;
			const starts = [begin];
			const signs = graphemes(line);
			for (const sign of signs) starts.push((starts.at(-1) ?? begin) + sign.length);
			return wrap([line], Math.max(1, width)).map(row => {
				const spans: Span[] = [];
				const from = starts[row.from] ?? begin;
				let at = from;
				const end = from + row.text.trimEnd().length;
				while (at < end) {
					while ((ends[piece] ?? Number.POSITIVE_INFINITY) <= at) piece++;
					const to = Math.min(end, ends[piece] ?? end);
					const part = parts[piece];
					const text = row.text.slice(at - from, to - from);
					spans.push(part === undefined || typeof part === 'string' ? text : {...part, text});
					at = to;
				}

				return spans;
			});
		});
}

/**
 * The first `limit` of some lines; where more follow, the last of them says how many rows were left out, and the key
 * that shows them where there is one.
 */
export function limited(lines: readonly Line[], limit: number, look: Look, key?: string): readonly Line[] {
	if (lines.length <= limit) {
		return lines;
	}

	const how: readonly Span[] = key === undefined ? [] : [span('dim', ': '), span('key', key)];
	return limit <= 0
		? []
		: [
				...lines.slice(0, limit - 1),
				[span('dim', ` ${look.glyphs.ellipsis} ${lines.length - limit + 1} more lines`), ...how],
			];
}

/** Where a list of `total` rows begins so that row `cursor` is seen in `height` rows, moving by half pages. */
export function windowStart(cursor: number, height: number, total: number): number {
	if (total <= height || height <= 0) {
		return 0;
	}

	const step = Math.max(1, Math.floor(height / 2));
	const start = Math.ceil((cursor - height + 1) / step) * step;
	return Math.min(Math.max(0, start), total - height);
}
