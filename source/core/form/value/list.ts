/** Lists, checklists and lists of pairs as Markdown list items (CommonMark §5.2), and back. */

import type {Check, Field, Item, ItemStyle, Part, Row} from '../types.ts';
import {indentOf, isBlank} from '../line-pieces.ts';
import {scan} from '../lines.ts';
import {
	coreOf,
	escapeDelimiter,
	escapeLines,
	findDelimiter,
	quote,
	unescapeDelimiter,
	unescapeLines,
} from './escape.ts';
import type {Structural} from './escape.ts';

const bulletLine = /^([-*+]|\d{1,9}[.)])([ \t]+|$)/;
const box = /^\[([ xX])\](?:[ \t]+|$|(?=\n))/;

/** The bullet of the nth item (from 0). */
function bulletOf(style: ItemStyle | undefined, index: number): string {
	const bullet = style?.bullet ?? '-';
	const ordered = /^\d+([.)])$/.exec(bullet);
	return ordered ? `${index + 1}${ordered[1]!}` : bullet;
}

function idOf(style: ItemStyle | undefined, index: number): string {
	return style?.idPrefix === undefined ? '' : `${style.idPrefix}${index + 1}${style.idSeparator ?? ' '}`;
}

/** One written item: its lines behind the bullet are indented to its content. */
function item(bullet: string, lead: string, text: string, structural: Structural | undefined): string {
	const pad = ' '.repeat(bullet.length + 1);
	const guarded = escapeLines(text, {
		inItem: true,
		...(lead === '' && {single: 'unclosed'}),
		structural: line => structural?.(line) === true || structural?.(`${bullet} ${lead}${line}`) === true,
	});
	const head = lead !== '' && beginsBlock(text) ? `${lead.trimEnd()}\n` : lead;
	return `${bullet} ${`${head}${guarded}`.replaceAll(/\n(?!\n|$)/g, `\n${pad}`)}`;
}

/** Whether a text begins with a fence, comment or raw HTML of several lines, which is none with words in front of it. */
function beginsBlock(text: string): boolean {
	const [first, second] = scan(text).lines;
	return second !== undefined && first!.state !== 'plain' && first!.alone !== true;
}

/** Writes a list; nested items go under their item's text. */
export function encodeList(items: readonly Item[], style: ItemStyle | undefined, structural?: Structural): string {
	return items
		.map((one, index) => encodeItem(one, index, style, structural))
		.join(style?.loose === true ? '\n\n' : '\n');
}

/** Writes the nth item of a list (from 0), with those below it. */
export function encodeItem(one: Item, index: number, style: ItemStyle | undefined, structural?: Structural): string {
	const bullet = bulletOf(style, index);
	const text = typeof one === 'string' ? one : one.text;
	const own = item(bullet, idOf(style, index), text, structural);
	if (typeof one === 'string' || one.items.length === 0) return own;
	const below = encodeList(
		one.items,
		{bullet: style === undefined || /\d/.test(style.bullet) ? '-' : style.bullet},
		structural,
	);
	return `${own}\n${below.replaceAll(/^(?!$)/gm, ' '.repeat(bullet.length + 1))}`;
}

/** Writes a checklist whose items are the author's. */
export function encodeChecks(checks: readonly Check[], style: ItemStyle | undefined, structural?: Structural): string {
	return checks
		.map((check, index) =>
			item(bulletOf(style, index), `[${check.done ? 'x' : ' '}] ${idOf(style, index)}`, check.text, structural),
		)
		.join(style?.loose === true ? '\n\n' : '\n');
}

type Raw = {readonly bullet: string; readonly text: string; readonly below: readonly Raw[]};

/** The items of a text that is a list; undefined where it does not begin with one. */
export function readItems(text: string): readonly Raw[] | undefined {
	const lines = text.split('\n');
	while (lines.length > 0 && isBlank(lines[0]!)) lines.shift();
	if (lines.length === 0) return [];
	const base = indentOf(lines[0]!);
	if (!bulletLine.test(lines[0]!.trimStart())) return undefined;
	return grouped(lines, base).map(group => readItem(group));
}

