import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {formatAnswersFile, parseAnswersFile, parseSetValue} from '../../source/commands/answers-file.ts';
import {runs} from '../property.ts';

function data(text: string): unknown {
	const parsed = parseAnswersFile(text, 'answers.yaml');
	if (!parsed.ok) throw new Error(parsed.problem.summary);
	return JSON.parse(JSON.stringify(parsed.value.data));
}

function problem(text: string): string {
	const parsed = parseAnswersFile(text, 'answers.yaml');
	if (parsed.ok) throw new Error('it was taken');
	expect(parsed.problem.exit).toBe(2);
	const {place, summary} = parsed.problem;
	return `${place?.line ?? 0}:${place?.column ?? 0} ${summary}`;
}

describe('an answers file', () => {
	it('keeps scalars as they were written', () => {
		expect(data('a: 1.10\nb: 0x1F\nc: yes\nd: 2026-02-30\ne: 12345678901234567890\nf: ~\ng: 1e400')).toEqual({
			a: '1.10',
			b: '0x1F',
			c: 'yes',
			d: '2026-02-30',
			e: '12345678901234567890',
			f: '~',
			g: '1e400',
		});
	});

	it('may be JSON', () => {
		expect(data('{"answers": {\n\t"a": [true, null, 1.50, "x\\ny"]}}')).toEqual({
			answers: {a: ['true', 'null', '1.50', 'x\ny']},
		});
	});

	it('takes any key for a key', () => {
		const parsed = parseAnswersFile('__proto__: {x: 1}\nconstructor: y', 'answers.yaml');
		expect(parsed.ok && Object.keys(parsed.value.data)).toEqual(['__proto__', 'constructor']);
		expect(({} as Record<string, unknown>)['x']).toBeUndefined();
	});

	it('knows where each value stands', () => {
		const parsed = parseAnswersFile('answers:\n  a: 1\n  b:\n    - c: 2\n', 'answers.yaml');
		expect(parsed.ok && parsed.value.places.get('answers\0b\x000\0c')).toEqual({
			path: 'answers.yaml',
			line: 4,
			column: 7,
		});
	});

	it.each([
		['a: 1\na: 2', '2:1 The key a is given twice.'],
		['a: !!js/function "x"', 'has no meaning here'],
		['a: !include x', 'has no meaning here'],
		['a: 1\n---\nb: 2', 'more than one YAML document'],
		['a: b: c', '1:4 '],
		['a: *nope', 'No anchor'],
		['', 'is empty'],
		['# only a comment', 'is empty'],
		['? [a]\n: b', 'must be plain text'],
		['{"a": "\\ud800"}', 'surrogate'],
		['['.repeat(100_000), 'too deeply'],
		['- '.repeat(100_000), 'too deeply'],
		['{a: '.repeat(900), 'too deeply'],
		['a: &x\n  b: *x', 'too deeply'],
	])('%j is refused with its place', (text, words) => {
		expect(problem(text)).toContain(words);
	});

	it('is refused where aliases multiply each other', () => {
		const bomb = [
			'a0: &a0 x',
			...Array.from({length: 12}, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`),
		].join('\n');
		expect(problem(bomb)).toContain('too many values');
	});

	it('reads back what is written', () => {
		const text = fc.oneof(
			fc.string({unit: 'grapheme'}),
			fc.constantFrom(
				'true',
				'1.10',
				'~',
				'a: b',
				'# x',
				'- x',
				'x\n\ny\n',
				'  x',
				'| a',
				'---',
				'"',
				"'",
				'\tx',
				'&a',
				'*a',
				'!t',
				'%',
			),
		);
		const values = fc.oneof(
			text,
			fc.array(text),
			fc.dictionary(fc.string({minLength: 1}), text, {noNullPrototype: true}),
		);
		fc.assert(
			fc.property(
				fc.dictionary(fc.stringMatching(/^[a-z/[\]0-9-]{1,20}$/), values, {noNullPrototype: true, minKeys: 1}),
				answers => {
					expect(data(formatAnswersFile({answers}))).toEqual(JSON.parse(JSON.stringify({answers})));
				},
			),
			{numRuns: runs(500)},
		);
	});
});

describe('a value behind --set', () => {
	it.each([
		['plain text', 'plain text'],
		['2026-01-01', '2026-01-01'],
		['"a: b"', 'a: b'],
		['[a, b]', ['a', 'b']],
		['{notApplicable: none stored}', {notApplicable: 'none stored'}],
		['', ''],
	])('%j', (text, value) => {
		const parsed = parseSetValue(text, 'x/y');
		expect(parsed.ok && JSON.parse(JSON.stringify(parsed.value))).toEqual(value);
	});

	it.each(['#12', '@ada', '`x`', '*x', '[a'])('%j is refused with the advice to quote it', text => {
		const parsed = parseSetValue(text, 'x/y');
		expect(parsed.ok).toBe(false);
		expect(!parsed.ok && parsed.problem).toMatchObject({exit: 2, next: expect.stringContaining('quotes') as string});
	});
});
