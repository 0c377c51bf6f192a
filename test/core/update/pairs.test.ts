/**
 * Documents that people wrote from a template, when that template changes: the pairs that the manifest of
 * SPECWRIGHT_CORPUS names. Without it they are left out.
 */

import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readForm} from '../../../source/core/form/index.ts';
import {update} from '../../../source/core/update/index.ts';
import {runs} from '../../property.ts';
import {changes} from './changed.ts';
import {authorsWords, lost} from './kept.ts';

const corpus = process.env['SPECWRIGHT_CORPUS'] ?? '';
const manifest = join(corpus, 'manifest.tsv');
const isThere = corpus !== '' && existsSync(manifest);
const read = (...path: readonly string[]): string => readFileSync(join(corpus, ...path), 'utf8');

const pairs: ReadonlyArray<readonly [name: string, template: string]> = isThere
	? read('manifest.tsv')
			.trim()
			.split('\n')
			.slice(1)
			.map(row => row.split('\t'))
			.flatMap(([name = '', , , , , , , , , template = '']) => (template === '' ? [] : [[name, template] as const]))
	: [];

describe.skipIf(!isThere)('a document of a corpus (left out: SPECWRIGHT_CORPUS names none)', () => {
	/** One in a few, from all over; the deep run takes all. */
	const step = Math.max(1, Math.ceil(pairs.length / runs(16)));
	const tried = pairs.flatMap(([name, template], index) =>
		index % step === 0 ? [[name, changes[(index / step) % changes.length]!, template] as const] : [],
	);

	it.each(tried)(
		'%s loses nothing, and is done the first time',
		{timeout: 120_000},
		(name, [change, make], template) => {
			const source = read('templates', template);
			const text = read('documents', name);
			const [older, newer] = [readForm(source), readForm(make(source))];
			const once = update(text, newer, older).text;
			expect([change, lost(authorsWords(older, text), once)]).toEqual([change, []]);
			expect([change, update(once, newer, newer).text]).toEqual([change, once]);
		},
	);
});
