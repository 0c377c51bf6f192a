/** Files that are made to hold up whoever reads them: each is answered, with its result or with why there is none. */

import {describe, expect, it} from 'vitest';
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
		['blanks that are none', long('\u00A0')],
	])('is given up, with the reason: %s', (_, text) => {
		const place = makePlace({'a.md': text});
		const checked = place.run(['check', 'a.md']);
		expect(checked).toMatchObject({code: 6, signal: null});
		expect(checked.err).toMatch(/a\.md is too complex: it could not be read in \d\.\d seconds\./);
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

	it('beside others keeps nobody from checking those', () => {
		const place = makePlace({'a.md': long('[a]('), 'b.md': '# Plan\n\nAll is said.\n'});
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
