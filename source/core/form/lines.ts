/**
 * A text as lines, with what a line can mean for the structure of a document: whether it stands in a fence, a comment
 * or raw HTML, and whether it is a heading. Writing and reading back must agree on this to the letter, so both use it.
 *
 * Follows CommonMark §4.2 (ATX headings), §4.3 (setext headings), §4.5 (fences), §4.6 (HTML blocks 1 to 5, the ones
 * that can swallow blank lines) and §5.2 (content column of list items, which a fence inside an item depends on).
 */

import {
	atx,
	bullet,
	bulletThen,
	definition,
	eachBullet,
	emptyItem,
	fenceOpen,
	htmlBlocks,
	interrupts,
	isMarkup,
	isTableHead,
	isText,
	late,
	notParagraph,
	underline,
} from './block-start.ts';
import {holdsClosing} from './read/html.ts';
import {Lately} from './lately.ts';
import {split, indentOf, widthOf, isBlank} from './line-pieces.ts';

export type Line = {
	/** Offset of its first character. */
	readonly from: number;
	/** Offset behind its last character, line end excluded. */
	readonly to: number;
	/** Offset behind its line end. */
	readonly end: number;
	readonly text: string;
	/** What the line stands in: `open` is the first line of a fence, `raw` a comment, raw HTML or front matter. */
	readonly state: 'plain' | 'open' | 'fence' | 'raw';
	/** 1 to 6 where it is a heading's first line. */
	readonly heading?: number;
	/** True for the further lines of a setext heading, its underline the last of them. */
	readonly underline?: boolean;
	/** True where a list item begins. */
	readonly item?: boolean;
	/** True for raw HTML or a comment that begins and ends on this line. */
	readonly alone?: boolean;
};

export type Scan = {
	readonly lines: readonly Line[];
	/** What the text ends inside of, and on which line (from 0) that began. */
	readonly unclosed?: {readonly what: 'code fence' | 'comment' | 'HTML block'; readonly line: number};
};

