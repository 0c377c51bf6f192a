/**
 * The simplest editor there is, to hold the real one against: one string and offsets into it, cut into characters anew at
 * every step. It knows neither lines kept apart nor wrapping; up, down and pages are not its business.
 */

import type {Edit} from '../../../source/core/text/index.ts';
import {graphemes} from '../../../source/core/text/index.ts';

type Step = {readonly text: string; readonly at: number};

export type Naive = Step & {
	readonly anchor?: number;
	readonly killed: string;
	/** What the last edit was, where one like it goes on with it. */
	readonly run?: string;
	readonly undo: readonly Step[];
	readonly redo: readonly Step[];
};

/** A text with the cursor behind it. */
export function naive(text: string): Naive {
	return {text, at: text.length, killed: '', undo: [], redo: []};
}

/** Every place where a cursor can stand. */
function stops(text: string): readonly number[] {
	const found: number[] = [];
	let start = 0;
	for (const line of text.split('\n')) {
		let at = start;
		found.push(at);
		for (const part of graphemes(line)) found.push((at += part.length));
		start += line.length + 1;
	}

	return found;
}

/** The place at an offset, or the next one where it is inside a character. */
function stop(text: string, offset: number): number {
	return stops(text).find(place => place >= offset) ?? text.length;
}

function previous(text: string, at: number): number {
	return stops(text).findLast(place => place < at) ?? 0;
}

function next(text: string, at: number): number {
	return stops(text).find(place => place > at) ?? text.length;
}

function lineStart(text: string, at: number): number {
	return text.slice(0, at).lastIndexOf('\n') + 1;
}

function lineEnd(text: string, at: number): number {
	const found = text.indexOf('\n', at);
	return found < 0 ? text.length : found;
}

const isWord = (character: string): boolean => /[\p{L}\p{N}\p{M}_]/u.test(character);

/** Over what is no word, then over the word; a line's edge is passed by itself. */
function byWord(text: string, from: number, step: typeof next): number {
	let at = from;
	const ahead = (): string => {
		const to = step(text, at);
		return text.slice(Math.min(at, to), Math.max(at, to));
	};

	if (ahead() === '\n') return step(text, at);
	while (ahead() !== '' && ahead() !== '\n' && !isWord(ahead())) at = step(text, at);
	while (isWord(ahead())) at = step(text, at);
	return at;
}

function led({text, at}: Step, motion: string): number {
	switch (motion) {
		case 'left': {
			return previous(text, at);
		}

		case 'right': {
			return next(text, at);
		}

		case 'word-left': {
			return byWord(text, at, previous);
		}

		case 'word-right': {
			return byWord(text, at, next);
		}

		case 'line-start': {
			return lineStart(text, at);
		}

		case 'line-end': {
			return lineEnd(text, at);
		}

		case 'text-start': {
			return 0;
		}

		default: {
			return text.length;
		}
	}
}

/** What is selected, as offsets; undefined where nothing is. */
function selection({at, anchor}: Naive): readonly [number, number] | undefined {
	return anchor === undefined || anchor === at ? undefined : [Math.min(anchor, at), Math.max(anchor, at)];
}

/** The text that is selected. */
export function naivelySelected(state: Naive): string {
	return state.text.slice(...(selection(state) ?? [0, 0]));
}

/** With the cursor elsewhere, a run of typing ends. */
function moved({text, killed, undo, redo}: Naive, at: number, anchor?: number): Naive {
	return {text, at, killed, undo, redo, ...(anchor === undefined ? {} : {anchor})};
}

/** With another text: a step for undo, unless it goes on with the one before. */
function made(state: Naive, text: string, at: number, run?: string): Naive {
	if (text === state.text) return moved(state, at);
	const {killed} = state;
	const goesOn = run !== undefined && run === state.run;
	const undo = goesOn ? state.undo : [...state.undo, {text: state.text, at: state.at}];
	return {text, at, killed, undo, redo: [], ...(run === undefined ? {} : {run})};
}

function put(state: Naive, [from, to]: readonly [number, number], added: string, run?: string): Naive {
	const text = state.text.slice(0, from) + added + state.text.slice(to);
	return made(state, text, stop(text, from + added.length), run);
}

function kill(state: Naive, to: number): Naive {
	const [from, end] = selection(state) ?? [Math.min(state.at, to), Math.max(state.at, to)];
	const text = state.text.slice(from, end);
	if (text === '') return state;
	const before = state.run === 'kill' ? state.killed : '';
	// Each kill is a step of its own.
	const {run: _, ...rest} = state;
	return {...put(rest, [from, end], ''), run: 'kill', killed: from < state.at ? text + before : before + text};
}

