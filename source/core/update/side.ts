/** A text section by section and line by line, with the answers that each line is made of. */

import {partsOf, readMarker, type Recognised} from '../form/index.ts';
import type {Answers, Range} from '../form/types.ts';
import {idOf} from './counterparts.ts';

export type TextLine = Range & {
	readonly text: string;
	/** Behind its line end. */
	readonly end: number;
	/** Which answers stand in it, by name and with those words of them that do. */
	readonly answers: readonly Part[];
	/** Which fields without an answer that both versions have, by name. */
	readonly open: readonly string[];
	/** Whether a field stands in it that only this version has. */
	readonly isOwn: boolean;
};

/** So much of an answer as stands in a line. */
export type Part = {readonly field: string; readonly words: string};

export type Side = {
	/** The lines of a section until the next heading, by the section's id; `''` for what precedes the first. */
	readonly sections: ReadonlyMap<string, readonly TextLine[]>;
	/** How many headings there are that are no section of the template. */
	readonly others: number;
};

type Seen = Pick<Recognised, 'plan' | 'pairs' | 'parts'>;

/** What a text holds of a template's fields. */
type Held = {readonly source: string; readonly spans: ReadonlyMap<string, Range>; readonly answers: Answers};

/**
 * A text as lines.
 *
 * @param seen how the template's sections were found in it
 * @param nameOf what a field or section is called, so that it has one name in both versions of the template; undefined where only
 * one of them has it
 */
export function sideOf(
	{source, spans, answers}: Held,
	{plan, pairs, parts}: Seen,
	nameOf: (id: string) => string | undefined,
): Side {
	const end = readMarker(source)?.range.from ?? source.length;
	const filled = [...spans].filter(([, {from, to}]) => from < to);
	const single = [...spans].filter(([one]) => nameOf(one) === undefined);
	const sections = new Map<string, readonly TextLine[]>();
	const taken = new Set<number>([0]);
	for (const chunk of plan.chunks) {
		const at = pairs[chunk.index];
		const part = parts[at ?? -1];
		if (at === undefined || !part) continue;
		taken.add(at);
		const lines = linesIn(source, {from: part.from, to: Math.min(part.to, Math.max(part.from, end))});
		const own = filled.filter(([, {from, to}]) => from < part.to && to > part.from);
		const id = idOf(chunk.section);
		const isOut = answers.get(id)?.state === 'not-applicable';
		const isAnswered = (one: string): boolean => (answers.get(one)?.state ?? 'left-out') !== 'left-out';
		sections.set(
			id,
			lines.map(line => {
				const here = own.filter(([, {from, to}]) => from < line.to && to > line.from);
				// What says that a section does not apply stands in no field.
				if (isOut && line.from > part.textFrom && line.text.trim() !== '')
					return {...line, answers: [{field: nameOf(id) ?? id, words: line.text}], open: [], isOwn: false};
				return {
					...line,
					answers: here.flatMap(([one, {from, to}]) => {
						const words = source.slice(Math.max(from, line.from), Math.min(to, line.to)).trim();
						return isAnswered(one) ? [{field: nameOf(one) ?? one, words}] : [];
					}),
					open: here.flatMap(([one]) => (isAnswered(one) ? [] : (nameOf(one) ?? []))),
					isOwn: single.some(([, {from, to}]) => from <= line.to && to >= line.from),
				};
			}),
		);
	}

	return {sections, others: partsOf(source).length - taken.size};
}

type PlainLine = Range & Pick<TextLine, 'text' | 'end'>;

/** The lines of a piece of a text, without their ends. */
function linesIn(source: string, {from, to}: Range): readonly PlainLine[] {
	const lines: PlainLine[] = [];
	let at = from;
	for (const [whole] of source.slice(from, to).matchAll(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g)) {
		const text = whole.replace(/[\r\n]+$/, '');
		lines.push({from: at, to: at + text.length, text, end: at + whole.length});
		at += whole.length;
	}

	return lines;
}
