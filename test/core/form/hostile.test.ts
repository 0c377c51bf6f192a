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
	const leftOut: Answer = {state: 'left-out'};
	match(form, fill(form, new Map(form.fields.slice(0, 3).map(field => [field.id, leftOut]))).source);
	match(asked, text);
}

describe('a line of 200,000 signs', () => {
	it.each([
		['a title of dots', `# The ${long('.')} plan\n`],
		['a title of sample words', `# ${long('my ')}plan\n`],
		['a title of blanks', `# A${long(' ')}b\n`],
		['a title of hash signs', `# A ${long('# ')}b\n`],
		['a title of digits', `# Part ${long('1')}x [name]\n`],
		['a title of brackets', `# A ${long('(if ')}b\n`],
		['a title of emphasis', `# A ${long('*')}(required) b\n`],
		['blanks behind an option', `- Status: [a |${long(' ')}x]\n`],
		['blanks in a line of prose', `Say${long(' ')}what.\n`],
		['blanks in a value', `- Owner: a${long(' ')}b\n`],
		['backticks', `${long('`')}x\n`],
		['backticks in a value', `- Status: ${long('`a')}x\n`],
		['underscores', `- Status: a${long('_')}b\n`],
		['asterisks', `- Status: a${long('*')}b | c\n`],
		['round brackets', `- Status: ${long('(')}b\n`],
		['square brackets', `- Status: ${long('[')}b\n`],
		['angle brackets', `- Status: ${long('<a@b.')} c>\n`],
		['bars', `| a ${long('|')}x\n`],
		['hyphens', `${long('-')}x\n`],
		['dots', `- Status: ${long('.')}x\n`],
		['commas', `- Status: a${long(',')}x etc.\n`],
		['colons', `- Status: ${long('a: ')}x\n`],
		['slashes', `- Count: 1${long('/1')}!\n`],
		['a comment’s hyphens', `- Owner: [name] <!-- ${long('-a ')} -->\n`],
		['computed text that never ends', `${long('<% ')}\n`],
		['front matter', `---\na${long(' ')}b\n---\n\n# T\n`],
	])('is read, matched, filled and checked: %s', (_, text) => {
		work(text);
	});

	it('is text and nothing else where it is more than anybody writes in a paragraph, and stands as it is', () => {
		const form = readForm('# T\n\n## Why\n\n[Why now]\n\n## Who\n\n- Owner: [name]\n');
		const value = `${long('[a](b *c ')}d`;
		const document = fill(form, new Map([['why/body', {state: 'answered', value}]]));
		expect(match(form, document.source).answers.get('why/body')).toEqual({state: 'answered', value});
		const fields = readForm(document.source).fields.filter(({section}) => section === 'why');
		expect(fields.map(({blank, range: {from, to}}) => [blank, document.source.slice(from, to)])).toEqual([
			[false, value],
		]);
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

describe('a file of 5,000 sections', () => {
	const source = `# Plan of [name]\n\n${Array.from({length: 4900}, (_, index) => `## Part p${index} of it\n\n[what ${index}]\n`).join('\n')}`;
	const form = readForm(source);
	const filled = fill(form, new Map(form.fields.map(field => [field.id, {state: 'answered', value: 'Done.'}]))).source;
	const [head = '', ...sections] = filled.split(/^(?=## )/m).map(text => `${text.trimEnd()}\n\n`);

	it.each([
		['in their order', sections],
		['in another order', sections.toReversed()],
	])('is matched, %s', (_, order) => {
		const found = match(form, head + order.join(''));
		expect(found.missing).toEqual([]);
		expect(found.answers.size).toBe(form.fields.length);
	});

	it('is matched where some are gone', () => {
		const found = match(form, head + sections.filter((_, index) => index % 3 > 0).join(''));
		expect(found.missing).toHaveLength(Math.ceil(sections.length / 3));
	});

	it('may hold 9,000 labels in one section', () => {
		const labels = readForm(
			`# T\n\n## S\n\n${Array.from({length: 9000}, (_, index) => `**Label ${index}:** [value]\n`).join('\n')}`,
		);
		const answers = new Map(
			labels.fields.map(field => [field.id, {state: 'answered', value: `of ${field.id}`} as const]),
		);
		expect(match(labels, fill(labels, answers).source).answers.size).toBe(labels.fields.length);
	});
});
