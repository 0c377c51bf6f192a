/** The difference between two texts as `diff -u` shows it. */

import {structuredPatch} from 'diff';

/** Past this many changed lines a difference helps nobody. */
const mostEdits = 4000;

/**
 * Lines of a unified difference, file names and places included; undefined where too much differs.
 *
 * @param name what the file is called
 */
export function unifiedDiff(name: string, before: string, after: string): readonly string[] | undefined {
	const patch = structuredPatch(name, name, before, after, '', '', {context: 3, maxEditLength: mostEdits});
	if (!patch) return undefined;
	return [
		`--- ${name}`,
		`+++ ${name}`,
		...patch.hunks.flatMap(({oldStart, oldLines, newStart, newLines, lines}) => [
			`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
			...lines,
		]),
	];
}