/** The lines of a list by its outermost items, of which the first stands on the first line, so far in. */
function grouped(lines: readonly string[], base: number): readonly (readonly string[])[] {
	const groups: string[][] = [];
	for (const line of lines) {
		const column = indentOf(line);
		if (!isBlank(line) && column <= base && bulletLine.test(line.trimStart())) groups.push([line]);
		else groups.at(-1)!.push(line);
	}

	return groups;
}

/** The text of each outermost item of a list that begins on the first line, blank lines behind it included. */
export function itemTexts(text: string): readonly string[] {
	const lines = text.split('\n');
	return bulletLine.test(lines[0]!.trimStart())
		? grouped(lines, indentOf(lines[0]!)).map(group => group.join('\n'))
		: [];
}

function readItem(lines: readonly string[]): Raw {
	const first = lines[0]!.trimStart();
	const [head, bullet] = bulletLine.exec(first) as unknown as [string, string];
	const lead = indentOf(lines[0]!);
	// Content begins one blank behind the bullet as we write it; others may use more, up to four (§5.2).
	const blanks = head.length - bullet.length;
	const column = lead + bullet.length + (blanks >= 1 && blanks <= 4 ? blanks : 1);
	const rest = lines.slice(1).map(line => {
		let strip = 0;
		while (strip < column && line[strip] === ' ') strip++;
		if (strip === 0 && line.startsWith('\t')) strip = 1;
		return line.slice(strip);
	});
	const all = [first.slice(bullet.length + (blanks >= 1 && blanks <= 4 ? blanks : Math.min(blanks, 1))), ...rest];
	const states = all.length > 1 ? scan(all.join('\n')).lines : [];
	const cut = all.findIndex(
		(line, index) =>
			index > 0 && states[index]?.item === true && bulletLine.test(line.trimStart()) && indentOf(line) < 4,
	);
	const own = cut < 0 ? all : all.slice(0, cut);
	const below = cut < 0 ? undefined : readItems(all.slice(cut).join('\n'));
	return {bullet, text: own.join('\n').trimEnd(), below: below ?? []};
}

function unguard(raw: Raw, lead: string, text: string, structural: Structural | undefined): string {
	return unescapeLines(text, {
		inItem: true,
		...(lead === '' && {single: 'unclosed'}),
		structural: line => structural?.(line) === true || structural?.(`${raw.bullet} ${lead}${line}`) === true,
	});
}

function withoutId(text: string, style: ItemStyle | undefined): {readonly lead: string; readonly text: string} {
	if (style?.idPrefix === undefined) return {lead: '', text};
	const separator = style.idSeparator ?? ' ';
	const found = new RegExp(
		`^${quote(style.idPrefix)}\\d+${separator.trim() === '' ? '(?:\\s+|$)' : `\\s*${quote(separator.trim())}${separator.endsWith(' ') ? ' ?' : ''}`}`,
	).exec(text);
	return found ? {lead: found[0], text: belowLead(text.slice(found[0].length))} : {lead: '', text};
}

/** The text behind an item's id or box, which may begin on the line below. */
function belowLead(text: string): string {
	return text.replace(/^[ \t]*\n/, '');
}

/** Reads a list; an item with items below it is `{text, items}`. Empty items are none. */
export function decodeList(
	text: string,
	style: ItemStyle | undefined,
	structural?: Structural,
): readonly Item[] | undefined {
	const raws = readItems(text);
	if (!raws) return undefined;
	const read = (raw: Raw, own: ItemStyle | undefined): Item => {
		const {lead, text: body} = withoutId(raw.text, own);
		const words = unguard(raw, lead, body, structural);
		return raw.below.length === 0 ? words : {text: words, items: raw.below.map(one => read(one, undefined))};
	};

	return raws.map(raw => read(raw, style)).filter(one => typeof one !== 'string' || one.trim() !== '');
}

/** Reads a checklist whose items are the author's; an item without a box is not done. */
export function decodeChecks(
	text: string,
	style: ItemStyle | undefined,
	structural?: Structural,
): readonly Check[] | undefined {
	const raws = readItems(text);
	return raws
		?.map(raw => {
			const found = box.exec(raw.text);
			const {lead, text: body} = withoutId(found ? belowLead(raw.text.slice(found[0].length)) : raw.text, style);
			const mark = found ? `[${found[1] === ' ' ? ' ' : 'x'}] ` : '';
			// A checklist is flat: what stands below an item stays in its text.
			const below = raw.below.map(one => `\n${one.bullet} ${one.text}`).join('');
			return {text: unguard(raw, mark + lead, body, structural) + below, done: found !== null && found[1] !== ' '};
		})
		.filter(check => check.text.trim() !== '');
}

