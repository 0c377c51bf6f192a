/** Files that are made to hold up whoever reads them: each is answered, with its result or with why there is none. */

import {describe, expect, it} from 'vitest';
import {check} from '../../source/core/checks/index.ts';
import {asDocument, readForm} from '../../source/core/form/index.ts';
import {inTime} from '../../source/commands/in-time.ts';
import {makePlace} from './run-program.ts';

/** As long as a file can be that repeats a few signs. */
const long = (signs: string, length = 200_000) => signs.repeat(length / signs.length);

describe('a hostile file of 200 kB', () => {
	it.each([
		['links that begin', long('[a](')],
		['links in brackets', long('[ (](')],
		['addresses that begin', long('<http:')],
		['a mail address that never ends', `a@_${long('._')}`],
		['placeholders in one line', long('[a] ')],
		['blanks that are none', `a${long('\u00A0')}b`],
		['emphasis that nothing begins', long('a_ ')],
		['emphasis that ends as another', long('*a_ ')],
		['a paragraph of ten thousand lines', long('</a\n', 40_000)],
		['rules and words in turn', long('***\na\n', 40_000)],
		['words far apart', long('a\n\n\n', 40_000)],
		['elements that nothing closes', long('<div>a\n\n', 40_000)],
		['blanks and nothing else', `${long(' ')}x`],
	])('is read: %s', (_, text) => {
		const checked = makePlace({'a.md': text}).run(['check', 'a.md']);
		expect(checked.signal).toBeNull();
		expect(checked.err).not.toContain('too complex');
		expect([0, 1]).toContain(checked.code);
	});

	it.each([
		['quotes', long('> ')],
		['items', `${long('- ')}x`],
		['numbered items', long('1. ')],
		['quotes without blanks', `${long('>')}x`],
	])('that nests too deep is refused unread: %s', (_, text) => {
		const place = makePlace({'a.md': text});
		for (const args of [
			['check', 'a.md'],
			['inspect', './a.md'],
			['new', './a.md', '--yes', '--print'],
			['preview', 'a.md'],
		]) {
			const ran = place.run(args);
			expect(ran).toMatchObject({code: 6, out: ''});
			expect(ran.err).toContain('too complex: it nests deeper than 100 levels');
		}
	});

	it('with tens of thousands of findings is gone through once for all of them', () => {
		const text = long('TBD\n\n');
		const found = inTime(text, 'a.md', () => check(asDocument(readForm(text))));
		expect(found.ok && found.value).toHaveLength(40_000);
	});

	it('with thousands of findings in one line is told of each, and shows the line with the first of them', () => {
		const checked = makePlace({'a.md': long('\u202Eab ', 12_000)}).run(['check', 'a.md']);
		expect(checked.signal).toBeNull();
		expect(checked.out.match(/a\.md:1:.*unsafe-character/g)).toHaveLength(3000);
		expect(checked.out.match(/^ {4}1 │ /gm)).toHaveLength(200);
	});

	it('beside others keeps nobody from checking those', () => {
		const place = makePlace({'a.md': long('> '), 'b.md': '# Plan\n\nAll is said.\n'});
		const checked = place.run(['check', '.', '--format', 'json']);
		expect(checked.code).toBe(6);
		expect(checked.out).toContain('b.md');
	});
});

describe('a text', () => {
	it('that is long and of one kind is read: a rule, a table, a picture in one line', () => {
		const rows = Array.from({length: 300}, (_, row) => `| part ${row} | what ${row * 7} does |`).join('\n');
		const picture = Buffer.from(Array.from({length: 90_000}, (_, at) => (at * at * 31) % 251)).toString('base64');
		const text = `# Plan\n\n${long('- ', 400)}\n\n| Part | What |\n| --- | --- |\n${rows}\n\n![](data:image/png;base64,${picture})\n`;
		expect(makePlace({'a.md': text}).run(['check', 'a.md'])).toMatchObject({code: 0});
	});

	it('gives back what the work gives, and throws what it throws', () => {
		expect(inTime('text', 'a.md', () => [1])).toEqual({ok: true, value: [1]});
		const bug = new TypeError('a bug');
		expect(() =>
			inTime('text', 'a.md', () => {
				throw bug;
			}),
		).toThrow(bug);
	});

	it('is stopped in the middle of a regular expression, however often it is tried', () => {
		const text = long('a', 2000);
		for (const _ of [1, 2]) {
			expect(inTime(text, 'a.md', () => /^(a+)+$/.test(`${'a'.repeat(60)}b`))).toMatchObject({
				ok: false,
				problem: {code: 'limit.time', exit: 6},
			});
		}
	});
});
