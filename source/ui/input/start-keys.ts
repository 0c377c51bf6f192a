/** What keys mean on the screens before the form: the key table is asked, as it is in the wizard. */

import type {Edit} from '../../core/text/types.ts';
import type {Command} from '../../core/wizard/index.ts';
import {lookUp, type Binding, type Scope} from '../../keymap/index.ts';
import type {Press} from './decode.ts';
import {pressNames} from './decode.ts';

/** What is to be done: a command, a change of the text in hand, or the entry at a place of the list taken. */
export type Meant =
	| {readonly type: 'command'; readonly command: Command}
	| {readonly type: 'edit'; readonly edit: Edit}
	| {readonly type: 'pick'; readonly index: number};

/**
 * What one key means where `scopes` are live; undefined where it means nothing. Where text is taken, several characters at
 * once are text, and one is a key only where it has a meaning of its own.
 */
export function meaningOf(press: Press, scopes: readonly Scope[], table: readonly Binding[]): Meant | undefined {
	const takesText = scopes.includes('text');
	const isTyped = press.type === 'text' && takesText;
	const names = isTyped ? [press.text] : pressNames(press);
	const [name = ''] = names;
	const binding = lookUp(scopes, name, table);
	if (!binding) return isTyped ? {type: 'edit', edit: {type: 'insert', text: press.text}} : undefined;
	const {does} = binding;
	if (typeof does === 'string') return {type: 'command', command: does};
	if (does.type === 'pick') return {type: 'pick', index: binding.keys.indexOf(name)};
	return does.type === 'letter' ? undefined : {type: 'edit', edit: does};
}

/**
 * Where a movement leads in a list of `count` entries, of which `page` are seen at once; undefined for any other command.
 * Where the list `isRound`, a step up from the first leads to the last.
 */
export function movedIn(
	at: number,
	command: Command,
	{count, page, isRound = false}: {readonly count: number; readonly page: number; readonly isRound?: boolean},
): number | undefined {
	const last = Math.max(0, count - 1);
	const within = (place: number): number => Math.min(last, Math.max(0, place));
	const step = (by: number): number => (isRound ? (at + by + count) % Math.max(1, count) : within(at + by));
	switch (command) {
		case 'list.up':
			return step(-1);
		case 'list.down':
			return step(1);
		case 'list.page-up':
			return within(at - page);
		case 'list.page-down':
			return within(at + page);
		case 'list.first':
			return 0;
		case 'list.last':
			return last;
		default:
			return undefined;
	}
}
