/**
 * Labels for the drawing library. It takes brackets, quotes and colons in a label for signs of its own, and draws lines
 * over blanks in one. So every character that is no letter or digit is a private one until the drawing is done.
 */

import {cells, sanitize} from '../../core/text/index.ts';
import {resolveEntities} from '../entities.ts';

export const firstPrivate = 0xe0_00;
export const mostPrivate = 0x18_00;

export type Veil = {
	/** A label's lines for the library; undefined where a character is not one cell wide, which it can't draw straight. */
	readonly lines: (label: string) => readonly string[] | undefined;
	/** A blank that no line is drawn over. */
	readonly blank: () => string;
	/** A drawn row with the characters that it stands for. */
	readonly lift: (row: string) => string;
};

/** A veil for one diagram. */
export function createVeil(): Veil {
	const hidden = new Map<string, string>();
	const shown = new Map<string, string>();
	const hide = (char: string): string => {
		const known = hidden.get(char);
		if (known !== undefined) return known;
		const sign = String.fromCharCode(firstPrivate + hidden.size);
		hidden.set(char, sign);
		shown.set(sign, char);
		return sign;
	};

	return {
		lines(label) {
			const lines = labelLines(label);
			const isStraight = lines.every(line => cells(line) === line.length && !/[\uD800-\uF8FF]/.test(line));
			if (!isStraight || hidden.size + label.length > mostPrivate) return undefined;
			return lines.map(line => line.replaceAll(/[^A-Za-z0-9]/g, hide));
		},
		blank: () => hide(' '),
		lift: row => row.replaceAll(/[\uE000-\uF8FF]/g, sign => shown.get(sign) ?? sign),
	};
}

/** What a label says: its lines without quotes round it, tags for new lines and entity codes. */
export function labelLines(label: string): readonly string[] {
	const plain = label
		.trim()
		.replaceAll(/#(\w+);/g, (_, name: string) => (/^\d/.test(name) ? `&#${name};` : `&${name};`));
	return sanitize(resolveEntities(plain))
		.split(/\n|<br\s*\/?>/i)
		.map(line => line.trim().replaceAll(/\s+/g, ' '))
		.filter(line => line !== '');
}
