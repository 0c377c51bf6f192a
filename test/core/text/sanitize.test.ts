import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {cleanInput, expandTabs, sanitize} from '../../../source/core/text/index.ts';
import {runs} from '../../property.ts';

describe('sanitize', () => {
	test.each([
		['an escape sequence is seen, not obeyed', 'a\u001B[31mred', 'a␛[31mred'],
		['a title sequence is seen whole', '\u001B]0;pwned\u0007', '␛]0;pwned␇'],
		['DEL and C1 have their pictures', '\u007F\u009B', '␡<9b>'],
		['what turns text around is named', 'a\u202Eb\u2066', 'a<U+202E>b<U+2066>'],
		['what is invisible is named', 'x\u200By\uFEFF\u00AD\u2028', 'x<U+200B>y<U+FEFF><U+00AD><U+2028>'],
		['tags are named', '\u{E0041}', '<U+E0041>'],
		['line ends become LF', 'a\r\nb\rc', 'a\nb\nc'],
		['tabs go to the next stop of four cells', 'ab\tc\n\t世\tx', 'ab  c\n    世  x'],
		['lone surrogates become replacement characters', 'a\ud800', 'a\ufffd'],
		['joiners and variation selectors stay', '👨‍👩‍👧 ❤️ می‌خواهم', '👨‍👩‍👧 ❤️ می‌خواهم'],
		['marks are cut at eight', `a${'\u0301'.repeat(50)}b`, `a${'\u0301'.repeat(8)}b`],
	])('%s', (_, text, shown) => {
		expect(sanitize(text)).toBe(shown);
	});

	test('in ASCII controls and names have ASCII spellings', () => {
		expect(sanitize('\u001B[m\u202E\u007F', {ascii: true})).toBe('^[[m\\u{202E}^?');
	});

	test('leaves nothing that a terminal obeys or a reader cannot see, and does so once', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary', maxLength: 60}), text => {
				const shown = sanitize(text);
				expect(shown).not.toMatch(
					/[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2028\u2029\ufeff\u00ad]/u,
				);
				expect(shown.isWellFormed()).toBe(true);
				expect(sanitize(shown)).toBe(shown);
			}),
			{numRuns: runs(1000)},
		);
	});
});

describe('cleanInput', () => {
	test('drops controls, keeps tab and newline, and what reads right to left', () => {
		expect(cleanInput('a\u001B[1mb\tc\r\nd\re\u0085\u0000\u202Ef')).toBe('a[1mb\tc\nd\ne\u202Ef');
	});

	test('changes nothing that a keyboard can write', () => {
		const typed = 'Prose with äöü, 世界, 👨‍👩‍👧‍👦, “quotes” — and\n\ttabs.\n';
		expect(cleanInput(typed)).toBe(typed);
	});
});

test('a line that begins further right has its tab stops there', () => {
	expect(expandTabs('\tx', 2)).toBe('  x');
});
