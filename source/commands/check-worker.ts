/** A thread that checks its share of many documents. */

import {enableCompileCache} from 'node:module';
import {parentPort, workerData} from 'node:worker_threads';
import type {Share} from './check-all.ts';

// A thread has no part in what its program enabled, and it counts only for what is loaded afterwards.
enableCompileCache();
const {checkShare} = await import('./check-share.ts');
await checkShare(workerData as Share, answer => {
	parentPort!.postMessage(answer);
});
