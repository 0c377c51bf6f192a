/** What the rules call an error on documents that nobody wrote for them, where a folder with some is at hand. */

import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {compared, errorsIn, justifiedErrors} from './corpus-errors.ts';

const folder = join(process.env['SPECWRIGHT_CORPUS'] ?? '', 'documents');
const isThere = process.env['SPECWRIGHT_CORPUS'] !== undefined && existsSync(folder);

describe('errors on the documents of other people', () => {
	if (!isThere) it.skip('SPECWRIGHT_CORPUS names no folder with documents/: left out', () => {});

	it.runIf(isThere)('are those that were looked at and found right, and no others', () => {
		const {documents, errors} = errorsIn(folder);
		expect(documents).toBeGreaterThan(0);
		expect(compared(errors)).toEqual({unjustified: [], gone: []});
	});

	it('have each a reason of more than a word', () => {
		for (const {why, lines} of justifiedErrors) {
			expect(why.split(' ').length).toBeGreaterThan(3);
			expect(lines.length).toBeGreaterThan(0);
		}
	});

	it('are told where one is new, where one is gone, and where a line has one more than before', () => {
		const found = (place: string) => ({place, reason: 'Why.', template: undefined});
		const justified = [{file: 'a.md', rule: 'to-be-done', lines: [3, 3, 9], why: 'The author says so.'}];
		const errors = ['a.md:3 to-be-done', 'a.md:3 to-be-done', 'a.md:3 to-be-done', 'b.md:1 evidence'].map(found);
		expect(compared(errors, justified)).toEqual({
			unjustified: ['a.md:3 to-be-done', 'b.md:1 evidence'],
			gone: ['a.md:9 to-be-done'],
		});
	});
});
