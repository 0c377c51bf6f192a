/** Texts as property tests want them: plain words beside everything that makes editors fail. */

import fc from 'fast-check';

const pieces = [
	'a',
	'word',
	' ',
	'  ',
	'\t',
	'-',
	'x/y',
	'é',
	'e\u0301',
	'\u0301',
	'世界',
	'かな',
	'한글',
	'\u1112\u1161',
	'👨‍👩‍👧‍👦',
	'👍🏽',
	'🇩🇪',
	'🇫',
	'1\ufe0f\u20e3',
	'שלום',
	'مرحبا',
	'नमस्ते',
	'ﾊﾞ',
	'\u200b',
	'\u202e',
	'\u200d',
	'。',
	'“quoted”',
];

export const line = fc
	.array(fc.oneof(fc.constantFrom(...pieces), fc.string({unit: 'grapheme', maxLength: 4})), {maxLength: 24})
	.map(parts => parts.join('').replaceAll(/[\n\r]/g, ''));

/** A text of several lines. */
export const text = fc.array(line, {minLength: 1, maxLength: 5}).map(lines => lines.join('\n'));
