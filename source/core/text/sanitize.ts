/**
 * Text from files and keyboards made harmless. What is shown goes through `sanitize` (nothing invisible, nothing that
 * a terminal obeys); what is kept goes through `cleanInput` (only what no document should hold is dropped).
 */

import {cells, isPlain} from './graphemes.ts';

/** Cells between tab stops in drawing. */
export const tabWidth = 4;

/*
 * What has no look of its own but changes how the rest is read: bidi controls, zero-width characters, tags, line and
 * paragraph separators, soft hyphen, BOM, fillers. Joiners and variation selectors stay, for scripts and emoji need them.
 */
const hidden =
	/(?![\u200c\u200d\u034f\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u2028\u2029\ufff9-\ufffb]/gu;
const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;
const markRun = /([\p{M}\u200c\u200d]{8})[\p{M}\u200c\u200d]+/gu;
const printableAscii = /^[\n\x20-\x7e]*$/;

function unixLines(text: string): string {
	return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}

function controlPicture(character: string, ascii: boolean): string {
	const code = character.charCodeAt(0);
	if (code >= 0x80) {
		return `<${code.toString(16)}>`;
	}

	if (ascii) {
		return `^${String.fromCharCode(code ^ 0x40)}`;
	}

	return code === 0x7f ? '␡' : String.fromCharCode(0x24_00 + code);
}

function name(character: string): string {
	return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

/** A line with its tabs as spaces up to the next stop; `start` is the cell it begins at. */
export function expandTabs(line: string, start = 0): string {
	if (!line.includes('\t')) {
		return line;
	}

	let drawn = '';
	let at = start;
	for (const [index, part] of line.split('\t').entries()) {
		if (index > 0) {
			const gap = tabWidth - (at % tabWidth);
			drawn += ' '.repeat(gap);
			at += gap;
		}

		drawn += part;
		at += cells(part);
	}

	return drawn;
}

/**
 * Text as it may be drawn: well-formed, LF line ends, controls as pictures (`␛`, `<9b>`), invisible characters by
 * name (`<U+202E>`), at most eight marks on a character, tabs as spaces. `ascii` is for terminals without Unicode
 * (`^[`, `\u{202E}`). Doing it twice changes nothing more. For display only: never write it to a file.
 */
export function sanitize(text: string, options: {readonly ascii?: boolean} = {}): string {
	if (printableAscii.test(text)) {
		return text;
	}

	const ascii = options.ascii ?? false;
	let safe = unixLines(text.toWellFormed());
	if (!isPlain(safe)) {
		safe = safe
			.replaceAll(controls, character => controlPicture(character, ascii))
			.replaceAll(hidden, character => (ascii ? `\\u{${name(character)}}` : `<U+${name(character)}>`))
			.replaceAll(markRun, '$1');
	}

	return safe.includes('\t')
		? safe
				.split('\n')
				.map(line => expandTabs(line))
				.join('\n')
		: safe;
}

/** Text as it may be kept in an answer: LF line ends, well-formed, no control characters but tab and newline. */
export function cleanInput(text: string): string {
	if (isPlain(text)) {
		return text;
	}

	return unixLines(text.toWellFormed()).replaceAll(controls, '');
}

/** The text without what has no look of its own but changes how the rest is read, for words that others read elsewhere. */
export function withoutHidden(text: string): string {
	return isPlain(text) ? text : text.replaceAll(hidden, '');
}
