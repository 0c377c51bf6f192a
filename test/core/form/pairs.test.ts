/**
 * Documents that people wrote from a template, seen through that template: the pairs that the manifest of
 * SPECWRIGHT_CORPUS names. Nothing of a document is lost, and its headings are known for what they are.
 */

import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {bind, fill, flatten, readForm, sameAnswer} from '../../../source/core/form/index.ts';
import type {Form} from '../../../source/core/form/index.ts';
import {headingKey, partsOf} from '../../../source/core/form/headings.ts';
import {recognise} from '../../../source/core/form/match.ts';
import judged from '../../fixtures/judged-pairs.json' with {type: 'json'};
import {runs} from '../../property.ts';
import {plainAnswer} from './plain-answer.ts';

const corpus = process.env['SPECWRIGHT_CORPUS'] ?? '';
const manifest = join(corpus, 'manifest.tsv');
const isThere = corpus !== '' && existsSync(manifest);

type Pair = {readonly name: string; readonly text: string; readonly form: Form};

const forms = new Map<string, Form>();

function formOf(template: string): Form {
	const known = forms.get(template) ?? readForm(readFileSync(join(corpus, 'templates', template), 'utf8'));
	forms.set(template, known);
	return known;
}

const pairs: readonly Pair[] = isThere
	? readFileSync(manifest, 'utf8')
			.trim()
			.split('\n')
			.slice(1)
			.map(row => row.split('\t'))
			.flatMap(([name = '', , , , , , , , , template = '']) =>
				template === ''
					? []
					: [{name, text: readFileSync(join(corpus, 'documents', name), 'utf8'), form: formOf(template)}],
			)
	: [];

/** For each heading of a document that is one of the template's: its line, and the section that it is. */
function matched({text, form}: Pair): ReadonlyMap<number, string> {
	const {plan, pairs: found, parts} = recognise(form, text);
	const lineAt = (offset: number): number => text.slice(0, offset).split(/\r\n|\n|\r/).length;
	return new Map(
		plan.chunks.flatMap(({index, section, note}) => {
			const part = parts[found[index] ?? 0];
			if (!section || section.level === 0 || note || !part || part.level === 0) return [];
			return [[lineAt(part.from), bare(section.id)] as const];
		}),
	);
}

/** Instances of what repeats are one section. */
function bare(id: string): string {
	return id.replaceAll(/\[\d+\]/g, '');
}

describe.skipIf(!isThere)('documents and the templates that they were written from', () => {
	it.each(pairs)('$name: nothing of it is lost', ({text, form}) => {
		const {form: bound, answers} = bind(form, text);
		expect(fill(bound, new Map()).source).toBe(text);
		expect(fill(bound, answers).source).toBe(text);
	});

	it.each(pairs)('$name: one answer changes its place alone and reads back', ({text, form}) => {
		const seen = bind(form, text);
		const added = new Set((seen.form.additions ?? []).flatMap(({ids}) => ids));
		const fields = seen.form.fields.filter(field => !added.has(field.id) && field.mirrors.length === 0);
		const step = Math.max(1, Math.floor(fields.length / Math.min(20, runs(3))));
		for (const field of fields.filter((_, index) => index % step === 0)) {
			const answer = plainAnswer(field);
			const document = answer && fill(seen.form, new Map([[field.id, answer]]));
			if (!answer || !document || document.problems.size > 0) continue;
			const span = document.spans.get(field.id)!;
			const place = seen.spans.get(field.id) ?? field.range;
			const was = {before: text.slice(0, place.from), behind: text.slice(place.to)};
			const is = {before: document.source.slice(0, span.from), behind: document.source.slice(span.to)};
			// What the template says to the author goes with its answer, where it stood beside nothing else.
			const said = seen.form.guidance.filter(one => !one.stays && one.section === field.section);
			const kept = (some: string): string =>
				said.reduce((rest, {range}) => rest.replaceAll(seen.form.source.slice(range.from, range.to).trim(), ''), some);
			const flat = (some: string): string => kept(some).replaceAll(/\s+/g, ' ').trim();
			expect([field.id, flat(is.before)]).toEqual([field.id, flat(was.before)]);
			expect([field.id, flat(is.behind)]).toEqual([field.id, flat(was.behind)]);
			if (said.length === 0) {
				expect([field.id, is.before.trimEnd()]).toEqual([field.id, was.before.trimEnd()]);
				expect([field.id, is.behind.trimStart()]).toEqual([field.id, was.behind.trimStart()]);
			}

			const read = bind(form, document.source).answers.get(field.id);
			expect([field.id, sameAnswer(read, answer)]).toEqual([field.id, true]);
		}
	});

	it('have each heading that says what one of the template says matched with one', () => {
		const lost = pairs.flatMap(pair => {
			const found = new Set(matched(pair).values());
			const keys = new Set(partsOf(pair.text).map(({text}) => headingKey(text)));
			return flatten(pair.form.sections)
				.filter(({level, heading, id}) => level > 0 && keys.has(headingKey(heading)) && !found.has(bare(id)))
				.map(({id}) => `${pair.name}: ${id}`);
		});
		expect(lost).toEqual([]);
	});

	it('have nearly all headings matched as a reader matches them', () => {
		const wrong: string[] = [];
		let [right, all] = [0, 0];
		for (const pair of pairs) {
			const own = (judged.documents as Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>)[
				pair.name
			];
			if (!own) continue;
			const found = matched(pair);
			const ids = new Map(flatten(pair.form.sections).map(({line, id}) => [line, bare(id)]));
			for (const [line, lines] of Object.entries(own)) {
				if (lines.length === 0) continue;
				all++;
				if (lines.some(one => ids.get(one) === found.get(Number(line)))) right++;
			}

			for (const [line, other] of found) {
				const lines = own[line] ?? [0];
				if (lines.length > 0 && !lines.some(one => ids.get(one) === other))
					wrong.push(`${pair.name}:${line} is taken for ${other}`);
			}
		}

		expect(all).toBeGreaterThan(120);
		expect(wrong).toEqual([]);
		expect(right / all).toBeGreaterThanOrEqual(0.96);
	});
});
