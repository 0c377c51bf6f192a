/** A diagram drawn as SVG. It may take long, so it is called where it can be stopped. */

import {checkMermaid, readDiagram} from '../../core/mermaid/index.ts';
import {showsAll} from './draw-text.ts';
import {planEr} from './er.ts';
import {planFlowchart} from './flowchart.ts';
import {withRoom} from './sequence-room.ts';
import {planSequence} from './sequence.ts';
import {planState} from './state.ts';
import {createSvgVeil} from './svg-veil.ts';
import type {Part, Picture} from './types.ts';
import type {Veil} from './veil.ts';

const planners = {
	flowchart: planFlowchart,
	state: planState,
	sequence: planSequence,
	er: (parts: readonly Part[], veil: Veil) => planEr(parts, veil, Infinity),
};

/** Draws with the library: a text in its few forms becomes SVG. */
export type DrawSvg = (source: string) => string;

/**
 * The picture of a diagram. Where it has a fault, where the library has nothing for something in it, and where a label is
 * not found in what the library drew, there is none.
 */
export function drawSvg(text: string, draw: DrawSvg): Picture {
	const [fault] = checkMermaid(text);
	if (fault) return {reason: `line ${fault.line}: ${fault.reason}`};
	const diagram = readDiagram(text);
	if (!diagram) return {reason: 'diagrams of this kind have no drawing'};
	const veil = createSvgVeil();
	const plan = planners[diagram.kind](diagram.parts, veil);
	if ('reason' in plan) return plan;
	if (plan.labels.length === 0) return {reason: 'there is nothing in it'};
	const laidOut = draw(plan.source);
	const drawn = plainSvg(diagram.kind === 'sequence' ? withRoom(laidOut) : laidOut);
	// So it writes places that it has none for, such as that of a node with several links to itself.
	if (/="[^"]*\b(?:NaN|Infinity|undefined)\b/.test(drawn)) return {reason: 'it could not be laid out'};
	if (!showsAll(textsIn(drawn), plan)) return {reason: 'not all of its labels found a place'};
	return {svg: veil.lift(drawn)};
}

/**
 * The library's SVG without what is no drawing: its style sheet, which would fetch fonts from elsewhere, its notes for
 * scripts, and its remark that an entity has no attributes.
 */
function plainSvg(svg: string): string {
	return (
		svg
			.replace(/\s*<style>[^]*?<\/style>/, '')
			.replace(/^(<svg\b[^>]*?) style="[^"]*"/, '$1')
			.replaceAll(/ (?:data-[\w-]+|class)="[^"]*"/g, '')
			.replaceAll(/\s*<text\b[^>]*>\(no attributes\)<\/text>/g, '')
			.replaceAll(/\s*<defs>\s*<\/defs>/g, '')
			// At the end of a line both are the same, and fewer programs know the other.
			.replaceAll(/ orient="auto-start-reverse"/g, svg.includes('marker-start=') ? '$&' : ' orient="auto"')
			.replaceAll(/(\d\.\d\d)\d+/g, '$1')
	);
}

/** What stands between the tags. */
function textsIn(svg: string): readonly string[] {
	return svg.split(/<[^>]*>/);
}
