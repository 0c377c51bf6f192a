/** Fenced code (CommonMark §4.5): the fence is longer than any run of its own character that begins a line inside. */

import {split} from '../line-pieces.ts';

/** A whole fenced block around code. `original` is the template's block, whose fence and info string are kept. */
export function encodeFence(code: string, original: string, language: string | undefined): string {
	const [first = ''] = original.split('\n');
	const opening = /^[ \t]*(`{3,}|~{3,})(.*)$/.exec(first);
	const mark = opening?.[1]?.[0] ?? '`';
	let length = opening?.[1]?.length ?? 3;
	for (const run of code.matchAll(mark === '`' ? /^[ \t]*(`{3,})/gm : /^[ \t]*(~{3,})/gm))
		length = Math.max(length, run[1]!.length + 1);
	const fence = mark.repeat(length);
	const info = (opening?.[2] ?? language ?? '').trimEnd();
	return `${fence}${info}\n${code}\n${fence}`;
}

/** What stands between the fences, the block's indentation taken off; undefined where the text is no fenced block. */
export function decodeFence(text: string): string | undefined {
	const lines = split(text).map(piece => text.slice(piece.from, piece.to));
	while (lines.length > 0 && lines[0]!.trim() === '') lines.shift();
	while (lines.length > 0 && lines.at(-1)!.trim() === '') lines.pop();
	const opening = /^[ \t]*(`{3,}|~{3,})/.exec(lines[0] ?? '');
	if (!opening) return undefined;
	const closing = /^[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(lines.at(-1)!);
	const closed =
		lines.length > 1 &&
		closing !== null &&
		closing[1]![0] === opening[1]![0] &&
		closing[1]!.length >= opening[1]!.length;
	return (closed ? lines.slice(1, -1) : lines.slice(1)).join('\n');
}

/** Code that stands indented (CommonMark §4.4), its four columns taken off; undefined where a line is not. */
export function decodeIndented(text: string): string | undefined {
	const lines = text
		.replace(/^(?:[ \t]*\n)+/, '')
		.trimEnd()
		.split('\n');
	if (!lines.every(line => line.trim() === '' || /^(?: {4}| {0,3}\t)/.test(line))) return undefined;
	return lines.map(line => line.replace(/^(?: {4}| {0,3}\t)/, '')).join('\n');
}
