/** The theme room's door: themes as data, which one fits a terminal, and text painted by meaning. */

import {asciiGlyphs, unicodeGlyphs} from './glyphs.ts';
import type {Color, Style, Theme, ThemeName, Token} from './types.ts';

export type {Color, Glyph, Glyphs, Style, Theme, ThemeName, Token} from './types.ts';
export {asciiGlyphs, unicodeGlyphs} from './glyphs.ts';

const shared = {
	label: {bold: true},
	strong: {bold: true},
	key: {bold: true},
	emphasis: {italic: true},
	example: {italic: true},
	deleted: {strike: true},
	selection: {inverse: true},
} satisfies Partial<Record<Token, Style>>;

const plain: Theme['styles'] = {
	...shared,
	accent: {bold: true},
	dim: {dim: true},
	good: {},
	warn: {bold: true},
	bad: {bold: true},
	value: {},
	placeholder: {dim: true},
	meter: {},
	border: {dim: true},
	title: {bold: true, underline: true},
	heading: {bold: true},
	code: {},
	link: {underline: true},
	url: {},
	quote: {italic: true},
};

/** The themes by name. `mono` uses no colour, `high-contrast` no dim text. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
	default: {
		name: 'default',
		ascii: false,
		glyphs: unicodeGlyphs,
		styles: {
			...shared,
			accent: {color: 'cyan'},
			dim: {dim: true},
			good: {color: 'green'},
			warn: {color: 'yellow'},
			bad: {color: 'red'},
			value: {color: 'cyan'},
			placeholder: {dim: true},
			meter: {color: 'green'},
			border: {dim: true},
			title: {color: 'magenta', bold: true},
			heading: {color: 'cyan', bold: true},
			code: {color: 'yellow'},
			link: {color: 'blue', underline: true},
			url: {color: 'blue'},
			quote: {italic: true, dim: true},
		},
	},
	'high-contrast': {
		name: 'high-contrast',
		ascii: false,
		glyphs: unicodeGlyphs,
		styles: {
			...shared,
			accent: {color: 'bright-cyan', bold: true},
			dim: {},
			good: {color: 'bright-green', bold: true},
			warn: {color: 'bright-yellow', bold: true},
			bad: {color: 'bright-red', bold: true},
			value: {bold: true},
			placeholder: {underline: true},
			meter: {color: 'bright-green', bold: true},
			border: {},
			title: {bold: true, underline: true},
			heading: {bold: true, underline: true},
			code: {color: 'bright-yellow'},
			link: {underline: true, bold: true},
			url: {underline: true},
			quote: {italic: true},
		},
	},
	mono: {name: 'mono', ascii: false, glyphs: unicodeGlyphs, styles: plain},
};

const codes: Readonly<Record<Color, number>> = {
	black: 30,
	red: 31,
	green: 32,
	yellow: 33,
	blue: 34,
	magenta: 35,
	cyan: 36,
	white: 37,
	gray: 90,
	'bright-red': 91,
	'bright-green': 92,
	'bright-yellow': 93,
	'bright-blue': 94,
	'bright-magenta': 95,
	'bright-cyan': 96,
	'bright-white': 97,
};

/** The SGR codes of a style, for those who compose their own sequences. */
export function sgrCodes(style: Style): readonly number[] {
	return [
		...(style.bold ? [1] : []),
		...(style.dim ? [2] : []),
		...(style.italic ? [3] : []),
		...(style.underline ? [4] : []),
		...(style.inverse ? [7] : []),
		...(style.strike ? [9] : []),
		...(style.color ? [codes[style.color]] : []),
	];
}

/** Text in the look of a token, reset behind it. The text must be sanitised and have no sequences of its own. */
export function paint(theme: Theme, token: Token, text: string): string {
	const sgr = sgrCodes(theme.styles[token]);
	return sgr.length === 0 || text === '' ? text : `\u001B[${sgr.join(';')}m${text}\u001B[0m`;
}

/** A theme with ASCII glyphs in place of its own. */
export function withAscii(theme: Theme): Theme {
	return {...theme, ascii: true, glyphs: asciiGlyphs};
}

export type ThemeChoice = {
	/** What settings ask for; `auto` or an unknown name leaves it to the environment. */
	readonly name?: string;
	/** `--ascii`. */
	readonly ascii?: boolean;
};

function isThemeName(name: string): name is ThemeName {
	return Object.hasOwn(themes, name);
}

/**
 * The theme for an environment: no colour where `NO_COLOR` (no-color.org: set and not empty) or a dumb terminal asks
 * for it, whatever the settings say; ASCII glyphs on the Linux console and where the locale names a charset other than
 * UTF-8 (LC_ALL before LC_CTYPE before LANG, as POSIX has it).
 */
export function chooseTheme(env: Readonly<Record<string, string | undefined>>, choice: ThemeChoice = {}): Theme {
	const isDumb = env['TERM'] === 'dumb';
	const isColorless = (env['NO_COLOR'] ?? '') !== '' || env['FORCE_COLOR'] === '0' || isDumb;
	const wished = choice.name !== undefined && isThemeName(choice.name) ? choice.name : 'default';
	const theme = themes[isColorless ? 'mono' : wished];
	const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
	const charset = /\.([^@]+)/.exec(locale)?.[1] ?? '';
	const isAscii = isDumb || env['TERM'] === 'linux' || (charset !== '' && !/^utf-?8$/i.test(charset));
	return (choice.ascii ?? isAscii) ? withAscii(theme) : theme;
}
