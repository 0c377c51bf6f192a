/** Lists: lists that are one field, labelled items, records, topics. */

import type {Block, List, ListItem, Paragraph, Span} from '../markdown.ts';
import {slug} from '../slug.ts';
import type {ItemStyle, Part, Range} from '../types.ts';
import {blanksIn, type Blank} from './blank.ts';
import {foundField, type FoundField, type Source} from './found-field.ts';
import {asksForPersonIn} from './kind.ts';
import {blanksInLabel, labelText, readLabel, type Label} from './label.ts';
import {readValue} from './value.ts';
import type {Rule} from './rules.ts';
import {shownText} from './shown.ts';

/** What the reader asks of an item. */
export type ItemView = {
	readonly item: ListItem;
	readonly paragraph?: Paragraph;
	/** The item's first line behind its marker. */
	readonly line: Range;
	/** The first paragraph, which may go on for several lines. */
	readonly text: Range;
	readonly spans: readonly Span[];
	readonly label?: Label;
	readonly blanks: readonly Blank[];
	readonly nested: readonly Block[];
	/** `G1: `, `Step 1: `: an id that numbers itself. */
	readonly counter?: {readonly prefix: string; readonly separator: string; readonly end: number};
};

/** A list is looked at as one field, item by item, as boilerplate and more, in the one text that it was parsed from. */
const views = new WeakMap<ListItem, ItemView>();

/** An item as the reader asks for it. */
export function viewItem(source: Source, item: ListItem): ItemView {
	const known = views.get(item);
	if (known) return known;
	const view = look(source, item);
	views.set(item, view);
	return view;
}

function look(source: Source, item: ListItem): ItemView {
	const first = item.children[0];
	const paragraph = first?.type === 'paragraph' ? first : undefined;
	const at = item.range.from + item.marker.length;
	// `1. ______`: Markdown sees a rule in an item, an author a line to write on.
	const ruled = item.children.length === 1 && first?.type === 'rule' && source.text[first.range.from] === '_';
	const text =
		paragraph?.range ?? (ruled ? first.range : {from: Math.min(at, item.range.to), to: Math.min(at, item.range.to)});
	const line = {from: text.from, to: Math.max(text.from, Math.min(text.to, source.lines.endOf(text.from)))};
	const spans = paragraph?.spans ?? [];
	const raw = source.text.slice(line.from, line.to);
	const counter = /^(?<prefix>[\p{L}][\p{L}]*[ -]?)(?<number>\d+)(?<separator>[:.)]\s+|\s[-–—]\s+)/u.exec(raw);
	const label = readLabel(source.text, line.from, line.to);
	return {
		item,
		...(paragraph && {paragraph}),
		line,
		text,
		spans,
		...(label && {label}),
		blanks: blanksIn(source.text, text, spans),
		nested: paragraph || ruled ? item.children.slice(1) : item.children,
		...(counter?.groups && {
			counter: {
				prefix: counter.groups['prefix']!,
				separator: counter.groups['separator']!,
				end: line.from + counter[0].length,
			},
		}),
	};
}

/** The whole items of a list, and what stands in front of their bullets. */
export function itemsRange(source: Source, list: List): {readonly range: Range; readonly indent: string} {
	const from = list.range.from;
	const start = source.lines.startOf(from);
	const before = source.text.slice(start, from);
	return {
		range: {from, to: Math.max(list.range.to, from)},
		indent: /^[ \t>]*$/u.test(before) ? before : ' '.repeat(before.length),
	};
}

/** How the items of a list are written, for those that are added. */
export function styleOf(
	list: List,
	source: Source,
	views: readonly ItemView[],
	parts: readonly Part[] | undefined,
	counter: ItemView['counter'],
): ItemStyle {
	const marker = list.items[0]?.marker ?? '-';
	const loose =
		list.items.length > 1 &&
		list.items
			.slice(0, -1)
			.some((item, index) =>
				/\n[ \t]*\r?\n/u.test(source.text.slice(item.range.to, list.items[index + 1]!.range.from)),
			);
	return {
		bullet: list.ordered ? (marker.endsWith(')') ? '1)' : '1.') : marker,
		...(counter && {idPrefix: counter.prefix, idSeparator: counter.separator}),
		...(loose && {loose}),
		...(parts && {parts}),
	};
}

