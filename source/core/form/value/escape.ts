/**
 * Lines of an answer that would be taken for structure gain one backslash when written and lose one when read. The rule
 * looks at a line without the backslashes at that place, so it is its own inverse for every text: writing adds exactly
 * one to a line of that shape, reading takes exactly one away. It stands where Markdown does not show it (CommonMark
 * §2.4, in front of a sign): where a line begins with a letter, in front of a colon or the full stop, if that helps.
 */

import {isBlank, split} from '../line-pieces.ts';
import {scan} from '../lines.ts';
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

/**
 * Adds a backslash to each line of a text that would become structure. What a line is counts as it will stand: a heading
 * that becomes a line of text is gone on with by some lines that would otherwise begin a block of their own.
 */
export function escapeLines(text: string, options: EscapeOptions = {}): string {
	let states = scan(text).lines;
	for (let round = 0; ; round++) {
		const written = change(text, options, states, (lead, slashes, rest) => lead + slashes + '\\' + rest);
		if (written === text) return text;
		const standing = scan(written).lines;
		if (round > 3 || standing.every(({state, alone}, at) => state === states[at]?.state && alone === states[at]?.alone))
			return written;
		states = standing;
	}
}

/** Takes back what `escapeLines` added. */
export function unescapeLines(text: string, options: EscapeOptions = {}): string {
	if (!text.includes('\\')) return text;
	return change(text, options, scan(text).lines, (lead, slashes, rest) => lead + slashes.slice(1) + rest);
}

function change(
	text: string,
	options: EscapeOptions,
	states: Scan['lines'],
	write: (lead: string, slashes: string, rest: string) => string,
): string {
	if (text === '') return text;
	if (options.single !== undefined && !text.includes('\n')) {
		const {indent, slashes, rest} = leading(text);
		const {lines, unclosed: open} = scan(rest);
		if (options.single === 'raw' ? lines[0]!.state !== 'plain' : open !== undefined)
			return write(indent, slashes, rest);
	}

	let result = '';
	let afterBlank = false;
	for (const [index, {from, to, end}] of split(text).entries()) {
		const line = text.slice(from, to);
		const {state, alone} = states[index] ?? {state: 'plain'};
		const {indent} = leading(line);
		const behindBlank = afterBlank;
		const place =
			state === 'plain' || alone === true
				? placeIn(line, rest => isStructure(indent, rest, behindBlank, options, index))
				: undefined;
		result += (place ? write(place.lead, place.slashes, place.rest) : line) + text.slice(to, end);
		afterBlank = isBlank(line);
	}

	return result;
}

/** Signs that lose no meaning to a backslash: a number's, a label's colon, the end of a sentence. */
const signs = [
	/^(\d{1,9})(\\*)([.)].*)$/s,
	/^([\p{L}\p{N}][\p{L}\p{N} &(),/-]*)(\\*)(:(?!\/\/).*)$/su,
	/^([\p{L}\p{N}].*[^\\])(\\*)([:.,;?!][ \t]*)$/su,
];

type Place = {readonly lead: string; readonly slashes: string; readonly rest: string};

/** Where a line that is structure has its backslashes; undefined where it is none. */
function placeIn(line: string, isStructural: (rest: string) => boolean): Place | undefined {
	const {indent, slashes, rest} = leading(line);
	if (slashes === '' && (rest.includes('\\') || isStructural(rest))) {
		for (const sign of signs) {
			const [, lead = '', inner = '', behind = ''] = sign.exec(rest) ?? [];
			if (lead !== '' && isStructural(lead + behind) && !isStructural(`${lead}\\${behind}`))
				return {lead: indent + lead, slashes: inner, rest: behind};
		}
	}

	return isStructural(rest) ? {lead: indent, slashes, rest} : undefined;
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

/** What a text leaves open at its end once it is written, so that what follows it would be swallowed. */
export function unclosed(text: string): Scan['unclosed'] {
	return scan(escapeLines(text)).unclosed;
}

/**
 * Adds a backslash in front of each place where a one-line value would be taken to end, because the template's own
 * words go on there.
 */
export function escapeDelimiter(value: string, delimiter: string): string {
	if (delimiter !== '' && isBlank(delimiter)) return escapeBlanks(value);
	const core = coreOf(delimiter);
	return core === '' ? value : value.replaceAll(new RegExp(`\\\\*${quote(core)}`, 'g'), found => '\\' + found);
}

/** Takes back what `escapeDelimiter` added. */
export function unescapeDelimiter(value: string, delimiter: string): string {
	if (delimiter !== '' && isBlank(delimiter)) return unescapeBlanks(value);
	const core = coreOf(delimiter);
	return core === '' ? value : value.replaceAll(new RegExp(`\\\\+${quote(core)}`, 'g'), found => found.slice(1));
}

/** Where only blanks part two values, a blank inside the first is an entity (CommonMark §6.2): it shows as a blank. */
function escapeBlanks(value: string): string {
	return value
		.replaceAll(/&(?=(?:amp;)*#(?:32|9);)/g, '&amp;')
		.replaceAll(' ', '&#32;')
		.replaceAll('\t', '&#9;');
}

function unescapeBlanks(value: string): string {
	return value
		.replaceAll('&#32;', ' ')
		.replaceAll('&#9;', '\t')
		.replaceAll(/&amp;(?=(?:amp;)*#(?:32|9);)/g, '&');
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
