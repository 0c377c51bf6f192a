/** What a person calls a character, and how many cells it takes. */

import stringWidth from 'string-width';
import {firstIndex} from './first-index.ts';
import {isLong, piecesOf, segments, startsOf} from './segments.ts';

/*
 * Text in which every UTF-16 unit is a character of its own by UAX #29 (no marks, joiners, surrogates, jamo), so that
 * neither the segmenter nor an array is needed. Most of what people write is here.
 */
/** Those of them that take one cell, for the brackets of an expression. The build gives them to Ink's measuring too. */
export const narrow =
	'\\x20-\\x7e\\xa0-\\xac\\xae-\\u02ff\\u0370-\\u0482\\u048a-\\u052f\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20c0\\u2190-\\u21ff\\u2200-\\u22ff\\u2500-\\u25fc';
/** Signs and symbols, among them what Unicode shows as an emoji (✅ ❌ ⏳): alone, for what would join them is not here. */
const symbols = '\\u2300-\\u23ff\\u25fd-\\u27bf';
const plainText = new RegExp(
	`^[\\t\\n${narrow}${symbols}\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff\\uac00-\\ud7a3]*$`,
);
const narrowText = new RegExp(`^[${narrow}]*$`);

/** True where every UTF-16 unit is a grapheme of its own, so that columns are offsets. */
export function isPlain(text: string): boolean {
	return plainText.test(text);
}

/** The text's graphemes (extended clusters of UAX #29); joined they are the text. */
export function graphemes(text: string): readonly string[] {
	if (isPlain(text)) {
		return text.split('');
	}

	return isLong(text) ? piecesOf(text) : Array.from(segments(text), ({segment}) => segment);
}

/** The text's graphemes from one column to another. */
export function graphemesBetween(text: string, from: number, to: number): readonly string[] {
	return isPlain(text) ? text.slice(from, to).split('') : graphemes(text).slice(from, to);
}

/** How many graphemes a text has. */
export function countGraphemes(text: string): number {
	return columnAt(text, text.length);
}

/** The string offset at which grapheme `column` begins; past the end, the text's length. */
export function offsetAt(text: string, column: number): number {
	if (isPlain(text)) {
		return Math.min(column, text.length);
	}

	if (isLong(text)) return startsOf(text)[column] ?? text.length;
	let at = 0;
	for (const {index} of segments(text)) {
		if (at++ === column) {
			return index;
		}
	}

	return text.length;
}

/** The grapheme column of a string offset; an offset inside a grapheme gives the column behind it. */
export function columnAt(text: string, offset: number): number {
	if (isPlain(text)) {
		return Math.min(offset, text.length);
	}

	if (isLong(text)) return firstIndex(startsOf(text), start => start >= offset);

	let column = 0;
	for (const {index} of segments(text)) {
		if (index >= offset) {
			return column;
		}

		column++;
	}

	return column;
}

/** The symbols that are East Asian Wide (UAX #11): emoji, brackets, trigrams and other signs of the I Ching. */
const wideSymbol = /[\u2329\u232A\u2630-\u2637\u268A-\u268F\p{Emoji_Presentation}]/u;

/** Of the plain text, some symbols and what stands from the CJK symbols on are East Asian Wide, the rest is narrow. */
function plainCells(text: string): number {
	let width = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const isWide = code >= 0x30_01 || (code >= 0x23_00 && wideSymbol.test(text.charAt(at)));
		width += isWide ? 2 : code < 0x20 ? 0 : 1;
	}

	return width;
}

/**
 * How many cells a text takes on one row, as Ink counts them (the same major of string-width). Control characters
 * and tabs count as none and colour sequences are passed over, so sanitise and expand first.
 */
export function cells(text: string): number {
	if (narrowText.test(text)) {
		return text.length;
	}

	return isPlain(text) ? plainCells(text) : stringWidth(text);
}

/** The start of a text that fits `width` cells, with `ellipsis` behind it where something was cut off. Never splits a grapheme. */
export function cut(text: string, width: number, ellipsis = ''): string {
	if (cells(text) <= width) {
		return text;
	}

	const tail = cells(ellipsis) <= width ? ellipsis : '';
	let room = Math.max(0, width) - cells(tail);
	let kept = '';
	for (const grapheme of graphemes(text)) {
		room -= cells(grapheme);
		if (room < 0) {
			break;
		}

		kept += grapheme;
	}

	return kept + tail;
}

/** The text with spaces behind it up to `width` cells; a wider text stays as it is. */
export function pad(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - cells(text)));
}
