import {describe, expect, it} from 'vitest';
import {align} from '../../../source/core/form/align.ts';
import {alignLong} from '../../../source/core/form/anchors.ts';
import {fc, test} from '../../property.ts';

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'ab', 'cd', ''), {maxLength: 14});
const scored =
	(lefts: readonly string[], rights: readonly string[]) =>
	(left: number, right: number): number =>
		lefts[left] === rights[right] && lefts[left] !== ''
			? 20
			: lefts[left]!.includes(rights[right]!.slice(0, 1) || '-')
				? 6
				: 0;

describe('long sequences laid side by side', () => {
	test.prop([words, words])('are laid as short ones are, up to some hundred', (lefts, rights) => {
		const score = scored(lefts, rights);
		expect(alignLong(lefts, rights, score)).toEqual(align(lefts.length, rights.length, score));
	});

	test.prop([words, words, fc.integer({min: 0, max: 30})])(
		'keep the order of both and pair only what agrees',
		(lefts, rights, limit) => {
			const score = scored(lefts, rights);
			const pairs = alignLong(lefts, rights, score, limit).flatMap((at, left) =>
				at === undefined ? [] : [[left, at] as const],
			);
			for (const [index, [left, right]] of pairs.entries()) {
				expect(score(left, right)).toBeGreaterThan(0);
				if (index > 0) expect(right).toBeGreaterThan(pairs[index - 1]![1]);
			}
		},
	);

	test.prop([
		fc.uniqueArray(fc.integer({max: 60, min: 0}), {maxLength: 30}),
		fc.infiniteStream(fc.constantFrom('both', 'both', 'left', 'right')),
		fc.integer({min: 0, max: 30}),
	])('agree as much as they can where lines only came and went', (all, kinds, limit) => {
		const where = all.map(() => kinds.next().value);
		const lefts = all.filter((_, index) => where[index] !== 'right').map(String);
		const rights = all.filter((_, index) => where[index] !== 'left').map(String);
		const score = (left: number, right: number): number => (lefts[left] === rights[right] ? 20 : 0);
		const total = (pairs: readonly (number | undefined)[]): number =>
			pairs.reduce<number>((sum, at, left) => sum + (at === undefined ? 0 : score(left, at)), 0);
		expect(total(alignLong(lefts, rights, score, limit))).toBe(total(align(lefts.length, rights.length, score)));
	});

	it('takes no longer by the square', () => {
		const all = Array.from({length: 100_000}, (_, index) => `line ${index}`);
		const others = all.filter((_, index) => index % 3 > 0);
		let asked = 0;
		const pairs = alignLong(all, others, (left, right) => {
			asked++;
			return all[left] === others[right] ? 20 : 0;
		});
		expect(pairs.filter(at => at !== undefined)).toHaveLength(others.length);
		expect(asked).toBeLessThan(all.length * 10);
	});
});
