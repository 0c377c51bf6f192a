/** `answers FILE` is the inverse of `new --answers`: what it prints gives the same document and the same answers. */

import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {formatAnswersFile, parseAnswersFile} from '../../../source/commands/answers-file.ts';
import {asDocument, expand, fill, match, readAnswers, readForm, writeAnswers} from '../../../source/core/form/index.ts';
import type {Answer, Form} from '../../../source/core/form/index.ts';
import {patience, runs} from '../../property.ts';
import {everything} from './everything.ts';
import {judge} from './judge.ts';
import {special} from './special.ts';
import {answerFor} from './values.ts';

const folder = new URL('../../../templates/', import.meta.url);
const templates = [
	...readdirSync(folder)
		.filter(name => name.endsWith('.md'))
		.map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
	['a template of every kind', everything],
	['a template of rare things', special],
] as const;

/** The data of an answers file as a program reads it. */
function plain(data: unknown): unknown {
	return JSON.parse(JSON.stringify(data)) as unknown;
}

/** The answers as YAML and as JSON have them, read for a form. */
function readBack(form: Form, data: unknown): readonly ReturnType<typeof readAnswers>[] {
	return [formatAnswersFile({answers: data}), JSON.stringify({answers: data})].map(text => {
		const parsed = parseAnswersFile(text, 'answers.yaml');
		if (!parsed.ok) throw new Error(parsed.problem.summary);
		return readAnswers(form, (parsed.value.data as {answers: unknown}).answers);
	});
}

type Wanted = {readonly more: readonly string[]; readonly answers: readonly (readonly [string, Answer])[]};

/** One instance more of some of what repeats. */
function grown(form: Form, more: readonly string[]): Form {
	const repeats = form.repeats.filter(({id}) => more.includes(id));
	return expand(form, new Map(repeats.map(({id, instances}) => [id, instances.length + 1])));
}

/** Answers for some of the fields, of instances too that the template has not. */
function wanted(form: Form): fc.Arbitrary<Wanted> {
	return fc
		.subarray(
			form.repeats.map(({id}) => id),
			{maxLength: Math.min(3, form.repeats.length)},
		)
		.chain(more =>
			fc
				.subarray([...grown(form, more).fields], {maxLength: Math.min(12, form.fields.length)})
				.chain(some => fc.tuple(...some.map(field => answerFor(field).map(answer => [field.id, answer] as const))))
				.map(answers => ({more, answers})),
		);
}

describe.each(templates)('answers of documents from %s', (_, source) => {
	const form = readForm(source);
	const accepts = judge(form);

	it('give the same document and the same answers', {timeout: patience}, () => {
		fc.assert(
			fc.property(wanted(form), ({more, answers}) => {
				const written = fill(grown(form, more), new Map(answers));
				const seen = match(form, written.source);
				const data = plain(writeAnswers(seen.form, seen.answers, form));
				for (const read of readBack(form, data)) {
					if (!read.ok) {
						// A value that is not valid for its kind (what someone typed as a date) is refused by both.
						expect(read.problems.map(one => one.code)).toEqual(read.problems.map(() => 'answers.value'));
						continue;
					}

					const again = fill(read.form, read.value);
					expect(again.source).toBe(written.source);
					const back = match(form, again.source);
					expect(plain(writeAnswers(back.form, back.answers, form))).toEqual(data);
					expect([accepts({answers: data}), data]).toEqual([true, data]);
				}
			}),
			{numRuns: runs(150)},
		);
	});
});

it('of a document that no template is known of are ids of its own', () => {
	const opened = asDocument(readForm('# Plan\n\n**Owner:** Ada\n\n## Why\n\nQueues grow.\n'));
	expect(plain(writeAnswers(opened.form, opened.answers))).toMatchObject({
		'document/owner': 'Ada',
		why: 'Queues grow.',
	});
});
