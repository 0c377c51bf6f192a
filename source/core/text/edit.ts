/** What keys do to a text. Every edit gives a new buffer; the old one stays as it was. */

import {compare, endOf, linesOf, selectionOf} from './buffer.ts';
import {columnAt, countGraphemes, offsetAt} from './graphemes.ts';
import {changed, moved, redo, undo} from './history.ts';
import {target} from './motion.ts';
import type {Piece} from './splice.ts';
import {selectedText, splice, textBetween} from './splice.ts';
import type {Edit, Motion, Position, TextBuffer} from './types.ts';

/** One step of indentation: what Markdown's nested lists need at least. */
const indentation = '  ';

function put(buffer: TextBuffer, piece: Piece, text: string, batch?: string): TextBuffer {
	return changed(buffer, splice(buffer.lines, piece, text, buffer.multiline), batch);
}

/** What an insertion replaces: the selection, or nothing at the cursor. */
function place(buffer: TextBuffer): Piece {
	return selectionOf(buffer) ?? {from: buffer.cursor, to: buffer.cursor};
}

function insert(buffer: TextBuffer, text: string, paste: boolean): TextBuffer {
	const isTyping = !paste && !text.includes('\n') && !text.includes('\r') && !selectionOf(buffer);
	return put(buffer, place(buffer), text, isTyping ? 'insert' : undefined);
}

/** Enter: a new line that begins as this one does, so that lists and code keep their indentation. */
function newline(buffer: TextBuffer): TextBuffer {
	if (!buffer.multiline) {
		return buffer;
	}

	const piece = place(buffer);
	const line = buffer.lines[piece.from.line] ?? '';
	const indent = /^[ \t]*/.exec(line.slice(0, offsetAt(line, piece.from.column)))?.[0] ?? '';
	return put(buffer, piece, `\n${indent}`);
}

function move(buffer: TextBuffer, edit: Extract<Edit, {type: 'move'}>): TextBuffer {
	const selection = selectionOf(buffer);
	if (selection && edit.extend !== true && (edit.motion === 'left' || edit.motion === 'right')) {
		return moved(buffer, edit.motion === 'left' ? selection.from : selection.to);
	}

	const {position, goal} = target(buffer, edit.motion, edit);
	return moved(buffer, position, edit.extend === true ? (buffer.anchor ?? buffer.cursor) : undefined, goal);
}

function reach(buffer: TextBuffer, motion: Motion): Piece {
	const {position} = target(buffer, motion);
	return compare(position, buffer.cursor) < 0
		? {from: position, to: buffer.cursor}
		: {from: buffer.cursor, to: position};
}

function remove(buffer: TextBuffer, motion: Motion): TextBuffer {
	const selection = selectionOf(buffer);
	const isCharacter = motion === 'left' || motion === 'right';
	return selection
		? put(buffer, selection, '')
		: put(buffer, reach(buffer, motion), '', isCharacter ? `delete ${motion}` : undefined);
}

/**
 * Cuts the selection, or a piece that begins or ends at the cursor. Kills in a row add up in the order of the text
 * (GNU Readline's manual, "Killing Commands"), each still a step of its own for undo.
 */
function kill(buffer: TextBuffer, piece: Piece): TextBuffer {
	const cutOut = selectionOf(buffer) ?? piece;
	const text = textBetween(buffer.lines, cutOut);
	if (text === '') return buffer;
	const before = buffer.isKilling ? buffer.killed : '';
	const killed = compare(cutOut.from, buffer.cursor) < 0 ? text + before : before + text;
	return {...put(buffer, cutOut, ''), killed, isKilling: true};
}

/** To the line's end; at the end already, the line end itself. */
function killLine(buffer: TextBuffer): TextBuffer {
	const {lines, cursor} = buffer;
	const end = countGraphemes(lines[cursor.line] ?? '');
	return kill(buffer, cursor.column < end ? reach(buffer, 'line-end') : reach(buffer, 'right'));
}

