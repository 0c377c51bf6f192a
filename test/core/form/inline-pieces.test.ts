import fc from 'fast-check';
import {expect, test} from 'vitest';
import {inlinePieces} from '../../../source/core/form/index.ts';
import {runs} from '../../property.ts';

const shown = (text: string): string =>
	inlinePieces(text)
		.map(piece => piece.text)
		.join('');

test('signs of emphasis, code and links give way to what they mean', () => {
	expect(inlinePieces('**Must**: name `path:line`, see [the guide](docs/a.md) _soon_, ~~never~~ \\*once\\*.')).toEqual([
		{text: 'Must', meaning: 'strong'},
		{text: ': name '},
		{text: 'path:line', meaning: 'code'},
		{text: ', see '},
		{text: 'the guide', meaning: 'link'},
		{text: ' (docs/a.md)', meaning: 'url'},
		{text: ' '},
		{text: 'soon', meaning: 'emphasis'},
		{text: ', '},
		{text: 'never', meaning: 'deleted'},
		{text: ' '},
		{text: '*'},
		{text: 'once'},
		{text: '*'},
		{text: '.'},
	]);
});

test('code may hold backticks, and keeps what would be signs elsewhere', () => {
	expect(shown('``a `b` **c**``')).toBe('a `b` **c**');
});

test.each([
	'- one\n- two\n  - below',
	'1. first\n2. second',
	'Ask [who decides] and <which team>, or {Name}.',
	'2 * 3 * 4 and snake_case_name',
	'',
])('what is no sign stays as it is written: %j', text => {
	expect(shown(text)).toBe(text);
});

test('no letter or digit is lost, whatever the signs around it', () => {
	const part = fc.constantFrom(
		'a',
		'b1',
		' ',
		'*',
		'**',
		'_',
		'`',
		'``',
		'[',
		'](',
		')',
		'\\',
		'~~',
		'\n',
		'漢',
		'<',
		'>',
		'!',
	);
	fc.assert(
		fc.property(fc.array(part, {maxLength: 25}), parts => {
			const text = parts.join('');
			const letters = (of: string): string => of.replaceAll(/[^\p{L}\p{N}]/gu, '');
			// An address that says the same as the link's text is told once.
			fc.pre(!text.includes(']('));
			expect(letters(shown(text))).toBe(letters(text));
		}),
		{numRuns: runs(1000)},
	);
});
