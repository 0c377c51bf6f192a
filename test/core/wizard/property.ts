/** Property tests in vitest's words: `test.prop([arbitraries])(name, property)`. */

import fc from 'fast-check';
import {it} from 'vitest';

export {default as fc} from 'fast-check';

/** How often a property is tried; `npm run test:deep` asks for more. */
export const runs = Number(process.env['SPECWRIGHT_RUNS'] ?? 300);

export const test = {
	prop:
		<Values extends [unknown, ...unknown[]]>(arbitraries: {readonly [Index in keyof Values]: fc.Arbitrary<Values[Index]>}) =>
		(name: string, property: (...values: Values) => void): void => {
			it(name, () => {
				fc.assert(fc.property(...(arbitraries as unknown as [fc.Arbitrary<unknown>]), (...values) => {
					property(...(values as unknown as Values));
				}), {numRuns: runs});
			}, 120_000);
		},
};
