/** A thread that works out what is shown of a document, so that no key waits for it. */

import {enableCompileCache} from 'node:module';
import {parentPort} from 'node:worker_threads';
import type {MeasuringOrder, MeasuringReply} from './measuring.ts';

// A thread has no part in what its program enabled, and it counts only for what is loaded afterwards.
enableCompileCache();
const {createMeasurer} = await import('./measure-change.ts');
const measurer = createMeasurer();
parentPort!.on('message', (order: MeasuringOrder) => {
	parentPort!.postMessage(measurer(order) satisfies MeasuringReply);
});
