import {describe, expect, test} from 'vitest';
import {cells} from '../../source/core/text/index.ts';
import {asciiGlyphs, chooseTheme, paint, themes, unicodeGlyphs} from '../../source/theme/index.ts';

describe('chooseTheme', () => {
	test('the default, where nothing speaks against it', () => {
		expect(chooseTheme({TERM: 'xterm-256color', LANG: 'en_GB.UTF-8'})).toBe(themes.default);
	});

	test('what settings ask for; an unknown name is the default', () => {
		expect(chooseTheme({}, {name: 'high-contrast'}).name).toBe('high-contrast');
		expect(chooseTheme({}, {name: 'auto'}).name).toBe('default');
		expect(chooseTheme({}, {name: 'toString'}).name).toBe('default');
	});

	test.each([{NO_COLOR: '1'}, {FORCE_COLOR: '0'}, {TERM: 'dumb'}])(
		'no colour for %o, whatever the settings say',
		env => {
			expect(chooseTheme(env, {name: 'high-contrast'}).name).toBe('mono');
		},
	);

	test('an empty NO_COLOR asks for nothing', () => {
		expect(chooseTheme({NO_COLOR: ''}).name).toBe('default');
	});

	test.each([{TERM: 'linux'}, {LANG: 'de_DE.ISO-8859-1'}, {LC_ALL: 'C.latin1', LANG: 'en_US.UTF-8'}])(
		'ASCII for %o',
		env => {
			expect(chooseTheme(env).ascii).toBe(true);
		},
	);

	test('a flag has the last word about ASCII', () => {
		expect(chooseTheme({}, {ascii: true}).glyphs).toBe(asciiGlyphs);
		expect(chooseTheme({TERM: 'linux'}, {ascii: false}).ascii).toBe(false);
	});
});

describe('glyphs', () => {
	test('of the ASCII set are ASCII', () => {
		expect(Object.values(asciiGlyphs).join('')).toMatch(/^[\x20-\x7e]+$/);
	});

	test('take as many cells in one set as in the other, so that no layout depends on the set', () => {
		const wide = ['radioOn', 'radioOff'];
		for (const [name, glyph] of Object.entries(unicodeGlyphs)) {
			if (!wide.includes(name)) {
				expect(cells(glyph), name).toBe(cells(asciiGlyphs[name as keyof typeof asciiGlyphs]));
			}
		}
	});

	test('of states differ from one another in both sets', () => {
		for (const {done, part, empty, finding, notApplicable} of [unicodeGlyphs, asciiGlyphs]) {
			expect(new Set([done, part, empty, finding, notApplicable]).size).toBe(5);
		}
	});

	test('in ASCII tell the field in hand, its lines in the preview and the line between panes apart', () => {
		const {bar, mark, vertical} = asciiGlyphs;
		expect(new Set([bar, mark, vertical]).size).toBe(3);
	});
});

describe('paint', () => {
	test('puts the colour around the text and takes it back', () => {
		expect(paint(themes.default, 'bad', 'no')).toBe('\u001B[31mno\u001B[0m');
	});

	test('mono has no colour for any meaning', () => {
		expect(Object.values(themes.mono.styles).filter(style => 'color' in style)).toEqual([]);
	});
});
