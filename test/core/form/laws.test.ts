/** The laws of writing and reading back, on templates that hold every kind and place, and on the bundled ones. */

import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {expand, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';
import {runs} from '../../property.ts';
import {everything} from './everything.ts';
import {hinted} from './hinted.ts';
import {readsBack, standsOnce, staysInPlace, withoutExamples} from './reads-back.ts';
import {answerFor} from './values.ts';

const prompts = `# Design template

## Summary
What is built, and why now?

## Goals / non-goals
- Goals:
- Non-goals:

## Plan

1. [Step 1]
2. [Step 2]

Describe how it is switched off again.

## Ownership
- DRI:
- Last updated:
`;

const folder = new URL('../../../templates/', import.meta.url);
const bundled = readdirSync(folder)
	.filter(name => name.endsWith('.md'))
	.map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
const small = [
	['everything', everything],
	['prompts', prompts],
	['with CRLF', everything.replaceAll('\n', '\r\n')],
	['with a BOM', `\uFEFF${prompts}`],
	['with hints', hinted],
	['with hints and CRLF', hinted.replaceAll('\n', '\r\n')],
] as const;

describe.each([...small, ...bundled])('%s', (name, source) => {
	const form = readForm(source);
	// Wide templates are tried less often at a time; `npm run test:deep` makes up for it.
	const tries = runs(form.fields.length > 60 ? 12 : 200);

	it('is a text that any answer can be told in', () => {
		// Refusing is the last resort: with plain words nothing is refused.
		const given = new Map(
			form.fields.flatMap(field =>
				field.kind === 'text' ? [[field.id, {state: 'answered', value: 'Plain words, with a comma'}] as const] : [],
			),
		);
		expect([...fill(form, given).problems.keys()]).toEqual([]);
	});

	it('refuses only a block that is left open, in prose or over several lines', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...form.fields).chain(field => fc.tuple(fc.constant(field), answerFor(field))),
				([field, answer]) => {
					const problem = fill(form, new Map([[field.id, answer]])).problems.get(field.id);
					if (!problem) return;
					expect([problem.code, answer]).toEqual(['value.unclosed', answer]);
					expect(field.kind === 'prose' || JSON.stringify(answer).includes('\\n')).toBe(true);
					expect(problem.summary).toContain(field.id);
					expect(problem.next).toBeDefined();
				},
			),
			{numRuns: tries},
		);
	});

	it('is written without a change when nothing is answered', () => {
		const document = fill(form, new Map());
		expect(document.source).toBe(withoutExamples(form));
		expect(match(form, document.source).answers.size).toBe(0);
		expect(match(form, document.source).missing).toEqual([]);
	});

	it('has room for each field where it says', () => {
		const {spans} = match(form, fill(form, new Map()).source);
		expect(form.fields.filter(field => !spans.has(field.id)).map(field => field.id)).toEqual([]);
	});

	it('gives back one answer, whatever it holds, and changes nothing but its place', () => {
		const blank = fill(form, new Map()).source;
		fc.assert(
			fc.property(
				fc.constantFrom(...form.fields).chain(field => fc.tuple(fc.constant(field), answerFor(field))),
				([field, answer]) => {
					const given = new Map<string, Answer>([[field.id, answer]]);
					const document = fill(form, given);
					readsBack(form, given, document);
					if (standsOnce(form, field) && document.answers.size > 0) staysInPlace(form, blank, field, document);
				},
			),
			{numRuns: tries},
		);
	});

	it('gives back all answers together', () => {
		const all = fc
			.tuple(...form.fields.map(field => fc.option(answerFor(field), {nil: undefined, freq: 5})))
			.map(
				answers =>
					new Map(form.fields.flatMap((field, index) => (answers[index] ? [[field.id, answers[index]] as const] : []))),
			);
		fc.assert(
			fc.property(all, given => readsBack(form, given, fill(form, given))),
			{numRuns: Math.ceil(tries / 2)},
		);
	});

	it('reads back finished documents', () => {
		const all = fc
			.tuple(...form.fields.map(field => answerFor(field)))
			.map(answers => new Map(form.fields.map((field, index) => [field.id, answers[index]!])));
		fc.assert(
			fc.property(all, given => readsBack(form, given, fill(form, given, {finish: true}))),
			{numRuns: Math.ceil(tries / 6)},
		);
	});

	if (form.repeats.length === 0) return;
	it('keeps as many instances as there are', () => {
		const several = expand(form, new Map(form.repeats.map(repeat => [repeat.id, repeat.instances.length + 2])));
		const all = fc
			.tuple(...several.fields.map(field => answerFor(field)))
			.map(answers => new Map(several.fields.map((field, index) => [field.id, answers[index]!])));
		fc.assert(
			fc.property(all, given => {
				const document = fill(several, given);
				expect(match(form, document.source).form.source).toBe(several.source);
				readsBack(several, given, document);
			}),
			{numRuns: Math.ceil(tries / 12)},
		);
	});
});
