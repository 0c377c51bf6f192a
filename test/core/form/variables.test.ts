/** A name in braces is asked once and stands everywhere: in headings, text, front matter and code. */

import {describe, expect, it} from 'vitest';
import {bind, fill, match, readForm, sampleText} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';

const template = `---
title: "{Feature} guide"
---

# {Feature}

How {feature} works, and why {Feature Name} is worth it.

## Contract

\`\`\`yaml
title: "{Feature} API"
paths:
  /books/{id}:
    get: list of {feature}
\`\`\`
`;

const form = readForm(template);
const yes = (value: string): Answer => ({state: 'answered', value});
const named = (value: string, more: ReadonlyArray<readonly [string, Answer]> = []) =>
	fill(form, new Map([['document/feature', yes(value)], ...more]));

describe('a variable', () => {
	it('is one field, and a path parameter is none', () => {
		expect(form.fields.map(field => field.id)).toEqual(['document/feature', 'contract/yaml']);
		expect(form.titleField).toBe('document/feature');
	});

	it('is filled in everywhere, in its case there', () => {
		const {source} = named('Book Search');
		expect(source).toBe(
			template.replaceAll(/\{Feature(?: Name)?\}/g, 'Book Search').replaceAll('{feature}', 'book search'),
		);
	});

	it('leaves a code sample that nobody touched a sample', () => {
		const {answers} = match(form, named('Book Search').source);
		expect([...answers]).toEqual([['document/feature', yes('Book Search')]]);
	});

	it('leaves code that its author wrote as it was written', () => {
		for (const code of ['title: "{Feature} API"\nversion: 2', 'title: "Other API"', 'a\n\nb']) {
			const answer = yes(code);
			const {source, problems} = named('Book Search', [['contract/yaml', answer]]);
			expect(problems.size).toBe(0);
			expect(match(form, source).answers.get('contract/yaml')).toEqual(answer);
		}
	});

	it('gives the sample its author would start from', () => {
		const field = form.fields[1]!;
		expect(sampleText(form, field, named('Book Search').answers)).toContain('title: "Book Search API"');
		expect(
			named('Book Search', [['contract/yaml', yes(sampleText(form, field, named('Book Search').answers))]]).answers,
		).toEqual(new Map([['document/feature', yes('Book Search')]]));
	});

	it('holds quotes and backslashes in front matter', () => {
		for (const value of ['The "big" one', String.raw`a\b`, 'a: b # c']) {
			const {source, problems} = named(value);
			expect(problems.size).toBe(0);
			expect(match(form, source).answers.get('document/feature')).toEqual(yes(value));
		}
	});

	it('is asked for in each instance of what repeats', () => {
		const repeated = readForm(
			'# A b c\n\n## Part: {Name}\n\nWhat {name} does.\n\n## Part: {Name}\n\nWhat {name} does.\n',
		);
		expect(repeated.fields.map(field => field.id).filter(id => id.endsWith('/name'))).toEqual([
			'part/name',
			'part[2]/name',
		]);
	});
});

describe('blanks parted by a blank alone', () => {
	it.each(['[First] [Last] leads this.', '- Tag: [First] [Last]', '### [First] [Last]'])('%s', line => {
		const pair = readForm(`# A b c\n\n## Part\n\n${line}\n`);
		const [first, last] = pair.fields.filter(field => /^\[(?:First|Last)\]$/.test(field.placeholder));
		const answers = new Map([
			[first!.id, yes('Mary Ann')],
			[last!.id, yes('van Dyk')],
		]);
		const {source, problems} = fill(pair, answers);
		expect([...problems]).toEqual([]);
		expect(match(pair, source).answers).toEqual(answers);
		const half = fill(pair, new Map([[last!.id, yes('van Dyk')]]));
		expect(match(pair, half.source).answers).toEqual(new Map([[last!.id, yes('van Dyk')]]));
	});
});

it('a variable behind a dash in quoted front matter gets no blank in front, and is followed at the end of the text', () => {
	const form = readForm('---\nfile: "plan-{{name}}"\nother: "{{name}}"\n---\n\n# Part\n\nSee {{name}}.\n');
	const id = form.fields.find(({mirrors}) => mirrors.length > 0)!.id;
	const name = (value: string) => new Map([[id, {state: 'answered', value} as const]]);
	const written = fill(form, name('bus')).source;
	expect(written).toBe('---\nfile: "plan-bus"\nother: bus\n---\n\n# Part\n\nSee bus.\n');
	expect(fill(bind(form, written).form, name('train')).source).toBe(written.replaceAll('bus', 'train'));
});

it('a variable in the head of a table is filled too', () => {
	const form = readForm(
		'# Notes of {Feature}\n\n| Part of {Feature} | Value |\n| --- | --- |\n| Owner | [who] |\n| Date | [date] |\n',
	);
	const answers = new Map([[form.titleField!, {state: 'answered', value: 'A | B'} as const]]);
	const {source} = fill(form, answers);
	expect(source).toContain('| Part of A &#124; B | Value |\n');
	expect(match(form, source).answers).toEqual(answers);
});
