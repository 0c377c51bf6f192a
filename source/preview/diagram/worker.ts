/** Draws diagrams beside the program, so that one that takes for ever holds up nothing and can be stopped. */

import {parentPort} from 'node:worker_threads';
import {renderMermaidASCII} from 'beautiful-mermaid';
import {drawText, type Draw} from './draw-text.ts';
import type {Drawing, Order} from './types.ts';

const draw: Draw = (source, {ascii, gap}) =>
	renderMermaidASCII(source, {
		useAscii: ascii,
		paddingX: gap,
		paddingY: gap - 1,
		boxBorderPadding: 0,
		colorMode: 'none',
	});

parentPort?.on('message', (order: Order) => {
	parentPort?.postMessage('begun');
	parentPort?.postMessage(drawn(order));
});

/** The library throws at what it can't draw. */
function drawn(order: Order): Drawing {
	try {
		return drawText(order, draw);
	} catch {
		return {reason: 'the drawing failed'};
	}
}
