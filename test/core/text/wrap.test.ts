import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {createBuffer, cursorCell, edit, graphemes, positionAt, wrap} from '../../../source/core/text/index.ts';
import {text} from './arbitrary.ts';
import {runs} from '../../property.ts';

const rowsOf = (line: string, width: number) => wrap([line], width).map(row => row.text);

describe('wrap', () => {
	test('breaks between words; the space where a row ends hangs', () => {
		expect(rowsOf('one two three four', 9)).toEqual(['one two ', 'three ', 'four']);
		expect(rowsOf('seven eleven', 5)).toEqual(['seven', 'eleve', 'n']);
	});

	test('breaks a word only where it fits on no row', () => {
		expect(rowsOf('a incomprehensible b', 8)).toEqual(['a ', 'incompre', 'hensible', 'b']);
	});

	test('Chinese and Japanese break anywhere but before closing marks', () => {
		expect(rowsOf('世界地図', 5)).toEqual(['世界', '地図']);
		expect(rowsOf('世界地、図', 6)).toEqual(['世界', '地、図']);
	});

	test('draws tabs as spaces and hidden characters by name', () => {
		expect(rowsOf('a\tb', 20)).toEqual(['a   b']);
		expect(rowsOf('a\u202eb', 20)).toEqual(['a<U+202E>b']);
	});

	test('every line has a row, an empty one too', () => {
		expect(wrap(['', 'x', ''], 10).map(({line, text: drawn}) => [line, drawn])).toEqual([
			[0, ''],
			[1, 'x'],
			[2, ''],
		]);
	});

	test('loses no character and is never too wide, whatever the text', () => {
		fc.assert(
			fc.property(text, fc.integer({min: 1, max: 40}), (sample, width) => {
				const {lines} = createBuffer(sample, {multiline: true});
				const rows = wrap(lines, width);
				for (const [index, line] of lines.entries()) {
					const own = rows.filter(row => row.line === index);
					expect(own.length).toBeGreaterThan(0);
					expect(own[0]?.from).toBe(0);
					expect(own.at(-1)?.to).toBe(graphemes(line).length);
					for (const [at, row] of own.entries()) {
						expect(row.from).toBe(at === 0 ? 0 : own[at - 1]?.to);
						expect(stringWidth(row.text)).toBeLessThanOrEqual(width);
						expect(row.width).toBe(stringWidth(row.text));
					}

					if (/^[\x20-\x7e]*$/.test(line)) {
						expect(
							own
								.map(row => row.text)
								.join('')
								.replaceAll(' ', ''),
						).toBe(line.replaceAll(' ', ''));
					}
				}
			}),
			{numRuns: runs(500)},
		);
	});
});

describe.each([
	[
		'Chinese, Japanese and Korean',
		['世', '界', '地', '図', 'か', 'な', 'ー', '한', '글', '、', '。', '「', '」', 'ﾊﾞ'],
	],
	['families, skin tones, flags and keycaps', ['👨‍👩‍👧‍👦', '👩🏽‍🚀', '👍🏽', '🇩🇪', '🇯🇵', '1️⃣', '❤️', 'ok']],
	['combining marks', ['e\u0301', 'o\u0308\u0323', 'नि', 'क्षि', 'กำ', 'z\u030A', 'x']],
	['scripts from right to left, with others among them', ['שלום', 'עוֹלָם', 'مرحبا', 'سَلَام', 'abc', '12', 'é']],
])('wrapping %s', (_, words) => {
	const lines = fc.array(fc.constantFrom(...words, ' '), {minLength: 1, maxLength: 40}).map(parts => parts.join(''));

	test('leaves each character whole and each row as it was typed, and no row begins with a blank that could hang', () => {
		fc.assert(
			fc.property(lines, fc.integer({min: 2, max: 24}), (line, width) => {
				const parts = graphemes(line);
				for (const {text: drawn, from, to} of wrap([line], width)) {
					const typed = parts.slice(from, to).join('');
					expect([drawn, `${drawn} `]).toContain(typed);
					expect(stringWidth(drawn)).toBeLessThanOrEqual(width);
					expect(from > 0 && parts[from] === ' ' && parts[from - 1] !== ' ').toBe(false);
				}
			}),
			{numRuns: runs(300)},
		);
	});

	test('has no row that what begins the next one would have fitted into', () => {
		fc.assert(
			fc.property(lines, fc.integer({min: 2, max: 24}), (line, width) => {
				const rows = wrap([line], width);
				for (const [index, row] of rows.slice(1).entries()) {
					expect((rows[index]?.width ?? 0) + row.width).toBeGreaterThan(width - (/ $/.test(row.text) ? 1 : 0) - 1);
				}
			}),
			{numRuns: runs(300)},
		);
	});

	test('takes the cursor to the end of the line and back, a character a step', () => {
		fc.assert(
			fc.property(lines, fc.integer({min: 12, max: 24}), (line, width) => {
				let buffer = edit(createBuffer(line, {multiline: true}), {type: 'move', motion: 'text-start'});
				const there = [cursorCell(buffer, width)];
				for (const _step of graphemes(line)) {
					buffer = edit(buffer, {type: 'move', motion: 'right'});
					there.push(cursorCell(buffer, width));
				}

				const back = [cursorCell(buffer, width)];
				for (const _step of graphemes(line)) {
					buffer = edit(buffer, {type: 'move', motion: 'left'});
					back.push(cursorCell(buffer, width));
				}

				expect(buffer.cursor).toEqual({line: 0, column: 0});
				expect(back.reverse()).toEqual(there);
				const ordered = there.map(({row, column}) => row * 1000 + column);
				expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
			}),
			{numRuns: runs(300)},
		);
	});
});

