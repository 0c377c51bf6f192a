/**
 * Journeys through the documents of SPECWRIGHT_CORPUS whose template its manifest names, each through the built program:
 * opened through that template, one answer changed, written. The difference is that answer.
 */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace} from '../commands/run-program.ts';
import {corpusPairs} from '../core/form/corpus-pairs.ts';
import {difference} from './difference.ts';

const corpus = process.env['SPECWRIGHT_CORPUS'] ?? '';
const pairs = corpusPairs(corpus);
const more = ' Evermore.';

type Told = readonly [id: string, value: string];

/** Answers that end in words, behind which there is room for more: those of one paragraph first, then of any, then what there is. */
function candidates(answers: Readonly<Record<string, unknown>>): readonly Told[] {
	const texts = Object.entries(answers).filter(
		(entry): entry is [string, string] =>
			typeof entry[1] === 'string' &&
			/(?:^|\n)(?![ \t]*(?:[|#>]|`{3}|~{3}))[^\n]*[\p{L}\p{N}.。)\]]$/u.test(entry[1]) &&
			!/^\d/.test(entry[1]),
	);
	const lines = texts.filter(([id, value]) => id !== 'document/title' && /\s/.test(value));
	const sentences = lines.filter(([, value]) => !value.includes('\n'));
	// From the middle of each: neither a name nor half of the document.
	const fromMiddle = (some: readonly Told[]): readonly Told[] => {
		const sorted = [...some].sort(([, one], [, other]) => one.length - other.length);
		const middle = Math.floor(sorted.length / 2);
		return [...sorted.slice(middle), ...sorted.slice(0, middle)];
	};

	return [sentences, lines, texts].flatMap(fromMiddle);
}

describe.skipIf(pairs.length === 0)('a document opened through the template that it was written from', () => {
	it.each(pairs.map(({name, text, template}) => [name, text, template] as const))('%s', (name, text, template) => {
		const place = makePlace();
		place.writeBytes('document.md', Buffer.from(text));
		const through = ['--template', join(corpus, 'templates', template)];
		const told = place.run(['answers', 'document.md', '--format', 'json', ...through]);
		expect(told.code, told.err).toBe(0);
		const answers = candidates((JSON.parse(told.out) as {answers: Record<string, unknown>}).answers);
		if (answers.length === 0) {
			// Its author kept nothing of the template: it is one of its own, and stays as it is.
			expect(Object.keys((JSON.parse(told.out) as {answers: object}).answers), name).toEqual([]);
			return;
		}

		// One of several options takes no more words.
		const [id] = answers.find(
			([one, value]) =>
				place.run([
					...['open', 'document.md', '--set', `${one}=${JSON.stringify(value + more)}`],
					...['--yes', '--out', 'written.md', ...through],
				]).code !== 2,
		) ?? [''];
		expect(id, name).not.toBe('');
		const {gone, came} = difference(text, readFileSync(join(place.folder, 'written.md'), 'utf8'));
		// More of an answer stands inside the quotes that front matter may need; a variable's other places say it, too.
		const bare = (line: string): string => line.replace(more, '').replaceAll('"', '');
		expect([id, came.map(bare)]).toEqual([id, gone.map(bare)]);
		expect(came.filter((line, index) => line !== gone[index] && !line.includes(more))).toEqual([]);
		expect(came.length).toBeGreaterThan(0);
	});
});
