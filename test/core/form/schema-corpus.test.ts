/** Schemas of other people's templates, where a folder with some is at hand. */

import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {fill, match, readAnswers, readForm, writeAnswers} from '../../../source/core/form/index.ts';
import type {Answers, Field, Form, Value} from '../../../source/core/form/index.ts';
import {shapeOf} from '../../../source/core/form/value/index.ts';
import {judge} from './judge.ts';

const corpus = process.env['SPECWRIGHT_CORPUS'] ?? '';
const read = (path: string): string => readFileSync(join(corpus, path), 'utf8');
const has = (path: string): boolean => corpus !== '' && existsSync(join(corpus, path));
const templates = has('templates') ? readdirSync(join(corpus, 'templates')).filter(name => name.endsWith('.md')) : [];

/** Documents of the folder with the template that each was written from. */
const pairs = has('manifest.tsv')
	? read('manifest.tsv')
			.split('\n')
			.map(line => line.split('\t'))
			.filter(([, kind, , , , , , , , from]) => kind === 'document' && from !== undefined && from !== '')
			.map(cells => [cells[0]!, cells[9]!] as const)
			.filter(([name, from]) => has(`documents/${name}`) && has(`templates/${from}`))
	: [];

if (templates.length === 0) {
	it.skip('SPECWRIGHT_CORPUS names no folder with templates/: left out', () => {});
}

function sample(field: Field): Value {
	const text =
		field.kind === 'date'
			? (field.format ?? 'YYYY-MM-DD')
					.replace(/HH:MM/i, '10:30')
					.replace(/:SS/i, ':15')
					.replace(/[YAJ]{4}/i, '2028')
					.replace(/MMMM/, 'February')
					.replace(/MM/i, '02')
					.replace(/DD|TT|JJ|\bD\b/i, '29')
			: field.kind === 'number'
				? (field.format?.replaceAll(/./g, '7') ?? '20 ms')
				: (field.options[0] ?? 'Plain words');
	switch (shapeOf(field)) {
		case 'text':
			return text;
		case 'items':
			return [text];
		case 'rows':
			return [
				Object.fromEntries(
					(field.kind === 'table' ? field.columns! : field.item!.parts!).map((one: {readonly id: string}) => [
						one.id,
						'—',
					]),
				),
			];
		case 'checks':
			return [{text, done: true}];
		case 'boxes':
			return Object.fromEntries(field.fixedItems!.map(({id}) => [id, true]));
		case 'grid':
			return {};
	}
}

/** What the reader takes of the answers that are found in a text, the schema takes too. */
function agree(form: Form, accepts: (data: unknown) => boolean, text: string): boolean {
	const seen = match(form, text);
	const answers = JSON.parse(JSON.stringify(writeAnswers(seen.form, seen.answers, form))) as unknown;
	if (!readAnswers(form, answers).ok) return false;
	expect([accepts({answers}), answers]).toEqual([true, answers]);
	return true;
}

describe.each(templates)('the schema of %s', name => {
	const form = readForm(read(`templates/${name}`));

	it('is one, and takes the answers of a filled document', () => {
		const accepts = judge(form);
		const answers: Answers = new Map(form.fields.map(field => [field.id, {state: 'answered', value: sample(field)}]));
		expect(agree(form, accepts, fill(form, answers).source)).toBe(true);
		expect(accepts({answers: {'no-such-field': 'x'}})).toBe(false);
	});
});

const written = new Map<string, string[]>();
for (const [name, from] of pairs) written.set(from, [...(written.get(from) ?? []), name]);

describe.each([...written])('the schema of %s', (from, documents) => {
	const form = readForm(read(`templates/${from}`));
	const accepts = judge(form);

	it.each(documents)('takes the answers of %s, where the reader does', name => {
		agree(form, accepts, read(`documents/${name}`));
	});
});
