/**
 * Lists as they are typed: a line an item, two spaces a level, and the parts of a pair with the template's own sign
 * between them. The document's bullets, numbers, ids and emphasis are not typed.
 */

import type {Field, Item, ItemStyle, Part, Row, Value} from '../form/types.ts';
import {asText, between, literally} from './signs.ts';

/** Stands for a line end inside a list item, where a line is an item; a blank on either side belongs to it. */
const softBreak = /⏎/g;

/** A list's value as lines. */
export function listText({item: style}: Field, value: Value | undefined): string {
	const lines: string[] = [];
	const walk = (items: readonly (Item | Row)[], depth: number): void => {
		for (const item of items) {
			const text = typeof item === 'string' ? item : isNested(item) ? item.text : pairText(style?.parts ?? [], item);
			const line = guarded(style, itemLine(text.trim()));
			// An item that only holds others says so with its bullet.
			lines.push('  '.repeat(depth) + (line === '' && typeof item !== 'string' ? '-' : line));
			if (typeof item !== 'string' && isNested(item)) walk(item.items, depth + 1);
		}
	};

	if (Array.isArray(value)) walk(value as readonly (Item | Row)[], 0);
	else if (typeof value === 'string') walk([value], 0);
	return lines.join('\n');
}

function isNested(item: Exclude<Item, string> | Row): item is {readonly text: string; readonly items: readonly Item[]} {
	return Array.isArray(item.items);
}

/** An item's text on one line. */
export function itemLine(text: string): string {
	return text
		.split('\n')
		.map(line => asText(line, softBreak))
		.join(' ⏎ ');
}

/** The text of an item that is typed on one line. */
export function itemText(line: string): string {
	return between(line, softBreak)
		.map((piece, index, all) => {
			const begun = index > 0 && piece.startsWith(' ') ? piece.slice(1) : piece;
			return index < all.length - 1 && begun.endsWith(' ') ? begun.slice(0, -1) : begun;
		})
		.join('\n');
}

/** The value that lines stand for; undefined where they say nothing. Bullets and ids that were typed too are taken off. */
export function listValue({item: style}: Field, text: string): Value | undefined {
	const lines = text.split('\n').filter(line => line.trim() !== '');
	const parts = style?.parts;
	if (parts && parts.length > 1) {
		const rows = lines.map(line => pairValue(parts, itemText(bare(style, line))));
		return rows.length > 0 ? rows : undefined;
	}

	let index = 0;
	const walk = (depth: number): Item[] => {
		const items: Item[] = [];
		while (index < lines.length) {
			const line = lines[index] ?? '';
			const level = depthOf(line);
			if (level < depth) break;
			index++;
			const below = index < lines.length && depthOf(lines[index] ?? '') > level ? walk(level + 1) : [];
			const words = itemText(bare(style, line));
			if (below.length > 0) items.push({text: words, items: below});
			else if (words !== '') items.push(words);
		}

		return items;
	};

	const items = walk(0);
	return items.length > 0 ? items : undefined;
}

/**
 * What the document gives each line of a list by itself, line by line: an id such as `G1`, or the number of a numbered
 * list. Empty for lines that are no items of their own level, and for all where the template has bullets alone.
 */
export function itemMarks({item: style}: Field, lines: readonly string[]): readonly string[] {
	const {idPrefix, bullet: sign = '-', parts} = style ?? {};
	const ordered = /^\d+([.)])$/.exec(sign)?.[1];
	if (idPrefix === undefined && ordered === undefined) return lines.map(() => '');
	const arePairs = parts !== undefined && parts.length > 1;
	let count = 0;
	let level = Infinity;
	return lines.map(line => {
		const depth = depthOf(line);
		if (line.trim() === '' || (depth > level && !arePairs)) return '';
		level = depth;
		count++;
		return idPrefix === undefined ? `${count}${ordered}` : `${idPrefix}${count}`;
	});
}

/** The lines of a list without the item on one of them, and without what is below that. */
export function withoutItem(lines: readonly string[], at: number): readonly string[] {
	const depth = depthOf(lines[at] ?? '');
	let end = at + 1;
	while (end < lines.length && (lines[end]!.trim() === '' || depthOf(lines[end]!) > depth)) end++;
	return [...lines.slice(0, at), ...lines.slice(end)];
}

/** What an empty list shows of what may be typed: the template's items as lines, pairs by the names of their parts. */
export function listPlaceholder({item: style, placeholder}: Field): string {
	const parts = style?.parts;
	if (parts && parts.length > 1)
		return parts.map((part, index) => (index === 0 ? '' : separator(part)) + part.label).join('');
	return placeholder
		.split('\n')
		.filter(line => line.trim() !== '')
		.map(line => bare(style, line))
		.join('\n');
}