/** True where an item's label holds a blank itself: `**Option 1: [name]**`. */
export function blankLabel(source: Source, view: ItemView): boolean {
	return view.label !== undefined && blanksInLabel(source.text, view.label, view.spans).length > 0;
}

/** The text of an item with its blanks and counting numbers taken out: alike items have the same. */
function skeletonOf(source: Source, view: ItemView): string {
	let text = '';
	let at = view.text.from;
	for (const blank of view.blanks) {
		text += `${source.text.slice(at, blank.range.from)}\u0000`;
		at = blank.range.to;
	}

	return (text + source.text.slice(at, view.text.to)).replaceAll(/(?<=\p{L}[ -]?)\d+/gu, '#').trim();
}

/** A list of like placeholders as one field; nothing where the items are anything else. */
export function wholeList(source: Source, list: List, label: string, path: readonly string[]): FoundField | undefined {
	const views = list.items.map(item => viewItem(source, item));
	const [first] = views;
	const people =
		views.some(view => !leavesOut(source, view)) &&
		views.every(
			view => leavesOut(source, view) || asksForPersonIn(label, view.blanks[0]?.inner ?? textOf(source, view)),
		);
	const finish = (rule: Rule, parts?: readonly Part[], counter?: ItemView['counter']): FoundField => {
		const {range, indent} = itemsRange(source, list);
		return foundField({
			label,
			kind: 'list',
			range,
			place: {at: 'items', indent},
			placeholder: source.text.slice(range.from, range.to),
			item: {...styleOf(list, source, views, parts, counter), ...(people && rule === 'list' && {people})},
			path,
			rule,
		});
	};

	// `- <!-- what goes here -->`: each item is a place with its help in it.
	const told = list.items.map(item => (item.children.length === 1 ? item.children[0]! : undefined));
	if (told.every(block => block?.type === 'comment')) {
		return {
			...finish('list'),
			guidance: told.map(block => shownText(source.text.slice(block.range.from, block.range.to))),
		};
	}

	if (!first || views.some(view => view.nested.length > 0)) {
		return undefined;
	}

	const isOpen = (view: ItemView) => {
		const reading = readValue(source, view.text, view.spans);
		return reading.state === 'whole' || reading.state === 'empty' || leavesOut(source, view);
	};

	if (views.every(view => view.nested.length === 0 && isOpen(view))) {
		return finish('list');
	}

	// `Reason 1`, `Reason 2`: words that only count stand for what goes there.
	const counted = (view: ItemView) => /^[\p{L}][\p{L} -]{0,30}[ -]?(?:\d+|[A-Z])$/u.test(textOf(source, view));
	if (
		views.length > 1 &&
		views.every(view => counted(view) && view.blanks.length === 0) &&
		views.every(view => stem(textOf(source, view)) === stem(textOf(source, first)))
	) {
		return finish('list-counted');
	}

	const counters = views.every(view => view.counter?.prefix === first.counter?.prefix && view.counter !== undefined);
	if (
		counters &&
		views.every(
			view => view.nested.length === 0 && view.blanks.length > 0 && view.blanks[0]!.range.from <= view.counter!.end + 2,
		)
	) {
		const single = views.every(
			view => readValue(source, {from: view.counter!.end, to: view.text.to}, view.spans).state === 'whole',
		);
		return finish('list-numbered-ids', single ? undefined : partsOf(source, first, first.counter!.end), first.counter);
	}

	// A sample with a blank beside it, such as `- First release` over `- [What else changed]`. A blank among items that
	// stand is a place of its own: they go on behind it.
	const plain = (view: ItemView) => view.blanks.length === 0 && view.label === undefined;
	const firstOpen = views.findIndex(isOpen);
	if (firstOpen !== -1 && views.every((view, at) => isOpen(view) || (plain(view) && at < firstOpen))) {
		return finish('list-sample');
	}

	// `…` at the end says that the list may grow, whatever its items look like.
	const grows =
		views.length > 1 &&
		/^(?:\.\.\.|…|etc\.?)(?:\s|$)/u.test(source.text.slice(views.at(-1)!.text.from, views.at(-1)!.text.to));
	if (
		grows &&
		views.slice(0, -1).every(view => view.nested.length === 0 && view.blanks.length > 0 && !staticLabel(source, view))
	) {
		return finish('list-grows');
	}

	if (views.some(view => view.blanks.length === 0 || view.nested.length > 0)) {
		return undefined;
	}

	// `- \`<path>\`: <what it is>`: nothing but blanks and signs.
	const signs = source.text.slice(first.text.from, first.text.to).replaceAll(/[<[{][^<>[\]{}]*[>\]}]/gu, '');
	if (views.length === 1 && !/[\p{L}\p{N}]/u.test(signs)) {
		return finish('list-pattern');
	}

	if (list.ordered && views.length > 1 && views.every(view => view.blanks[0]!.range.from <= view.text.from + 2)) {
		return finish('list-steps');
	}

	const alike = views.length > 1 && views.every(view => skeletonOf(source, view) === skeletonOf(source, first));
	if (alike) {
		return finish(
			'list-alike',
			first.blanks.length > 1 || skeletonOf(source, first) !== '\u0000'
				? partsOf(source, first, first.text.from)
				: undefined,
		);
	}

	const labelled = views.filter(
		view => view.label !== undefined && blanksInLabel(source.text, view.label, view.spans).length === 0,
	).length;
	if (labelled === 0 && views.every(view => view.blanks.length > 1)) {
		const same = views.length === 1;
		return finish('list-patterns', same ? partsOf(source, first, first.text.from) : undefined);
	}

	return undefined;
}

