/**
 * What a template's newer version says otherwise, as edits of a document: where the older version's own lines still stand,
 * the newer one's take their place. Both versions are filled with the document's answers first, so that a label in front of
 * an answer is a line like any other; a line is changed only where the same answers stand in it afterwards.
 */

import {changesBetween, type Change} from '../text/index.ts';
import {alike, balanced, parted, sameAnswers, sameFields, wholeFields} from './field-changes.ts';
import type {Range} from '../form/types.ts';
import type {Side, TextLine} from './side.ts';

/** Whole lines of the document that are to be others. */
export type Edit = Range & {
	readonly lines: readonly string[];
	/** Whether it only puts in fields that the older version did not have. */
	readonly isAddition: boolean;
};

export type Sides = {
	/** The older version with the document's answers. */
	readonly older: Side;
	/** The newer version with them. */
	readonly newer: Side;
	readonly document: Side;
	/** The newer version's section for each of the older one. */
	readonly sections: ReadonlyMap<string, string>;
	/** Fields, by name, that the newer version has no more: what leads to their answers stays. */
	readonly retired: ReadonlySet<string>;
};

/** The edits of all sections that both versions and the document have, in the document's order. */
export function newWording(sides: Sides): readonly Edit[] {
	const edits = [...sides.sections].flatMap(([id, there]) => {
		const [older, newer, own] = [
			sides.older.sections.get(id),
			sides.newer.sections.get(there),
			sides.document.sections.get(id),
		];
		return older && newer && own ? editsIn(older, newer, own, sides) : [];
	});
	return edits.sort((a, b) => a.from - b.from || a.to - b.to);
}

function editsIn(
	older: readonly TextLine[],
	newer: readonly TextLine[],
	own: readonly TextLine[],
	{document, retired}: Sides,
): readonly Edit[] {
	const changed = changesBetween(words(older), words(newer));
	const authors = changesBetween(words(older), words(own));
	if (!changed || !authors) return [];
	const at = standing(older.length, authors);
	const kept = leadingTo(older, retired);
	return wholeFields(balanced(changed, older, newer), older, newer)
		.flatMap(change => parted(change, older, newer))
		.flatMap((change): readonly Edit[] => {
			const {from, to, at: there, lines} = change;
			const after = newer.slice(there, there + lines.length);
			if (!sameAnswers(older.slice(from, to), after) || !sameFields(older.slice(from, to), after)) return [];
			if (older.slice(from, to).some((_, index) => kept.has(from + index))) return [];
			// Sections of the author's own could come to stand under another one.
			const isHeading = from === 0 && older[0]?.text.startsWith('#');
			if (isHeading && document.others > 0 && level(older[0]!.text) !== level(after[0]?.text)) return [];
			if (alike(words(older.slice(from, to)), lines)) return [];
			const place = placeOf(change, at, own);
			if (!place || !sameAnswers(own.slice(place.first, place.last), after)) return [];
			return [{...place.range, lines, isAddition: from === to && after.some(({isOwn}) => isOwn)}];
		});
}

function words(lines: readonly TextLine[]): readonly string[] {
	return lines.map(({text}) => text);
}

function level(line: string | undefined): number {
	return /^#*/.exec(line ?? '')![0].length;
}

/** For each line of the older version where it stands in the document; nothing for those that do not. */
function standing(count: number, authors: readonly Change[]): readonly (number | undefined)[] {
	const at: (number | undefined)[] = [];
	let shift = 0;
	let next = 0;
	for (let line = 0; line < count; line++) {
		while (next < authors.length && authors[next]!.to <= line) {
			const {from, to, lines} = authors[next++]!;
			shift += lines.length - (to - from);
		}

		const change = authors[next];
		at.push(change && change.from <= line && line < change.to ? undefined : line + shift);
	}

	return at;
}

/** The lines between the field before and the end of an answer that has no place in the newer version. */
function leadingTo(lines: readonly TextLine[], retired: ReadonlySet<string>): ReadonlySet<number> {
	const kept = new Set<number>();
	let lead = 0;
	for (const [index, {answers, open}] of lines.entries()) {
		if (answers.some(({field}) => retired.has(field))) for (let at = lead; at <= index; at++) kept.add(at);
		if (answers.length + open.length > 0) lead = index + 1;
	}

	// A section's heading leads to all of it.
	kept.delete(0);
	return kept;
}

type PlaceInDocument = {readonly first: number; readonly last: number; readonly range: Range};

/** Where the lines of a change stand in the document, whole and next to each other. */
function placeOf(
	{from, to}: Change,
	at: readonly (number | undefined)[],
	own: readonly TextLine[],
): PlaceInDocument | undefined {
	if (from < to) {
		const first = at[from];
		if (first === undefined || at.slice(from, to).some((line, index) => line !== first + index)) return undefined;
		const last = first + to - from;
		return {first, last, range: {from: own[first]!.from, to: own[last - 1]!.end}};
	}

	// Between what the author has parted nothing is put: it could be in the midst of theirs.
	const before = from === 0 ? -1 : at[from - 1];
	const behind = from === at.length ? own.length : at[from];
	if (before === undefined || behind === undefined || before + 1 !== behind) return undefined;
	const place = own[behind]?.from ?? own.at(-1)?.end ?? 0;
	return {first: behind, last: behind, range: {from: place, to: place}};
}
