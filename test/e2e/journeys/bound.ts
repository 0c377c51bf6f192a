/** Keys as the key table has them, and as a terminal sends them. */

import {bindings, type Scope} from '../../../source/keymap/index.ts';
import type {Command, Edit} from '../../../source/core/wizard/index.ts';

const named: Readonly<Record<string, string>> = {
	enter: '\r',
	tab: '\t',
	'shift+tab': '\u001B[Z',
	escape: '\u001B',
	space: ' ',
	backspace: '\u007F',
	'alt+backspace': '\u001B\u007F',
};

/** How xterm ends the sequence of a key ("PC-style function keys"); a modifier's number stands in front of that. */
const sequences: Readonly<Record<string, readonly [string, string]>> = {
	up: ['1', 'A'],
	down: ['1', 'B'],
	right: ['1', 'C'],
	left: ['1', 'D'],
	end: ['1', 'F'],
	home: ['1', 'H'],
	delete: ['3', '~'],
	pageup: ['5', '~'],
	pagedown: ['6', '~'],
};
const modifiers: Readonly<Record<string, number>> = {shift: 2, alt: 3, ctrl: 5};

/** What a terminal sends for a key by its name in the table: `alt+up`, `ctrl+s`, `y`. */
export function bytes(key: string): string {
	const plain = named[key];
	if (plain !== undefined) return plain;
	const at = key.lastIndexOf('+');
	const [modifier, name] = at > 0 ? [key.slice(0, at), key.slice(at + 1)] : [undefined, key];
	const sequence = sequences[name];
	if (sequence) {
		const [number, end] = sequence;
		if (modifier === undefined) return end === '~' ? `\u001B[${number}~` : `\u001B[${end}`;
		return `\u001B[${number};${modifiers[modifier]}${end}`;
	}

	if (modifier === undefined) return key;
	return modifier === 'alt' ? `\u001B${name}` : String.fromCharCode(name.toUpperCase().charCodeAt(0) - 64);
}

/** The key that the table shows first for what a person wants, in `scope` where it has one in several. */
export function keyFor(does: Command | Edit['type'], scope?: Scope): string {
	const binding = bindings.find(
		each =>
			(typeof each.does === 'string' ? each.does : each.does.type) === does &&
			(scope === undefined || each.scope === scope),
	);
	if (!binding) throw new Error(`No key does ${does}${scope === undefined ? '' : ` in ${scope}`}.`);
	return bytes(binding.keys[0] ?? '');
}
