/**
 * Text with meanings in it, between parsing and drawing. Marks are an escape character and a letter; sanitised text
 * has no escape characters, so nothing in a document can pass for one. They take no cells, nest, and become colour
 * sequences only at the very end, which is why no other sequence can ever reach the terminal.
 */

import {cells, cut, graphemes, wrap} from '../core/text/index.ts';
import type {Theme, Token} from '../theme/index.ts';
import {sgrCodes} from '../theme/index.ts';

const escape = '\u001B';
const closing = `${escape}/`;
const tokens = [
	'dim',
	'border',
	'title',
	'heading',
	'strong',
	'emphasis',
	'deleted',
	'code',
	'link',
	'url',
	'quote',
	'value',
] as const;

/** The theme's tokens that the preview uses. */
export type Tone = (typeof tokens)[number] & Token;

const letters = new Map<string, Tone>(tokens.map((token, index) => [String.fromCharCode(0x61 + index), token]));
const openings = new Map<Tone, string>([...letters].map(([letter, token]) => [token, escape + letter]));
/* A mark, or the text up to the next one. */
const piece = /\u001B(?:([a-z])|(\/)|@(\d+);)|[^\u001B]+/g;

/** Text with a meaning. */
export function styled(token: Tone, text: string): string {
	return text === '' ? '' : `${openings.get(token) ?? ''}${text}${closing}`;
}

/** Says that what follows comes from this line of the block. */
export function fromLine(line: number): string {
	return `${escape}@${line};`;
}

/** Without any marks. */
export function unstyled(text: string): string {
	return text.includes(escape) ? text.replaceAll(piece, (part: string) => (part.startsWith(escape) ? '' : part)) : text;
}

/** Without the spaces at its end, which may stand before closings. */
export function trimmedEnd(text: string): string {
	return text.includes(escape) ? text.replace(/ +((?:\u001B\/)*)$/, '$1') : text.trimEnd();
}

/** Cells that a styled text takes on one row. */
export function widthOf(text: string): number {
	return cells(unstyled(text));
}

/** One line taken apart: its plain text, and what stands before each of its offsets. */
function takeApart(text: string): {
	readonly plain: string;
	readonly marks: ReadonlyMap<number, readonly RegExpExecArray[]>;
} {
	let plain = '';
	const marks = new Map<number, RegExpExecArray[]>();
	for (const match of text.matchAll(piece)) {
		if (match[0].startsWith(escape)) {
			const here = marks.get(plain.length) ?? [];
			here.push(match);
			marks.set(plain.length, here);
		} else {
			plain += match[0];
		}
	}

	return {plain, marks};
}

function wrapLine(text: string, width: number): readonly string[] {
	if (!text.includes(escape)) {
		return wrap([text], width).map(row => row.text);
	}

	const {plain, marks} = takeApart(text);
	const parts = graphemes(plain);
	const open: string[] = [];
	const rows: string[] = [];
	let offset = 0;
	for (const row of wrap([plain], width)) {
		const shown = graphemes(row.text);
		let drawn = open.join('');
		for (let column = row.from; column < row.to; column++) {
			drawn += applied(marks.get(offset), open) + (shown[column - row.from] ?? '');
			offset += (parts[column] ?? '').length;
		}

		if (offset === plain.length) {
			drawn += applied(marks.get(offset), open);
		}

		rows.push(drawn + closing.repeat(open.length));
	}

	return rows;
}

/** The marks as text; what they open and close is kept in `open`. */
function applied(marks: readonly RegExpExecArray[] | undefined, open: string[]): string {
	for (const mark of marks ?? []) {
		if (mark[1] !== undefined) {
			open.push(mark[0]);
		} else if (mark[2] !== undefined) {
			open.pop();
		}
	}

	return (marks ?? []).map(mark => mark[0]).join('');
}

/** The text's lines wrapped to `width` cells; what is open at the end of a row is closed there and opened again. */
export function wrapStyled(text: string, width: number): readonly string[] {
	return balanced(text).flatMap(line => wrapLine(line, Math.max(1, width)));
}

/** The text's lines, each with as many closings as openings. */
function balanced(text: string): readonly string[] {
	if (!text.includes(escape) || !text.includes('\n')) {
		return text.split('\n');
	}

	const open: string[] = [];
	return text.split('\n').map(line => {
		const before = open.join('');
		for (const match of line.matchAll(piece)) {
			applied(match[0].startsWith(escape) ? [match] : [], open);
		}

		return before + line + closing.repeat(open.length);
	});
}

/** A row in the theme's colours, at most `width` cells; without `color` the marks are dropped. */
export function colored(row: string, width: number, theme: Theme, color: boolean): string {
	const plain = unstyled(row);
	if (cells(plain) > width) {
		return cut(plain, width, theme.glyphs.ellipsis);
	}

	if (!color || plain === row) {
		return plain;
	}

	const open: (readonly number[])[] = [];
	let drawn = '';
	let active = '';
	for (const [part, letter, close] of row.matchAll(piece)) {
		if (letter !== undefined) {
			const token = letters.get(letter);
			open.push(token ? sgrCodes(theme.styles[token]) : []);
		} else if (close !== undefined) {
			open.pop();
		} else if (!part.startsWith(escape)) {
			const wanted = [...new Set(open.flat())].join(';');
			if (wanted !== active) {
				drawn += (active === '' ? '' : `${escape}[0m`) + (wanted === '' ? '' : `${escape}[${wanted}m`);
				active = wanted;
			}

			drawn += part;
		}
	}

	return active === '' ? drawn : `${drawn}${escape}[0m`;
}

/** The source lines that a row shows, given the line in hand where it begins. */
export function linesShown(row: string, current: number): {readonly first: number; readonly last: number} {
	let first = current;
	let last = current;
	let hasText = false;
	for (const [part, , , line] of row.matchAll(piece)) {
		if (line !== undefined) {
			last = Number(line);
			first = hasText ? first : last;
		} else if (!part.startsWith(escape) && part.trim() !== '') {
			hasText = true;
		}
	}

	return {first, last: Math.max(first, last)};
}