/** What the document puts in front of each item by itself: a bullet, a number; a lone dash is an item without words. */
const bullet = /^(?:(?:[-*+]|\d{1,4}[.)])[ \t]+|-$)/;

/** A line without the bullet, number or id that the document gives each item by itself. */
function bare(style: ItemStyle | undefined, line: string): string {
	const text = line.trim();
	// Behind a backslash they are the item's own.
	const own = text.replace(/^\\+/, '');
	if (own !== text && leadOf(style, own) > 0) return text.slice(1);
	const words = text.slice(bullet.exec(text)?.[0].length ?? 0);
	return words.slice(idOf(style, words)).trim();
}

/** A line whose item begins like a bullet, number or id, told to be words. */
function guarded(style: ItemStyle | undefined, line: string): string {
	return leadOf(style, line.replace(/^\\+/, '')) > 0 ? `\\${line}` : line;
}

/** How much of a text's beginning looks like what the document adds. */
function leadOf(style: ItemStyle | undefined, text: string): number {
	return bullet.exec(text)?.[0].length ?? idOf(style, text);
}

/** How long the id is that a text begins with: `G1:` where the template's items have one; 0 where there is none. */
function idOf(style: ItemStyle | undefined, text: string): number {
	const {idPrefix, idSeparator = ''} = style ?? {};
	if (idPrefix === undefined || !text.startsWith(idPrefix)) return 0;
	const [number = ''] = /^\d+/.exec(text.slice(idPrefix.length)) ?? [];
	const end = idPrefix.length + number.length;
	const sign = idSeparator.trim();
	const rest = text.slice(end);
	if (number === '') return 0;
	if (sign === '') return /^(?:\s|$)/.test(rest) ? end : 0;
	const blanks = rest.length - rest.trimStart().length;
	return rest.startsWith(sign, blanks) ? end + blanks + sign.length : 0;
}

function depthOf(line: string): number {
	return Math.floor((/^[ \t]*/.exec(line)?.[0].replaceAll('\t', '  ').length ?? 0) / 2);
}

/** What the author types between two parts: the template's text without its emphasis marks. */
function separator(part: Part): string {
	const plain = part.before.replaceAll(/[*_`]/g, '');
	return plain.trim() === '' ? ' – ' : plain;
}

function pairText(parts: readonly Part[], row: Row): string {
	return parts
		.map((part, index) => {
			const next = parts[index + 1];
			const words = withMarksAsText(part, (row[part.id] ?? '').trim());
			const before = index === 0 ? '' : separator(part);
			if (!next) return before + words;
			const mark = separator(next).trim();
			// What could be read as the sign's beginning stands apart from it.
			const apart = words.endsWith(mark[0] ?? '') && /^\S/.test(separator(next)) ? ' ' : '';
			return before + asText(words, literally(mark), apart === '' && /^\S/.test(separator(next))) + apart;
		})
		.join('');
}

function pairValue(parts: readonly Part[], line: string): Row {
	const row: Record<string, string> = Object.create(null) as Record<string, string>;
	let rest = line;
	for (const [index, part] of parts.entries()) {
		const next = parts[index + 1];
		const [words = '', behind] = next ? between(rest, literally(separator(next).trim()), 2) : [rest];
		row[part.id] = withoutMarks(part, words.trim());
		rest = behind ?? '';
	}

	return row;
}

/** The emphasis that the document gives a part by itself: `**` where the template has `**<name>**`. */
function markOf({before}: Part): string | undefined {
	return /\*\*|__|`/.exec(before)?.[0];
}

/** A part without the emphasis that was typed too. Behind a backslash it is the part's own. */
function withoutMarks(part: Part, text: string): string {
	const mark = markOf(part);
	if (mark === undefined) return text;
	const isOwnEnd = text.endsWith(`\\${mark}`);
	const cut = isOwnEnd || text === mark || !text.endsWith(mark) ? text : text.slice(0, -mark.length);
	const ended = isOwnEnd ? `${text.slice(0, -mark.length - 1)}${mark}` : cut;
	if (/^\\+/.test(ended) && ended.replace(/^\\+/, '').startsWith(mark)) return ended.slice(1);
	return (ended.startsWith(mark) ? ended.slice(mark.length) : ended).trim();
}

/** A part whose own emphasis is told from what the document gives it; the inverse of `withoutMarks`. */
function withMarksAsText(part: Part, text: string): string {
	const mark = markOf(part);
	if (mark === undefined) return text;
	const begun = text.replace(/^\\+/, '').startsWith(mark) ? `\\${text}` : text;
	return begun.endsWith(mark) ? `${begun.slice(0, -mark.length)}\\${mark}` : begun;
}
