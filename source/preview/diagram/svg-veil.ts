/**
 * Labels for the drawing library where it draws SVG. As in `veil.ts` no sign in a label may reach it; here a character may
 * be of any width, and what it stands for is written so that it is text in XML, whatever it is.
 */

import {cells, graphemes} from '../../core/text/index.ts';
import {firstPrivate, labelLines, mostPrivate, type Veil} from './veil.ts';

/** The first private character: it takes room in the layout and stands for nothing. */
const room = String.fromCharCode(firstPrivate);

/** A veil for one diagram drawn as SVG. Its labels are never too wide, only too many characters are. */
export function createSvgVeil(): Veil {
	const hidden = new Map<string, string>();
	const shown = new Map<string, string>([[room, '']]);
	const hide = (grapheme: string): string => {
		let sign = hidden.get(grapheme);
		if (sign === undefined) {
			sign = String.fromCharCode(firstPrivate + shown.size);
			hidden.set(grapheme, sign);
			shown.set(sign, escaped(grapheme));
		}

		return sign + room.repeat(Math.max(0, cells(grapheme) - 1));
	};

	return {
		lines(label) {
			const lines = labelLines(label);
			if (shown.size + label.length > mostPrivate) return undefined;
			return lines.map(line =>
				graphemes(line)
					.map(one => (/^[A-Za-z0-9]$/.test(one) ? one : hide(one)))
					.join(''),
			);
		},
		blank: () => room,
		lift: row => row.replaceAll(/[\uE000-\uF8FF]/g, sign => shown.get(sign) ?? ''),
	};
}

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text for XML and HTML, between tags and in attributes. */
export function escaped(text: string): string {
	return text.replaceAll(/[&<>"']/g, sign => entities[sign] ?? sign);
}
