/** The words of the commit: subject and body as they are committed, and what lists of commits would cut of them. */

import {messageNotes} from '../../core/wizard/index.ts';
import {textOf} from '../../core/text/index.ts';
import type {TextBuffer} from '../../core/text/types.ts';
import {textView} from '../components/text-input.ts';
import {textWidth} from '../drawing/layout.ts';
import type {Line, Span, View} from '../drawing/line.ts';
import {span, wrapped} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import type {KeyNames} from '../keys.ts';

/** The keys that the step names, as they are called on the screen. */
export type MessageKeys = {
	readonly branch?: string;
	readonly editor?: string;
	readonly body?: string;
	readonly write?: string;
	readonly newline?: string;
};

/** The message in hand, with the keys that lead on from where the cursor is. */
export function messageView(
	{message, keys, key}: {readonly message: TextBuffer; readonly keys: MessageKeys; readonly key: KeyNames},
	width: number,
	height: number,
	look: Look,
): View {
	const notes = messageNotes(textOf(message)).flatMap(note =>
		wrapped(look.sentence(note), width - 4).map((text, index): Line => [
			span('warn', index === 0 ? ` ${look.glyphs.part} ` : '   '),
			span('warn', text),
		]),
	);
	const ways = [...elsewhere(keys), onward(message.cursor.line === 0, keys, key)];
	const text = textView(
		{buffer: message},
		Math.min(width, textWidth),
		Math.max(1, height - notes.length - ways.length - 2),
		look,
	);
	return {
		lines: [[' ', span('label', 'Message:')], ...text.lines, ...notes, [], ...ways],
		...(text.cursor ? {cursor: {...text.cursor, row: text.cursor.row + 1}} : {}),
	};
}

function elsewhere({branch, editor}: MessageKeys): readonly Line[] {
	const words: readonly (readonly Span[])[] = [
		...(branch === undefined ? [] : [[span('key', branch), ' commits on a new branch.']]),
		...(editor === undefined ? [] : [[span('key', editor), ' opens the message in your editor.']]),
	];
	return words.length === 0 ? [] : [[' ', ...words.flatMap((spans, at) => (at === 0 ? spans : [' ', ...spans]))]];
}

function onward(isSubject: boolean, {body, write, newline}: MessageKeys, key: KeyNames): Line {
	const back = [span('key', key('view.close')), ' goes back.'];
	if (isSubject) {
		const toBody = body === undefined ? [] : [span('key', body), ' goes to its body. '];
		return [' ', span('key', key('list.choose')), ' writes and commits. ', ...toBody, ...back];
	}

	const commit = write === undefined ? [] : [span('key', write), ' writes and commits. '];
	const begins = newline === undefined ? [] : [span('key', newline), ' begins a new line. '];
	return [' ', ...begins, ...commit, ...back];
}
