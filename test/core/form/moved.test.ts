/** Sections of a document that stand in another order than in its template. */

import {describe, expect, it} from 'vitest';
import {fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';
import {fc, test} from '../../property.ts';

const template = readForm(`# [Name] design

**Owner:** [Team]

## 1) Context (required)

Say what forces the decision.

### Notes

- Source: [source]

## 2) Goals / non-goals

- Goals: [goals]
- Non-goals: [non-goals]

## 3) Interfaces

### Inputs

[inputs]

### Notes

- Source: [source]

## 4) Parts

### Component: <name>

**Does:** [what]

## 5) Phases

### Phase 1

Describe the phase.

## 6) Risks (optional)

| Risk | Likelihood |
|------|------------|
| [risk] | Low/High |
`);
const given = new Map<string, Answer>(
	template.fields.map(field => [
		field.id,
		{
			state: 'answered',
			value:
				field.kind === 'table'
					? [{risk: 'Fire', likelihood: 'Low'}]
					: field.kind === 'list'
						? [`one of ${field.id}`]
						: `About ${field.id}`,
		},
	]),
);
const document = fill(template, given).source;
const [head = '', ...sections] = document.split(/^(?=## )/m).map(text => `${text.trimEnd()}\n\n`);

describe('a document whose sections stand in another order', () => {
	it('has the answers that the test gave it', () => {
		expect(match(template, document).answers.size).toBe(template.fields.length);
	});

	test.prop([fc.shuffledSubarray(sections, {minLength: sections.length})])(
		'misses nothing and gives the same answers',
		order => {
			const source = head + order.join('');
			const found = match(template, source);
			expect(found.missing).toEqual([]);
			expect(found.source).toBe(source);
			expect(new Map(found.answers)).toEqual(new Map(match(template, document).answers));
			for (const [id, range] of found.spans) {
				const there = match(template, document).spans.get(id)!;
				expect(source.slice(range.from, range.to)).toBe(document.slice(there.from, there.to));
			}
		},
	);

	it('has its subsections in any order below their own section', () => {
		const source = document.replace(/(### Inputs\n\n.*?)(### Notes\n\n.*?)(?=## )/s, '$2$1');
		expect(source).not.toBe(document);
		expect(new Map(match(template, source).answers)).toEqual(new Map(match(template, document).answers));
	});

	it('misses a subsection that stands below another section only', () => {
		const source = document.replace(/### Notes\n\n[^#]*/, '');
		expect(match(template, source).missing).toEqual(['context/notes']);
	});

	it('counts all instances of what the template lets it have several of', () => {
		const parts = sections.find(text => text.includes('Component'))!;
		const component = parts.slice(parts.indexOf('###'));
		const source = head + [`${parts}${component}`, ...sections.filter(one => one !== parts)].reverse().join('');
		const found = match(template, source);
		expect(found.form.repeats.find(one => one.id.includes('component'))?.instances).toHaveLength(2);
		expect(found.missing).toEqual([]);
	});
});
