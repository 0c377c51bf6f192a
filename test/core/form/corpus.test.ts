/** The laws on real templates and documents of other people, where a folder with some is at hand. */

import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {asDocument, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer, Document, Field} from '../../../source/core/form/index.ts';
import {isWritten} from '../../../source/core/form/written.ts';

const corpus = process.env['SPECWRIGHT_CORPUS'] ?? '';

function files(folder: string): readonly (readonly [string, string])[] {
	const path = join(corpus, folder);
	if (corpus === '' || !existsSync(path)) return [];
	return readdirSync(path)
		.filter(name => name.endsWith('.md'))
		.map(name => [name, readFileSync(join(path, name), 'utf8')] as const);
}

const templates = files('templates');
const documents = files('documents');

if (templates.length + documents.length === 0) {
	it.skip('SPECWRIGHT_CORPUS names no folder with templates/ and documents/: left out', () => {});
}

describe.each(templates)('template %s', (_, source) => {
	const form = readForm(source);

	it('reads as blank through itself', () => {
		const seen = match(form, source);
		expect([...seen.answers]).toEqual([]);
		expect(seen.missing).toEqual([]);
		expect([...seen.problems.keys()]).toEqual([]);
		expect(form.fields.filter(field => !seen.spans.has(field.id)).map(field => field.id)).toEqual([]);
	});

	it('is written as it is, its filled example aside', () => {
		const examples = form.guidance.filter(one => one.role === 'example');
		const wanted = examples.reduceRight(
			(text, one) => text.slice(0, one.range.from) + text.slice(one.range.to),
			source,
		);
		expect(fill(form, new Map()).source).toBe(wanted);
	});

	it('loses nothing when it is opened as a document', () => {
		const opened = asDocument(form);
		expect(fill(opened.form, opened.answers).source).toBe(source);
	});
});

/** A field whose answer may be any words. */
function takesWords(document: Document, field: Field): boolean {
	return (
		(field.kind === 'prose' || field.kind === 'text') &&
		field.mirrors.length === 0 &&
		document.answers.get(field.id)?.state === 'answered'
	);
}

describe.each(documents)('document %s', (_, source) => {
	const opened = asDocument(readForm(source));

	it('is written as it is', () => {
		expect(fill(opened.form, opened.answers).source).toBe(source);
	});

	it('changes in one place for one answer, which reads back', () => {
		const fields = opened.form.fields.filter(field => takesWords(opened, field));
		// A few from everywhere in the text.
		const step = Math.ceil(fields.length / 5);
		for (const field of fields.filter((_field, index) => index % step === 0)) {
			const answer: Answer = {state: 'answered', value: 'Plain words stand here now'};
			const document = fill(opened.form, new Map([[field.id, answer]]));
			expect([...document.problems.keys()]).toEqual([]);
			const span = document.spans.get(field.id)!;
			expect(document.source.slice(0, span.from)).toBe(source.slice(0, field.range.from));
			expect(document.source.slice(span.to)).toBe(source.slice(field.range.to));
			const seen = match(opened.form, document.source);
			expect([field.id, seen.answers.get(field.id)]).toEqual([field.id, answer]);
			expect([...seen.answers.keys()]).toEqual([field.id]);
		}
	});

	it('is told from a template', () => {
		// As good as all of them: a screenplay made of brackets is none.
		const answered = opened.form.fields.filter(field => opened.answers.has(field.id)).length;
		if (isWritten(opened.form)) expect(answered * 2).toBeGreaterThanOrEqual(opened.form.fields.length);
	});
});
