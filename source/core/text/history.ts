/** Undo and redo: snapshots that share their lines, one for each run of like edits. */

import type {History, Position, Snapshot, TextBuffer} from './types.ts';

/** The oldest steps are forgotten beyond this. */
const mostSteps = 500;
/** A run of typing longer than this becomes a new step, so that one undo never takes back minutes of work. */
const longestRun = 100;

function snapshot({lines, cursor}: TextBuffer): Snapshot {
	return {lines, cursor};
}

function bare(buffer: TextBuffer, history: History): TextBuffer {
	const {lines, multiline, cursor, killed} = buffer;
	return {lines, multiline, cursor, killed, history};
}

/**
 * The buffer with changed lines. Edits of one `batch` in a row are one step; an edit without a batch is a step of its
 * own. Lines that are the same as before make no step.
 */
export function changed(
	buffer: TextBuffer,
	next: {readonly lines: readonly string[]; readonly cursor: Position},
	batch?: string,
): TextBuffer {
	const isSame =
		next.lines.length === buffer.lines.length && next.lines.every((line, index) => line === buffer.lines[index]);
	if (isSame) {
		return {...moved(buffer, next.cursor), lines: buffer.lines};
	}

	const {history} = buffer;
	const length = history.length ?? 0;
	const goesOn = batch !== undefined && history.batch === batch && length < longestRun;
	return {
		...bare(buffer, {
			undo: goesOn ? history.undo : [...history.undo.slice(1 - mostSteps), snapshot(buffer)],
			redo: [],
			...(batch === undefined ? {} : {batch, length: goesOn ? length + 1 : 1}),
		}),
		...next,
	};
}

/** The buffer with the cursor elsewhere; the run of typing ends. The anchor stays only if it is given. */
export function moved(buffer: TextBuffer, cursor: Position, anchor?: Position, goal?: number): TextBuffer {
	const {undo, redo} = buffer.history;
	return {
		...bare(buffer, {undo, redo}),
		cursor,
		...(anchor === undefined ? {} : {anchor}),
		...(goal === undefined ? {} : {goal}),
	};
}

/** One step back; the buffer itself where there is none. */
export function undo(buffer: TextBuffer): TextBuffer {
	const {undo: past, redo: future} = buffer.history;
	const last = past.at(-1);
	return last ? {...bare(buffer, {undo: past.slice(0, -1), redo: [...future, snapshot(buffer)]}), ...last} : buffer;
}

/** One step forward again; the buffer itself where there is none. */
export function redo(buffer: TextBuffer): TextBuffer {
	const {undo: past, redo: future} = buffer.history;
	const next = future.at(-1);
	return next ? {...bare(buffer, {undo: [...past, snapshot(buffer)], redo: future.slice(0, -1)}), ...next} : buffer;
}