describe('the cursor in wrapped text', () => {
	test('stands behind wide characters by their cells', () => {
		const buffer = createBuffer('世界 👨‍👩‍👧‍👦x', {multiline: true});
		expect(cursorCell(buffer, 40)).toEqual({row: 0, column: 8});
	});

	test('where a line is broken it stands at the start of the row behind', () => {
		let buffer = createBuffer('one two three', {multiline: true});
		buffer = edit(buffer, {type: 'move', motion: 'word-left'});
		expect(cursorCell(buffer, 8)).toEqual({row: 1, column: 0});
	});

	test('every place in a text has a cell inside the rows, and that cell leads back to it', () => {
		fc.assert(
			fc.property(text, fc.integer({min: 12, max: 40}), fc.nat(60), (sample, width, steps) => {
				let buffer = edit(createBuffer(sample, {multiline: true}), {type: 'move', motion: 'text-start'});
				for (let step = 0; step < steps; step++) {
					buffer = edit(buffer, {type: 'move', motion: 'right'});
				}

				const cell = cursorCell(buffer, width);
				expect(cell.column).toBeLessThanOrEqual(width);
				expect(cell.row).toBeLessThan(wrap(buffer.lines, width).length);
				const back = positionAt(buffer.lines, width, cell);
				// Characters without a width, and a space that hangs, share their cell with what stands beside them.
				expect(cursorCell({...buffer, cursor: back}, width)).toEqual(
					cell.column < width ? cell : expect.objectContaining({row: cell.row}),
				);
			}),
			{numRuns: runs(500)},
		);
	});
});

/** Long texts, each much like the one before it, as keys make them. */
const keyed = fc.tuple(
	fc.array(fc.oneof(text, fc.constantFrom('word ', '👩‍👩‍👧', '🇫🇷', 'e\u0301', '漢字', '\t', 'नि')), {
		minLength: 1,
		maxLength: 12,
	}),
	fc.array(
		fc.tuple(
			fc.double({min: 0, max: 1, noNaN: true}),
			fc.nat(4),
			fc.oneof(text, fc.constantFrom('a', ' ', '\u0301', '\u200d', '🇩')),
		),
	),
	fc.integer({min: 1, max: 40}),
);

/** Each text of a session: a long one, then what is left of it after each edit. */
function sessionOf(
	pieces: readonly string[],
	edits: ReadonlyArray<readonly [number, number, string]>,
): readonly string[] {
	const line = pieces.join('').repeat(3000).slice(0, 3000);
	return edits.slice(0, 6).reduce(
		(texts, [place, gone, put]) => {
			const before = texts.at(-1)!;
			const at = Math.floor(place * before.length);
			return [...texts, before.slice(0, at) + put + before.slice(at + gone)];
		},
		[line],
	);
}

test('a long line of letters and signs has the rows of a short one, up to where that ends', () => {
	const signs = fc.array(fc.constantFrom(...' /-a1b2 cde--  '), {minLength: 2100, maxLength: 2300});
	fc.assert(
		fc.property(signs, fc.integer({min: 1, max: 60}), (drawnSigns, width) => {
			const line = drawnSigns.join('');
			// The last row of the short line, and the one before it, know nothing of what would follow.
			const short = wrap([line.slice(0, 1900)], width).slice(0, -2);
			expect(wrap([line], width).slice(0, short.length)).toEqual(short);
			expect(
				wrap([line], width)
					.map(({from, to}) => line.slice(from, to))
					.join(''),
			).toBe(line);
		}),
		{numRuns: runs(100)},
	);
});

describe('a text that is much like the one before it', () => {
	test('has the graphemes that it has by itself', () => {
		const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
		fc.assert(
			fc.property(keyed, ([pieces, edits]) => {
				for (const one of sessionOf(pieces, edits))
					expect(graphemes(one)).toEqual(Array.from(segmenter.segment(one), ({segment}) => segment));
			}),
			{numRuns: runs(100)},
		);
	});

	test('has the rows that it has by itself, as one line and as many', () => {
		fc.assert(
			fc.property(keyed, ([pieces, edits, width]) => {
				for (const one of sessionOf(pieces, edits)) {
					const {lines} = createBuffer(one, {multiline: true});
					const many = createBuffer(one.replaceAll(' ', '\n'), {multiline: true}).lines;
					const [asBefore, manyAsBefore] = [wrap(lines, width), wrap(many, width)];
					// Another text in between, and nothing is remembered.
					const other = [...'x'.repeat(60)].map(letter => letter.repeat(2500));
					wrap(other, width);
					expect([wrap(lines, width), wrap(many, width)]).toEqual([asBefore, manyAsBefore]);
					wrap(other, width);
					expect(wrap([...lines, 'x'], width).slice(0, -1)).toEqual(asBefore);
				}
			}),
			{numRuns: runs(60)},
		);
	});
});
