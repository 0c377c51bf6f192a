/** `open FILE --set ID=… --yes` on documents of other people, from SPECWRIGHT_CORPUS: one answer, one place. */

import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {asDocument, fill, readForm, sameAnswer} from '../../source/core/form/index.ts';
import type {Answer, Field} from '../../source/core/form/index.ts';
import {plainAnswer} from '../core/form/plain-answer.ts';
import {runs} from '../property.ts';
import {makePlace} from './run-program.ts';

const folder = join(process.env['SPECWRIGHT_CORPUS'] ?? '', 'documents');
const isThere = process.env['SPECWRIGHT_CORPUS'] !== undefined && existsSync(folder);
const documents = isThere
	? readdirSync(folder)
			.filter(name => name.endsWith('.md'))
			.map(name => ({name, text: readFileSync(join(folder, name), 'utf8')}))
	: [];

/** Up to so many of them, from everywhere. */
function some<T>(all: readonly T[], count: number): readonly T[] {
	const step = Math.max(1, Math.ceil(all.length / count));
	return all.filter((_, index) => index % step === 0);
}

type Change = {readonly field: Field; readonly answer: Answer; readonly source: string};

/** A few plain answers in a document, each by itself. */
function changesIn(text: string, count: number): readonly Change[] {
	const {form} = asDocument(readForm(text));
	return some(form.fields, count).flatMap(field => {
		const answer = plainAnswer(field);
		const filled = answer && fill(form, new Map([[field.id, answer]]));
		// What stands there already changes nothing.
		return answer && filled?.problems.size === 0 && filled.source !== text
			? [{field, answer, source: filled.source}]
			: [];
	});
}

/** What stands in front of and behind the first and the last difference of two texts. */
function around(text: string, other: string): {readonly from: number; readonly to: number} {
	let from = 0;
	while (from < text.length && text[from] === other[from]) from++;
	let behind = 0;
	while (behind < text.length - from && behind < other.length - from && text.at(-1 - behind) === other.at(-1 - behind))
		behind++;
	return {from, to: text.length - behind};
}

describe.skipIf(!isThere)('an answer in a document whose template is not known', () => {
	const back = {yes: 0, all: 0};

	it.each(documents)('$name: nothing changes outside of its place', ({name, text}) => {
		const {guidance} = asDocument(readForm(text)).form;
		for (const {field, answer, source} of changesIn(text, Math.min(40, runs(3)))) {
			const place = around(text, source);
			const said = guidance.filter(one => !one.stays && one.section === field.section);
			const from = Math.min(field.range.from, ...said.map(one => one.range.from));
			const to = Math.max(field.range.to, ...said.map(one => one.range.to));
			// A blank between it and what stands in front of it may be the one that was there.
			expect([name, field.id, place.from >= from - 2, place.to <= to + 2]).toEqual([name, field.id, true, true]);
			back.all++;
			if (sameAnswer(asDocument(readForm(source)).answers.get(field.id), answer)) back.yes++;
		}
	});

	it('nearly always reads back', () => {
		expect(back.all).toBeGreaterThan(documents.length);
		expect(back.yes / back.all).toBeGreaterThan(0.9);
	});

	it.each(some(documents, Math.min(documents.length, runs(6))))('$name: by the command line', ({name, text}) => {
		const change = changesIn(text, 3).find(({field}) => field.kind === 'text' || field.kind === 'prose');
		if (!change) return;
		const {field, answer, source} = change;
		if (answer.state !== 'answered' || typeof answer.value !== 'string') return;
		const {value} = answer;
		const place = makePlace({[name]: text});
		const opened = place.run(['open', name, '--template', 'none', '--set', `${field.id}=${value}`, '--yes']);
		expect(opened.err).toContain(name);
		expect(readFileSync(join(place.folder, name), 'utf8')).toBe(source);
		const read = place.run(['answers', name, '--template', 'none', '--format', 'json']);
		if (!sameAnswer(asDocument(readForm(source)).answers.get(field.id), answer)) return;
		expect(read.out).toContain(JSON.stringify(value));
	});
});