/** The boxes of a checklist with fixed items, ticked as the value says; the template's text stays as it is. */
export function encodeBoxes(original: string, field: Field, done: Readonly<Record<string, boolean>>): string {
	const items = field.fixedItems ?? [];
	let index = 0;
	return original
		.split('\n')
		.map(line =>
			line.replace(/^(\s*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)[ xX](\].*)$/, (_, before: string, after: string) => {
				const id = items[index++]?.id;
				return `${before}${id !== undefined && done[id] === true ? 'x' : ' '}${after}`;
			}),
		)
		.join('\n');
}

/** Which fixed items are ticked, told by their text; a text without boxes is no checklist. */
export function decodeBoxes(text: string, field: Field): Readonly<Record<string, boolean>> | undefined {
	const found: Record<string, boolean> = Object.create(null) as Record<string, boolean>;
	const boxes: {readonly done: boolean; readonly words: string}[] = [];
	for (const line of text.split('\n')) {
		const match = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\][ \t]*(.*)$/.exec(line);
		if (match) boxes.push({done: match[1] !== ' ', words: plainWords(match[2]!)});
	}

	if (boxes.length === 0) return undefined;
	for (const [index, item] of (field.fixedItems ?? []).entries()) {
		const words = plainWords(item.text);
		const same =
			boxes.find(one => one.words === words) ?? (boxes.length === field.fixedItems?.length ? boxes[index] : undefined);
		found[item.id] = same?.done ?? false;
	}

	return found;
}

function plainWords(text: string): string {
	return text
		.replaceAll(/[*_`\s]+/g, ' ')
		.trim()
		.toLowerCase();
}

/**
 * One item of a list of pairs: the parts with the template's words between them. Where nothing follows, the words that
 * would lead to it are left away: `Q1: text`, not `Q1: text (Owner: , Due: )`.
 */
export function joinParts(row: Row, parts: readonly Part[]): string {
	const values = parts.map(part => (Object.hasOwn(row, part.id) ? row[part.id]! : '').trim());
	// Words that open the first part are closed by the ones that follow it.
	const last = coreOf(parts[0]!.before) === '' ? values.findLastIndex(value => value !== '') : parts.length - 1;
	const written = parts.slice(0, last + 1).map((part, index) => {
		const next = parts[index + 1];
		const value = values[index]!;
		if (!next) return part.before + value;
		// A backslash at the end would hide the words that follow.
		const hides = index < last && value.endsWith('\\') && !/^\s/.test(next.before);
		return part.before + escapeDelimiter(value, next.before) + (hides ? ' ' : '');
	});
	return written.join('') + (last > 0 || parts.length === 1 ? (parts.at(-1)!.after ?? '') : '');
}

/** The parts of an item. What cannot be told apart goes to the first. */
export function splitParts(text: string, parts: readonly Part[]): Row {
	const row: Record<string, string> = Object.create(null) as Record<string, string>;
	const first = parts[0]!;
	const last = parts.at(-1)!;
	let at = text.startsWith(coreOf(first.before)) ? coreOf(first.before).length : 0;
	// What closes the item belongs to the words that lead to its second part.
	const second = parts[1];
	const closes = !second || findDelimiter(text, second.before, at) >= 0;
	const tail = closes ? (last.after ?? '').trimEnd() : '';
	const end = tail !== '' && text.trimEnd().endsWith(tail) ? text.trimEnd().length - tail.length : text.length;
	for (const [index, part] of parts.entries()) {
		const next = parts[index + 1];
		const stop = next ? findDelimiter(text, next.before, at) : end;
		const to = stop < 0 ? end : Math.min(Math.max(stop, at), end);
		const words = text.slice(at, to).trim();
		row[part.id] = next ? unescapeDelimiter(words, next.before) : words;
		at = stop < 0 || !next ? end : stop + coreOf(next.before).length;
	}

	return row;
}
