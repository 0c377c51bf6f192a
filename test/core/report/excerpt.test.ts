import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {excerpt} from '../../../source/core/report/index.ts';
import {cells, cut} from '../../../source/core/text/index.ts';
import {messageAt} from './checked.ts';

/** The line, and beneath it the underline, as a terminal shows them. */
function shown(source: string, piece: string, room = 60): readonly string[] {
	const one = excerpt(source, messageAt(source, piece).place, room);
	return one ? [one.text, ' '.repeat(one.at) + '^'.repeat(one.width)] : [];
}

describe('the line of a finding', () => {
	it('has its place underlined', () => {
		expect(shown('One\n- Due: soon, I hope\nThree', 'soon')).toEqual(['- Due: soon, I hope', '       ^^^^']);
	});

	it('counts cells: wide characters take two, emoji of several signs too, marks none', () => {
		expect(shown('期限: 近日中 ok', '近日中')).toEqual(['期限: 近日中 ok', '      ^^^^^^']);
		expect(shown('👩‍💻 and ae\u0301b', 'b')).toEqual(['👩‍💻 and ae\u0301b', '         ^']);
		// Half of a character can't be underlined.
		expect(shown('x ae\u0301b', '\u0301')).toEqual(['x ae\u0301b', '   ^']);
	});

	it('shows what has no look of its own, and tabs as they are drawn', () => {
		expect(shown('a\u001B[31mb', '\u001B')).toEqual(['a␛[31mb', ' ^']);
		expect(shown('Ada \u202Eabc', '\u202E')).toEqual(['Ada <U+202E>abc', '    ^^^^^^^^']);
		expect(shown('ab\tsoon', 'soon')).toEqual(['ab  soon', '    ^^^^']);
	});

	it('is cut to the room there is, with the place in sight', () => {
		const long = `${'left '.repeat(40)}soon${' right'.repeat(40)}`;
		expect(shown(long, 'soon', 30)).toEqual(['…left left soon right right r…', '           ^^^^']);
		expect(shown('soon and very much later on', 'soon', 12)).toEqual(['soon and ve…', '^^^^']);
	});

	it('is marked to its end where the place goes on, and behind it where there is nothing to underline', () => {
		expect(shown('- One\n- Two\n', 'ne\n- T')).toEqual(['- One', '   ^^']);
		expect(shown('- Due:\n', '\n')).toEqual(['- Due:', '      ^']);
		expect(shown('- Due:\r\nx', '\r\n')).toEqual(['- Due:', '      ^']);
		expect(shown('One\n\nTwo', '\n\n').length).toBe(2);
		expect(shown(' \nTwo', ' ')).toEqual([]);
	});

	it('never is wider than its room, whatever stands there', () => {
		const piece = fc.oneof(
			fc.string({unit: 'grapheme', maxLength: 40}),
			fc.constantFrom('\t', '\u001B[2J', '\u202E', '漢字', '👩‍👩‍👧', 'e\u0301', '\r', '\n', 'plain words '),
		);
		fc.assert(
			fc.property(
				fc.array(piece, {maxLength: 12}),
				fc.nat(),
				fc.nat({max: 9}),
				fc.integer({min: 8, max: 90}),
				(parts, at, length, room) => {
					const source = parts.join('');
					const from = source.length === 0 ? 0 : at % (source.length + 1);
					const range = {from, to: Math.min(source.length, from + length)};
					const one = excerpt(source, {...messageAt(source, '').place, range}, room);
					if (!one) return;
					expect(one.text).not.toMatch(/[\n\r\u001B\u202E\t]/);
					expect(cells(one.text)).toBeLessThanOrEqual(room);
					expect(cut(one.text, room)).toBe(one.text);
					expect(one.at).toBeLessThan(Math.max(room, 1));
				},
			),
		);
	});
});
