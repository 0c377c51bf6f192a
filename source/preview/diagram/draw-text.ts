/** A diagram drawn with characters. It may take long, so it is called where it can be stopped. */

import {checkMermaid, readDiagram} from '../../core/mermaid/index.ts';
import {cells, wrap} from '../../core/text/index.ts';
import {planEr} from './er.ts';
import {planFlowchart} from './flowchart.ts';
import {planSequence} from './sequence.ts';
import {planState} from './state.ts';
import type {Drawing, Order, Plan} from './types.ts';
import {createVeil, type Veil} from './veil.ts';

const planners = {flowchart: planFlowchart, state: planState, sequence: planSequence, er: planEr};

/** Draws with the library: a text in its few forms becomes rows. */
export type Draw = (source: string, options: {readonly ascii: boolean; readonly gap: number}) => string;

/** Gaps between nodes, in cells, the roomy one first. */
const gaps = [5, 3];

/**
 * The drawing that an order asks for. What goes from left to right and is too wide is drawn from top to bottom. Where
 * a label was drawn over or cut off, where it is too wide all the same, and where it has a fault, there is none.
 */
export function drawText({text, width, ascii}: Order, draw: Draw): Drawing {
	const [fault] = checkMermaid(text);
	if (fault) return {reason: `line ${fault.line}: ${fault.reason}`};
	const diagram = readDiagram(text);
	if (!diagram) return {reason: 'diagrams of this kind have no drawing in characters'};
	const veil = createVeil();
	const plan = planners[diagram.kind](diagram.parts, veil);
	if ('reason' in plan) return plan;
	if (plan.labels.length === 0) return {reason: 'there is nothing in it'};
	let isWhole = false;
	for (const source of [plan.source, plan.upright])
		for (const gap of source === undefined ? [] : gaps) {
			const rows = trimmed(draw(source!, {ascii, gap}).split('\n'));
			if (!showsAll(rows, plan)) continue;
			isWhole = true;
			const lifted = withLegend(rows, plan, veil, width).map(row => (ascii ? inAscii(row) : row));
			if (lifted.every(row => cells(row) <= width)) return {rows: lifted};
		}

	return {reason: isWhole ? 'it is wider than there is room' : "its labels would stand in each other's way"};
}

/** The marks for where states begin and end, as signs that every terminal has. */
function inAscii(row: string): string {
	return row.replaceAll('●', '*').replaceAll('◉', '@');
}

/** Rows without blanks around the drawing. */
function trimmed(rows: readonly string[]): readonly string[] {
	const ends = rows.map(row => row.trimEnd());
	const first = ends.findIndex(row => row !== '');
	const last = ends.findLastIndex(row => row !== '');
	const inside = ends.slice(Math.max(0, first), last + 1);
	const indent = Math.min(...inside.filter(row => row !== '').map(row => row.length - row.trimStart().length));
	return inside.map(row => row.slice(indent));
}

/** Whether each label is found as often as the diagram has it. */
export function showsAll(rows: readonly string[], {labels}: Plan): boolean {
	const wanted = Map.groupBy(labels, label => label);
	return [...wanted].every(([label, {length}]) => {
		const seen = rows.reduce((count, row) => count + row.split(label).length - 1, 0);
		return seen >= length;
	});
}

function withLegend(rows: readonly string[], {legend}: Plan, veil: Veil, width: number): readonly string[] {
	const lines = legend.flatMap(line => wrap([line], width).map(row => row.text.trimEnd()));
	return [...rows.map(row => veil.lift(row)), ...lines];
}
