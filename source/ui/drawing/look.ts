/** How meanings look: the theme in hand, as the views ask for it. */

import type {Glyphs, Theme, Token} from '../../theme/index.ts';
import {asciiGlyphs, paint, themes, withAscii} from '../../theme/index.ts';

/** What a piece of text means. */
export type Tone = Token;

export type Look = {
	readonly theme: Theme;
	readonly color: boolean;
	readonly glyphs: Glyphs;
	/** Text with the tone's style around it; the text must be sanitised. */
	readonly paint: (tone: Tone, text: string) => string;
	/** A key's label as this terminal can draw it: `⇧Tab` or `Shift+Tab`. */
	readonly keyName: (label: string) => string;
	/** A sentence of ours as this terminal can draw it, with straight quotes where it has no others. */
	readonly sentence: (text: string) => string;
};

const asciiKeys: readonly (readonly [string, string])[] = [
	['⇧', 'Shift+'],
	['↑↓', 'Up, Down'],
	['↑', 'Up'],
	['↓', 'Down'],
	['←', 'Left'],
	['→', 'Right'],
	['–', '-'],
];

const asciiSigns: Readonly<Record<string, string>> = {
	'“': '"',
	'”': '"',
	'‘': "'",
	'’': "'",
	'—': '-',
	'–': '-',
	'→': '>',
	'…': asciiGlyphs.ellipsis,
	'§': 'section ',
};

/** A theme, and what the terminal or the author takes away from it. */
export type Appearance = {
	readonly theme: Theme;
	/** False draws without colours whatever the theme has. */
	readonly color?: boolean;
	/** True draws with ASCII alone whatever the theme has. */
	readonly ascii?: boolean;
};

/** The look of a theme. */
export function createLook({theme: wished, color = true, ascii = false}: Appearance): Look {
	const colored = color ? wished : {...themes.mono, ascii: wished.ascii, glyphs: wished.glyphs};
	const theme = ascii ? withAscii(colored) : colored;
	const isAscii = theme.ascii;
	return {
		theme,
		color,
		glyphs: theme.glyphs,
		paint: (tone, text) => paint(theme, tone, text),
		keyName: label => (isAscii ? asciiKeys.reduce((name, [from, to]) => name.replaceAll(from, to), label) : label),
		sentence: text => (isAscii ? text.replaceAll(/[“”‘’—–→…§]/g, sign => asciiSigns[sign] ?? sign) : text),
	};
}