/** A line of YAML front matter that names something. */
export const frontMatterKey = /^[^\s#].{0,80}?:(?:\s|$)|^\{\{ ?[\w.]+ ?\}\}[ \t]*$/m;

/** Whole files, which everyone who looks at their headings or their end asks for. */
const files = new Lately<Scan>(6);
/** Long answers, which writing, reading back and the checks each go through. */
const answers = new Lately<Scan>(6);
const longAnswer = 2000;

/**
 * Reads a text's lines.
 *
 * @param text any text
 * @param options `document`: the text is a whole file, so that it may begin with a BOM and front matter
 */
export function scan(text: string, {document = false}: {readonly document?: boolean} = {}): Scan {
	if (document) return files.get(text, () => read(text, true));
	return text.length < longAnswer ? read(text, false) : answers.get(text, () => read(text, false));
}

function read(text: string, isDocument: boolean): Scan {
	const pieces = split(text);
	const closings = holdsClosing(text);
	const lines: Line[] = [];
	let fence:
		{readonly mark: string; readonly length: number; readonly column: number; readonly line: number} | undefined;
	let html:
		| {readonly end: RegExp; readonly what: 'comment' | 'HTML block'; readonly column: number; readonly line: number}
		| undefined;
	/** Content columns of the list items that are open. */
	let columns: number[] = [];
	/** The line on which the paragraph began that goes on here, of no list and no quotation. */
	let paragraph: number | undefined;
	/** True while text goes on that belongs to an item or a quotation, however it is indented. */
	let foreign = false;
	/** In raw HTML that a blank line ends: the column of the item that holds it. Nothing in it is Markdown. */
	let markup: number | undefined;
	/** True in a table, whose lines are no paragraph. */
	let rows = false;
	/** The same in an item: no text goes on with a table's. */
	let innerRows = false;
	let start = 0;
	if (isDocument) {
		const close = frontMatter(text, pieces);
		for (; start < close; start++) {
			const piece = pieces[start]!;
			lines.push({...piece, text: text.slice(piece.from, piece.to), state: 'raw'});
		}
	}

	for (let index = start; index < pieces.length; index++) {
		const piece = pieces[index]!;
		let line = text.slice(piece.from, piece.to);
		if (index === 0 && isDocument && line.startsWith('\uFEFF')) line = line.slice(1);
		if (fence) {
			const column = indentOf(line);
			const closing = /^[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(line);
			if (!isBlank(line) && column < fence.column) {
				// The list item that held the fence is over, and the fence with it.
				fence = undefined;
			} else {
				lines.push({...piece, text: line, state: 'fence'});
				paragraph = undefined;
				if (closing && closing[1]![0] === fence.mark && closing[1]!.length >= fence.length && column < fence.column + 4)
					fence = undefined;
				continue;
			}
		}

		// As a fence, it is over with the list item that held it.
		if (html && (isBlank(line) || indentOf(line) >= html.column)) {
			lines.push({...piece, text: line, state: 'raw'});
			if (html.end.test(line)) html = undefined;
			continue;
		}

		html = undefined;

		const column = indentOf(line);
		const blank = isBlank(line);
		if (markup !== undefined && !blank && column >= markup) {
			// To an author the items in it are some.
			lines.push({...piece, text: line, state: 'plain', ...(bullet.test(line) && {item: true})});
			continue;
		}

		markup = undefined;
		// Indented code is no row (GFM §4.10).
		rows &&= !blank && column < 4 && !interrupts(line);
		// What goes on with an item's text is part of it, wherever it begins; so is what would be indented code elsewhere.
		const isDeep: boolean = foreign && !blank && column >= (columns.findLast(content => column >= content) ?? 0) + 4;
		const isLazy = foreign && !blank && (isDeep || !interrupts(line));
		const deep = columns.length;
		if (!blank && !isLazy) columns = columns.filter(content => column >= content);
		const base = columns.at(-1) ?? 0;
		/** True where a paragraph could go on that stands in what this line stands in. */
		const goesOn: boolean = paragraph !== undefined || (foreign && deep > 0 && columns.length === deep);
		// A bullet opens an item; what stands behind it may itself be a bullet or a fence.
		const prefix = bulletThen.exec(line)?.[0] ?? '';
		const inItem: boolean =
			prefix !== '' &&
			!isDeep &&
			bullet.test(line) &&
			column < base + 4 &&
			!(goesOn && late.test(' '.repeat(column - base) + line.trimStart()));
		const content = inItem ? widthOf(prefix) : base;
		const opening = fenceOpen.exec(inItem ? ' '.repeat(content) + line.slice(prefix.length) : line);
		// Items may begin inside one another on one line.
		for (const {index: at, 0: one} of inItem ? prefix.matchAll(eachBullet) : []) {
			const mark = widthOf(prefix.slice(0, at) + one.trimEnd());
			const behind = widthOf(prefix.slice(0, at + one.length));
			columns.push(behind > mark && behind <= mark + 4 ? behind : mark + 1);
		}

		if (opening && !isDeep && (inItem || column < base + 4)) {
			fence = {mark: opening[2]![0]!, length: opening[2]!.length, column: inItem ? columns.at(-1)! : base, line: index};
			lines.push({...piece, text: line, state: 'open', ...(inItem && {item: true})});
			paragraph = undefined;
			foreign = false;
			continue;
		}

		// What an item's content begins with is told from where that begins.
		const bare = inItem
			? line.slice(prefix.length)
			: base > 0 && column >= base
				? ' '.repeat(column - base) + line.trimStart()
				: line;
		const block = htmlBlocks.find(one => one.start.test(bare));
		if (block) {
			const rest = bare.replace(block.start, '');
			const alone = block.end.test(rest);
			lines.push({...piece, text: line, state: 'raw', ...(alone && {alone}), ...(inItem && {item: true})});
			if (!alone) html = {end: block.end, what: block.what, column: columns.at(-1) ?? 0, line: index};
			paragraph = undefined;
			foreign = false;
			continue;
		}

		const mark = atx.exec(line);
		// A heading inside a list item begins no section.
		if (mark && columns.length === 0) {
			lines.push({...piece, text: line, state: 'plain', heading: mark[1]!.length});
			paragraph = undefined;
			foreign = false;
			continue;
		}

		if (columns.length === 0 && !foreign && isTableHead(lines.at(-1)?.text ?? '', line)) rows = true;
		if (rows) {
			lines.push({...piece, text: line, state: 'plain'});
			paragraph = undefined;
			continue;
		}

		if (paragraph !== undefined && columns.length === 0 && underline.test(line)) {
			const level = line.includes('=') ? 1 : 2;
			for (let at = paragraph; at < lines.length; at++)
				lines[at] = {...lines[at]!, ...(at === paragraph ? {heading: level} : {underline: true})};
			lines.push({...piece, text: line, state: 'plain', underline: true});
			paragraph = undefined;
			continue;
		}

		lines.push({...piece, text: line, state: 'plain', ...(inItem && {item: true})});
		if (blank) {
			paragraph = undefined;
			foreign = false;
			innerRows = false;
			// An item may begin with one empty line, its first.
			if (emptyItem.test(lines.at(-2)?.text ?? '')) columns.pop();
		} else if (!inItem && paragraph === undefined && emptyItem.test(line)) {
			// An item without text on its line; it cannot end a paragraph.
			columns.push(line.trimEnd().length + 1);
			foreign = false;
		} else if (columns.length > 0 && isMarkup(bare.trimStart(), inItem || !foreign, closings)) {
			markup = columns.at(-1)!;
			paragraph = undefined;
			foreign = false;
		} else if (inItem || columns.length > 0) {
			paragraph = undefined;
			const above = (lines.at(-2)?.text ?? '').replace(bulletThen, '');
			innerRows = !inItem && column >= base && (innerRows || isTableHead(above, line, base));
			// Indented code is no text that goes on.
			foreign = (isDeep || isText(line)) && !innerRows && (foreign || inItem || column < base + 4);
		} else if (notParagraph.test(line)) {
			paragraph = undefined;
			foreign = /^[ \t]*>/.test(line) && isText(line);
		} else if (isMarkup(line, paragraph === undefined && !foreign, closings)) {
			paragraph = undefined;
			foreign = false;
			markup = 0;
		} else if ((paragraph === undefined || lines[paragraph]!.text.trim() === '') && !foreign) {
			// Above more of its text a line of blanks of another kind is no part of a heading.
			if (column < 4 && !definition.test(line)) paragraph = lines.length - 1;
		}
	}

	if (fence) return {lines, unclosed: {what: 'code fence', line: fence.line}};
	if (html) return {lines, unclosed: {what: html.what, line: html.line}};
	return {lines};
}

/** Number of lines that YAML (`---`) or TOML (`+++`) front matter takes, 0 where there is none. */
function frontMatter(text: string, pieces: readonly {from: number; to: number}[]): number {
	const first = text
		.slice(pieces[0]!.from, pieces[0]!.to)
		.replace(/^\uFEFF/, '')
		.trimEnd();
	if (first !== '---' && first !== '+++') return 0;
	let isEmpty = true;
	let hasKey = false;
	for (let index = 1; index < pieces.length; index++) {
		const line = text.slice(pieces[index]!.from, pieces[index]!.to).trimEnd();
		// A rule above a paragraph is no front matter: something in it must look like a key.
		if (line === first || (first === '---' && line === '...'))
			return first === '+++' || isEmpty || hasKey ? index + 1 : 0;
		if (line !== '') isEmpty = false;
		hasKey ||= frontMatterKey.test(line);
	}

	return 0;
}
