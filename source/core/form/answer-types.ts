/** What an author answers, as types. */

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
