/** Updates keep what the author wrote, whatever became of the template. */

import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {fill, flatten, match, readForm, sameAnswer} from '../../../source/core/form/index.ts';
import type {Document, Form} from '../../../source/core/form/index.ts';
import {update} from '../../../source/core/update/index.ts';
import {patience, runs} from '../../property.ts';
import {editedBy} from '../form/edits.ts';
import {template} from '../form/generate.ts';
import {withoutExamples} from '../form/reads-back.ts';
import {changes} from './changed.ts';
import {authorsWords, lost} from './kept.ts';

const folder = new URL('../../../templates/', import.meta.url);
const bundled = readdirSync(folder)
	.filter(name => name.endsWith('.md'))
	.map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

/** Where things are asked for in a document: ids of the fields that stand there, and of the headings. */
function askedIn(document: Document): readonly string[] {
	const gone = new Set([...document.missing, ...leftOut(document)]);
	return [...document.spans.keys(), ...flatten(document.form.sections).map(({id}) => id)]
		.filter(id => !gone.has(id))
		.sort();
}

function leftOut({answers}: Document): readonly string[] {
	return [...answers].flatMap(([id, {state}]) => (state === 'left-out' ? [id] : []));
}

/** A template with an item more behind the first of each of its fixed lists and tables. */
function withMoreItems({source, fields}: Form): string {
	return fields
		.filter(({fixedItems = [], fixedRows = []}) => fixedItems.length + fixedRows.length > 0)
		.reduceRight((text, {range: {from, to}, fixedItems, fixedRows}) => {
			const name = (fixedItems?.[0]?.text ?? fixedRows?.[0]?.label)!;
			const list = text.slice(from, to).split('\n');
			const first = list.findIndex(line => line.includes(name));
			return first < 0
				? text
				: text.slice(0, from) +
						list.toSpliced(first + 1, 0, list[first]!.replace(name, 'Quite another')).join('\n') +
						text.slice(to);
		}, source);
}

describe.each(bundled)('%s', (_, source) => {
	const older = readForm(source);
	const versions = changes.map(([name, change]) => [name, readForm(change(source))] as const);
	const tries = runs(older.fields.length > 60 ? 6 : 20);
	const cases = fc.tuple(editedBy(older), fc.constantFrom(...versions));

	it('keeps what the author wrote, in its order', {timeout: patience}, () => {
		fc.assert(
			fc.property(cases, ([[edit, text], [change, newer]]) => {
				const words = authorsWords(older, text);
				for (const base of [older, undefined])
					expect([edit, change, lost(words, update(text, newer, base).text)]).toEqual([edit, change, []]);
			}),
			{numRuns: tries},
		);
	});

	it('does everything the first time', {timeout: patience}, () => {
		fc.assert(
			fc.property(cases, ([[edit, text], [change, newer]]) => {
				const once = update(text, newer, older).text;
				expect([edit, change, update(once, newer, newer).text]).toEqual([edit, change, once]);
				const blind = update(text, newer, undefined).text;
				expect([edit, change, update(blind, newer, undefined).text]).toEqual([edit, change, blind]);
			}),
			{numRuns: tries},
		);
	});

	it('has each answer at its field afterwards', {timeout: patience}, () => {
		fc.assert(
			fc.property(cases, ([[edit, text], [change, newer]]) => {
				const before = match(older, text).answers;
				const after = match(newer, update(text, newer, older).text).answers;
				const kinds = new Map(newer.fields.map(field => [field.id, field.kind]));
				const wrong = older.fields.filter(
					({id, kind}) =>
						before.get(id)?.state === 'answered' &&
						kinds.get(id) === kind &&
						!sameAnswer(before.get(id), after.get(id)),
				);
				expect([edit, change, wrong.map(({id}) => id)]).toEqual([edit, change, []]);
			}),
			{numRuns: tries},
		);
	});

	it(
		'puts new items of fixed lists and tables among what stands there, and changes no line for them',
		{timeout: patience},
		() => {
			const newer = readForm(withMoreItems(older));
			fc.assert(
				fc.property(editedBy(older), ([edit, text]) => {
					const {text: after} = update(text, newer, older);
					let at = 0;
					const lines = after.split('\n');
					const gone = text.split('\n').filter(line => {
						const found = lines.indexOf(line, at);
						if (found >= 0) at = found + 1;
						return found < 0;
					});
					expect([edit, gone]).toEqual([edit, []]);
					expect([edit, update(after, newer, newer).text]).toEqual([edit, after]);
				}),
				{numRuns: tries},
			);
		},
	);

	it.each(versions)('a blank document asks for all that a blank one of the newer version does: %s', (_name, newer) => {
		const updated = update(withoutExamples(older), newer, older).text;
		const seen = match(newer, updated);
		expect(askedIn(seen)).toEqual(askedIn(match(newer, withoutExamples(newer))));
		expect([...seen.answers.keys()].filter(id => seen.answers.get(id)!.state === 'answered')).toEqual([]);
	});
});

describe('any two templates', () => {
	const pairs: fc.Arbitrary<readonly [Form, Form, string]> = fc
		.tuple(template, template, fc.integer())
		.chain(([one, other, seed]) => {
			const lines = one.split('\n');
			const more = other.split('\n');
			const at = Math.abs(seed) % (lines.length + 1);
			const mixed = [...lines.slice(0, at), ...more, ...lines.slice(at + (Math.abs(seed) % 3))].join('\n');
			const older = readForm(one);
			return fc.tuple(
				fc.constant(older),
				fc.constantFrom(other, mixed).map(text => readForm(text)),
				editedBy(older).map(([, text]) => text),
			);
		});

	it('lose nothing of a document', {timeout: patience}, () => {
		fc.assert(
			fc.property(pairs, ([older, newer, text]) => {
				const words = authorsWords(older, text);
				for (const base of [older, undefined]) {
					const updated = update(text, newer, base).text;
					expect([lost(words, updated), updated], text).toEqual([[], updated]);
				}
			}),
			{numRuns: runs(150)},
		);
	});

	it('give the same the second time', {timeout: patience}, () => {
		fc.assert(
			fc.property(pairs, ([older, newer, text]) => {
				const once = update(text, newer, older).text;
				expect(update(once, newer, newer).text).toBe(once);
			}),
			{numRuns: runs(100)},
		);
	});

	it('change nothing where the template did not', {timeout: patience}, () => {
		fc.assert(
			fc.property(pairs, ([older, , text]) => {
				expect(update(text, older, older).text).toBe(text);
				expect(update(fill(older, new Map()).source, older, undefined).text).toBe(fill(older, new Map()).source);
			}),
			{numRuns: runs(100)},
		);
	});
});