/** Whether an item says only that there may be more. */
function leavesOut(source: Source, view: ItemView): boolean {
	return /^(?:\.\.\.|…|etc\.?)$/u.test(source.text.slice(view.text.from, view.text.to));
}

function textOf(source: Source, view: ItemView): string {
	return source.text.slice(view.text.from, view.text.to).trim();
}

/** Counted words without what counts in them. */
function stem(text: string): string {
	return text.replace(/[ -]?(?:\d+|[A-Z])$/u, '');
}

function staticLabel(source: Source, view: ItemView): boolean {
	return view.label !== undefined && blanksInLabel(source.text, view.label, view.spans).length === 0;
}

/** The parts of a composite item such as `<threat> → <mitigation>`. */
function partsOf(source: Source, view: ItemView, from: number): Part[] {
	const {text} = source;
	const used = new Map<string, number>();
	let at = from;
	return view.blanks.map((blank, index) => {
		const before = text.slice(at, blank.range.from);
		at = blank.range.to;
		const label = partLabel(before) || labelText(blank.inner).replace(/\s+(?:\d+|[A-Z])$/u, '') || 'part';
		const base = slug(label) || 'part';
		const count = (used.get(base) ?? 0) + 1;
		used.set(base, count);
		const after = index === view.blanks.length - 1 ? text.slice(at, view.text.to) : '';
		return {id: count === 1 ? base : `${base}-${count}`, label, before, ...(after !== '' && {after})};
	});
}

function partLabel(before: string): string {
	const bold = /\*\*(?<name>[^*\n]+?):?\*\*:?\s*$/u.exec(before)?.groups?.['name'];
	const plain = /(?<name>[\p{L}][\p{L} ]{1,20}):\s*$/u.exec(before)?.groups?.['name'];
	return (bold ?? plain ?? '').replace(/:$/u, '').trim();
}
