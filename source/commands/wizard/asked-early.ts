/** Questions that a command asks before there is a wizard: on a screen of their own, or in lines. */

import type {QuestionData, Reply} from '../../ui/index.ts';
import {loadSettings} from '../user-settings.ts';
import type {Context} from '../context.ts';
import type {Wishes} from '../wizard-request.ts';
import {openFullScreen} from './full-screen.ts';
import {watchOver} from './lifecycle.ts';
import {chooseMode} from './mode.ts';
import {questionInLines} from './prompts.ts';

/** The way to ask in the author's mode; undefined where answers are piped in, which are for the document's questions. */
export function askedEarly(wishes: Wishes, context: Context): ((question: QuestionData) => Promise<Reply>) | undefined {
	if (chooseMode(wishes, context) !== 'screen') return questionInLines(wishes, context);
	return async question => {
		const screen = await openFullScreen(wishes, loadSettings(context), context);
		const release = watchOver(
			{save() {}, restore: async () => screen.close(), isAway: () => false, resume: () => undefined},
			context,
		);
		try {
			return await screen.ask(question);
		} finally {
			await screen.close();
			release();
		}
	};
}
