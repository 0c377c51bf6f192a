/** Draws diagrams as SVG beside the program. Laying them out takes a library of its own, so this is a program of its own. */

import {parentPort} from 'node:worker_threads';
import {renderMermaidSVG} from 'beautiful-mermaid';
import {drawSvg, type DrawSvg} from './draw-svg.ts';
import type {Order, Picture} from './types.ts';

const draw: DrawSvg = source => renderMermaidSVG(source, {padding: 16});

// The first drawing takes as long as many, for the library makes itself ready; no diagram is to be given up for that.
draw('flowchart TB\na --> b');

parentPort?.on('message', ({text}: Order) => {
	parentPort?.postMessage('begun');
	parentPort?.postMessage(drawn(text));
});

/** The library throws at what it can't draw. */
function drawn(text: string): Picture {
	try {
		return drawSvg(text, draw);
	} catch {
		return {reason: 'the drawing failed'};
	}
}
