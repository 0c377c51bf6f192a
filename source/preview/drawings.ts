/** Drawings for whoever can wait for them: one after another, each in a limited time. */

import {createDiagrams, hirePainter, hireWriter, type Diagrams} from './diagram.ts';
import type {Drawing, Picture, Undrawn} from './diagram/types.ts';

export {svgFile} from './diagram/svg-file.ts';

/** Milliseconds for one drawing: nobody waits at a key for it. */
const patience = 5000;

let writer: Diagrams | undefined;
let painter: Diagrams<Picture> | undefined;

/** A diagram drawn with characters, in the first of the widths (in cells) that is enough. */
export async function drawRows(text: string, widths: readonly number[], ascii: boolean): Promise<Drawing> {
	writer ??= createDiagrams(hireWriter, patience);
	let drawing: Drawing = {reason: 'it is wider than there is room'};
	for (const width of widths) {
		drawing = await drawn(writer, {text, width, ascii});
		if ('rows' in drawing) break;
	}

	return drawing;
}

/** A diagram drawn as SVG, to be finished by `svgFile` or `svgPart`. */
export async function drawPicture(text: string): Promise<Picture> {
	painter ??= createDiagrams(hirePainter, patience);
	return drawn(painter, {text, width: 0, ascii: false});
}

async function drawn<Made>(
	diagrams: Diagrams<Made>,
	order: Parameters<Diagrams<Made>['drawing']>[0],
): Promise<Made | Undrawn> {
	diagrams.drawing(order);
	await diagrams.settled();
	return diagrams.drawing(order) ?? {reason: 'the drawing failed'};
}
