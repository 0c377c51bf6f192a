/**
 * Documents that people wrote from a template, when that template changes: the pairs that the manifest of
 * SPECWRIGHT_CORPUS names. Without it they are left out.
 */

import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readForm} from '../../../source/core/form/index.ts';
import {update} from '../../../source/core/update/index.ts';
import {patience} from '../../property.ts';
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

describe.skipIf(!isThere)('documents of a corpus (left out: SPECWRIGHT_CORPUS names none)', () => {
	it('lose nothing when their template changes, and are done the first time', {timeout: patience}, () => {
		for (const [index, [name, template]] of pairs.entries()) {
			const source = read('templates', template);
			const text = read('documents', name);
			const [change, make] = changes[index % changes.length]!;
			const [older, newer] = [readForm(source), readForm(make(source))];
			const once = update(text, newer, older).text;
			expect([name, change, lost(authorsWords(older, text), once)]).toEqual([name, change, []]);
			expect([name, change, update(once, newer, newer).text === once]).toEqual([name, change, true]);
		}
	});
});
