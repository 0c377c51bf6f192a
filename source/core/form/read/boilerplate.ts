/** Boilerplate: lists and text that a template brings, that ask for nothing and may stand as they are. */

import type {Block, List, ListItem, Paragraph} from '../markdown.ts';
import type {Field, Guidance, Range, Repeat, Section} from '../types.ts';
import {labelledText, listField, textField, type Caption} from './boilerplate-fields.ts';
import {isContents} from './checklist.ts';
import {blockLines, type FoundField, type Node, type Source} from './found-field.ts';
import {closesAll, withoutTags} from './html.ts';
import {labelText} from './label.ts';
import {labelLines} from './label-lines.ts';
import {viewItem} from './list.ts';
import {placesIn, type Places} from './places.ts';

type Made = {
	readonly sections: readonly Section[];
	readonly fields: readonly Field[];
	readonly guidance: readonly Guidance[];
	readonly repeats: readonly Repeat[];
};

/**
 * The boilerplate of a form: each list, and each run of text, that no field and no guidance has a part in, as a field
 * whose text stands. Headings, labels, tables of contents and what a tool fills in are structure and none of it. What
 * stands side by side with the place of an answer, with no line of the template between them, is left alone: in a
 * document nobody could tell the two apart.
 *
 * @param nodes the sections as they were read
 * @param made what was found in them
 * @param aside what is no part of a document: the filled example, the marker
 */
export function boilerplateIn(
	source: Source,
	nodes: readonly Node[],
	made: Made,
	aside: readonly (Range | undefined)[],
): readonly Field[] {
	const records = recordsOf(made.repeats);
	const places = placesIn(
		source,
		made,
		aside.filter(range => range !== undefined),
		records.map(({range}) => range),
	);
	const homes = homesOf(made.sections);
	const name = namer([
		...made.fields.map(({id}) => id),
		...homes.values().map(({section}) => section.id),
		...made.repeats.map(({id}) => id),
	]);
	const found: Field[] = [];
	for (const node of nodes) {
		const home = homes.get(node.heading ? source.lines.startOf(node.heading.range.from) : -1);
		if (!home) continue;
		const body = {
			from: node.heading ? source.lines.nextOf(node.heading.range.to - 1) : 0,
			to: node.children[0]?.range.from ?? node.range.to,
		};
		for (const one of inBlocks(source, node.blocks, home.section.title, places)) {
			// A tag says itself where what stands above has ended.
			const isMarkup = one.placeholder.trimStart().startsWith('<');
			if (one.place.at !== 'label' && !places.isApart(one.range, body, isMarkup)) continue;
			const {path, caption, ...rest} = one;
			const parts = path.filter(part => part !== '');
			const record = records.find(({range}) => one.range.from >= range.from && one.range.to <= range.to);
			const base = record?.id ?? (home.section.level === 0 ? 'document' : home.section.id);
			const repeat = record?.repeat ?? home.repeat;
			places.take(one);
			found.push({
				...rest,
				...(caption && {caption}),
				id: name(base, parts, one.kind === 'list' ? 'list' : 'text'),
				section: home.section.id,
				line: source.lines.lineOf(one.range.from + /^\s*/u.exec(one.placeholder)![0].length),
				requirement: 'optional',
				reasonForNotApplicable: false,
				mirrors: [],
				...(repeat !== undefined && {repeat}),
			});
		}
	}

	return found.sort((a, b) => a.range.from - b.range.from);
}

/** The records of a form with the repeat that each is one of, the innermost first. */
function recordsOf(
	repeats: readonly Repeat[],
): readonly {readonly range: Range; readonly id: string; readonly repeat: string}[] {
	return repeats
		.flatMap(({unit, id, instances}) =>
			unit === 'item' ? instances.map(instance => ({range: instance.range, id: instance.id, repeat: id})) : [],
		)
		.sort((a, b) => a.range.to - a.range.from - (b.range.to - b.range.from));
}

/** Sections by where their headings begin, what precedes the first by -1, each with the innermost repeat around it. */
function homesOf(
	sections: readonly Section[],
): ReadonlyMap<number, {readonly section: Section; readonly repeat: string | undefined}> {
	const homes = new Map<number, {section: Section; repeat: string | undefined}>();
	const visit = (section: Section, around: string | undefined): void => {
		const repeat = section.repeat ?? around;
		homes.set(section.level === 0 ? -1 : section.headingRange.from, {section, repeat});
		for (const below of section.sections) visit(below, repeat);
	};

	for (const section of sections) visit(section, undefined);
	return homes;
}

