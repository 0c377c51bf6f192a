/** Marks that git leaves in a file where two changes met. */

import {linesOf} from '../text/index.ts';

/** The 1-based line of the first mark of a conflict that nobody has settled; undefined where there is none. */
export function conflictMark(text: string): number | undefined {
	const mark = /^(?:<{7}|>{7}|\|{7})(?: |$)/m.exec(text);
	return mark ? linesOf(text).lineOf(mark.index) : undefined;
}
