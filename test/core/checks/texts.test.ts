import {describe, expect, it} from 'vitest';
import {masked} from '../../../source/core/checks/masked.ts';
import {countSentences, countWords} from '../../../source/core/checks/sentences.ts';

describe('counting sentences', () => {
	it.each([
		['', 0],
		['One.', 1],
		['One without a stop', 1],
		['One. Two! Three?', 3],
		['We use it, e.g. Orders, i.e. Carts.', 1],
		['Version 1.2 of sign.example.org takes 3.5 ms.', 1],
		['See `a. b. c.` there. Then go.', 2],
		['He said "Stop." Then he left.', 2],
		['第一句。第二句。', 2],
		['First.\n\n- second\n- third', 3],
		['Wait… what?', 2],
		['```\nA. B. C.\n```\n\nOnly this.', 1],
	])('%j has %i', (text, count) => {
		expect(countSentences(text)).toBe(count);
	});

	it('counts words, with a code span as one', () => {
		expect(countWords("Don't run `rm -rf` twice.")).toBe(4);
	});
});

describe('what is not the author’s running words', () => {
	it('is blanked out without moving anything', () => {
		const text = 'a `b` <!-- c --> https://d.example/e\n\n```x\nf\n```\n\ng ~~~ h\n';
		const words = masked(text);
		expect(words).toHaveLength(text.length);
		expect(words.replace(/\s+/g, ' ').trim()).toBe('a g ~~~ h');
	});

	it('runs to the end where a fence is never closed', () => {
		expect(masked('```\nTBD\n').trim()).toBe('');
	});

	it('keeps lone backticks', () => {
		expect(masked('a ` b')).toBe('a ` b');
	});
});
