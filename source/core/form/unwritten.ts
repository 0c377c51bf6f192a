/** Which of the parts that a document lacks stay out of it. */

import type {Addition, Answer, Form} from './types.ts';

/** Additions in which nothing is answered, or in whose place something is. */
export function unwrittenIn(
	{additions = []}: Pick<Form, 'additions'>,
	answers: ReadonlyMap<string, Answer>,
): readonly Addition[] {
	const isWanted = (id: string): boolean => answers.has(id) && answers.get(id)?.state !== 'left-out';
	return additions.filter(one => !one.ids.some(isWanted) || (one.instead !== undefined && isWanted(one.instead)));
}
