/** Documents that do not say which template they were written from. */

import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {likeliest, outlineOf, readForm} from '../../../source/core/form/index.ts';
import {likeness} from '../../../source/core/form/likeness.ts';
import {runs} from '../../property.ts';
import {editedBy, edits} from './edits.ts';

function textsIn(folder: string): readonly (readonly [name: string, text: string])[] {
	return readdirSync(folder)
		.filter(name => name.endsWith('.md'))
		.map(name => [name, readFileSync(join(folder, name), 'utf8')] as const);
}

const bundled = textsIn(join(import.meta.dirname, '../../../templates'));
const outlines = bundled.map(([, text]) => outlineOf(text));

describe.each(bundled)('a document written from %s', (name, text) => {
	const form = readForm(text);

	it('is recognised however it is filled and edited by hand', () => {
		fc.assert(
			// With all sections but the first dropped there is little to tell by.
			fc.property(
				editedBy(
					form,
					edits.filter(([edit]) => edit !== 'the last sections dropped'),
				),
				([edit, document]) => {
					const found = likeliest(outlines, outlineOf(document));
					expect([edit, found === undefined ? undefined : bundled[found]![0]]).toEqual([edit, name]);
				},
			),
			{numRuns: runs(form.fields.length > 60 ? 15 : 40)},
		);
	});
});

describe('in doubt', () => {
	const recipe = outlineOf('# Recipe\n\n- Serves: 4\n\n## Ingredients\n\n## Method\n\n## Notes\n\n## Sources\n');
	const menu = outlineOf('# Menu\n\n- Serves: 4\n\n## Ingredients\n\n## Method\n\n## Notes\n\n## Wine\n');

	it('nothing is recognised where two templates are as likely', () => {
		const document = outlineOf('# Pancakes\n\n- Serves: 2\n\n## Ingredients\n\n## Method\n\n## Notes\n');
		expect(likeliest([recipe], document)).toBe(0);
		expect(likeliest([recipe, menu], document)).toBeUndefined();
	});

	it('a heading that only one of them has decides', () => {
		const document = outlineOf('# Fish\n\n- Serves: 2\n\n## Ingredients\n\n## Method\n\n## Notes\n\n## Wine\n');
		expect(likeliest([recipe, menu], document)).toBe(1);
	});

	it('a few headings that every document may have are not enough', () => {
		const document = outlineOf('# Trip\n\n## Notes\n\n## Days\n\n## Hotels\n\n## Sources\n\n## Costs\n');
		expect(likeliest([recipe], document)).toBeUndefined();
		expect(likeliest([outlineOf('# A\n\n## Notes\n')], outlineOf('# B\n\n## Notes\n'))).toBeUndefined();
	});

	it('the same words in another order say less', () => {
		const [first, second] = ['## Method\n\n## Ingredients\n', '## Ingredients\n\n## Method\n'].map(text =>
			outlineOf(text),
		);
		expect(likeness(recipe, first!)).toBeLessThan(likeness(recipe, second!));
	});
});

const corpus = process.env['SPECWRIGHT_CORPUS'] ?? '';

describe.skipIf(!existsSync(join(corpus, 'manifest.tsv')))('the documents of SPECWRIGHT_CORPUS', () => {
	const documents = corpus === '' ? [] : textsIn(join(corpus, 'documents'));
	const templates = corpus === '' ? [] : textsIn(join(corpus, 'templates'));
	const others = templates.map(([, text]) => outlineOf(text));

	it('are not taken for documents of ours', () => {
		const taken = documents.filter(([, text]) => likeliest(outlines, outlineOf(text)) !== undefined);
		expect(taken.map(([name]) => name)).toEqual([]);
	});

	it('are recognised among all its templates in two of three cases, and never as another one’s', () => {
		const rows = readFileSync(join(corpus, 'manifest.tsv'), 'utf8').trim().split('\n').slice(1);
		const from = new Map(rows.map(row => row.split('\t')).map(cells => [cells[0], cells[9]]));
		const told = documents.flatMap(([name, text]) => {
			const template = from.get(name);
			if (template === undefined || template === '') return [];
			const found = likeliest(others, outlineOf(text));
			return [{name, template, found: found === undefined ? undefined : templates[found]![0]}];
		});
		expect(told.filter(one => one.found !== undefined && one.found !== one.template)).toEqual([]);
		expect(told.filter(one => one.found === one.template).length).toBeGreaterThanOrEqual(33);
	});
});
