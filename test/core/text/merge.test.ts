/** Two versions of a text brought together: nothing of either is lost, and what both changed is never made up. */

import {describe, expect, it} from 'vitest';
import {merge} from '../../../source/core/text/index.ts';
import {fc, test} from '../../property.ts';

const line = fc.constantFrom('a', 'b', 'c', '', '- item', '# Head', 'd\r');
const text = fc.array(line, {maxLength: 12}).map(lines => lines.join('\n'));

function merged(base: string, mine: string, theirs: string): string | undefined {
	const found = merge(base, mine, theirs);
	return found.type === 'merged' ? found.text : undefined;
}

describe('merging', () => {
	it('has what each changed in its own place', () => {
		const base = 'Title\n\nOne\n\nTwo\n\nThree\n';
		expect(merged(base, 'Title\n\nOne, mine\n\nTwo\n\nThree\n', 'New title\n\nOne\n\nTwo\n\nThree\n\nFour\n')).toBe(
			'New title\n\nOne, mine\n\nTwo\n\nThree\n\nFour\n',
		);
	});

	it('tells where both changed the same, and what each made of it', () => {
		expect(merge('One\n\nTwo\nend\n', 'One\n\nTwo, mine\nend\n', 'One\n\nTwo, theirs\nend\n')).toEqual({
			type: 'conflicts',
			conflicts: [{line: 3, mine: ['Two, mine'], theirs: ['Two, theirs']}],
		});
	});

	it('takes lines that touch, and lines added at one place, for a conflict too', () => {
		expect(merge('a\nb\n', 'A\nb\n', 'a\nB\n').type).toBe('conflicts');
		expect(merge('a\nb\n', 'a\nmine\nb\n', 'a\ntheirs\nb\n').type).toBe('conflicts');
		expect(merge('a\nb\n', 'a\nb', 'a\nb\nc\n').type).toBe('conflicts');
	});

	it('does not compare what is no version of the other', () => {
		const lines = (word: string): string => Array.from({length: 5000}, (_, index) => `${word} ${index}\n`).join('');
		expect(merge(lines('one'), lines('two'), lines('three')).type).toBe('too-different');
	});

	test.prop([text, text])('with one that is unchanged is the other', (base, other) => {
		expect(merged(base, other, base)).toBe(other);
		expect(merged(base, base, other)).toBe(other);
	});

	test.prop([text, text])('of two that are the same is that', (base, other) => {
		expect(merged(base, other, other)).toBe(other);
	});

	test.prop([text, text, text])('is the same whoever is named first', (base, one, two) => {
		expect(merged(base, one, two)).toBe(merged(base, two, one));
	});

	test.prop([fc.uniqueArray(fc.nat(), {minLength: 6, maxLength: 20}), fc.nat(), fc.nat(), fc.string(), fc.string()])(
		'has every change where lines without a change are between them',
		(numbers, first, second, mine, theirs) => {
			const base = numbers.map(number => `line ${number}`);
			const [here, there] = [first % base.length, second % base.length];
			fc.pre(Math.abs(here - there) > 1);
			const changed = (at: number, words: string): readonly string[] =>
				base.map((each, index) => (index === at ? `new ${words.replaceAll(/[\r\n]/g, ' ')}` : each));
			const [a, b] = [changed(here, mine), changed(there, theirs)];
			const both = base.map((each, index) => (index === here ? a[index] : index === there ? b[index] : each));
			expect(merged(base.join('\n'), a.join('\n'), b.join('\n'))).toBe(both.join('\n'));
		},
	);
});
