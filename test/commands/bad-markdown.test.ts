/**
 * Markdown that is strange or made to do harm, checked by the built program with as much memory as a small machine has: it
 * ends with a result or with why there is none, and what a file says is understood as Markdown has it.
 */

import {describe, expect, it} from 'vitest';
import {makePlace, type Ran} from './run-program.ts';

/** Megabytes of memory for what the program keeps. */
const memory = {NODE_OPTIONS: '--max-old-space-size=256'};

function checked(text: string): Ran {
	const ran = makePlace({'a.md': text}).run(['check', 'a.md'], {env: memory});
	expect(ran.signal).toBeNull();
	expect(ran.err).not.toMatch(/^ +at |Warning:|heap/m);
	return ran;
}

type Seen = {readonly id: string; readonly heading: string; readonly level: number; readonly sections: readonly Seen[]};

/** The ids of a file's sections, in order. */
function sectionsOf(text: string): readonly string[] {
	const {out} = makePlace({'a.md': text}).run(['inspect', 'a.md', '--json']);
	const idsIn = (sections: readonly Seen[]): readonly string[] =>
		sections.flatMap(one => [one.id, ...idsIn(one.sections)]);
	return idsIn((JSON.parse(out) as {sections: readonly Seen[]}).sections);
}

describe('Markdown that repeats without an end', () => {
	it.each<{readonly what: string; readonly text: string; readonly code: number; readonly words?: RegExp}>([
		{what: 'quotes in quotes', text: '> '.repeat(5000), code: 6, words: /deeper than 100 levels/},
		{what: 'a rule of 10,000 signs', text: '- '.repeat(5000), code: 0},
		{what: 'items in items around a word', text: `${'- '.repeat(5000)}x`, code: 6, words: /deeper than 100 levels/},
		{what: 'numbered items in one another', text: '1. '.repeat(3300), code: 6, words: /deeper than 100 levels/},
		{what: 'emphasis that never ends', text: '*a **a '.repeat(10_000), code: 0},
		{what: 'a mail address that never ends', text: `a@${'_.'.repeat(25_000)}`, code: 0},
		{what: 'comments in comments', text: '<!--'.repeat(12_500), code: 0},
		{what: 'brackets in brackets', text: '[ (]('.repeat(10_000), code: 0},
		{what: 'emphasis that ends as another', text: '*a_ '.repeat(12_500), code: 0},
		{what: 'brackets that open', text: '['.repeat(25_000), code: 0},
		{
			what: 'a table of 200 kB',
			text: `| a | b |\n| --- | --- |\n${'| x | y |\n'.repeat(20_000)}`,
			code: 6,
			words: /too complex|^$/,
		},
		{what: 'underlined headings', text: 'a\n=\n'.repeat(12_500), code: 6, words: /sections; up to 5000|too complex/},
		{
			what: 'headings by the ten thousand',
			text: Array.from({length: 20_000}, (_, at) => `# a${at}\n`).join(''),
			code: 6,
			words: /up to 5000/,
		},
	])('$what', ({text, code, words = /./}) => {
		const ran = checked(text);
		expect([ran.code, ran.code === 6 ? ran.err : 'x']).toEqual([code, expect.stringMatching(words)]);
	});
});

describe('headings', () => {
	it('that leave a level out, come twice or say nothing are sections with ids of their own', () => {
		const ids = sectionsOf('# Plan\n\n### Deep\n\na\n\n## Notes\n\nb\n\n## Notes\n\nc\n\n##\n\nd\n\n## ✂\n\ne\n');
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toEqual(expect.arrayContaining(['deep', 'notes', 'notes-2', 'section', 'section-2']));
	});

	it('keep their ids when text elsewhere changes', () => {
		const text = '# Plan\n\n## Notes\n\nb\n\n## Notes\n\nc\n';
		expect(sectionsOf(text.replace('b', 'b\n\n- Owner: [name]'))).toEqual(sectionsOf(text));
	});

	it('in code, comments and raw HTML are none', () => {
		const inside = ['```\n# A\n```', '~~~\n## B\n~~~', '<!--\n# C\n-->', '    # D', '<pre>\n# E\n</pre>'];
		expect(sectionsOf(`# Plan\n\n## Part\n\n${inside.join('\n\n')}\n`)).toEqual(sectionsOf('# Plan\n\n## Part\n'));
	});

	it('may be underlined', () => {
		expect(sectionsOf('Plan\n====\n\nWhy it is\nneeded\n---\n\nIt is.\n')).toEqual(
			sectionsOf('# Plan\n\n## Why it is needed\n\nIt is.\n'),
		);
	});
});

describe('a fence that nothing closes', () => {
	const text = '# Plan\n\n## Way\n\n```sh\nls\n\n## Not a section\n';

	it('has the rest of the file in it', () => {
		expect(sectionsOf(text)).not.toContain('not-a-section');
	});

	it('is told to the author of a template, with its line', () => {
		const {code, out} = makePlace({'a.md': text}).run(['templates', 'check', './a.md']);
		expect([code, out]).toEqual([0, expect.stringMatching(/a\.md:5:1 {2}warn {2}This code block is never closed/)]);
	});
});
