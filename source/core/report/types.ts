/** What reports are made from. */

import type {Message, Waived} from '../checks/types.ts';
import type {Completeness} from '../completeness/types.ts';

/** A document that was checked. */
export type Checked = {
	/** The file's path as the report names it, with `/`. */
	readonly path: string;
	readonly source: string;
	readonly messages: readonly Message[];
	/** What the document's own comments let be; it is not among the messages. */
	readonly waived?: readonly Waived[];
	readonly completeness: Completeness;
};

/** A text made short: the same for the same text, another for any other. The core has no such function of its own. */
export type Digest = (text: string) => string;
