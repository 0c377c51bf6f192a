/** Property tests in vitest's words: `test.prop([arbitraries])(name, property)`; and how often each is tried. */

import fc from 'fast-check';
import {it} from 'vitest';

export {default as fc} from 'fast-check';

const asked = Number(process.env['SPECWRIGHT_RUNS'] ?? '');

/** How often a property is tried: `usual`, by `npm run test:deep` as much more as SPECWRIGHT_RUNS is above 1000. */
export function runs(usual = 1000): number {
	return asked > 0 ? Math.max(1, Math.round((usual * asked) / 1000)) : usual;
}

/** How long a test may take that tries whole generated texts, in milliseconds; `npm run test:deep` takes its time. */
export const patience = asked > 0 ? 3_600_000 : 120_000;

/** How a property over everything that can be generated is tried. */
export function tries(usual = 1000): fc.Parameters<unknown> {
	return {numRuns: runs(usual)};
}

export const test = {
	prop:
		<Values extends [unknown, ...unknown[]]>(
			arbitraries: {readonly [Index in keyof Values]: fc.Arbitrary<Values[Index]>},
			usual = 300,
		) =>
		(name: string, property: (...values: Values) => void): void => {
			it(name, () => {
				fc.assert(
					fc.property(...(arbitraries as unknown as [fc.Arbitrary<unknown>]), (...values) => {
						property(...(values as unknown as Values));
					}),
					{numRuns: runs(usual)},
				);
			});
		},
};
