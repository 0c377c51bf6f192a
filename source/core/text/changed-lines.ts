/** Which lines of a text another version of it has otherwise. */

import {diffArrays} from 'diff';

export type ChangedLines = {
	/** Where the lines stand, or come in, in the text before, from 1. */
	readonly line: number;
	readonly before: readonly string[];
	readonly after: readonly string[];
};

/** The runs of lines that differ, in order, without their line ends. */
export function changedLines(before: string, after: string): readonly ChangedLines[] {
	const split = (text: string): readonly string[] => text.split(/\r\n|\n|\r/);
	const runs: {line: number; before: readonly string[]; after: readonly string[]}[] = [];
	let line = 1;
	let open: (typeof runs)[number] | undefined;
	for (const {added, removed, value} of diffArrays([...split(before)], [...split(after)])) {
		if (!added && !removed) {
			open = undefined;
			line += value.length;
			continue;
		}
		if (!open) {
			open = {line, before: [], after: []};
			runs.push(open);
		}
		if (added) open.after = value;
		else open.before = value;
		if (removed) line += value.length;
	}
	return runs;
}
