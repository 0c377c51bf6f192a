import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {cells, countGraphemes, cut, graphemes, pad} from '../../../source/core/text/index.ts';
import {text} from './arbitrary.ts';
import {runs} from '../../property.ts';

describe('graphemes', () => {
	test('a family, a flag, a keycap and a letter with its mark are one character each', () => {
		expect(graphemes('👨‍👩‍👧‍👦🇩🇪1\ufe0f\u20e3e\u0301x')).toEqual(['👨‍👩‍👧‍👦', '🇩🇪', '1\ufe0f\u20e3', 'e\u0301', 'x']);
	});

	test('are those of the segmenter for every text, also where the short way is taken', () => {
		const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
		const plain = fc.string({
			unit: fc.constantFrom(...'aZ0 ~éñßŁΩжЖ–—“”…€←⇒≤─│█▢✓✅❌⏳⚠〈☰、。「」あアんン漢字가힣'),
			maxLength: 30,
		});
		fc.assert(
			fc.property(fc.oneof(text, plain), sample => {
				expect(graphemes(sample)).toEqual(Array.from(segmenter.segment(sample), ({segment}) => segment));
				expect(countGraphemes(sample)).toBe(graphemes(sample).length);
			}),
			{numRuns: runs(500)},
		);
	});
});

describe('cells', () => {
	test('are those that Ink counts', () => {
		const plain = fc.string({
			unit: fc.constantFrom(...'aZ~éŁΩжЖ–—“”…€←⇒≤─│█✓✅❌⏳⚠〈☰、。「」あアんン漢字가힣'),
			maxLength: 30,
		});
		fc.assert(
			fc.property(fc.oneof(text, plain), sample => cells(sample) === stringWidth(sample)),
			{numRuns: runs(500)},
		);
	});

	test('every character that is counted without string-width is as wide as string-width says', () => {
		const wrong = Array.from({length: 0xffff}, (_, code) => String.fromCharCode(code)).filter(
			character => cells(character) !== stringWidth(character),
		);
		expect(wrong).toEqual([]);
	});
});

describe('cut', () => {
	test('never splits a character and puts the ellipsis inside the width', () => {
		expect(cut('世界地図', 5)).toBe('世界');
		expect(cut('世界地図', 5, '…')).toBe('世界…');
		expect(cut('ab👨‍👩‍👧‍👦cd', 3, '…')).toBe('ab…');
		expect(cut('short', 5, '…')).toBe('short');
		expect(cut('anything', 0, '…')).toBe('');
	});

	test('fits every width and keeps the start', () => {
		fc.assert(
			fc.property(text, fc.nat(30), (sample, width) => {
				const kept = cut(sample, width);
				expect(cells(kept)).toBeLessThanOrEqual(width);
				expect(sample.startsWith(kept)).toBe(true);
			}),
			{numRuns: runs(300)},
		);
	});
});

test('pad fills up to a width in cells and leaves wider text alone', () => {
	expect(pad('世', 4)).toBe('世  ');
	expect(pad('long', 2)).toBe('long');
});
