/** The laws where blocks repeat: any number of instances, one inside another, with any answers. */

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {expand, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answers, Form} from '../../../source/core/form/index.ts';
import {patience, tries} from '../../property.ts';
import {readsBack} from './reads-back.ts';
import {answerFor} from './values.ts';

type Lines = readonly string[];

const leaf = fc.constantFrom<Lines>(
	['- **Purpose:** [what it does]'],
	['**Owner:** [Name]', '', '**Since:** YYYY-MM-DD'],
	['[What it does]'],
	['Describe it in a few sentences.'],
	['| Name | Use |', '|------|-----|', '| [name] | [use] |'],
	['| Role | Who |', '|------|-----|', '| Owner | [name] |', '| Reviewer | [name] |'],
	['- [ ] Tested', '- [ ] Documented'],
	['- [Goal 1]', '- [Goal 2]'],
	['1. [Step]', '2. [Step]'],
	['**Status:** planned | current | retired'],
	['```yaml', 'name: x', '```'],
	['> Keep it short.', '', '- **Risk:** [what may go wrong]'],
	['What stands here stays.', '', '- **Load:** [n] requests'],
	['- G1: [goal]', '- G2: [goal]'],
);

const body = fc.uniqueArray(leaf, {minLength: 1, maxLength: 3}).map(parts => parts.flatMap(part => [...part, '']));

/** Headings of one instance of a block, of two that are numbered, or of one with a note that it repeats. */
const styles = (name: string, level: string) =>
	fc.constantFrom<(own: Lines) => Lines>(
		own => [`${level} ${name}: <name>`, '', ...own],
		own => [`${level} ${name} 1: [name]`, '', ...own],
		own => [`${level} ${name} 1`, '', ...own, `${level} ${name} 2`, '', ...own],
		own => [`${level} ${name}`, '', `> Repeat for each ${name.toLowerCase()}.`, '', ...own],
		own => [`${level} [${name} name]`, '', `<!-- Repeat this block for each ${name.toLowerCase()}. -->`, '', ...own],
	);

const template = fc
	.tuple(
		body,
		body,
		fc.option(fc.tuple(styles('Failure mode', '####'), body), {nil: undefined, freq: 2}),
		styles('Component', '###'),
		fc.option(body, {nil: undefined}),
		fc.constantFrom('\n', '\n', '\r\n'),
	)
	.map(([before, own, inner, outer, after, eol]) => {
		const whole = inner ? [...own, ...inner[0](inner[1])] : own;
		const lines = ['# [Title]', '', '## Before', '', ...before, '## Parts', '', ...outer(whole)];
		return [...lines, ...(after ? ['## After', '', ...after] : [])].join(eol);
	});

const counts = (form: Form, most: number): fc.Arbitrary<ReadonlyMap<string, number>> =>
	fc
		.tuple(...form.repeats.map(({id}) => fc.tuple(fc.constant(id), fc.integer({min: 1, max: most}))))
		.map(pairs => new Map(pairs));

const answers = (form: Form): fc.Arbitrary<Answers> =>
	fc
		.tuple(...form.fields.map(field => fc.option(answerFor(field), {nil: undefined, freq: 2})))
		.map(some => new Map(form.fields.flatMap(({id}, index) => (some[index] ? [[id, some[index]] as const] : []))));

/** A template's form, and the same with other numbers of instances, inner ones after outer ones. */
const expanded = template
	.map(source => readForm(source))
	.filter(({repeats, fields}) => repeats.length > 0 && fields.length < 60)
	.chain(own =>
		counts(own, 3)
			.map(wished => expand(own, wished))
			.chain(outer => counts(outer, 3).map(wished => [own, expand(outer, wished)] as const)),
	)
	.filter(([, form]) => form.fields.length < 120);

describe('a template with blocks that repeat', () => {
	it('has as many as are wished, each with the fields of the first', {timeout: patience}, () => {
		fc.assert(
			fc.property(
				template
					.map(source => readForm(source))
					.filter(({repeats}) => repeats.length > 0)
					.chain(own => fc.tuple(fc.constant(own), counts(own, 4))),
				([own, wished]) => {
					const form = expand(own, wished);
					const before = new Map(own.repeats.map(({id, instances}) => [id, instances.length]));
					for (const {id, unit, instances} of form.repeats) {
						const count = wished.get(id);
						// Where siblings say that a block repeats, a single one would not; lists may run into one another.
						const least = count === 1 || unit === 'item' ? [count, before.get(id)] : [count];
						if (count !== undefined) expect([id, least]).toEqual([id, expect.arrayContaining([instances.length])]);
					}

					// Back to what it was, byte for byte.
					const back = expand(form, before);
					if ([...wished].every(([id, count]) => count >= before.get(id)!)) expect(back.source).toBe(own.source);
				},
			),
			tries(),
		);
	});

	it('gives back all answers in all instances, from the text alone', {timeout: patience}, () => {
		fc.assert(
			fc.property(
				expanded.chain(([own, form]) => fc.tuple(fc.constant(own), fc.constant(form), answers(form), fc.boolean())),
				([own, form, given, finish]) => {
					const document = fill(form, given, {finish});
					readsBack(form, given, document);
					const seen = match(own, document.source);
					for (const [id, answer] of document.answers)
						if (answer.state === 'answered') expect([id, seen.answers.get(id)]).toEqual([id, answer]);
				},
			),
			tries(),
		);
	});
});
