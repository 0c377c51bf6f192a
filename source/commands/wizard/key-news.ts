/** What is not taken of the settings' own keys, told where the keys are used. */

import type {Settings} from '../../adapters/settings/index.ts';
import {refusedKeys} from '../refused-keys.ts';
import type {Session} from './session.ts';

/** The session with a sentence for each command that keeps its keys: the first thing on the screen, and again behind it. */
export function withKeyNews(session: Session, settings: Pick<Settings, 'keys'>): Session {
	const lines = refusedKeys(settings).map(({summary, next}) => `${summary} ${next ?? ''}`);
	if (lines.length === 0) return session;
	const {initial, news} = session;
	const said = initial.notice ? [initial.notice.text, ...lines] : lines;
	return {
		...session,
		initial: {...initial, notice: {tone: 'error', text: said.join(' ')}},
		news: [...news, ...lines],
	};
}
