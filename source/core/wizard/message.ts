/** The words of a commit: a subject in the first line, an empty line, and a body for those who ask why (git-commit(1)). */

import {cells, cleanInput, createBuffer, edit} from '../text/index.ts';
import type {TextBuffer} from '../text/types.ts';
import {mostSubject} from './proposals.ts';

/** The message as a text to be edited, with the cursor at the end of its subject: there Enter commits. */
export function messageBuffer(message: string): TextBuffer {
	return atSubject(createBuffer(message, {multiline: true}));
}

/** The message as an editor left it; one undo brings back what was there. */
export function editedMessage(buffer: TextBuffer, text: string): TextBuffer {
	return atSubject(edit(buffer, {type: 'replace', text: cleanInput(text).replace(/\n$/, '')}));
}

function atSubject(buffer: TextBuffer): TextBuffer {
	return edit(edit(buffer, {type: 'move', motion: 'text-start'}), {type: 'move', motion: 'line-end'});
}

/** The cursor at the start of the body, which is begun below an empty line where there is none. */
export function toBody(buffer: TextBuffer): TextBuffer {
	const {lines} = buffer;
	const isApart = (lines[1] ?? '').trim() === '';
	const missing = isApart ? '\n'.repeat(Math.max(0, 3 - lines.length)) : '';
	const end = edit(buffer, {type: 'move', motion: 'text-end'});
	const begun = missing === '' ? end : edit(end, {type: 'insert', text: missing, paste: true});
	const start = edit(begun, {type: 'move', motion: 'text-start'});
	return Array.from({length: isApart ? 2 : 1}).reduce<TextBuffer>(
		moved => edit(moved, {type: 'move', motion: 'down'}),
		start,
	);
}

/** True where the message says nothing in its first line, which is all that most lists of commits show. */
export function hasNoSubject(buffer: TextBuffer): boolean {
	return (buffer.lines[0] ?? '').trim() === '';
}

/** True where the author has changed what was proposed. */
export function isOwnMessage({history}: TextBuffer): boolean {
	return history.undo.length > 0;
}

/** What git's own tools would make less of, as sentences; nothing of it keeps anyone from committing. */
export function messageNotes(message: string): readonly string[] {
	const [subject = '', second = ''] = message.split('\n');
	const wide = cells(subject);
	return [
		...(wide > mostSubject
			? [`The first line is ${wide} characters wide; lists of commits show ${mostSubject} at most.`]
			: []),
		...(second.trim() === '' ? [] : ['The second line is not empty: git takes it for more of the first.']),
	];
}
