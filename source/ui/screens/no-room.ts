/** What stands in place of the form where the window has no room for it. */

import {completeness, type WizardState} from '../../core/wizard/index.ts';
import type {Binding} from '../../keymap/index.ts';
import {wordsFrame, type Frame} from '../drawing/frame.ts';
import type {Layout} from '../drawing/layout.ts';
import type {Look} from '../drawing/look.ts';
import {keyNames, keyOf} from '../keys.ts';

const kept = 'The draft is kept.';

/**
 * The notice: what window would do, that questions one at a time need none, and how to leave. Only the question whether to
 * quit is asked here; whatever else lies over the form waits for a larger window.
 */
export function noRoomFrame(
	state: WizardState,
	{type, whole}: Extract<Layout, {type: 'tiny' | 'small'}>,
	{look, table}: {readonly look: Look; readonly table: readonly Binding[]},
): Frame {
	const quit = look.keyName(keyOf('wizard.quit', table, ['wizard']) ?? '^Q');
	const draft = {unsaved: 'The draft is NOT SAVED.', 'read-only': 'Read only.', saving: kept, saved: kept}[
		state.saved.state
	];
	if (state.overlay?.type === 'quit') {
		const key = keyNames(table, ['confirm'], look);
		return wordsFrame(whole, [`Quit? ${key('confirm.yes')} or ${key('confirm.no')}`, draft], look);
	}

	if (type === 'tiny') return wordsFrame(whole, ['Window too small.', `${quit} quits. ${draft}`], look);
	const inLines = look.keyName(keyOf('wizard.in-lines', table, ['no-room']) ?? 'Enter');
	const {required} = completeness(state);
	return wordsFrame(
		whole,
		[
			'This window is too small for the form.',
			'Make it at least 60 columns by 16 rows, and you go on where you are.',
			`Or press ${inLines}: one question at a time fits any window. ${quit} quits.`,
			'',
			`${required.percent}%, ${required.answered} of ${required.total} required answers. ${draft}`,
		],
		look,
	);
}
