/** The second and the third law on generated templates and answers: one answer is one change, and reads back. */

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {bind, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Document, Field, Form} from '../../../source/core/form/index.ts';
import {normalValue} from '../../../source/core/form/value/index.ts';
import {patience, tries} from '../../property.ts';
import {template} from './generate.ts';
import {readsBack, standsOnce, staysInPlace} from './reads-back.ts';
import {isJudge, rowsIn, secondTree, topHeadings} from './second-opinion.ts';
import {answerFor, answersFor} from './values.ts';

const form = template.map(source => readForm(source)).filter(({fields}) => fields.length > 0 && fields.length < 60);

/** A form, one of its fields and an answer to it. */
const one = form.chain(own =>
	fc.constantFrom(...own.fields).chain(field => fc.tuple(fc.constant(own), fc.constant(field), answerFor(field))),
);

/** A form and answers to some of its fields. */
const several = form.chain(own => fc.tuple(fc.constant(own), answersFor(own, 3)));

/**
 * How many headings a text has for another parser, and how many rows its tables have; undefined where that parser ends
 * with a fault of its own (micromark asserts what it takes for granted, and is wrong now and then).
 */
function counted(source: string): {readonly headings: number; readonly rows: number} | undefined {
	try {
		const tree = secondTree(source);
		return {headings: topHeadings(source, tree).length, rows: rowsIn(tree)};
	} catch (error) {
		if ((error as {code?: unknown}).code === 'ERR_ASSERTION') return undefined;
		throw error;
	}
}

describe('a generated template with generated answers', () => {
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
				if (answer.state === 'answered' && standsOnce(own, field) && document.answers.size > 0)
					staysInPlace(own, blank.source, field, document);
				// Cleared, it is the template again.
				expect(fill(own, new Map()).source).toBe(blank.source);
			}),
			tries(),
		);
		// A place refuses what it cannot hold, and that is seldom.
		expect(refused).toBeLessThan(given / 10);
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
				if (!before || !after) return;
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
			tries(),
		);
	});
});

/** How many rows more than the template's an answer asks for; that a table does not apply is said in one. */
function rowsAsked(own: Form, field: Field, document: Document): number {
	const answer = document.answers.get(field.id);
	if (field.place.at !== 'rows' || field.fixedRows || !answer || answer.state === 'left-out') return 0;
	const standing = own.source.slice(field.range.from, field.range.to).split(/\r\n|\n|\r/);
	const rows = answer.state === 'answered' ? (normalValue(field, answer.value) as readonly unknown[]).length : 1;
	return rows - standing.filter(line => line.trim() !== '').length;
}
