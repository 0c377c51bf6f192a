/**
 * Documents that people wrote from a template, seen through that template: the pairs that the manifest of
 * SPECWRIGHT_CORPUS names. Nothing of a document is lost, and its headings are known for what they are.
 */

import {describe, expect, it} from 'vitest';
import {bind, fill, sameAnswer} from '../../../source/core/form/index.ts';
import {runs} from '../../property.ts';
import {corpusPairs, measure} from './corpus-pairs.ts';
import {plainAnswer} from './plain-answer.ts';

const pairs = corpusPairs(process.env['SPECWRIGHT_CORPUS'] ?? '');

describe.skipIf(pairs.length === 0)('documents and the templates that they were written from', () => {
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

	it('have each heading that says what one of the template says matched with one, and lose nothing', () => {
		const measured = pairs.map(pair => ({name: pair.name, ...measure(pair)}));
		expect(measured.flatMap(({name, lost}) => lost.map(id => `${name}: ${id}`))).toEqual([]);
		expect(measured.filter(({content}) => content > 0).map(({name}) => name)).toEqual([]);
	});

	it('have nearly all headings matched as a reader matches them', () => {
		const measured = pairs.map(pair => ({name: pair.name, ...measure(pair)}));
		const sum = (of: (one: (typeof measured)[number]) => number): number =>
			measured.reduce((all, one) => all + of(one), 0);
		const [right, all] = [sum(one => one.right), sum(one => one.judged)];
		expect(all).toBeGreaterThan(120);
		expect(measured.flatMap(({name, wrong}) => wrong.map(what => `${name}: ${what}`))).toEqual([]);
		expect(right / all).toBeGreaterThanOrEqual(0.96);
	});
});
