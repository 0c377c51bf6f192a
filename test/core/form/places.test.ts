/** Where an answer stands: in front matter, in a heading, in a table that has only its head. */

import {describe, expect, it} from 'vitest';
import {fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';

describe('a table without rows', () => {
	it.each(['', '\n', '\n\n## Next\n'])('takes them below its head, before %j', end => {
		const form = readForm(`# A b c\n\n## Part\n\n| Name | Mode |\n| --- | :-: |${end}`);
		const value = [{name: 'one', mode: 'a | b'}, {name: 'two'}];
		const answers = new Map<string, Answer>([['part/body', {state: 'answered', value}]]);
		const {source, problems} = fill(form, answers);
		expect([...problems]).toEqual([]);
		expect(source).toContain('| --- | :-: |\n| one | a &#124; b |\n| two |  |');
		expect(source.endsWith('\n')).toBe(end !== '');
		expect(match(form, source).answers).toEqual(answers);
	});
});

describe('front matter', () => {
	const filled = (template: string, id: string, value: string): string => {
		const form = readForm(template);
		const answers = new Map<string, Answer>([[id, {state: 'answered', value}]]);
		const {source, problems} = fill(form, answers);
		expect([...problems]).toEqual([]);
		expect(match(form, source).answers).toEqual(answers);
		return source;
	};

	it('is written as TOML has it: words in quotes, numbers and dates without', () => {
		const template =
			'+++\nowner = "{{owner}}"\ndue = YYYY-MM-DD\nsize = 12\nteam = ""\n+++\n\n# A b c\n\nOwned by {{owner}}.\n';
		expect(filled(template, 'document/owner', 'Ann "A" Lee')).toContain('\nowner = "Ann \\"A\\" Lee"\n');
		expect(filled(template, 'document/due', '2026-03-04')).toContain('\ndue = 2026-03-04\n');
		expect(filled(template, 'document/size', '13')).toContain('\nsize = 13\n');
		expect(filled(template, 'document/size', 'many')).toContain('\nsize = "many"\n');
		expect(filled(template, 'document/team', '7')).toContain('\nteam = "7"\n');
	});

	it('parts a value from the key that it is written behind', () => {
		const form = readForm('---\nowner:\n---\n\n# A b c\n');
		const answers = new Map<string, Answer>([['document/owner', {state: 'answered', value: 'Ann Lee'}]]);
		const {source} = fill(form, answers);
		expect(source).toContain('\nowner: Ann Lee\n');
		expect(match(form, source).answers).toEqual(answers);
		const none = new Map<string, Answer>([['document/owner', {state: 'not-applicable', reason: 'nobody'}]]);
		expect(fill(form, none).source).toContain('\nowner: ');
	});

	it('keeps anchors and aliases, which are no values', () => {
		const form = readForm('---\nbase: &base\n  owner: <name>\nother: *base\n---\n\n# A b c\n');
		expect(form.fields.filter(field => field.place.at === 'yaml').map(field => field.id)).toEqual([
			'document/base/owner',
		]);
	});

	it('is text where nothing closes it, and that is told once', () => {
		const form = readForm('---\ntitle: <title>\n\n## Part\n\nWhy?\n');
		expect(form.fields.map(field => field.place.at)).toEqual(['label', 'block']);
		expect(form.faults.map(fault => [fault.code, fault.range])).toEqual([['front-matter.unclosed', {from: 0, to: 3}]]);
		expect(readForm('---\n\nWords below a rule.\n').faults).toEqual([]);
	});
});

describe('a heading', () => {
	it('that is only a comment is what the comment asks for', () => {
		const form = readForm('# <!-- short title -->\n\n## Part\n\nWhy?\n');
		expect([form.fields[0]!.id, form.fields[0]!.label, form.fields[0]!.blank]).toEqual([
			'document/title',
			'short title',
			true,
		]);
		const answers = new Map<string, Answer>([['document/title', {state: 'answered', value: 'Use <b> & co'}]]);
		const {source} = fill(form, answers);
		expect(source.startsWith('# Use <b> & co\n')).toBe(true);
		expect(match(form, source).answers).toEqual(answers);
	});

	it('is named by the words that are seen of its links', () => {
		expect(readForm('# A b c\n\n## See [the guide](https://example.org/x)\n\nWhy?\n').fields.at(-1)!.id).toBe(
			'see-the-guide/body',
		);
	});
});
