/** Typing in a cell that offers options: each key takes the option that is meant, so that few are needed. */

import {spoken} from '../form/index.ts';
import {edit, graphemes, textOf} from '../text/index.ts';
import type {Edit, TextBuffer} from '../text/types.ts';

/** What a cell offers, and whether others are allowed. */
type Offered = {readonly options: readonly string[]; readonly open: boolean};

/**
 * The cell after a key: the first option that begins with what was typed so far (case, signs and punctuation aside), with
 * its rest selected, so that the next letter goes on in its place. Where none does, a digit takes an option by its number
 * and a letter the next that begins with it. A blank in front of the text, or at an option, takes the next option.
 * Undefined where the edit changes the text as it would any other.
 */
export function typedOption(offered: Offered, buffer: TextBuffer, change: Edit): TextBuffer | undefined {
	if (change.type !== 'insert' || change.paste || change.text === '') return undefined;
	const line = textOf(buffer);
	const parts = graphemes(line);
	const from = Math.min(buffer.cursor.column, buffer.anchor?.column ?? buffer.cursor.column);
	const to = Math.max(buffer.cursor.column, buffer.anchor?.column ?? buffer.cursor.column);
	// Amid a text there is a word to mend.
	if (to < parts.length) return undefined;
	const before = parts.slice(0, from).join('');
	const goesOn = change.text === ' ' && parts[from] === ' ' && from > 0;
	if (change.text === ' ' && !goesOn) return nextOption(offered, buffer, line);
	const whole = before + change.text;
	const option = offered.options.find(one => one.startsWith(whole)) ?? begunBy(offered.options, whole);
	if (option !== undefined) return withRest(buffer, option, whole);
	return offered.open ? undefined : shortcut(offered.options, buffer, line, change.text);
}

function begunBy(options: readonly string[], typed: string): string | undefined {
	const said = spoken(typed);
	return said === '' ? undefined : options.find(one => spoken(one).startsWith(said));
}

function nextOption({options}: Offered, buffer: TextBuffer, line: string): TextBuffer | undefined {
	const at = options.indexOf(line);
	if (line !== '' && at < 0) return undefined;
	return selected(buffer, options[(at + 1) % options.length] ?? '');
}

function shortcut(options: readonly string[], buffer: TextBuffer, line: string, key: string): TextBuffer | undefined {
	const numbered = /^[1-9]$/.test(key) ? options[Number(key) - 1] : undefined;
	if (numbered !== undefined) return selected(buffer, numbered);
	const at = options.indexOf(line);
	const next = begunBy([...options.slice(at + 1), ...options.slice(0, at + 1)], key);
	return next === undefined ? undefined : withRest(buffer, next, key);
}

function selected(buffer: TextBuffer, option: string): TextBuffer {
	return edit(replaced(buffer, option), {type: 'select-all'});
}

function replaced(buffer: TextBuffer, option: string): TextBuffer {
	return textOf(buffer) === option ? buffer : edit(buffer, {type: 'replace', text: option});
}

/** The option with what of it was typed in front of the cursor, and the rest selected. */
function withRest(buffer: TextBuffer, option: string, typed: string): TextBuffer {
	const parts = graphemes(option);
	const said = spoken(typed);
	let column = 0;
	while (column < parts.length && spoken(parts.slice(0, column).join('')).length < said.length) column++;
	if (typed.endsWith(' ') && parts[column] === ' ') column++;
	const {anchor: _, ...text} = replaced(buffer, option);
	const cursor = {line: 0, column};
	return column < parts.length ? {...text, cursor, anchor: {line: 0, column: parts.length}} : {...text, cursor};
}
