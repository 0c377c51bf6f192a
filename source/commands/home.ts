/** What runs without a command: drafts to resume, documents nearby, templates. */

import type {Command} from './context.ts';
import {ask, canAsk, nobodyToAsk, wishesOf} from './interactive.ts';

export const home: Command = async (invocation, context) =>
	canAsk(invocation, context)
		? ask({type: 'home', wishes: wishesOf(invocation)}, context)
		: nobodyToAsk(
				context,
				'Name a command, such as: specwright new TEMPLATE --answers FILE --yes; specwright --help lists them.',
			);
