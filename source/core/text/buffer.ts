/** Making text buffers and reading them. */

import {countGraphemes} from './graphemes.ts';
import {cleanInput} from './sanitize.ts';
import type {Position, TextBuffer} from './types.ts';

/** Text as lines: several where the buffer has several, else one with spaces for the line ends inside it. */
export function linesOf(text: string, multiline: boolean): readonly string[] {
	const clean = cleanInput(text);
	return multiline ? clean.split('\n') : [clean.replace(/\n+$/, '').replaceAll(/\n+/g, ' ')];
}

/** A buffer that holds a text (line ends become LF, control characters are dropped), with the cursor behind it. */
export function createBuffer(text: string, options: {readonly multiline: boolean}): TextBuffer {
	const lines = linesOf(text, options.multiline);
	return {lines, multiline: options.multiline, cursor: endOf(lines), history: {undo: [], redo: []}, killed: ''};
}

/** The buffer's text, lines joined by LF. */
export function textOf(buffer: TextBuffer): string {
	return buffer.lines.join('\n');
}

/** The position behind the last grapheme. */
export function endOf(lines: readonly string[]): Position {
	const line = Math.max(0, lines.length - 1);
	return {line, column: countGraphemes(lines[line] ?? '')};
}

/** Below zero where `a` stands before `b`, zero where they are one. */
export function compare(a: Position, b: Position): number {
	return a.line - b.line || a.column - b.column;
}

/** What is selected, in text order; undefined where nothing is. */
export function selectionOf(buffer: TextBuffer): {readonly from: Position; readonly to: Position} | undefined {
	const {anchor, cursor} = buffer;
	if (!anchor || compare(anchor, cursor) === 0) {
		return undefined;
	}

	return compare(anchor, cursor) < 0 ? {from: anchor, to: cursor} : {from: cursor, to: anchor};
}
