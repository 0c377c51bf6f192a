/** Blocks with titles of their own in another order: laid out anew, counted by place, and found so in a document. */

import {describe, expect, it} from 'vitest';
import {bind, expand, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';
import {reorder} from '../../../source/core/form/order.ts';

const template = readForm(
	'# A plan\n\n## Plan\n\n### Phase 1: Start\n\n- Weeks: [weeks]\n\n### Phase 2: Grow\n\n- Weeks: [weeks]\n\n### Phase 3: Scale\n\n- Weeks: [weeks]\n\n## End\n\n[end]\n',
);
const [start, grow, scale] = ['plan/phase-1-start', 'plan/phase-2-grow', 'plan/phase-3-scale'] as const;
const [fourth, fifth] = ['plan/phase-4-title', 'plan/phase-5-title'] as const;
const five = expand(template, new Map([['plan/phase', 5]]));

/** All orders of some things. */
function orders(of: readonly string[]): readonly (readonly string[])[] {
	return of.length < 2 ? [of] : of.flatMap((one, at) => orders(of.toSpliced(at, 1)).map(rest => [one, ...rest]));
}

describe('blocks with titles of their own', () => {
	it('count by where they stand', () => {
		const moved = reorder(template, new Map([['plan/phase', [scale, start, grow]]]));
		expect(fill(moved, new Map()).source.match(/^### .*/gm)).toEqual([
			'### Phase 1: Scale',
			'### Phase 2: Start',
			'### Phase 3: Grow',
		]);
	});

	// What an author has added has its place by where it stands, so that of those only one order is tried.
	it.each(orders([start, grow, scale, fourth, fifth]).filter(one => one.indexOf(fourth) < one.indexOf(fifth)))(
		'are found in a document as %s, %s, %s, %s, %s',
		(...order) => {
			for (const out of [undefined, start, scale]) {
				const moved = reorder(five, new Map([['plan/phase', order]]));
				const given = new Map<string, Answer>(
					moved.fields.flatMap(({id}) =>
						id.startsWith(`${out}/`) ? [] : [[id, {state: 'answered', value: `About ${id.replaceAll('/', ' ')}`}]],
					),
				);
				if (out !== undefined) given.set(out, {state: 'left-out'});
				const {source} = fill(moved, given);
				const found = match(template, source);
				expect(new Map(found.answers)).toEqual(given);
				expect(fill(found.form, found.answers).source).toBe(source);
				expect(found.missing).toEqual([]);
				expect(bind(template, source).source).toBe(source);
			}
		},
	);
});
