/**
 * How the blocks of Markdown begin, line by line (CommonMark §4 and §5): headings, fences, items, raw HTML, definitions,
 * tables (GFM §4.10), and what ends a paragraph.
 */

import {indentOf, isBlank} from './line-pieces.ts';
import {isHtmlTag} from './read/html.ts';
import {cellsOf, isDelimiterRow} from './value/cell.ts';

export const atx = /^ {0,3}(#{1,6})(?:[ \t]|$)/;
export const underline = /^ {0,3}(?:(=+)|(-+))[ \t]*$/;
export const fenceOpen = /^([ \t]*)(`{3,}(?!`)(?!.*`)|~{3,})/;
export const bullet = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
export const bulletThen = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)*/;
export const eachBullet = /[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/g;
/** Lines that are not the text of a paragraph, and so of no setext heading: quotes, rules. */
export const notParagraph = /^ {0,3}(?:>|#{1,6}(?:[ \t]|$)|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|(?:-[ \t]*){3,}$)/;
/** What ends a paragraph of an item or a quotation (CommonMark §5.1), raw HTML aside: what begins a block of its own. */
export const blockStart =
	/^[ \t]*(?:>|#{1,6}(?:[ \t]|$)|`{3}|~{3}|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|(?:-[ \t]*){3,}$)/;
/** An item that cannot end a paragraph: without text, or a number but the first. */
export const late = /^ {0,3}(?:[-*+][ \t]*$|(?!0*1[.)])\d{1,9}[.)](?:[ \t]|$)|\d{1,9}[.)][ \t]*$)/;
export const emptyItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]*$/;
/** The first line of a link reference definition (CommonMark §4.7): nothing but a title stands behind its address. */
export const definition =
	/^ {0,3}\[[^\]]+\]:[ \t]*(?:(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"]*"?|'[^']*'?|\([^()]*\)?))?)?[ \t]*$/;
/** What begins an HTML block that a blank line ends (CommonMark §4.6): the sixth kind, and the seventh, of one tag alone. */
export const htmlElement =
	/^ {0,3}<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$)/i;
export const htmlTag =
	/^ {0,3}<(?:\/[a-z][a-z\d-]*\s*|(?!(?:script|pre|style|textarea)[\s/>])[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>[ \t]*$/i;
export const htmlBlocks: readonly {
	readonly start: RegExp;
	readonly end: RegExp;
	readonly what: 'comment' | 'HTML block';
}[] = [
	{start: /^ {0,3}<!--/, end: /-->/, what: 'comment'},
	{
		start: /^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i,
		end: /<\/(?:script|pre|style|textarea)>/i,
		what: 'HTML block',
	},
	{start: /^ {0,3}<\?/, end: /\?>/, what: 'HTML block'},
	{start: /^ {0,3}<!\[CDATA\[/, end: /\]\]>/, what: 'HTML block'},
	{start: /^ {0,3}<![A-Za-z]/, end: />/, what: 'HTML block'},
];

/**
 * Whether a line begins raw HTML that a blank line ends; a tag alone does so only where no text goes on, and where it is
 * no blank to fill.
 *
 * @param closings the names of the text's closing tags
 */
export function isMarkup(line: string, isFree: boolean, closings: ReadonlySet<string>): boolean {
	return htmlElement.test(line) || (isFree && htmlTag.test(line) && isHtmlTag(line.trim(), closings));
}

/** Whether a line ends what stands above it, also where it is not indented as that is. */
export function interrupts(line: string): boolean {
	const own = line.trimStart();
	return blockStart.test(line) || htmlElement.test(own) || htmlBlocks.some(one => one.start.test(own));
}

/** Whether a line is no text of a paragraph that begins with it. */
export function beginsBlock(line: string): boolean {
	return interrupts(line) || htmlTag.test(line) || definition.test(line);
}

/** Whether a line of an item or a quotation is text, so that the next line may go on with it. */
export function isText(line: string): boolean {
	const own = line.replace(/^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))+/, '');
	return !isBlank(own) && !interrupts(own);
}

/**
 * Whether a line and the one below it begin a table (GFM §4.10): they have as many cells.
 *
 * @param base the column of what both stand in; what is indented by four more goes on with a text
 */
export function isTableHead(head: string, line: string, base = 0): boolean {
	return (
		indentOf(line) < base + 4 &&
		isDelimiterRow(line) &&
		head.includes('|') &&
		cellsOf(head).length === cellsOf(line).length
	);
}
