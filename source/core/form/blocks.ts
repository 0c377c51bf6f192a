/** What a Markdown text is made of, as far as the reader asks: blocks with exact offsets. */

import type {Span} from './read/spans.ts';
import type {Range} from './types.ts';

export type Heading = {
	readonly type: 'heading';
	readonly range: Range;
	readonly level: number;
	readonly text: Range;
	readonly spans: readonly Span[];
};
export type Paragraph = {readonly type: 'paragraph'; readonly range: Range; readonly spans: readonly Span[]};
/** `content` is the item's text from behind its marker and task box; `column` is where its children are indented to. */
export type ListItem = {
	readonly range: Range;
	readonly marker: string;
	readonly column: number;
	readonly task?: {readonly range: Range; readonly done: boolean};
	readonly children: readonly Block[];
};
export type List = {
	readonly type: 'list';
	readonly range: Range;
	readonly ordered: boolean;
	readonly items: readonly ListItem[];
};
export type Cell = Range & {readonly spans: readonly Span[]};
export type TableRow = {readonly range: Range; readonly cells: readonly Cell[]};
export type Table = {
	readonly type: 'table';
	readonly range: Range;
	readonly header: TableRow;
	readonly delimiter: Range;
	readonly rows: readonly TableRow[];
};
export type Code = {
	readonly type: 'code';
	readonly range: Range;
	readonly fenced: boolean;
	readonly closed: boolean;
	readonly info: string;
	readonly content: Range;
};
export type Comment = {readonly type: 'comment'; readonly range: Range};
export type Quote = {readonly type: 'quote'; readonly range: Range; readonly children: readonly Block[]};
/** Of what is `long`, a paragraph of more text than anybody writes in one, the reader looks at nothing. */
export type Other = {readonly type: 'rule' | 'definition' | 'html' | 'long'; readonly range: Range};
export type Block = Heading | Paragraph | List | Table | Code | Comment | Quote | Other;
