/** Text that a reader would not see, or not as it stands: the form and the preview show it, and the file keeps it. */

import {describe, expect, test} from 'vitest';
import {documentToWrite, messages, writtenText} from '../../source/core/wizard/index.ts';
import {renderMarkdown} from '../../source/preview/render.ts';
import {themes} from '../../source/theme/index.ts';
import {screen, type} from './on-screen.ts';
import {opened} from './states.ts';

const size = {columns: 160, rows: 40};

/** What may stand in a file, what is seen of it, and what is not to arrive at the terminal. */
const cases: readonly (readonly [name: string, text: string, seen: string, unsafe: RegExp])[] = [
	['a sequence that never ends', 'a\u001B]0;title and all the rest', 'a␛]0;title', /\u001B\]/],
	['words made invisible', 'a\u001B[8mhidden\u001B[0m b', 'a␛[8mhidden␛[0m b', /\u001B\[8m/],
	['white words on white', 'a\u001B[37;47mhidden b', 'a␛[37;47mhidden b', /\u001B\[37/],
	['words turned around', 'invoice\u202Efdp.exe', 'invoice<U+202E>fdp.exe', /\u202E/],
	['words set apart', 'a\u2067b\u2069c', 'a<U+2067>b<U+2069>c', /[\u2066-\u2069]/],
	['a space of no width', 'pass\u200Bword', 'pass<U+200B>word', /\u200B/],
	['letters of tags', 'a\u{E0041}b', 'a<U+E0041>b', /\u{E0041}/u],
	['a soft hyphen', 'pass\u00ADword', 'pass<U+00AD>word', /\u00AD/],
	['a line separator', 'one\u2028two', 'one<U+2028>two', /\u2028/],
	['fifty marks on a letter', `e${'\u0301'.repeat(50)}nd`, `e${'\u0301'.repeat(8)}nd`, /\u0301{9}/],
];

/** The text where a template says it: in guidance, in a heading, and in words that stay. */
const templateWith = (text: string): string =>
	`# Spec: [Name]\n\n## 1. Sum ${text}\n\n<!-- Say ${text} here. -->\n\n[What is built.]\n\n## 2. More (optional)\n\nStays: ${text}\n`;

const drawn = (source: string): string =>
	renderMarkdown(source, {width: 150, theme: themes.mono, color: false})
		.map(({text}) => text)
		.join('\n');

describe.each(cases)('%s', (_, text, seen, unsafe) => {
	const state = opened(size, {source: templateWith(text), focus: '1-sum/body'});

	test('is seen in the form and in the preview', () => {
		const inForm = screen(state);
		const inPreview = drawn(documentToWrite(state).source);
		expect(inForm).toContain(seen);
		expect(inForm).not.toMatch(unsafe);
		expect(inPreview).toContain(`Stays: ${seen}`);
		expect(inPreview).not.toMatch(unsafe);
	});

	test('is kept in the file as it stands', () => {
		expect(writtenText(type(state, 'A field that is answered.'), false)).toContain(`Stays: ${text}`);
	});
});

test.each([
	['an escape', '&#27;[2J', /\u001B/],
	['an introducer', '&#x9b;2J', /\u009B/],
	['words turned around', 'invoice&#x202e;fdp', /\u202E/],
	['a space of no width', 'pass&#8203;word', /\u200B/],
	['marks', `e${'&#x301;'.repeat(50)}`, /\u0301{9}/],
])('%s written as an entity is no other in the preview than as itself', (_, entity, unsafe) => {
	const shown = drawn(`Some words, ${entity} and more.\n`);
	expect(shown).toContain('Some words,');
	expect(shown).toContain('and more.');
	expect(shown).not.toMatch(unsafe);
});

test('words that are turned around are told of by a finding', () => {
	const state = opened(size, {focus: 'summary/one-liner'});
	const found = messages(type(state, 'invoice\u202Efdp.exe')).filter(({ruleId}) => ruleId === 'unsafe-character');
	expect(found.map(({reason}) => reason)).toEqual([expect.stringContaining('U+202E')]);
});
