/** The lines of a text in which a field, or guidance, still has all that the template says there. */

import {textLines} from './gap-lines.ts';
import type {Line} from './lines.ts';
import type {Row} from './plan.ts';
import {isEmpty} from './separators.ts';

/**
 * Where a field's text of its own lines stands untouched, and guidance that says what a line of the template says too.
 * A line in it that says what a line of the template's own does is less likely that one, but for lines that are there
 * as often as the template has them: they are those in its order.
 *
 * @param rows a chunk's rows
 * @param template the text that they are rows of
 * @returns indexes of lines, blank ones between them included
 */
export function standing(rows: readonly Row[], lines: readonly Line[], template: string): ReadonlySet<number> {
	// Many fields may say the same: each text is looked for once.
	const texts = new Map<string, readonly string[]>();
	for (const row of rows) {
		if (row.type !== 'slot') continue;
		for (const token of row.tokens) {
			const words =
				token.type === 'slot' ? textLines(template.slice(token.field.range.from, token.field.range.to)) : [];
			if (words.length > 0) texts.set(words.join('\n'), words);
		}
	}

	const inside = new Set(guidanceTwice(rows, lines, template));
	if (texts.size === 0) return inside;
	const byFirst = Map.groupBy(texts.values(), ([first]) => first!);
	for (const [index, line] of lines.entries()) {
		for (const words of byFirst.get(line.text.trim()) ?? []) {
			const end = endOf(lines, words, index);
			for (let at = index; at < end; at++) inside.add(at);
		}
	}

	for (const index of templatesOwn(rows, lines, template, texts)) inside.delete(index);
	return inside;
}

/** The lines that are no field's where fields and lines of the template say the same in one line, and all still stand. */
function templatesOwn(
	rows: readonly Row[],
	lines: readonly Line[],
	template: string,
	texts: ReadonlyMap<string, readonly string[]>,
): readonly number[] {
	const wordsOf = (row: Row): string => template.slice(row.from, row.to).trim();
	const shared = new Set(
		rows.flatMap(row => (row.type === 'anchor' && !row.tail && texts.has(wordsOf(row)) ? [wordsOf(row)] : [])),
	);
	return [...shared].flatMap(words => {
		const own = rows.filter(row => !row.tail && /^(?:anchor|slot)$/.test(row.type) && wordsOf(row) === words);
		const there = [...lines.keys()].filter(index => lines[index]!.text.trim() === words);
		return own.length === there.length ? there.filter((_, index) => own[index]!.type === 'anchor') : [];
	});
}

/** The lines of guidance that says what lines of the template say too, where all of them still stand, in its order. */
function guidanceTwice(rows: readonly Row[], lines: readonly Line[], template: string): readonly number[] {
	const said = rows.flatMap(row =>
		row.tail
			? []
			: row.type === 'anchor'
				? [{words: template.slice(row.from, row.to).trim(), isGuidance: false}]
				: row.lines.map(words => ({words, isGuidance: true})),
	);
	const anchors = new Set(said.flatMap(one => (one.isGuidance ? [] : [one.words])));
	const shared = new Set(said.flatMap(one => (one.isGuidance && anchors.has(one.words) ? [one.words] : [])));
	return [...shared].flatMap(words => {
		const own = said.filter(one => one.words === words);
		const there = [...lines.keys()].filter(index => lines[index]!.text.trim() === words);
		return own.length === there.length ? there.filter((_, index) => own[index]!.isGuidance) : [];
	});
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
