/** Lines between two that were recognised: which are items or rows, where what begins there ends, and runs of known words. */

import {indentOf} from './line-pieces.ts';
import type {Line} from './lines.ts';
import {isEmpty} from './separators.ts';

export const listLine = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

export function isItem(line: Line): boolean {
	return line.item === true || (line.state === 'plain' && listLine.test(line.text));
}

/** An item is no row, whatever it holds. */
export function isTableRow(line: Line): boolean {
	return line.state === 'plain' && line.text.includes('|') && !isItem(line);
}

export function paragraphEnd(lines: readonly Line[], from: number): number {
	const blank = lines.findIndex((line, index) => index > from && isEmpty(line.text));
	return blank < 0 ? lines.length : blank;
}

export function fenceEnd(lines: readonly Line[], open: number): number {
	let to = open + 1;
	while (to < lines.length && lines[to]!.state === 'fence') to++;
	return to;
}

/** A list goes on over blank lines while items or lines indented to its content follow. */
export function listEnd(lines: readonly Line[], from: number): number {
	const base = indentOf(lines[from]!.text);
	let to = from + 1;
	for (let index = from + 1; index < lines.length; index++) {
		const line = lines[index]!;
		if (isEmpty(line.text)) continue;
		const after = isEmpty(lines[index - 1]!.text);
		if (
			(indentOf(line.text) >= base && isItem(line)) ||
			indentOf(line.text) > base + 1 ||
			line.state === 'fence' ||
			(!after && line.state === 'plain')
		)
			to = index + 1;
		else break;
	}

	return to;
}

/** The lines of a text that are not blank, without the blanks around them. */
export function textLines(text: string): readonly string[] {
	return text
		.split(/\r\n|\n|\r/)
		.map(line => line.trim())
		.filter(line => line !== '');
}

/** As `findRun`, but only where the first line that says something is the first of these. */
export function runFrom(
	lines: readonly Line[],
	words: readonly string[],
	from: number,
): {readonly from: number; readonly to: number} | undefined {
	let start = from;
	while (start < lines.length && isEmpty(lines[start]!.text)) start++;
	const run = lines[start]?.text.trim() === words[0] ? findRun(lines, words, start) : undefined;
	return run?.from === start ? run : undefined;
}

/** Where lines with these words follow one another, blank lines between them aside. */
export function findRun(
	lines: readonly Line[],
	words: readonly string[],
	from: number,
	free?: readonly boolean[],
	anywhere = true,
	begins?: (line: Line) => boolean,
): {readonly from: number; readonly to: number} | undefined {
	if (words.length === 0) return undefined;
	for (let start = from; start < lines.length; start++) {
		if (lines[start]!.text.trim() !== words[0] || free?.[start] === false || begins?.(lines[start]!) === false) {
			if (!anywhere && !isEmpty(lines[start]!.text)) return undefined;
			continue;
		}

		let at = start;
		let matched = 0;
		while (at < lines.length && matched < words.length && free?.[at] !== false) {
			const text = lines[at]!.text.trim();
			if (text !== '') {
				if (text !== words[matched]) break;
				matched++;
			}

			at++;
		}

		// Code that goes on is another block.
		const goesOn =
			begins !== undefined &&
			lines[start]!.state === 'open' &&
			lines.slice(at, fenceEnd(lines, start)).some(line => !isEmpty(line.text));
		if (matched === words.length && !goesOn) {
			// A field alone keeps its text whole: the template's words with more behind them are an answer.
			if (!anywhere && lines.slice(at).some(line => !isEmpty(line.text))) return undefined;
			return {from: start, to: at};
		}
	}

	return undefined;
}
