/** A thread that checks its share of many documents, one after another. */

import {enableCompileCache} from 'node:module';
import {parentPort, workerData} from 'node:worker_threads';
import type {Answer, Said, Share} from './check-all.ts';
import type {Context} from './context.ts';
import type {Output} from './output.ts';

// A thread has no part in what its program enabled, and it counts only for what is loaded afterwards.
enableCompileCache();
const [{checkOne}, {loadSettings}] = await Promise.all([import('./check-one.ts'), import('./config.ts')]);
const {candidates, settings, context: given} = workerData as Share;
let said: Said[] = [];
/** Of an output, what checking a document uses; who hired this thread says it. */
const output: Pick<Output, 'say' | 'problem'> = {
	say: (...pieces) => void said.push({said: pieces}),
	problem: problem => void said.push({problem}),
};
const context: Context = {...given, output: output as Output, readStdin: async () => undefined};
loadSettings(context);
for (const candidate of candidates) {
	said = [];
	const one = await checkOne(candidate, settings, context);
	parentPort!.postMessage({one, said} satisfies Answer);
}