/** Hands out ids that are no one else's. What is named as a group of others are is one more in that group. */
function namer(known: readonly string[]): (base: string, path: readonly string[], own: string) => string {
	const taken = new Set(known);
	/** The last number behind a name, for a text may bring the same name thousands of times. */
	const counts = new Map<string, number>();
	const groups = new Set(known.flatMap(id => [...id.matchAll(/\//gu)].map(({index}) => id.slice(0, index))));
	return (base, path, own) => {
		const wanted = [base, ...path, ...(groups.has([base, ...path].join('/')) ? [own] : [])].join('/');
		let id = wanted;
		let count = counts.get(wanted) ?? 1;
		while (taken.has(id) || groups.has(id)) id = `${wanted}-${++count}`;
		counts.set(wanted, count);
		taken.add(id);
		return id;
	};
}

/** The boilerplate of some blocks. */
function inBlocks(source: Source, blocks: readonly Block[], title: string, places: Places): readonly FoundField[] {
	const found: FoundField[] = [];
	let run: Block[] = [];
	/** What stands above them. */
	let before: Block | undefined;
	const put = (part: readonly Block[], before: Block | undefined): void => {
		const [first, ...more] = part;
		const above = first && captionOf(source, before, title, places);
		if (first?.type === 'list' && more.length === 0) found.push(listField(source, first, title, above));
		else if (first) found.push(textField(source, {from: first.range.from, to: part.at(-1)!.range.to}, title, above));
	};

	const flush = (): void => {
		if (run.length > 0) for (const [part, from] of wholeIn(source, run)) put(part, from > 0 ? run[from - 1] : before);
		run = [];
	};

	/** What stands in different records is no one text. */
	const add = (block: Block, index: number): void => {
		const last = run.at(-1);
		// Where each two neighbours are in one, all are.
		if (last && (isList(last, block) || !places.isFree({from: last.range.from, to: block.range.to}))) flush();
		if (run.length === 0) before = blocks[index - 1];
		run.push(block);
	};

	for (const [index, block] of blocks.entries()) {
		if (block.type === 'paragraph') {
			const lines = labelledText(source, block, blocks[index + 1]);
			if (lines || !places.isFree(block.range) || !speaks(source, block)) {
				flush();
				if (lines) found.push(...lines.filter(one => places.isFree(one.range)));
			} else add(block, index);
		} else if (block.type === 'list' && !isContents(source, block)) {
			if (places.isFree(block.range)) add(block, index);
			else {
				flush();
				const above = captionOf(source, blocks[index - 1], title, places);
				found.push(
					...[
						...runsOf(source, block, places).map(part =>
							listField(source, part, title, above && {...above, range: undefined}),
						),
						...block.items
							.filter(item => !places.isFree(item.range))
							.flatMap(item => belowItem(source, item, title, places)),
					].sort((a, b) => a.range.from - b.range.from),
				);
			}
		} else if ((block.type === 'quote' || block.type === 'html') && places.isFree(block.range)) add(block, index);
		else flush();
	}

	flush();
	return found;
}

/** Whether raw HTML stands beside a list, which is kept and changed item by item. */
function isList(one: Block, other: Block): boolean {
	return (one.type === 'list' && other.type === 'html') || (one.type === 'html' && other.type === 'list');
}

/**
 * A run of blocks with raw HTML in it is one text where all that is opened in it is closed there, too, and it says something;
 * else what stands between its tags is, which are structure. Each part with the index of its first block.
 */
function wholeIn({text}: Source, run: readonly Block[]): readonly (readonly [readonly Block[], number])[] {
	if (run.every(({type}) => type !== 'html')) return [[run, 0]];
	const words = text.slice(run[0]!.range.from, run.at(-1)!.range.to);
	if (closesAll(words) && /[\p{L}\p{N}]/u.test(withoutTags(words))) return [[run, 0]];
	const parts: [Block[], number][] = [];
	for (const [index, block] of run.entries()) {
		if (block.type === 'html') continue;
		if (index > 0 && run[index - 1]!.type !== 'html') parts.at(-1)![0].push(block);
		else parts.push([[block], index]);
	}

	return parts;
}

/** The lists below an item that asks for something itself: what stands there is kept and changed item by item, too. */
function belowItem(source: Source, item: ListItem, title: string, places: Places): readonly FoundField[] {
	const {label} = viewItem(source, item);
	const lists = item.children.filter(({type}, index) => type === 'list' || item.children[index + 1]?.type === 'list');
	return inBlocks(source, lists, label ? labelText(label.text) : title, places).filter(({kind}) => kind === 'list');
}

/** The line above a block that names it: a label, or words that end with a colon. */
function captionOf(source: Source, above: Block | undefined, title: string, places: Places): Caption | undefined {
	if (above?.type !== 'paragraph') return undefined;
	const last = labelLines(source, above).at(-1);
	const words = source.text.slice(last?.from ?? above.range.from, above.range.to);
	if (!(last && source.text.slice(last.label.end, last.to).trim() === '') && !/[:：]\W*$/u.test(words))
		return undefined;
	const label = labelText(last?.label.text ?? words);
	const isAlone =
		places.isFree(above.range) && !words.includes('\n') && (last?.from ?? above.range.from) === above.range.from;
	return {
		label: label.length > longestLabel ? title : label,
		range: isAlone ? blockLines(source, above.range) : undefined,
	};
}

const longestLabel = 80;

/** Whether a paragraph says something: no heading in bold, no picture, nothing that a tool fills in. */
function speaks(source: Source, {range}: Paragraph): boolean {
	const text = source.text.slice(range.from, range.to).trim();
	if (/<%|^(?<mark>\*\*\*|\*\*|__|\*|_)[^*_\n]+\k<mark>[:：]?$/u.test(text)) return false;
	return /[\p{L}\p{N}]/u.test(text.replaceAll(/!?\[[^\]]*\]\([^)]*\)|<[^>]*>/gu, ''));
}

/** The items of a list that nothing is asked in, as lists of those that follow one another. */
function runsOf(source: Source, list: List, places: Places): readonly List[] {
	const runs: ListItem[][] = [];
	let isOpen = false;
	for (const item of list.items) {
		const isFree = places.isFree(item.range) && item.task === undefined && !leads(source, item);
		if (isFree && isOpen) runs.at(-1)!.push(item);
		else if (isFree) runs.push([item]);
		isOpen = isFree;
	}

	return runs.map(items => ({...list, items, range: {from: items[0]!.range.from, to: items.at(-1)!.range.to}}));
}

/** Whether an item only leads to what stands below the list. */
function leads({text}: Source, {range}: ListItem): boolean {
	return /[:：]\W*$/u.test(text.slice(range.from, range.to));
}
