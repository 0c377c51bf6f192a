/** What the fault tests found, for the table that `npm run test:deep` ends with (scripts/deep.ts). */

import {appendFileSync} from 'node:fs';
import {onTestFinished} from 'vitest';

export type FaultResult = {
	readonly fault: string;
	/** How often it was tried. */
	readonly runs: number;
	/** Times that something was gone, or could not be read, that had been said to be saved. */
	readonly lost: number;
	/** Other faults: a failure that nobody was told of, something left lying about, a program that did not go on. */
	readonly unclean: number;
};

export type Tally = {
	/** Counts runs, one unless told, and looks after them whether all is there; what `check` throws is a loss. */
	kept(check: () => void, runs?: number): void;
};

/** Counts one fault's runs in the test that calls it, and notes them at its end where SPECWRIGHT_FAULTS names a file. */
export function tallyOf(fault: string): Tally {
	let [runs, lost] = [0, 0];
	onTestFinished(({task}) => {
		const path = process.env['SPECWRIGHT_FAULTS'];
		const {state} = task.result ?? {};
		if (path === undefined || state === 'skip') return;
		const result: FaultResult = {fault, runs, lost, unclean: state === 'fail' && lost === 0 ? 1 : 0};
		appendFileSync(path, `${JSON.stringify(result)}\n`);
	});
	return {
		kept(check, count = 1) {
			runs += count;
			try {
				check();
			} catch (error) {
				lost++;
				throw error;
			}
		},
	};
}

/** How often: `usual` in `npm test`, `deep` where SPECWRIGHT_RUNS asks for more. */
export function times(usual: number, deep: number): number {
	return process.env['SPECWRIGHT_RUNS'] === undefined ? usual : deep;
}
