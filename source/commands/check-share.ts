/** A share of many documents, checked one after another where nothing can be told. */

import type {Answer, Said, Share} from './check-all.ts';
import {checkOne} from './check-one.ts';
import type {Context} from './context.ts';
import type {Output} from './output.ts';
import {loadSettings} from './user-settings.ts';

/** Checks each document of a share in turn; `answer` takes what was found, with what is to be said besides. */
export async function checkShare(
	{candidates, settings, context: given}: Share,
	answer: (answer: Answer) => void,
): Promise<void> {
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
		answer({one, said});
	}
}
