/** The laws of reading and writing on generated templates and answers: whole texts of nested constructs, odd ones too. */

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {check} from '../../../source/core/checks/index.ts';
import {completeness} from '../../../source/core/completeness/index.ts';
import {asDocument, bind, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer, Document, Field, Form} from '../../../source/core/form/index.ts';
import {normalValue} from '../../../source/core/form/value/index.ts';
import {patience, tries} from '../../property.ts';
import {template} from './generate.ts';
import {readsBack, staysInPlace, withoutExamples} from './reads-back.ts';
import {isJudge, rowsIn, secondTree, topHeadings} from './second-opinion.ts';
import {answerFor} from './values.ts';

const form = template.map(source => readForm(source)).filter(({fields}) => fields.length > 0 && fields.length < 60);

/** A form, one of its fields and an answer to it. */
const one = form.chain(own =>
	fc.constantFrom(...own.fields).chain(field => fc.tuple(fc.constant(own), fc.constant(field), answerFor(field))),
);

/** A form and answers to some of its fields. */
const several = form.chain(own =>
	fc
		.tuple(...own.fields.map(field => fc.option(answerFor(field), {nil: undefined, freq: 3})))
		.map(
			answers =>
				[
					own,
					new Map(own.fields.flatMap((field, index) => (answers[index] ? [[field.id, answers[index]] as const] : []))),
				] as const,
		),
);

/** Words that nobody could take for anything else, in the shape of the field; undefined where a kind wants more than words. */
function plain(field: Field): Answer | undefined {
	if (!['text', 'prose', 'person', 'link'].includes(field.kind) || field.multiple) return undefined;
	return {state: 'answered', value: 'Plain words'};
}

/** How many headings a text has for another parser, and how many rows its tables have. */
function counted(source: string): {readonly headings: number; readonly rows: number} {
	const tree = secondTree(source);
	return {headings: topHeadings(source, tree).length, rows: rowsIn(tree)};
}

describe('a generated template', () => {
	it('is written as it was read, as a template and as a document, and is blank', {timeout: patience}, () => {
		fc.assert(
			fc.property(template, source => {
				const own = readForm(source);
				const blank = withoutExamples(own);
				expect(fill(own, new Map()).source).toBe(blank);
				const opened = asDocument(own);
				expect(fill(opened.form, opened.answers).source).toBe(source);
				const seen = match(own, blank);
				expect([...seen.answers], source).toEqual([]);
				expect(seen.missing, source).toEqual([]);
			}),
			tries(),
		);
	});

	it('is at 0 %, and an answer never takes away from what is complete', {timeout: patience}, () => {
		const told = (document: Document) => completeness(document, check(document)).required;
		fc.assert(
			fc.property(form, own => {
				const blank = match(own, withoutExamples(own));
				const before = told(blank);
				expect(before.answered).toBe(0);
				for (const field of own.fields.slice(0, 3)) {
					const answer = plain(field);
					if (!answer) continue;
					const after = told(match(own, fill(own, new Map([[field.id, answer]])).source));
					expect([field.id, after.answered >= before.answered], own.source).toEqual([field.id, true]);
				}
			}),
			tries(100),
		);
	});

	it('gives back one answer, whatever it holds, and changes nothing but its place', {timeout: patience}, () => {
		let refused = 0;
		let given = 0;
		fc.assert(
			fc.property(one, ([own, field, answer]) => {
				const blank = fill(own, new Map());
				const document = fill(own, new Map([[field.id, answer]]));
				given++;
				if (document.problems.size > 0) refused++;
				readsBack(own, new Map([[field.id, answer]]), document);
				if (answer.state === 'answered' && field.mirrors.length === 0 && document.answers.size > 0)
					staysInPlace(own, blank.source, field, document);
				// Cleared, it is the template again.
				expect(fill(own, new Map()).source).toBe(blank.source);
			}),
			tries(),
		);
		// A place refuses what it cannot hold, and that is seldom.
		expect(refused).toBeLessThan(given / 10);
	});

	it('takes plain words wherever words go', {timeout: patience}, () => {
		fc.assert(
			fc.property(form, own => {
				for (const field of own.fields) {
					const answer = plain(field);
					if (!answer) continue;
					const {problems} = fill(own, new Map([[field.id, answer]]));
					expect([field.id, [...problems.keys()]], own.source).toEqual([field.id, []]);
				}
			}),
			tries(300),
		);
	});

	it('gets no section and no row that was not asked for, another parser says', {timeout: patience}, () => {
		fc.assert(
			fc.property(one, ([own, field, answer]) => {
				if (answer.state !== 'answered') return;
				const blank = fill(own, new Map()).source;
				const document = fill(own, new Map([[field.id, answer]]));
				if (!isJudge(blank) || !isJudge(document.source)) return;
				const before = counted(blank);
				const after = counted(document.source);
				expect(after.headings, document.source).toBe(before.headings);
				if (field.kind === 'prose' || field.kind === 'list' || field.kind === 'checklist') return;
				// Guidance that goes may take a table along.
				expect(after.rows, document.source).toBeLessThanOrEqual(before.rows + rowsAsked(own, field, document));
			}),
			tries(),
		);
	});

	it('gives back all answers together, whichever way they came in', {timeout: patience}, () => {
		fc.assert(
			fc.property(several, ([own, given]) => {
				const document = fill(own, given);
				readsBack(own, given, document);
				// One after the other, the last first, each read from the text before it.
				let text = fill(own, new Map()).source;
				for (const [id, answer] of [...given].toReversed()) {
					const next = fill(own, new Map([...match(own, text).answers, [id, answer]]));
					// What has no room beside its neighbours may have some when these are answered.
					if (next.problems.size > 0) return;
					text = next.source;
				}

				expect(text).toBe(document.source);
				const bound = bind(own, text);
				expect(fill(bound.form, new Map()).source).toBe(text);
				expect(fill(bound.form, bound.answers).source).toBe(text);
			}),
			tries(500),
		);
	});
});

/** How many rows more than the template's an answer asks for. */
function rowsAsked(own: Form, field: Field, document: Document): number {
	const answer = document.answers.get(field.id);
	if (field.place.at !== 'rows' || answer?.state !== 'answered' || field.fixedRows) return 0;
	const standing = own.source.slice(field.range.from, field.range.to).split(/\r\n|\n|\r/);
	const rows = normalValue(field, answer.value) as readonly unknown[];
	return rows.length - standing.filter(line => line.trim() !== '').length;
}
