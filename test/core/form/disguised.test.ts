/** Documents whose headings are not what Markdown calls so. */

import {describe, expect, it} from 'vitest';
import {bind, fill, match, readForm} from '../../../source/core/form/index.ts';

const template = readForm(`# [Name]

## Context

Describe the context.

## Needs

Describe the needs.

## Effects

Describe the effects.
`);

function bodies(text: string): readonly unknown[] {
	const {answers} = match(template, text);
	return ['context', 'needs', 'effects'].map(id => {
		const answer = answers.get(`${id}/body`);
		return answer?.state === 'answered' ? answer.value : undefined;
	});
}

describe('headings that are none for Markdown', () => {
	it.each([
		['bold lines', '# Ours\n\n**Context**\n\nIt rains.\n\n**Needs:**\n\nWe stay.\n\n__Effects__\n\nDry feet.\n'],
		['a colon behind', '# Ours\n\nContext:\n\nIt rains.\n\nNeeds:\n\nWe stay.\n\nEffects:\n\nDry feet.\n'],
		['no blank behind the sign', '#Ours\n\n##Context\n\nIt rains.\n\n##Needs\n\nWe stay.\n\n##Effects\n\nDry feet.\n'],
	])('are known: %s', (_, text) => {
		expect(bodies(text)).toEqual(['It rains.', 'We stay.', 'Dry feet.']);
		const {form} = bind(template, text);
		expect(fill(form, new Map()).source).toBe(text);
		const changed = fill(form, new Map([['needs/body', {state: 'answered', value: 'We go.'}]]));
		expect(changed.source).toBe(text.replace('We stay.', 'We go.'));
	});

	it('are labels where the template has these below that heading, whatever else the document lacks', () => {
		const parts = readForm(
			'# [Title]\n\n## Scope\n\n### [Part]\n\n**Context**:\n\n- [one]\n\n**Needs**:\n\n- [two]\n\n## Roles\n\n**Purpose**: [why]\n\n## Context\n\n[what]\n\n## Needs\n\n[which]\n',
		);
		const text = '# Ours\n\n## Scope\n\n### Doors\n\n**Context**:\n\n- It rains.\n\n**Needs**:\n\n- We stay.\n';
		const {answers, missing} = match(parts, text);
		expect([answers.get('scope/part/context'), answers.get('scope/part/needs')]).toEqual([
			{state: 'answered', value: ['It rains.']},
			{state: 'answered', value: ['We stay.']},
		]);
		expect(missing).toEqual(['roles', 'context', 'needs']);
	});

	it('are text where the document has headings', () => {
		const text = '# Ours\n\n## Context\n\nIt rains.\n\n**Effects**\n\nWet.\n\n## Needs\n\nWe stay.\n';
		expect(bodies(text)).toEqual(['It rains.\n\n**Effects**\n\nWet.', 'We stay.', undefined]);
	});

	it('are text in what was written from the template', () => {
		const value = '**Context**\n\nWet.\n\n**Effects**\n\nDry.';
		const {source} = fill(template, new Map([['needs/body', {state: 'answered', value}]]));
		expect(match(template, source).answers.get('needs/body')).toEqual({state: 'answered', value});
	});
});

describe('headings worded anew', () => {
	const form = readForm(`# [Name]

## Ownership

**Owner:** [person]
**Team:** [team]

## Unresolved questions

What is open?

## Parts

### Story 1

Describe it.

### Story 2

Describe it.
`);
	const title = (text: string, id: string): unknown => {
		const answer = match(form, text).answers.get(id);
		return answer?.state === 'answered' ? answer.value : undefined;
	};

	it('are known by the labels under them', () => {
		expect(title('# Ours\n\n## Who does it\n\n**Owner:** Ann\n**Team:** Blue\n', 'ownership/owner')).toBe('Ann');
	});

	it('are known by their words, emphasis, signs, level and underline aside', () => {
		for (const heading of [
			'## Open questions',
			'## ❓ **Unresolved Questions:**',
			'Unresolved questions\n---',
			'### 3.1 UNRESOLVED QUESTIONS',
		])
			expect([heading, title(`# Ours\n\n${heading}\n\nWhen?\n`, 'unresolved-questions/body')]).toEqual([
				heading,
				'When?',
			]);
	});

	it('are instances of what repeats in their section', () => {
		const {form: seen} = match(
			form,
			'# Ours\n\n## Parts\n\n### A reader comes\n\nIn.\n\n### A reader goes\n\nOut.\n\n### Nobody\n\n-\n',
		);
		expect(seen.repeats.map(repeat => repeat.instances.length)).toEqual([3]);
	});
});
