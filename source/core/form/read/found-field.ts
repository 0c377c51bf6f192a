/** What the passes hand to one another while a form is being read. */

import type {Block, Heading, Tree} from '../markdown.ts';
import type {Lines} from '../../text/index.ts';
import type {Field, Guidance, Kind, NeedWords, Place, Range} from '../types.ts';
import type {HeadingParts} from './heading.ts';
import type {Need} from './requirement.ts';
import type {Rule} from './rules.ts';

/** A field before it has its id, section and requirement. */
export type FoundField = Omit<
	Field,
	'id' | 'section' | 'line' | 'requirement' | 'condition' | 'reasonForNotApplicable' | 'mirrors' | 'repeat'
> & {
	/** Slugs below the section's id; the last one is the field's own. */
	readonly path: readonly string[];
	readonly need?: Need;
	/** The record that it is a part of; records nest by their path. */
	readonly record?: Record_;
	/** The variable that it fills, as it is spelled here. */
	readonly variableName?: string;
};

/** One instance of a record: `unit` names what repeats, `range` is its whole lines. */
export type Record_ = {
	readonly unit: readonly string[];
	readonly range: Range;
	readonly label: string;
	readonly numbered: boolean;
	readonly repeats: boolean;
	readonly note?: string;
};

export type Node = {
	heading?: Heading;
	readonly parts?: HeadingParts;
	readonly level: number;
	readonly blocks: Block[];
	readonly children: Node[];
	range: {from: number; to: number};
	need: Need;
	fields: FoundField[];
	guidance: Array<Omit<Guidance, 'section' | 'fields'> & {readonly fields?: readonly FoundField[]}>;
	shown: string[];
	/** A copy of an earlier unit that only says "repeat": structure of the template, no fields. */
	stub: boolean;
	/** The template's own name, dropped when a document is written. */
	dropped: boolean;
	note?: string;
	example?: string;
	/** What a hint says of whether there may be several of it. */
	repeatable?: boolean;
};

export type Source = {
	/** The text as it is read: with blanks for hints. */
	readonly text: string;
	/** The text as it is. */
	readonly written: string;
	readonly lines: Lines;
	readonly tree: Tree;
	/** Words for requirement beside the known ones. */
	readonly words: NeedWords;
	/** What headings count by, as level and word, wherever the first with a title of its own stands. */
	readonly counting: ReadonlySet<string>;
	readonly italicsAreBlanks: boolean;
	/** From here to the end there are only rules and bold lines. */
	readonly closing: number;
	/** What asks stands in brackets, so that a plain list says what it says. */
	readonly asksInBrackets: boolean;
};

type Shape = {
	readonly label: string;
	readonly kind: Kind;
	readonly range: Range;
	readonly place: Place;
	readonly placeholder: string;
	readonly path: readonly string[];
	readonly rule: Rule;
};

/** A field with everything that is not given at its usual value. */
export function foundField(shape: Shape & Partial<FoundField>): FoundField {
	return {options: [], multiple: false, open: false, prefilled: false, blank: true, guidance: [], ...shape};
}

/** Whole lines of a range with their line end and one neighbouring blank line, so that dropping them leaves clean text. */
export function wholeLines(source: Source, range: Range): Range {
	const {written: text, lines} = source;
	let from = lines.startOf(range.from);
	let to = lines.nextOf(Math.max(range.from, range.to - 1));
	const after = lines.endOf(to);
	const before = from > 0 ? lines.startOf(from - 1) : from;
	if (to < text.length && text.slice(to, after).trim() === '') {
		to = lines.nextOf(to);
	} else if (from > 0 && text.slice(before, from).trim() === '') {
		from = before;
	}

	return {from, to};
}

/** From the first line's start to the last line's end, without the final line end. */
export function blockLines(source: Source, range: Range): Range {
	const from = source.lines.startOf(range.from);
	let to = Math.max(from, source.lines.endOf(Math.max(range.from, range.to - 1)));
	to = Math.max(to, range.to);
	return {from, to};
}
