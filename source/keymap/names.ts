/** What the settings call that which a key does. */

import type {Binding} from './types.ts';

/**
 * The name of a command (`view.preview`), of an edit of text (`text.word-left`), or of taking an entry by its number or
 * first letter.
 */
export function commandName(does: Binding['does']): string {
	if (typeof does === 'string') return does;
	switch (does.type) {
		case 'pick': {
			return 'list.pick';
		}

		case 'letter': {
			return 'list.letter';
		}

		case 'move': {
			return `text.${does.extend ? 'select-' : ''}${does.motion}`;
		}

		case 'delete': {
			return `text.delete-${does.motion}`;
		}

		case 'move-line': {
			return `text.line-${does.by < 0 ? 'up' : 'down'}`;
		}

		default: {
			return `text.${does.type}`;
		}
	}
}