/** Numbers of the first and the last line that are selected, or of the cursor's. */
function touched(state: Naive): readonly [number, number] {
	const [from, to] = selection(state) ?? [state.at, state.at];
	const first = lineOf(state.text, from);
	const last = lineOf(state.text, to);
	return [first, last > first && lineStart(state.text, to) === to ? last - 1 : last];
}

function lineOf(text: string, at: number): number {
	return text.slice(0, at).split('\n').length - 1;
}

function startOf(lines: readonly string[], line: number): number {
	return lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
}

/** Each touched line begun otherwise. */
function shifted(state: Naive, change: (line: string) => string): Naive {
	const [first, last] = touched(state);
	const lines = state.text.split('\n');
	const changed = lines.map((line, index) => (index >= first && index <= last ? change(line) : line));
	const text = changed.join('\n');
	const follow = (at: number): number => {
		const line = lineOf(state.text, at);
		const grown = (changed[line] ?? '').length - (lines[line] ?? '').length;
		return stop(text, startOf(changed, line) + Math.max(0, at - startOf(lines, line) + grown));
	};

	const after = made(state, text, follow(state.at));
	return state.anchor === undefined ? after : {...after, anchor: follow(state.anchor)};
}

function lineMoved(state: Naive, by: -1 | 1): Naive {
	const [first, last] = touched(state);
	const lines = state.text.split('\n');
	if (first + by < 0 || last + by >= lines.length) return state;
	const changed = [...lines];
	changed.splice(first + by, 0, ...changed.splice(first, last - first + 1));
	const text = changed.join('\n');
	const follow = (at: number): number => {
		const line = lineOf(state.text, at) + by;
		return line >= lines.length ? text.length : startOf(changed, line) + at - lineStart(state.text, at);
	};

	const after = made(state, text, follow(state.at));
	return state.anchor === undefined ? after : {...after, anchor: follow(state.anchor)};
}

/** The state after an edit of several lines. */
export function naively(state: Naive, change: Edit): Naive {
	const {text, at, anchor, killed} = state;
	const chosen = selection(state);
	switch (change.type) {
		case 'insert': {
			const isTyping = change.paste !== true && !change.text.includes('\n') && !chosen;
			return put(state, chosen ?? [at, at], change.text, isTyping ? 'insert' : undefined);
		}

		case 'newline': {
			const [from, to] = chosen ?? [at, at];
			const indent = /^[ \t]*/.exec(text.slice(lineStart(text, from), from))?.[0] ?? '';
			return put(state, [from, to], `\n${indent}`);
		}

		case 'move': {
			if (change.extend === true) return moved(state, led(state, change.motion), anchor ?? at);
			if (chosen && change.motion === 'left') return moved(state, chosen[0]);
			if (chosen && change.motion === 'right') return moved(state, chosen[1]);
			return moved(state, led(state, change.motion));
		}

		case 'delete': {
			const to = led(state, change.motion);
			const isRun = !chosen && (change.motion === 'left' || change.motion === 'right');
			return put(state, chosen ?? [Math.min(at, to), Math.max(at, to)], '', isRun ? change.motion : undefined);
		}

		case 'kill-line': {
			return kill(state, lineEnd(text, at) === at ? next(text, at) : lineEnd(text, at));
		}

		case 'kill-to-start': {
			return kill(state, lineStart(text, at));
		}

		case 'kill-word': {
			return kill(state, byWord(text, at, previous));
		}

		case 'copy': {
			const copied = naivelySelected(state);
			return copied === '' ? state : {...moved(state, at, anchor), killed: copied};
		}

		case 'yank': {
			return put(state, chosen ?? [at, at], killed);
		}

		case 'indent': {
			return shifted(state, line => `  ${line}`);
		}

		case 'outdent': {
			return shifted(state, line => line.replace(/^(\t| {1,2})/, ''));
		}

		case 'move-line': {
			return lineMoved(state, change.by);
		}

		case 'select-all': {
			return moved(state, text.length, 0);
		}

		case 'replace': {
			return made(state, change.text, change.text.length);
		}

		case 'undo': {
			const last = state.undo.at(-1);
			if (!last) return state;
			return {...last, killed, undo: state.undo.slice(0, -1), redo: [...state.redo, {text, at}]};
		}

		case 'redo': {
			const last = state.redo.at(-1);
			if (!last) return state;
			return {...last, killed, undo: [...state.undo, {text, at}], redo: state.redo.slice(0, -1)};
		}
	}
}
