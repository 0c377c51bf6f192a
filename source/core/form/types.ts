/**
 * The words of the product as types. A form is a source text plus fields that know their range in it; a template is a
 * form whose fields are empty, a document is the same thing with values.
 *
 * Offsets are JavaScript string offsets into `Form.source`, which is the file's text exactly as it is (with its BOM,
 * its line ends and everything else). They are for slicing only; what a person sees is counted in graphemes and cells
 * by `core/text`. Lines are 1-based.
 */

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

/**
 * Text that is not part of the finished document.
 *
 * - `guidance`: speaks to the author. `sample`: example content to be replaced or dropped. `example`: a filled example
 *   that repeats the template's headings; never part of a document. `repeat-note`: "[Repeat for each …]".
 * - `marker`: a heading's or label's "(required)" with the space before it.
 * - `hint`: the template's words to Specwright itself. One without fields stays until the document is finished; one with a
 *   field stands behind its blank and goes with that.
 */
export type Guidance = {
	readonly role: 'guidance' | 'sample' | 'example' | 'repeat-note' | 'marker' | 'hint';
	/** What is dropped with it: whole lines with one neighbouring blank line, or the exact words inside a line. */
	readonly range: Range;
	/** As shown to the author. */
	readonly text: string;
	readonly section: string;
	/** The fields it speaks of; it is dropped with the last of them. Empty: all of the section's. */
	readonly fields: readonly string[];
	/** It stood beside its answer when the document was opened, and goes only when that is finished. */
	readonly stays?: true;
};

export type Section = {
	readonly id: string;
	/** Source text of the heading without `#` marks: `5.1 Components (required)`. Empty for what precedes the first. */
	readonly heading: string;
	/** Without numbering and requirement marker: `Components`. */
	readonly title: string;
	/** 1 to 6; 0 for front matter and what precedes the first heading. */
	readonly level: number;
	readonly line: number;
	/** Heading to the end of the last subsection. */
	readonly range: Range;
	/** The heading's own line or lines, without the final line end; empty for level 0. */
	readonly headingRange: Range;
	/** Its own marker alone. */
	readonly requirement: Requirement;
	readonly condition?: string;
	readonly reasonForNotApplicable: boolean;
	/** The repeat that it is an instance of. */
	readonly repeat?: string;
	readonly guidance: readonly string[];
	readonly example?: string;
	/** Ids of the fields that stand in it and not in a subsection, in document order. */
	readonly fields: readonly string[];
	readonly sections: readonly Section[];
};

/** A block that the author may have several of. Its instances stand one after another in the source. */
export type Repeat = {
	/** Id without an index: `component-design/component`. */
	readonly id: string;
	readonly label: string;
	readonly unit: 'section' | 'item';
	/** Whole lines of each instance, in order; at least one. `fields` has its boilerplate, too. */
	readonly instances: readonly {readonly range: Range; readonly id: string; readonly fields: readonly string[]}[];
	/** True where the heading's or label's number counts up (`Phase 1`, `Phase 2`). */
	readonly numbered: boolean;
	/** The least number of instances: 1 where it is required, else 0. */
	readonly minimum: number;
	/** The note that says so, as shown. */
	readonly note?: string;
};

export type Form = {
	readonly source: string;
	/** The words for requirement that it was read with, beside the known ones; a document of it is read with the same. */
	readonly words?: NeedWords;
	/** What its author reads otherwise; a document of it is read with the same. */
	readonly mends?: Mends;
	/** Line end of the source, by majority. */
	readonly eol: '\n' | '\r\n' | '\r';
	/** The top-level sections in order; level 0 first where there is anything in it. */
	readonly sections: readonly Section[];
	/** Every field in document order. */
	readonly fields: readonly Field[];
	/**
	 * Lists and text that the template brings, that ask for nothing and may stand as they are, in document order. Each is kept,
	 * changed or removed as the answer to a field is, but counts nowhere and is in no section's `fields`.
	 */
	readonly boilerplate: readonly Field[];
	readonly repeats: readonly Repeat[];
	readonly guidance: readonly Guidance[];
	/** Id of the field that is the document's title. */
	readonly titleField?: string;
	/** The document's title as it stands. */
	readonly title: string;
	/** The `<!-- specwright: … -->` comment at the end, where there is one. */
	readonly marker?: Marker;
	/**
	 * The template that the form was bound from, the document's text without what was added, what it said, and which sections
	 * that have to be there it lacked.
	 */
	readonly bound?: {
		readonly template: Form;
		readonly text: string;
		readonly answers: Answers;
		readonly missing: readonly string[];
	};
	/** Where blocks with titles of their own stand in another order than in the template. */
	readonly moved?: Moved;
	/** Parts of the template put into a document that lacks them; each is written once something in it is answered. */
	readonly additions?: readonly Addition[];
	/** Faults found while reading, such as front matter that does not parse. Never fatal. */
	readonly faults: readonly Fault[];
};

