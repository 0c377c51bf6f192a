/** The laws of writing and reading back, on templates that hold every kind and place, and on the bundled ones. */

import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {expand, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer, Answers, Form} from '../../../source/core/form/index.ts';
import {patience, runs} from '../../property.ts';
import {everything} from './everything.ts';
import {hinted} from './hinted.ts';
import {formsOf} from './pieces.ts';
import {readsBack, standsOnce, staysInPlace, withoutExamples} from './reads-back.ts';
import {answerFor, answersFor} from './values.ts';

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
	// All templates together are tried more than a thousand times for each law, ten thousand by `npm run test:deep`.
	const tries = (count: number) => ({numRuns: runs(count)});
	const {forms, any} = formsOf(source);
	/** A form, one of its fields and an answer to it. */
	const one = any().chain(own =>
		fc.constantFrom(...own.fields).chain(field => fc.tuple(fc.constant(own), fc.constant(field), answerFor(field))),
	);
	/** A form and answers to its fields, or to most of them. */
	const several = (some: fc.Arbitrary<Form>, most: boolean): fc.Arbitrary<readonly [Form, Answers]> =>
		some.chain(own => fc.tuple(fc.constant(own), answersFor(own, most ? 5 : undefined)));

	it('is a text that any answer can be told in', () => {
		// Refusing is the last resort: with plain words nothing is refused.
		const given = new Map(
			form.fields.flatMap(field =>
				field.kind === 'text' ? [[field.id, {state: 'answered', value: 'Plain words, with a comma'}] as const] : [],
			),
		);
		expect([...fill(form, given).problems.keys()]).toEqual([]);
	});

	it('refuses only a block that is left open, in prose or over several lines', {timeout: patience}, () => {
		fc.assert(
			fc.property(one, ([own, field, answer]) => {
				const problem = fill(own, new Map([[field.id, answer]])).problems.get(field.id);
				if (!problem) return;
				expect([problem.code, answer]).toEqual(['value.unclosed', answer]);
				expect(field.kind === 'prose' || JSON.stringify(answer).includes('\\n')).toBe(true);
				expect(problem.summary).toContain(field.id);
				expect(problem.next).toBeDefined();
			}),
			tries(200),
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

	it('gives back one answer, whatever it holds, and changes nothing but its place', {timeout: patience}, () => {
		const blanks = new Map(forms.map(own => [own, fill(own, new Map()).source]));
		fc.assert(
			fc.property(one, ([own, field, answer]) => {
				const given = new Map<string, Answer>([[field.id, answer]]);
				const document = fill(own, given);
				readsBack(own, given, document);
				if (standsOnce(own, field) && document.answers.size > 0) staysInPlace(own, blanks.get(own)!, field, document);
			}),
			tries(200),
		);
	});

	it('gives back all answers together', {timeout: patience}, () => {
		fc.assert(
			fc.property(several(any(), true), ([own, given]) => readsBack(own, given, fill(own, given))),
			tries(100),
		);
	});

	it('reads back finished documents', {timeout: patience}, () => {
		fc.assert(
			fc.property(several(any(), false), ([own, given]) => readsBack(own, given, fill(own, given, {finish: true}))),
			tries(100),
		);
	});

	if (form.repeats.length === 0) return;
	it('keeps as many instances as there are', {timeout: patience}, () => {
		const grown = new Map(
			forms.map(own => [
				own,
				expand(own, new Map(own.repeats.map(repeat => [repeat.id, repeat.instances.length + 2]))),
			]),
		);
		const blanks = new Map([...grown].map(([own, more]) => [more, own]));
		const repeating = any(({repeats}) => repeats.length > 0).map(own => grown.get(own)!);
		fc.assert(
			fc.property(several(repeating, false), ([own, given]) => {
				const document = fill(own, given);
				expect(match(blanks.get(own)!, document.source).form.source).toBe(own.source);
				readsBack(own, given, document);
			}),
			tries(150),
		);
	});
});
