/** What the fault tests found, for the table that `npm run test:deep` ends with (scripts/deep.ts). */

import {appendFileSync} from 'node:fs';

export type FaultResult = {
	readonly fault: string;
	/** How often it was tried. */
	readonly runs: number;
	/** Answers or texts that had been said to be saved and were gone, or files that could not be read. */
	readonly lost: number;
	/** Failures that nobody was told of, and what was left lying about. */
	readonly unclean: number;
};

/** Notes a result where SPECWRIGHT_FAULTS names a file for it. */
export function noteFault(result: FaultResult): void {
	const path = process.env['SPECWRIGHT_FAULTS'];
	if (path !== undefined) appendFileSync(path, `${JSON.stringify(result)}\n`);
}

/** How often: `usual` in `npm test`, `deep` where SPECWRIGHT_RUNS asks for more. */
export function times(usual: number, deep: number): number {
	return process.env['SPECWRIGHT_RUNS'] === undefined ? usual : deep;
}
