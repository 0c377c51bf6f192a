/** What a field is, as types: its kind, its place in the source, and what its answer is made of. */

import type {Row} from './answer-types.ts';
import type {Rule} from './read/rules.ts';

/** A half-open piece of a source text. */
export type Range = {readonly from: number; readonly to: number};

/** What kind of answer a field takes. */
export type Kind =
	| 'text'
	| 'prose'
	| 'choice'
	| 'date'
	| 'number'
	| 'list'
	| 'checklist'
	| 'table'
	| 'code'
	| 'link'
	| 'person'
	| 'record';

/** Words that say how much an answer is needed, beside those that the reader knows. */
export type NeedWords = Partial<
	Readonly<Record<'required' | 'recommended' | 'optional' | 'conditional', readonly string[]>>
>;

export type Requirement = 'required' | 'recommended' | 'optional' | 'conditional' | 'unspecified';

/**
 * How an answer stands in the source, which decides how it is written there and read back.
 *
 * - `inline`: part of a line in a paragraph or list item; one line.
 * - `heading`: part of a heading; one line.
 * - `cell`: part of a table cell of a table that is not itself a field; newline and pipe are written as entities.
 * - `yaml`: a scalar in front matter.
 * - `label`: from behind a label to the end of its line (the blank that separates them belongs to the value), going on
 *   in lines indented by `indent`.
 * - `block`: whole lines in a section, each indented by `indent` (prose, or a list, with nothing else on those lines).
 * - `items`: whole lines that are list items; `indent` stands before each bullet.
 * - `rows`: the body rows of a pipe table, whole lines.
 * - `fence`: a whole fenced code block, fences included; `content` is what stands between them.
 */
export type Place =
	| {readonly at: 'inline' | 'heading' | 'cell' | 'yaml'}
	| {readonly at: 'label'; readonly indent: string}
	| {readonly at: 'block'; readonly indent: string}
	| {readonly at: 'items'; readonly indent: string}
	| {readonly at: 'rows'; readonly indent: string}
	| {readonly at: 'fence'; readonly indent: string; readonly content: Range};

/** How the items of a list, checklist or numbered steps are written. */
export type ItemStyle = {
	/** `-`, `*`, `+`, or for numbered lists `1.` or `1)`. */
	readonly bullet: string;
	/** Ids that number themselves, such as `G` for `G1:`, `Step ` for `Step 1:`; written before each item. */
	readonly idPrefix?: string;
	/** What stands between the id and the item's text, such as `: `. */
	readonly idSeparator?: string;
	/** True where each item is a person. */
	readonly people?: true;
	/** True when blank lines stand between the items. */
	readonly loose?: boolean;
	/** The parts of a pair such as `<threat> → <mitigation>`, with the text between them; items are then maps by part id. */
	readonly parts?: readonly Part[];
};

/** One part of a composite list item: `before` is the literal text in front of it, `after` (last part only) behind. */
export type Part = {readonly id: string; readonly label: string; readonly before: string; readonly after?: string};

export type Column = {
	/** Slug of the label, unique in the table. */
	readonly id: string;
	readonly label: string;
	readonly kind: Kind;
	readonly options?: readonly string[];
	/** True where the options are suggestions and others are allowed. */
	readonly open?: boolean;
	/** Format of its dates as the mask in its sample says. */
	readonly format?: string;
	/** Unit of its numbers, which its head names; a cell never has it. */
	readonly unit?: string;
	/** The placeholder in the sample row's cell, as written. */
	readonly placeholder?: string;
};

/**
 * A row that the template fixes, such as `Product` in a RACI grid: the text of the cells that stay, and what the others
 * ask for, each by column.
 */
export type FixedRow = {readonly id: string; readonly label: string; readonly cells: Row; readonly blanks: Row};

export type Field = {
	/** Path of slugs, unique in the form: `summary/one-liner`, `component-design/component[2]/name`. */
	readonly id: string;
	readonly label: string;
	readonly kind: Kind;
	/** Id of the section it stands in. */
	readonly section: string;
	/** What an answer replaces. Zero-length where there is nothing yet. */
	readonly range: Range;
	readonly place: Place;
	/** 1-based line on which the placeholder starts; for code, the first line between the fences. */
	readonly line: number;
	/** The exact source text of the unfilled blank; for code, what stands between the fences. */
	readonly placeholder: string;
	/** The one that counts: its own marker, else the nearest marked ancestor's, else required. */
	readonly requirement: Requirement;
	/** The condition's words where the requirement has one. */
	readonly condition?: string;
	/** True where "not applicable" is admitted only with a reason. */
	readonly reasonForNotApplicable: boolean;
	readonly options: readonly string[];
	/** True where several options, persons or links may be given. */
	readonly multiple: boolean;
	/** True where the options are suggestions and others are allowed ("…, etc."). */
	readonly open: boolean;
	/** What the template offers as the answer, taken out of its brackets: `20` for `[20]`. */
	readonly default?: string;
	/** The template's text is already a valid value (version, boilerplate, fixed rows): shown to be confirmed. */
	readonly prefilled: boolean;
	/** True where the range holds no value yet: placeholder, guidance, sample or nothing. */
	readonly blank: boolean;
	/** Language of a code field, as its fence names it. */
	readonly language?: string;
	/** Unit of a number, such as `ms`, or of an amount that may be told in words as well. */
	readonly unit?: string;
	/** Where the template has the unit; elsewhere it is written with the number. A value never has it. */
	readonly unitStands?: 'before' | 'behind' | 'label';
	/** Format of a date as its mask says, such as `YYYY-MM-DD`. */
	readonly format?: string;
	readonly columns?: readonly Column[];
	readonly fixedRows?: readonly FixedRow[];
	/** Fixed items of a checklist: slug and text. */
	readonly fixedItems?: readonly {readonly id: string; readonly text: string}[];
	readonly item?: ItemStyle;
	/** The column, by its id, of the table above whose total this is. */
	readonly sums?: string;
	/** The variable it fills, where the same name stands in several places; `spelling` is the name as written here. */
	readonly variable?: string;
	/** The other places that show this field's answer, in their own case. Ranges never overlap another field's. */
	readonly mirrors: readonly {
		readonly range: Range;
		readonly spelling: string;
		readonly place: Place;
		/** In a document edited by hand: the answer with which the place keeps the text that stands there. */
		readonly was?: string;
	}[];
	/** True for boilerplate: what the template brings there, and nobody is asked for. */
	readonly boilerplate?: boolean;
	/** Of boilerplate: the line above that names it, which goes when all of it does. */
	readonly caption?: Range;
	/**
	 * Variables' places inside a code sample: `of` is the id of the field that asks for the name, `was` its answer that
	 * already stands there (see `mirrors`).
	 */
	readonly names?: readonly {
		readonly range: Range;
		readonly spelling: string;
		readonly of: string;
		readonly was?: string;
	}[];
	/** Help for the author, in reading order, plain Markdown without comment marks and quote signs. */
	readonly guidance: readonly string[];
	/** What a good answer looks like. */
	readonly example?: string;
	/** The innermost repeat that it belongs to. */
	readonly repeat?: string;
	/** What the template has there, where the form is a document's: it comes back when an answer is cleared. */
	readonly unfilled?: string;
	/** Name of the reader's rule that found it, for `inspect --explain`. */
	readonly rule: Rule;
	/** What hints say of it, by the names of their properties. */
	readonly hinted?: readonly string[];
};
