/** The lines of a text in which a field still has all that the template says there. */

import type {Field} from './types.ts';
import {textLines} from './gap.ts';
import type {Line} from './lines.ts';
import type {Row} from './plan.ts';
import {isEmpty} from './separators.ts';

/**
 * Where a field's text of its own lines stands untouched. A line in it that says what a line of the template's own does
 * is less likely that one.
 *
 * @param rows a chunk's rows
 * @param original the template's text of a field
 * @returns indexes of lines, blank ones between them included
 */
export function standing(
	rows: readonly Row[],
	lines: readonly Line[],
	original: (field: Field) => string,
): ReadonlySet<number> {
	// Many fields may say the same: each text is looked for once.
	const texts = new Map<string, readonly string[]>();
	for (const row of rows) {
		if (row.type !== 'slot') continue;
		for (const token of row.tokens) {
			const words = token.type === 'slot' ? textLines(original(token.field)) : [];
			if (words.length > 0) texts.set(words.join('\n'), words);
		}
	}

	const inside = new Set<number>();
	if (texts.size === 0) return inside;
	const byFirst = Map.groupBy(texts.values(), ([first]) => first!);
	for (const [index, line] of lines.entries()) {
		for (const words of byFirst.get(line.text.trim()) ?? []) {
			const end = endOf(lines, words, index);
			for (let at = index; at < end; at++) inside.add(at);
		}
	}

	return inside;
}

/** Behind the last line of these words, blank lines between them aside; where they begin if they do not stand there. */
function endOf(lines: readonly Line[], words: readonly string[], from: number): number {
	let at = from;
	for (const word of words) {
		while (at < lines.length && isEmpty(lines[at]!.text)) at++;
		if (lines[at]?.text.trim() !== word) return from;
		at++;
	}

	return at;
}
