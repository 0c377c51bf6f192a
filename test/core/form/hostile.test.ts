/**
 * Lines that no author writes but that a file may hold: each is long enough that work growing faster than the line
 * would run into the test's own time limit.
 */

import {describe, expect, it} from 'vitest';
import {check} from '../../../source/core/checks/index.ts';
import {asDocument, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';

/** As long as a line can be that repeats a few signs. */
function long(signs: string, length = 200_000): string {
	return signs.repeat(Math.ceil(length / signs.length));
}

const asked = readForm('# Plan\n\n- Status: [a | b]\n- Owner: [name]\n\n## Notes\n\nSay what it is.\n');

/** Reads, matches, writes and checks a text. */
function work(text: string): void {
	const form = readForm(text);
	expect(form.source).toBe(text);
	const document = asDocument(form);
	check(document);
	const given = new Map(form.fields.slice(0, 3).map(field => [field.id, {state: 'left-out'} as Answer]));
	match(form, fill(form, given).source);
	match(asked, text);
}

describe('a line of 200,000 signs', () => {
	it.each([
		['a title of dots', `# The ${long('.')} plan\n`],
		['a title of sample words', `# ${long('my ')}plan\n`],
	])('is read, matched, filled and checked: %s', (_, text) => {
		work(text);
	});

	it('is told from a template’s line with several blanks', () => {
		const form = readForm('# T\n\n## Way\n\nFrom [a] to [b] via [c] by [d] at [e] on [f].\n');
		const text = `# T\n\n## Way\n\nFrom ${long('to via by at ')}\n`;
		expect(match(form, text).answers.has('way/a')).toBe(false);
	});

	it('may hold as many blanks to fill as there is room for', () => {
		const source = `# T\n\n## Way\n\nTake ${Array.from({length: 2000}, (_, index) => `[a${index}],`).join(' ')} then go.\n`;
		const form = readForm(source);
		expect(form.fields.length).toBeGreaterThan(2000);
		const document = fill(form, new Map([['way/a7', {state: 'answered', value: 'it'}]]));
		expect(match(form, document.source).answers.get('way/a7')).toEqual({state: 'answered', value: 'it'});
	});
});
