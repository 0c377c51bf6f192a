import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {splitBlocks} from '../../source/preview/blocks.ts';
import {runs} from '../property.ts';

function cut(source: string): readonly string[] {
	return splitBlocks(source).map(({from, to}) => source.slice(from, to));
}

describe('a source is cut', () => {
	test.each([
		['at blank lines', 'a\nb\n\nc', ['a\nb', 'c']],
		['at headings', 'a\n# H\nb', ['a', '# H', 'b']],
		['not inside a fence', '```\n\n# no\n```\nx', ['```\n\n# no\n```', 'x']],
		['not inside a fence that never ends', '~~~\na\n\nb', ['~~~\na\n\nb']],
		['not inside a comment', '<!-- a\n\nb -->\nc', ['<!-- a\n\nb -->', 'c']],
		[
			'not inside a list that goes on behind a blank line',
			'- a\n\n  b\n- c\n\n- d\n\nx',
			['- a\n\n  b\n- c\n\n- d', 'x'],
		],
		['between lists of different marks', '- a\n\n* b', ['- a', '* b']],
		['where a list ends with a fence', '- a\n```\nx\n```', ['- a', '```\nx\n```']],
		['not inside a fence of a list item', '1. a\n   ```\n\n   x\n   ```\n2. b', ['1. a\n   ```\n\n   x\n   ```\n2. b']],
		['not between a heading and its underline', 'Title\n---\n\nx', ['Title\n---', 'x']],
		['behind front matter', '---\na: 1\n\nb: 2\n---\n# T', ['---\na: 1\n\nb: 2\n---', '# T']],
		['at CRLF and CR as well', 'a\r\n\r\nb\r\rc', ['a', 'b', 'c']],
	])('%s', (_, source, blocks) => {
		expect(cut(source)).toEqual(blocks);
	});

	test('so that every line with text stands in one block, whatever the text', () => {
		const piece = fc.constantFrom(
			'a',
			'- b',
			'  c',
			'',
			'```',
			'~~~',
			'# h',
			'> q',
			'---',
			'<!--',
			'-->',
			'    i',
			'1. n',
			'| t |',
			'<pre>',
			' ',
		);
		fc.assert(
			fc.property(fc.array(piece, {maxLength: 20}), fc.constantFrom('\n', '\r\n', '\r'), (pieces, eol) => {
				const source = pieces.join(eol);
				let end = 0;
				for (const {from, to} of splitBlocks(source)) {
					expect(from).toBeGreaterThanOrEqual(end);
					expect(source.slice(end, from).trim()).toBe('');
					expect(source.slice(from, to).trim()).not.toBe('');
					end = to;
				}

				expect(source.slice(end).trim()).toBe('');
			}),
			{numRuns: runs(1000)},
		);
	});
});
