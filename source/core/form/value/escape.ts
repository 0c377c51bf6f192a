/**
 * Lines of an answer that would be taken for structure gain one backslash when written and lose one when read. The rule
 * looks at a line without its leading backslashes, so it is its own inverse for every text: writing adds exactly one to
 * a line of that shape, reading takes exactly one away.
 */

import {isBlank, scan} from '../lines.ts';
import type {Scan} from '../lines.ts';

/** Whether a line (without indentation) is one that the reader would take for a part of the template. */
export type Structural = (line: string) => boolean;

/** The comment that keeps two answers apart where nothing else would (a common idiom between two lists). */
export const separator = '<!-- -->';

const heading = /^#{1,6}(?:[ \t]|$)/;
const underline = /^(?:=+|-+)[ \t]*$/;
const markerLike = /^<!--\s*specwright:.*-->\s*$/;
const bullet = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

export type EscapeOptions = {
	readonly structural?: Structural;
	/** Inside a list item a line that begins like an item would become one. */
	readonly inItem?: boolean;
	/**
	 * For a text of one line, whose sign would be taken for the start of a block: `raw` escapes each fence, comment and
	 * raw HTML, `unclosed` only what the line does not close.
	 */
	readonly single?: 'raw' | 'unclosed';
};

/** Adds a backslash to each line of a text that would become structure. */
export function escapeLines(text: string, options: EscapeOptions = {}): string {
	return change(text, options, (indent, slashes, rest) => indent + slashes + '\\' + rest);
}

/** Takes back what `escapeLines` added. */
export function unescapeLines(text: string, options: EscapeOptions = {}): string {
	return change(text, options, (indent, slashes, rest) => indent + slashes.slice(1) + rest);
}

function change(
	text: string,
	options: EscapeOptions,
	write: (indent: string, slashes: string, rest: string) => string,
): string {
	if (text === '') return text;
	if (options.single !== undefined && !text.includes('\n')) {
		const {indent, slashes, rest} = leading(text);
		const {lines, unclosed: open} = scan(rest);
		if (options.single === 'raw' ? lines[0]!.state !== 'plain' : open !== undefined)
			return write(indent, slashes, rest);
	}

	const {lines} = scan(text);
	let result = '';
	for (const [index, line] of lines.entries()) {
		const end = text.slice(line.to, line.end);
		const {indent, slashes, rest} = leading(line.text);
		const previous = lines[index - 1];
		const speaks =
			(line.state === 'plain' || line.alone === true) &&
			isStructure(indent, rest, previous !== undefined && isBlank(previous.text), options, index);
		result += (speaks ? write(indent, slashes, rest) : line.text) + end;
	}

	return result;
}

function leading(line: string): {readonly indent: string; readonly slashes: string; readonly rest: string} {
	const [, indent = '', slashes = '', rest = ''] = /^([ \t]*)(\\*)(.*)$/s.exec(line) ?? [];
	return {indent, slashes, rest};
}

function isStructure(
	indent: string,
	rest: string,
	afterBlank: boolean,
	options: EscapeOptions,
	index: number,
): boolean {
	if (rest === '') return false;
	if (indent.length <= 3) {
		if (heading.test(rest)) return true;
		if (underline.test(rest) && !afterBlank) return true;
		if (markerLike.test(rest) || rest.trimEnd() === separator) return true;
	}

	if (options.inItem === true && index > 0 && bullet.test(rest)) return true;
	return options.structural?.(rest.trimEnd()) ?? false;
}

/** What a text leaves open at its end, so that what follows it would be swallowed. */
export function unclosed(text: string): Scan['unclosed'] {
	return scan(text).unclosed;
}

/**
 * Adds a backslash in front of each place where a one-line value would be taken to end, because the template's own
 * words go on there.
 */
export function escapeDelimiter(value: string, delimiter: string): string {
	const core = coreOf(delimiter);
	return core === '' ? value : value.replaceAll(new RegExp(`\\\\*${quote(core)}`, 'g'), found => '\\' + found);
}

/** Takes back what `escapeDelimiter` added. */
export function unescapeDelimiter(value: string, delimiter: string): string {
	const core = coreOf(delimiter);
	return core === '' ? value : value.replaceAll(new RegExp(`\\\\+${quote(core)}`, 'g'), found => found.slice(1));
}

/** Where a delimiter begins that is not escaped, from an offset on; -1 where there is none. */
export function findDelimiter(text: string, delimiter: string, from: number): number {
	const core = coreOf(delimiter);
	for (let at = text.indexOf(core, from); at >= 0; at = text.indexOf(core, at + 1)) {
		if (text[at - 1] !== '\\' || at === from) return at;
	}

	return -1;
}

/** What of a delimiter must be there: its text without the blanks around it, unless it is only blanks. */
export function coreOf(delimiter: string): string {
	return delimiter.trim() === '' ? delimiter : delimiter.trim();
}

/** A text as a regular expression that matches it literally. */
export function quote(text: string): string {
	return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}
