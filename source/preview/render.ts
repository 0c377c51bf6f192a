/** The whole document from its blocks, keeping what was drawn before. */

import {cut, sanitize} from '../core/text/index.ts';
import {definitionsOf, linesOf, splitBlocks} from './blocks.ts';
import {createDiagrams, hireWriter, type Diagrams} from './diagram.ts';
import {drawBlock} from './draw.ts';
import {inSlices} from './slices.ts';
import type {Block, DrawBlock, DrawnRow, Preview, PreviewLine, PreviewOptions} from './types.ts';

/** Kept for this many ways of drawing (width, theme, colour), the latest. */
const mostWays = 4;
/** Blocks kept for one way beyond those that the last drawing used. */
const mostBlocks = 2000;

/** Lines of the source around the place that is looked at which are drawn at once: more than the largest screen has rows. */
const around = 80;

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

/** Tells of a block, by its index, whether it is far from a place. */
function farFrom(source: string, blocks: readonly Block[], place: number): (index: number) => boolean {
	const height = ({from, to}: Block): number => source.slice(from, to).split('\n').length + 1;
	const middle = Math.max(
		0,
		blocks.findLastIndex(({from}) => from <= place),
	);
	const reach = (step: 1 | -1): number => {
		let index = middle;
		for (let lines = 0; lines < around && blocks[index] !== undefined; index += step) lines += height(blocks[index]!);
		return index;
	};
	const [first, end] = [reach(-1), reach(1)];
	return index => index <= first || index >= end;
}

/** A block as it is written, a row for a line: it has about as many when it is drawn. */
function asWritten(text: string, width: number): readonly PreviewLine[] {
	return linesOf(text).map(({from, to, text: line}) => ({from, to, text: cut(sanitize(line), width)}));
}

/** A preview with a memory of its own. `draw` is what draws a block that is not in it, `diagrams` what diagrams need. */
export function createPreview(draw: DrawBlock = drawBlock, diagrams: Diagrams = createDiagrams(hireWriter)): Preview {
	const ways = new Map<string, Kept>();
	/** The block in hand as it was last drawn, by its place and the way of drawing. */
	let last: {readonly place: string; readonly rows: readonly PreviewLine[]} | undefined;
	/** Ends the drawing of what was far off. */
	let stop = (): void => {};
	/** What was drawn behind the others, by its key: where it could not be kept, it is drawn like what is near. */
	const drawnLater = new Set<string>();
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
		const {theme, color, held, near, onDrawn} = options;
		stop();
		const blocks = splitBlocks(source);
		const definitions = definitionsOf(source, blocks);
		const way = [width, theme.name, theme.ascii, color, definitions].join(' ');
		const kept = keptFor(way);
		const used: Kept = new Map();
		const lines: PreviewLine[] = [];
		const isFar = near === undefined || onDrawn === undefined ? () => false : farFrom(source, blocks, near);
		const later: (() => void)[] = [];
		/** A block's rows, and whether a diagram in it is still to come. */
		const drawn = (text: string, kind: Block['kind']) => {
			let isWaiting = false;
			const diagram = (order: string, room: number) => {
				const drawing = diagrams.drawing({text: order, width: room, ascii: theme.ascii}, onDrawn);
				isWaiting ||= drawing === undefined;
				return drawing;
			};
			const rows = placed(text, draw(text, kind, definitions, {width, theme, color, diagram}));
			return {rows, isWaiting};
		};

		for (const [index, {kind, from, to}] of blocks.entries()) {
			const text = source.slice(from, to);
			const isHeld = held !== undefined && from < held.to && held.from < to && diagramFence.test(text);
			const place = `${from} ${way}`;
			const key = `${kind} ${text}`;
			const known = used.get(key) ?? kept.get(key);
			const isLeft = known === undefined && isFar(index) && !drawnLater.has(key);
			if (isLeft) {
				later.push(() => {
					drawnLater.add(key);
					const made = kept.has(key) ? undefined : drawn(text, kind);
					if (made?.isWaiting === false) kept.set(key, made.rows);
				});
			}

			const made = known
				? {rows: known, isWaiting: false}
				: isLeft
					? {rows: asWritten(text, width), isWaiting: true}
					: drawn(text, kind);
			const {isWaiting} = made;
			let {rows} = made;
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

		if (later.length > 0) {
			stop = inSlices(
				later.length,
				index => {
					later[index]!();
				},
				() => onDrawn?.(),
			);
		} else {
			drawnLater.clear();
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
