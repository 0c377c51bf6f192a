/**
 * Turns what Ink hears into presses with one name each, so that the key table is the only place that knows about keys.
 *
 * Names: the modifiers `ctrl+`, `alt+`, `shift+` in that order before `up down left right home end pageup pagedown
 * enter escape tab backspace delete space` or a lower-case character. Printable characters without a modifier are text;
 * a scope that has no text to edit looks its characters up by name (`pressNames`).
 */

import type {Key} from 'ink';

/** One press of a named key, or characters that were typed. */
export type Press = {readonly type: 'key'; readonly name: string} | {readonly type: 'text'; readonly text: string};

/** Keys that Ink tells by a flag, in the order in which they are asked. */
const flags: readonly (readonly [keyof Key, string])[] = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['home', 'home'],
	['end', 'end'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['escape', 'escape'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
	['return', 'enter'],
];

function withModifiers(name: string, key: Partial<Key>): string {
	return (key.ctrl ? 'ctrl+' : '') + (key.meta ? 'alt+' : '') + (key.shift ? 'shift+' : '') + name;
}

/** The name of a control character: 0x0F is `ctrl+o`, a carriage return is `enter`. */
function controlName(character: string): string | undefined {
	const code = character.charCodeAt(0);
	if (code === 0x0d || code === 0x0a) {
		return 'enter';
	}

	if (code === 0x09) {
		return 'tab';
	}

	if (code === 0x7f || code === 0x08) {
		return 'backspace';
	}

	if (code === 0x1b) {
		return 'escape';
	}

	if (code === 0) {
		return 'ctrl+space';
	}

	if (code < 0x20) {
		return `ctrl+${String.fromCharCode(code + (code <= 26 ? 96 : 64))}`;
	}

	// The C1 controls mean nothing on a keyboard.
	return undefined;
}

/**
 * A chunk may hold several presses: a slow line, key repeat or a script sends `abc\r` in one piece, and Ink hands it on
 * as one input without a return flag. Text runs stay together, CR LF counts as one Enter.
 */
function split(chunk: string): readonly Press[] {
	const presses: Press[] = [];
	let text = '';
	const flush = () => {
		if (text) {
			presses.push({type: 'text', text});
			text = '';
		}
	};

	for (let index = 0; index < chunk.length; index++) {
		const character = chunk[index] ?? '';
		const code = character.charCodeAt(0);
		if (code >= 0x20 && (code < 0x7f || code > 0x9f)) {
			text += character;
			continue;
		}

		flush();
		if (character === '\n' && chunk[index - 1] === '\r') {
			continue;
		}

		const name = controlName(character);
		if (name) {
			presses.push({type: 'key', name});
		}
	}

	flush();
	return presses;
}

/**
 * What one event of Ink's `useInput` means. Nothing for releases (kitty protocol) and for keys that Ink cannot name,
 * such as function keys and unknown escape sequences.
 */
export function decode(input: string, key: Partial<Key>): readonly Press[] {
	if (key.eventType === 'release') {
		return [];
	}

	for (const [flag, name] of flags) {
		if (key[flag] === true) {
			// Escape with Alt is two Escapes pressed quickly; Shift+Enter arrives only from some terminals.
			if (name === 'escape' || (name === 'enter' && !key.meta)) {
				return [{type: 'key', name}];
			}

			return [{type: 'key', name: withModifiers(name, key)}];
		}
	}

	if (input === '') {
		return [];
	}

	if (key.ctrl || key.meta || key.super || key.hyper) {
		const name = input === ' ' ? 'space' : input;
		// Caps Lock must not change what Alt+U means.
		return [...name].length === 1 || name === 'space'
			? [{type: 'key', name: withModifiers(name.toLowerCase(), {ctrl: key.ctrl === true, meta: key.meta === true})}]
			: [];
	}

	return split(input);
}

/** Splits presses so that each carries one name: in a list, `jj` is twice `j`. */
export function pressNames(press: Press): readonly string[] {
	return press.type === 'key'
		? [press.name]
		: [...press.text].map(character => (character === ' ' ? 'space' : character));
}

/**
 * The first key of a press, and what is to be read after what that did: where no text is taken, each character is a key
 * of its own.
 */
export function firstKey(press: Press, takesText: boolean): readonly [Press, Press?] {
	if (press.type !== 'text' || takesText) return [press];
	const [first = '', ...rest] = press.text;
	return rest.length === 0
		? [press]
		: [
				{...press, text: first},
				{...press, text: rest.join('')},
			];
}