/** The order of blocks, by their repeat's id: the ids of its instances. */
export type Orders = ReadonlyMap<string, readonly string[]>;

/**
 * The form with its blocks where the template has them, and the order in which they stand here. Their headings have the
 * template's numbers in either, and so they have their ids; what is written counts by where they stand.
 */
export type Moved = {readonly from: Form; readonly orders: Orders};

/** How an author reads a field of a template, or a section, that the reader took for something else. */
export type Mend =
	| {
			readonly as: 'field';
			readonly kind: Kind;
			readonly options: readonly string[];
			readonly open: boolean;
			readonly multiple: boolean;
	  }
	/** No blank: text that stays as it is. */
	| {readonly as: 'text'}
	/** A section that there may be several of. */
	| {readonly as: 'repeat'};

/** By the id of the field or section, without the numbers of instances. */
export type Mends = ReadonlyMap<string, Mend>;

/** Something in a text that its author meant otherwise than it can be read; `help` says what to write instead. */
export type Fault = {readonly code: string; readonly reason: string; readonly range: Range; readonly help?: string};

/** A part of the template that a document lacks, put where it belongs. */
export type Addition = {
	/** Where it stands in the form's source, with the line ends that part it from what is around it. */
	readonly range: Range;
	/** The fields and sections in it. */
	readonly ids: readonly string[];
	/** The section that is missing, where it is a whole one. */
	readonly section?: {readonly id: string; readonly requirement: Requirement};
	/** The line alone that closes code which the document leaves open above it; `instead` of it, an answer of that field. */
	readonly closes?: true;
	readonly instead?: string;
};

/** The comment that names a document's template: `<!-- specwright: NAME@VERSION sha256:12HEX -->`. */
export type Marker = {
	readonly name: string;
	readonly version?: string;
	/** First 12 hex digits of the SHA-256 of the template's bytes; a template's own comment has none. */
	readonly hash?: string;
	readonly range: Range;
};

/** A table row by column id, or a composite item by part id. Objects have no prototype. */
export type Row = Readonly<Record<string, string>>;

/** A list item, perhaps with items below it. */
export type Item = string | {readonly text: string; readonly items: readonly Item[]};

export type Check = {readonly text: string; readonly done: boolean};

/**
 * An answer's value by kind: text, prose, code, date, number, person, link and choice are a string; several persons,
 * links or options, and lists are a list; a checklist is a map of item id to done where items are fixed, else a list;
 * a table is a list of rows, or a map of row id to row where rows are fixed.
 */
export type Value =
	| string
	| readonly Item[]
	| readonly Row[]
	| readonly Check[]
	| Readonly<Record<string, boolean>>
	| Readonly<Record<string, Row>>;

export type Answer =
	| {readonly state: 'answered'; readonly value: Value; readonly evidence?: readonly string[]}
	| {readonly state: 'not-applicable'; readonly reason: string}
	| {readonly state: 'left-out'};

/** Answers by field id; a section's id stands for the section as a whole (not applicable, left out). */
export type Answers = ReadonlyMap<string, Answer>;

/** How far a field is. `partial` has text that is not valid for its kind. */
export type FieldState = 'empty' | 'partial' | 'answered' | 'not-applicable' | 'left-out' | 'prefilled';

/**
 * A text seen through a form: what `fill` wrote or `match` found. `form` is the template with as many instances of
 * each repeat as the text has (or, where no template is known, the form of the text itself).
 */
export type Document = {
	readonly form: Form;
	/** The document's whole text. */
	readonly source: string;
	readonly answers: Answers;
	/** Where each field's text stands in `source`; a field that is left out or missing has none. */
	readonly spans: ReadonlyMap<string, Range>;
	/** Guidance, samples and markers that still stand in `source` (ranges are in `source`). */
	readonly leftovers: readonly Guidance[];
	/** Ids of sections that the template has and the text has not. */
	readonly missing: readonly string[];
	/** Values that could not be written or read, by field id. */
	readonly problems: ReadonlyMap<string, import('../problem.ts').Problem>;
};
