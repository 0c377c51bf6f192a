/** The first and the fourth law on generated templates: whole texts of nested constructs, odd ones too. */

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {check} from '../../../source/core/checks/index.ts';
import {completeness} from '../../../source/core/completeness/index.ts';
import {asDocument, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer, Document, Field} from '../../../source/core/form/index.ts';
import {patience, tries} from '../../property.ts';
import {template} from './generate.ts';
import {withoutExamples} from './reads-back.ts';

const form = template.map(source => readForm(source)).filter(({fields}) => fields.length > 0 && fields.length < 60);

/** Words that nobody could take for anything else, in the shape of the field; undefined where a kind wants more than words. */
function plain(field: Field): Answer | undefined {
	if (!['text', 'prose', 'person', 'link'].includes(field.kind) || field.multiple) return undefined;
	return {state: 'answered', value: 'Plain words'};
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
});
