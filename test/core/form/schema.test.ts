import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {formatAnswersFile, parseAnswersFile} from '../../../source/commands/answers-file.ts';
import {readAnswers, readForm} from '../../../source/core/form/index.ts';
import type {Form} from '../../../source/core/form/index.ts';
import {patience, runs} from '../../property.ts';
import {answersNear, inTexts} from './answer-data.ts';
import {everything} from './everything.ts';
import {judge} from './judge.ts';
import {special} from './special.ts';

/** The faults of the reader that `new --answers` has, of the file's text as it is. */
function faultsIn(form: Form, text: string): readonly {readonly code: string; readonly words: string}[] {
	const parsed = parseAnswersFile(text, 'answers.yaml');
	if (!parsed.ok) return [{code: parsed.problem.code, words: parsed.problem.summary}];
	const {answers} = parsed.value.data as {answers: unknown};
	const read = readAnswers(form, answers === '' ? {} : answers);
	return read.ok ? [] : read.problems.map(({code, summary}) => ({code, words: summary}));
}

/** What a schema can't say: it looks at one value at a time, and not into what the value's text says. */
const beyond = (fault: {readonly code: string; readonly words: string}): boolean =>
	/^answers\.(?:twice|contradiction|gap)$|^limit/.test(fault.code) || /never ends|bytes; an answer/.test(fault.words);

const templates = join(import.meta.dirname, '../../../templates');
const forms: readonly (readonly [string, Form])[] = [
	...readdirSync(templates)
		.filter(name => name.endsWith('.md'))
		.map(name => [name, readForm(readFileSync(join(templates, name), 'utf8'))] as const),
	['a template of every kind', readForm(everything)],
	['a template of rare things', readForm(special)],
];

describe.each(forms)('the schema of %s', (_, form) => {
	const accepts = judge(form);

	it('takes what the reader takes, and refuses what it refuses', {timeout: patience}, () => {
		let taken = 0;
		fc.assert(
			fc.property(answersNear(form), answers => {
				const json = JSON.stringify({answers});
				const direct = readAnswers(form, answers);
				const isTaken = direct.ok || faultsIn(form, json).length === 0;
				if (isTaken) {
					taken++;
					expect([accepts({answers}), json]).toEqual([true, json]);
				}

				const texts = inTexts(answers);
				const faults = faultsIn(form, JSON.stringify({answers: texts}));
				if (faults.length === 0) expect(accepts({answers: texts})).toBe(true);
				else if (!faults.every(beyond))
					expect([accepts({answers: texts}), texts, faults]).toEqual([false, texts, faults]);
			}),
			{numRuns: runs(300)},
		);
		expect(taken).toBeGreaterThan(0);
	});

	it('takes the same from YAML, where an editor sees numbers and truth', {timeout: patience}, () => {
		fc.assert(
			fc.property(answersNear(form), answers => {
				// As an author writes it: without quotes wherever that can be.
				const text = formatAnswersFile({answers}).replaceAll(/"((?:true|null|[\d.e-]+))"/g, '$1');
				if (faultsIn(form, text).length > 0) return;
				let seen: unknown;
				try {
					seen = parse(text, {logLevel: 'silent'});
				} catch {
					return;
				}

				expect([accepts(seen), text]).toEqual([true, text]);
			}),
			{numRuns: runs(100)},
		);
	});
});
