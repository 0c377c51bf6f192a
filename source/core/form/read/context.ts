/** What the rules for paragraphs, lists and tables share while they walk a section. */

import type {Block, List, ListItem, Span} from '../markdown.ts';
import type {Range} from '../types.ts';
import {blanksIn} from './blank.ts';
import {wholeLines, type FoundField, type Node, type Record_, type Source} from './found-field.ts';
import {viewItem} from './list.ts';
import {repeatNote} from './prompt.ts';
import type {Need} from './requirement.ts';
import {shownText} from './shown.ts';
import {readValue} from './value.ts';

/** Text that may be a prompt; `whole` is a paragraph that is one blank. */
export type Prompt = {
	readonly block: Block;
	readonly text: string;
	readonly instructive: boolean;
	readonly whole: boolean;
	/** A list of labelled statements: it says things, and asks for nothing. */
	readonly claims?: boolean;
};

/** What stands around the blocks: the group they are in, how they are named, the record they belong to. */
export type Scope = {
	readonly path: readonly string[];
	readonly label: string;
	readonly depth: number;
	readonly metadata: boolean;
	readonly record?: Record_;
	/** What the label above says of how much its block is needed. */
	readonly need?: Need;
	/** All here belongs to something that the author names: plain lists are samples of what to write about it. */
	readonly sample?: boolean;
	/** The list ahead is one record as a whole, because a note says so. */
	readonly oneRecord?: boolean;
};

export type Walk = {
	readonly fields: FoundField[];
	readonly prompts: Prompt[];
	readonly grouped: boolean;
	readonly contents: boolean;
};

export type Context = {
	readonly source: Source;
	readonly node: Node;
	/** The section's title, for what has no label of its own. */
	readonly title: string;
	readonly fields: FoundField[];
	readonly prompts: Prompt[];
	/** What was met: labels that group, a table of contents. */
	readonly met: {grouped: boolean; contents: boolean};
	readonly guide: (range: Range) => void;
	/** Takes a note that says that something repeats; `words` is where it says so, within what goes with it. */
	readonly note: (range: Range, words?: Range) => void;
	/** Takes fields, into the scope's record where it has one; gives their number. */
	readonly put: (found: readonly FoundField[], scope: Scope) => number;
	/** Reads blocks within a scope; gives the number of fields. */
	readonly walk: (blocks: readonly Block[], scope: Scope) => number;
};

/** What is carried through one section's blocks: where to put fields and guidance, and how to go into inner blocks. */
export function createContext(
	source: Source,
	node: Node,
	title: string,
	walk: (context: Context, blocks: readonly Block[], scope: Scope) => number,
): Context {
	const {text} = source;
	const add = (range: Range, role: 'guidance' | 'repeat-note', words = range) => {
		node.guidance.push({role, range: wholeLines(source, range), text: shownText(text.slice(words.from, words.to))});
	};

	const fields: FoundField[] = [];
	const context: Context = {
		source,
		node,
		title,
		fields,
		prompts: [],
		met: {grouped: false, contents: false},
		guide(range) {
			add(range, 'guidance');
		},
		note(range, words) {
			add(range, 'repeat-note', words);
			node.note ??= shownText(text.slice((words ?? range).from, (words ?? range).to));
		},
		put(found, scope) {
			const {record, need} = scope;
			fields.push(
				...found.map(one => ({...one, ...(record && !one.record && {record}), ...(need && !one.need && {need})})),
			);
			return found.length;
		},
		walk: (blocks, scope) => walk(context, blocks, scope),
	};
	return context;
}

/** The spans of all inline text in some blocks; code blocks count as code. */
export function spansIn(blocks: readonly Block[]): Span[] {
	return blocks
		.flatMap(block => {
			switch (block.type) {
				case 'paragraph': {
					return [...block.spans];
				}

				case 'list': {
					return block.items.flatMap(item => spansIn(item.children));
				}

				case 'code': {
					return [{type: 'code' as const, ...block.range}];
				}

				default: {
					return [];
				}
			}
		})
		.sort((a, b) => a.from - b.from);
}

/** A list that says only that the structure above repeats. */
export function repeatOnly(source: Source, block: Block): boolean {
	const {text} = source;
	if (block.type === 'list') {
		return (
			block.items.length === 1 &&
			repeatNote(text.slice(block.items[0]!.range.from, block.items[0]!.range.to).replace(/^[-*+]\s*|^\d+[.)]\s*/u, ''))
		);
	}

	return block.type === 'paragraph' && repeatNote(text.slice(block.range.from, block.range.to));
}

/** True where something in a list is to be filled or ticked. */
export function hasOpen(source: Source, block: List): boolean {
	return block.items.some(
		item => item.task !== undefined || blanksIn(source.text, item.range, spansIn(item.children), false).length > 0,
	);
}

/** True for an item that is nothing but a blank. */
export function isOpen(source: Source, item: ListItem): boolean {
	const view = viewItem(source, item);
	return readValue(source, view.text, view.spans).state === 'whole';
}