/** First and last line that the selection touches; a selection that ends before a line's first character leaves it out. */
function touched(buffer: TextBuffer): readonly [number, number] {
	const selection = selectionOf(buffer);
	if (!selection) {
		return [buffer.cursor.line, buffer.cursor.line];
	}

	const {from, to} = selection;
	return [from.line, to.column === 0 && to.line > from.line ? to.line - 1 : to.line];
}

/** Changes the starts of lines; cursor and anchor keep their characters. */
function shift(buffer: TextBuffer, change: (line: string) => string): TextBuffer {
	if (!buffer.multiline) {
		return buffer;
	}

	const [first, last] = touched(buffer);
	const lines = buffer.lines.map((line, index) => (index >= first && index <= last ? change(line) : line));
	const follow = (position: Position): Position => {
		const before = buffer.lines[position.line] ?? '';
		const after = lines[position.line] ?? '';
		const offset = offsetAt(before, position.column) + after.length - before.length;
		return {line: position.line, column: columnAt(after, Math.max(0, offset))};
	};

	const made = changed(buffer, {lines, cursor: follow(buffer.cursor)});
	return buffer.anchor ? {...made, anchor: follow(buffer.anchor)} : made;
}

function outdented(line: string): string {
	return line.startsWith('\t') ? line.slice(1) : line.replace(/^ {1,2}/, '');
}

function moveLines(buffer: TextBuffer, by: -1 | 1): TextBuffer {
	const [first, last] = touched(buffer);
	if (first + by < 0 || last + by >= buffer.lines.length) {
		return buffer;
	}

	const block = buffer.lines.slice(first, last + 1);
	const lines = buffer.lines.toSpliced(first, block.length).toSpliced(first + by, 0, ...block);
	const follow = (position: Position): Position => {
		const line = position.line + by;
		// A selection that ends before a line's first character ends with the text where there is no such line any more.
		return line < lines.length ? {line, column: position.column} : endOf(lines);
	};

	const made = changed(buffer, {lines, cursor: follow(buffer.cursor)});
	return buffer.anchor ? {...made, anchor: follow(buffer.anchor)} : made;
}

/**
 * The buffer after one edit. Nothing that is typed or pasted can put a control character or a carriage return into it;
 * a one-line buffer takes line ends as spaces and knows no newline, indent or outdent. Kills take the selection where
 * there is one, and fill `killed`, which yank puts back. Runs of typing and runs of deleting are one undo each; a move,
 * a newline, a paste or anything else begins another.
 */
export function edit(buffer: TextBuffer, change: Edit): TextBuffer {
	switch (change.type) {
		case 'insert': {
			return insert(buffer, change.text, change.paste ?? false);
		}

		case 'newline': {
			return newline(buffer);
		}

		case 'move': {
			return move(buffer, change);
		}

		case 'delete': {
			return remove(buffer, change.motion);
		}

		case 'kill-line': {
			return killLine(buffer);
		}

		case 'kill-to-start': {
			return kill(buffer, reach(buffer, 'line-start'));
		}

		case 'kill-word': {
			return kill(buffer, reach(buffer, 'word-left'));
		}

		case 'copy': {
			const killed = selectedText(buffer);
			return killed === '' ? buffer : {...moved(buffer, buffer.cursor, buffer.anchor), killed};
		}

		case 'yank': {
			return put(buffer, place(buffer), buffer.killed);
		}

		case 'indent': {
			return shift(buffer, line => indentation + line);
		}

		case 'outdent': {
			return shift(buffer, outdented);
		}

		case 'move-line': {
			return moveLines(buffer, change.by);
		}

		case 'select-all': {
			return moved(buffer, endOf(buffer.lines), {line: 0, column: 0});
		}

		case 'replace': {
			const lines = linesOf(change.text, buffer.multiline);
			return changed(buffer, {lines, cursor: endOf(lines)});
		}

		case 'undo': {
			return undo(buffer);
		}

		case 'redo': {
			return redo(buffer);
		}
	}
}
