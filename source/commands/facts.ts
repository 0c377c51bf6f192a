/** What checks need to know from outside the document. */

import {today} from '../adapters/clock/index.ts';
import type {Facts} from '../core/checks/index.ts';

/** The facts for a document at this moment. */
export function gatherFacts(): Facts {
	return {today: today(), paths: new Map()};
}
