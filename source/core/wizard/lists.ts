/**
 * Lists as they are typed: a line an item, two spaces a level, and the parts of a pair with the template's own sign
 * between them. The document's bullets, numbers, ids and emphasis are not typed.
 */

import type {Field, Item, ItemStyle, Part, Row, Value} from '../form/types.ts';

/** Stands for a line end inside a list item, where a line is an item. */
const softBreak = ' ⏎ ';

/** A list's value as lines. */
export function listText({item: style}: Field, value: Value | undefined): string {
	const lines: string[] = [];
	const walk = (items: readonly (Item | Row)[], depth: number): void => {
		for (const item of items) {
			const text = typeof item === 'string' ? item : isNested(item) ? item.text : pairText(style?.parts ?? [], item);
			lines.push('  '.repeat(depth) + text.replaceAll('\n', softBreak));
			if (typeof item !== 'string' && isNested(item)) walk(item.items, depth + 1);
		}
	};

	if (Array.isArray(value)) walk(value as readonly (Item | Row)[], 0);
	else if (typeof value === 'string') lines.push(value.replaceAll('\n', softBreak));
	return lines.join('\n');
}

function isNested(item: Exclude<Item, string> | Row): item is {readonly text: string; readonly items: readonly Item[]} {
	return Array.isArray(item.items);
}

/** The value that lines stand for; undefined where they say nothing. Bullets and ids that were typed too are taken off. */
export function listValue({item: style}: Field, text: string): Value | undefined {
	const lines = text.split('\n').filter(line => line.trim() !== '');
	if (lines.length === 0) return undefined;
	const parts = style?.parts;
	if (parts && parts.length > 1) return lines.map(line => pairValue(parts, unbroken(bare(style, line))));
	let index = 0;
	const walk = (depth: number): Item[] => {
		const items: Item[] = [];
		while (index < lines.length) {
			const line = lines[index] ?? '';
			const level = depthOf(line);
			if (level < depth) break;
			index++;
			const below = index < lines.length && depthOf(lines[index] ?? '') > level ? walk(level + 1) : [];
			const itemText = unbroken(bare(style, line));
			items.push(below.length > 0 ? {text: itemText, items: below} : itemText);
		}

		return items;
	};

	return walk(0);
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

/** A line without the bullet, number or id that the document gives each item by itself. */
function bare(style: ItemStyle | undefined, line: string): string {
	const text = line.trim().replace(/^(?:[-*+]|\d{1,4}[.)])[ \t]+/, '');
	const {idPrefix, idSeparator = ''} = style ?? {};
	if (idPrefix === undefined || !text.startsWith(idPrefix)) return text;
	const [number = ''] = /^\d+/.exec(text.slice(idPrefix.length)) ?? [];
	const rest = text.slice(idPrefix.length + number.length);
	return number !== '' && rest.startsWith(idSeparator.trimEnd())
		? rest.slice(idSeparator.trimEnd().length).trim()
		: text;
}

function depthOf(line: string): number {
	return Math.floor((/^[ \t]*/.exec(line)?.[0].replaceAll('\t', '  ').length ?? 0) / 2);
}

function unbroken(line: string): string {
	return line.replaceAll(softBreak, '\n');
}

/** What the author types between two parts: the template's text without its emphasis marks. */
function separator(part: Part): string {
	const plain = part.before.replaceAll(/[*_`]/g, '');
	return plain.trim() === '' ? ' – ' : plain;
}

function pairText(parts: readonly Part[], row: Row): string {
	return parts.map((part, index) => (index === 0 ? '' : separator(part)) + (row[part.id] ?? '')).join('');
}

function pairValue(parts: readonly Part[], line: string): Row {
	const row: Record<string, string> = Object.create(null) as Record<string, string>;
	let rest = line;
	for (const [index, part] of parts.entries()) {
		const next = parts[index + 1];
		const mark = next ? separator(next).trim() : '';
		const at = mark === '' ? -1 : rest.indexOf(mark);
		row[part.id] = withoutMarks(part, (at < 0 ? rest : rest.slice(0, at)).trim());
		rest = at < 0 ? '' : rest.slice(at + mark.length);
	}

	return row;
}

/** A part without the emphasis that the document gives it by itself: `**Name**` where the template has `**<name>**`. */
function withoutMarks({before}: Part, text: string): string {
	const mark = /\*\*|__|`/.exec(before)?.[0];
	if (mark === undefined) return text;
	const from = text.startsWith(mark) ? mark.length : 0;
	return text.slice(from, text.endsWith(mark) && text.length > from ? -mark.length : undefined).trim();
}
