/** docs/promises.md names tests that there are, and none twice for want of another. */

import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/promises.md'), 'utf8');
const rows = [...page.matchAll(/^\| (F?\d+) +\|.*\| (`test\/.+?) +\|$/gm)].map(([, number = '', named = '']) => ({
	number,
	tests: named.split(/; (?=`test\/)/).map(one => {
		const [, path = '', words = ''] = /^`(test\/[^`]+)`: (.+)$/.exec(one) ?? [];
		return {number, path, words};
	}),
}));

it('each row names its tests by their words, and every number is there', () => {
	const numbers = (from: number, to: number, sign = ''): readonly string[] =>
		Array.from({length: to - from + 1}, (_, index) => `${sign}${from + index}`);
	expect(rows.map(({number}) => number)).toEqual([
		...numbers(1, 20, 'F'),
		...numbers(25, 30, 'F'),
		...numbers(1, 70),
		...numbers(78, 80),
	]);
	const missing = rows
		.flatMap(({tests}) => tests)
		.filter(({path, words}) => {
			const whole = join(root, path);
			return (
				path === '' ||
				!existsSync(whole) ||
				!readFileSync(whole, 'utf8').includes(words.replaceAll('\\%', '%').replaceAll('\\~', '~'))
			);
		});
	expect(missing).toEqual([]);
	for (const {tests} of rows) expect(new Set(tests.map(({path, words}) => path + words)).size).toBe(tests.length);
});
