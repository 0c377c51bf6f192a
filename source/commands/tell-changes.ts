/** Changed lines as they were and as they become, for whoever wants to see them before they are written. */

import {changedLines, linesOf} from '../core/text/index.ts';
import type {Context} from './context.ts';

/** How many lines are shown; more can be looked at where the file is under version control. */
const mostLines = 24;

/**
 * Shows the lines of a text that another version of it has otherwise.
 *
 * @param reasons why a line changes, by an offset in it in the text before
 */
export function tellChanges(
	before: string,
	after: string,
	reasons: ReadonlyMap<number, string>,
	{output}: Context,
): void {
	const {lineOf} = linesOf(before);
	const why = new Map([...reasons].map(([offset, reason]) => [lineOf(offset), reason]));
	const shown = changedLines(before, after).flatMap(run => {
		// Where each line becomes another, they are told side by side.
		const pairs = run.before.length === run.after.length ? run.before.length : 1;
		return Array.from({length: pairs}, (_, index) => {
			const [gone, come] = pairs === 1 ? [run.before, run.after] : [[run.before[index]!], [run.after[index]!]];
			const line = run.line + index;
			const reason = why.get(line);
			return [
				{text: `  line ${line}${reason === undefined ? '' : `: ${reason}`}`, tone: 'dim' as const},
				...gone.map(text => ({text: `  - ${text}`, tone: 'bad' as const})),
				...come.map(text => ({text: `  + ${text}`, tone: 'good' as const})),
			];
		}).flat();
	});
	for (const line of shown.slice(0, mostLines)) output.report(line);
	const more = shown.length - mostLines;
	if (more > 0) output.report(`  … and ${more} more ${more === 1 ? 'line' : 'lines'}`);
}
