/** Which of the parts that a document lacks stay out of it. */

import type {Addition, Answer, Form} from './types.ts';

/**
 * Additions in which nothing is answered, or in whose place something is.
 *
 * @param given the answers as they were given: what the template says there is none, but of boilerplate that the
 *   document lacks it is what brings it back
 */
export function unwrittenIn(
	{additions = [], boilerplate}: Pick<Form, 'additions' | 'boilerplate'>,
	answers: ReadonlyMap<string, Answer>,
	given: ReadonlyMap<string, Answer> = answers,
): readonly Addition[] {
	if (additions.length === 0) return [];
	const brought = new Set(boilerplate.map(({id}) => id));
	const isWanted = (id: string): boolean =>
		(answers.has(id) && answers.get(id)?.state !== 'left-out') ||
		(brought.has(id) && given.get(id)?.state === 'answered');
	return additions.filter(one => !one.ids.some(isWanted) || (one.instead !== undefined && isWanted(one.instead)));
}
