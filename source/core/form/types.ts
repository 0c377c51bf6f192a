/**
 * The words of the product as types. A form is a source text plus fields that know their range in it; a template is a
 * form whose fields are empty, a document is the same thing with values.
 *
 * Offsets are JavaScript string offsets into `Form.source`, which is the file's text exactly as it is (with its BOM,
 * its line ends and everything else). They are for slicing only; what a person sees is counted in graphemes and cells
 * by `core/text`. Lines are 1-based.
 */

import type {Answers} from './answer-types.ts';
import type {Field, Kind, NeedWords, Range, Requirement} from './field-types.ts';

export type * from './answer-types.ts';
export type * from './field-types.ts';

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
