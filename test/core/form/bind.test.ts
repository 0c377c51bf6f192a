/** Documents that were edited by hand: their template's fields are found where they stand, and one answer is one change. */

import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {check} from '../../../source/core/checks/index.ts';
import {completeness} from '../../../source/core/completeness/index.ts';
import {bind, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Document} from '../../../source/core/form/index.ts';
import {sameAnswer} from '../../../source/core/form/reading.ts';
import {flatten} from '../../../source/core/form/sections.ts';
import {patience, runs} from '../../property.ts';
import {editedBy} from './edits.ts';
import {formsOf} from './pieces.ts';
import {standsOnce} from './reads-back.ts';
import {answerFor} from './values.ts';

const folder = new URL('../../../templates/', import.meta.url);
const bundled = readdirSync(folder)
	.filter(name => name.endsWith('.md'))
	.map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

describe.each(bundled)('%s', (_, source) => {
	const form = readForm(source);
	// In two sections a dropped one is missed, and all templates together are tried a thousand times for each law.
	const {any} = formsOf(source, 2);
	const edited = any().chain(own => editedBy(own).map(([name, text]) => [own, name, text] as const));
	const tries = {numRuns: runs(200)};
	const fewer = {numRuns: runs(40)};

	it('keeps every byte of an edited document that nobody answers in', {timeout: patience}, () => {
		fc.assert(
			fc.property(edited, ([form, name, text]) => {
				const bound = bind(form, text);
				expect([name, fill(bound.form, new Map()).source]).toEqual([name, text]);
				expect([name, fill(bound.form, bound.answers).source]).toEqual([name, text]);
			}),
			tries,
		);
	});

	it('says what the template sees in it, by the same ids', {timeout: patience}, () => {
		fc.assert(
			fc.property(edited, ([form, name, text]) => {
				const seen = match(form, text);
				const bound = bind(form, text);
				const stands = seen.form.fields.filter(field => seen.spans.has(field.id)).map(field => field.id);
				const known = new Set(bound.form.fields.map(field => field.id));
				expect([name, stands.filter(id => !known.has(id))]).toEqual([name, []]);
				expect([name, bound.missing]).toEqual([name, seen.missing]);
				for (const id of stands) expect([name, id, bound.answers.get(id)]).toEqual([name, id, seen.answers.get(id)]);
			}),
			fewer,
		);
	});

	it('misses a heading whose subsections still stand, also once other things are answered', () => {
		const above = flatten(form.sections).filter(({level, sections}) => level > 0 && sections.length > 0);
		for (const {id, range, sections} of above.filter((_, index) => index % 4 === 0)) {
			const text = source.slice(0, range.from) + source.slice(sections[0]!.range.from);
			const bound = bind(form, text);
			expect([id, bound.missing]).toEqual([id, match(form, text).missing]);
			expect(fill(bound.form, bound.answers).missing).toEqual(bound.missing);
		}
	});

	it('is as complete as the template sees it, with the same findings', {timeout: patience}, () => {
		fc.assert(
			fc.property(edited, ([form, name, text]) => {
				const told = (document: Document): unknown => {
					const messages = check(document);
					const {required, all} = completeness(document, messages);
					return [
						name,
						required,
						all,
						messages.map(one => `${one.place.line} ${one.ruleId} ${one.field ?? one.section ?? ''}`),
					];
				};
				expect(told(bind(form, text)), text).toEqual(told(match(form, text)));
			}),
			fewer,
		);
	});

	it('changes one place for one answer, which reads back', {timeout: patience}, () => {
		fc.assert(
			fc.property(
				edited.chain(([form, name, text]) => {
					const bound = bind(form, text);
					return fc
						.constantFrom(...bound.form.fields)
						.chain(field => fc.tuple(fc.constant({form, name, text, bound, field}), answerFor(field)));
				}),
				([{form, name, text, bound, field}, answer]) => {
					const document = fill(bound.form, new Map([[field.id, answer]]));
					if (document.problems.size > 0) return;
					const span = document.spans.get(field.id)!;
					const place = bound.spans.get(field.id) ?? field.range;
					// What stood around it still does, but for what spoke of the field alone.
					const isAdded = bound.form.additions?.some(one => one.ids.includes(field.id)) === true;
					if (isAdded) expect([name, lost(text, document.source)], document.source).toEqual([name, []]);
					const spoke = bound.form.guidance.some(one => one.fields.includes(field.id) || one.section === field.section);
					if (!spoke && !isAdded && standsOnce(bound.form, field)) {
						expect([name, document.source.slice(0, span.from).trimEnd()]).toEqual([
							name,
							text.slice(0, place.from).trimEnd(),
						]);
						expect([name, document.source.slice(span.to).trimStart()]).toEqual([
							name,
							text.slice(place.to).trimStart(),
						]);
					}

					const again = bind(form, document.source);
					for (const other of bound.form.fields) {
						const before = bound.answers.get(other.id);
						const after = again.answers.get(other.id);
						if (other.id !== field.id && !sameAnswer(before, after))
							expect([name, other.id, after], document.source).toEqual([name, other.id, before]);
					}
				},
			),
			tries,
		);
	});
});

/** The lines of a text that another has not, in order. */
function lost(text: string, other: string): readonly string[] {
	const lines = (all: string): readonly string[] => all.split(/\r\n|\n|\r/).filter(line => line.trim() !== '');
	const gone: string[] = [];
	const rest = [...lines(other)];
	for (const line of lines(text)) {
		const at = rest.indexOf(line);
		if (at < 0) gone.push(line);
		else rest.splice(0, at + 1);
	}

	return gone;
}
