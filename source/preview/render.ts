/** The whole document from its blocks, keeping what was drawn before. */

import {definitionsOf, linesOf, splitBlocks} from './blocks.ts';
import {createDiagrams, hireWriter, type Diagrams} from './diagram.ts';
import {drawBlock} from './draw.ts';
import type {DrawBlock, DrawnRow, Preview, PreviewLine, PreviewOptions} from './types.ts';

/** Kept for this many ways of drawing (width, theme, colour), the latest. */
const mostWays = 4;
/** Blocks kept for one way beyond those that the last drawing used. */
const mostBlocks = 2000;

/** Rows of a block with offsets from the block's start. */
type Kept = Map<string, readonly PreviewLine[]>;

/** Rows with the offsets of their source lines instead of the lines' numbers. */
function placed(text: string, rows: readonly DrawnRow[]): readonly PreviewLine[] {
	const lines = linesOf(text);
	return rows.map(({text: drawn, first, last}) => ({
		text: drawn,
		from: lines[first]?.from ?? 0,
		to: lines[last]?.to ?? text.length,
	}));
}

/** A fence for a diagram, which may stand in a list or a quote. */
const diagramFence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:`{3,}|~{3,})[ \t]*mermaid\b/im;

/** A preview with a memory of its own. `draw` is what draws a block that is not in it, `diagrams` what diagrams need. */
export function createPreview(draw: DrawBlock = drawBlock, diagrams: Diagrams = createDiagrams(hireWriter)): Preview {
	const ways = new Map<string, Kept>();
	/** The block in hand as it was last drawn, by its place and the way of drawing. */
	let last: {readonly place: string; readonly rows: readonly PreviewLine[]} | undefined;
	const keptFor = (way: string): Kept => {
		const kept = ways.get(way) ?? new Map<string, readonly PreviewLine[]>();
		// The latest stands last, so that the first is the one to forget.
		ways.delete(way);
		ways.set(way, kept);
		const [oldest] = ways.keys();
		if (ways.size > mostWays && oldest !== undefined) {
			ways.delete(oldest);
		}

		return kept;
	};

	const renderMarkdown = (source: string, options: PreviewOptions): readonly PreviewLine[] => {
		const width = Math.max(1, Math.floor(options.width));
		const {theme, color, held, onDrawn} = options;
		const blocks = splitBlocks(source);
		const definitions = definitionsOf(source, blocks);
		const way = [width, theme.name, theme.ascii, color, definitions].join(' ');
		const kept = keptFor(way);
		const used: Kept = new Map();
		const lines: PreviewLine[] = [];
		for (const {kind, from, to} of blocks) {
			const text = source.slice(from, to);
			const isHeld = held !== undefined && from < held.to && held.from < to && diagramFence.test(text);
			const place = `${from} ${way}`;
			const key = `${kind} ${text}`;
			let isWaiting = false;
			const diagram = (order: string, room: number) => {
				const drawing = diagrams.drawing({text: order, width: room, ascii: theme.ascii}, onDrawn);
				isWaiting ||= drawing === undefined;
				return drawing;
			};
			let rows =
				used.get(key) ?? kept.get(key) ?? placed(text, draw(text, kind, definitions, {width, theme, color, diagram}));
			// What is shown in place of a drawing that is not there yet is not kept.
			if (!isWaiting) used.set(key, rows);
			// A drawing stays until the next is there: one that came and went with each key could not be looked at.
			else if (isHeld && last?.place === place) ({rows} = last);
			if (isHeld && !isWaiting) last = {place, rows};
			if (lines.length > 0) {
				lines.push({text: '', from, to: from});
			}

			for (const row of rows) {
				lines.push({text: row.text, from: from + row.from, to: from + row.to});
			}
		}

		if (kept.size + used.size > mostBlocks) {
			ways.set(way, used);
		} else {
			for (const [key, rows] of used) {
				kept.set(key, rows);
			}
		}

		return lines;
	};

	return {renderMarkdown, settled: diagrams.settled};
}

const preview = createPreview();

/** The document drawn for the terminal: rows cut to `width`, sanitised, each with the offsets that it shows. */
export const {renderMarkdown} = preview;

/** Resolves when all diagrams that were asked for are drawn. */
export const {settled} = preview;
