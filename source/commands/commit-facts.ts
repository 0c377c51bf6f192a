/** What a commit's message is proposed from: whether the document is new, what changed in it, and what the settings say. */

import {lastCommitted} from '../adapters/git/index.ts';
import type {Settings} from '../adapters/settings/index.ts';
import {readForm} from '../core/form/index.ts';
import {changedSections, type CommitFacts} from '../core/wizard/index.ts';
import {inTime} from './in-time.ts';

export type CommitSettings = Pick<Settings, 'commitMessage' | 'commitAmend' | 'commitSignOff'>;

/** Looks at what HEAD holds at `path`, where `text` stands or is to stand. */
export async function commitFacts(path: string, text: string, settings: CommitSettings): Promise<CommitFacts> {
	const {file = path, text: held, message} = await lastCommitted(path, settings.commitAmend);
	const sections =
		held === undefined
			? undefined
			: inTime(`${held}\n${text}`, path, () => changedSections(readForm(held), readForm(text)));
	return {
		isNew: held === undefined,
		file,
		sections: sections?.ok ? sections.value : [],
		pattern: settings.commitMessage,
		...(message === undefined ? {} : {lastMessage: message}),
	};
}
