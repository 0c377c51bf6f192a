/** A misfit in words. */

import {cut} from '../text/index.ts';
import type {Misfit} from './grammar.ts';
import type {Finding, Kind} from './kind.ts';
import type {Token, Tokens} from './tokens.ts';

/** A quoted piece of the diagram takes at most so many cells. */
const longestQuote = 24;
/** So many things that could stand at a place are named. */
const mostWanted = 3;
const blank = new Set(['space', 'newline', ';', 'eof', 'end']);

/** What keeps the tokens from being a diagram of that kind, and where. */
export function tell(kind: Kind, text: string, {tokens, open}: Tokens, {index, expected}: Misfit): Finding {
	const token = tokens[index]!;
	const before = tokens.slice(0, index).findLast(({name}) => !blank.has(name));
	return (
		unclosedSign(text, token, open) ??
		unclosedBlock(kind, text, tokens.slice(0, index), token, expected) ??
		inLabel(text, token, expected) ??
		misplaced(kind, text, token, before, expected)
	);
}

/** A bracket or quotation mark that what follows stands in; in the same line it may be a sign in it that is wrong. */
function unclosedSign(text: string, token: Token, open: Tokens['open']): Finding | undefined {
	const opened = open.find(({from, to}) => from < token.from && /["([{|`]\s*$/.test(text.slice(from, to)));
	if (!opened || (token.name !== 'end' && !text.slice(opened.to, token.from).includes('\n'))) return undefined;
	const {from, to} = trimmed(text, opened);
	return {from, to, reason: `${quote(text, opened)} is never closed`, help: 'Close it where what it holds ends.'};
}

/** A block without its end, or an end without its block. */
function unclosedBlock(
	kind: Kind,
	text: string,
	before: readonly Token[],
	token: Token,
	expected: ReadonlySet<string>,
): Finding | undefined {
	const {begin, end, endWord} = kind.blocks;
	const blocks: Token[] = [];
	for (const each of before) {
		if (begin.has(each.name)) blocks.push(each);
		else if (each.name === end) blocks.pop();
	}

	const block = blocks.at(-1);
	if (token.name === 'end' && block && expected.has(end)) {
		return {
			...trimmed(text, block),
			reason: `${quote(text, block)} has no "${endWord}"`,
			help: `Put "${endWord}" on a line of its own where it ends.`,
		};
	}

	if (token.name !== end || block) return undefined;
	return {
		...trimmed(text, token),
		reason: `"${endWord}" ends nothing`,
		help: 'Remove it; as a name it has to be written another way, such as "End".',
	};
}

/** A sign that a label can't hold as it is. */
function inLabel(text: string, token: Token, expected: ReadonlySet<string>): Finding | undefined {
	if (!expected.has('text') || blank.has(token.name)) return undefined;
	return {
		...trimmed(text, token),
		reason: `${quote(text, token)} can't stand in a label as it is`,
		help: 'Put double quotes round the whole label.',
	};
}

function misplaced(
	kind: Kind,
	text: string,
	token: Token,
	before: Token | undefined,
	expected: ReadonlySet<string>,
): Finding {
	const help = wantedWords(kind, expected);
	const last = before && trimmed(text, before);
	const isSameLine = last !== undefined && !text.slice(last.to, token.from + leading(text, token)).includes('\n');
	if (before && last && (blank.has(token.name) || !isSameLine) && !mayEnd(expected))
		return {from: last.to, to: last.to, reason: `nothing after ${quote(text, before)}`, help};
	const place = trimmed(text, token);
	if (token.name === 'unreadable' || token.name === 'stray')
		return {...place, reason: `${quote(text, token)} means nothing here`, help};
	if (before && isSameLine)
		return {...place, reason: `${quote(text, token)} can't follow ${quote(text, before)}`, help};
	return {...place, reason: `${quote(text, token)} can't stand here`, help};
}

/** True where the line may end, so that what follows is the fault. */
function mayEnd(expected: ReadonlySet<string>): boolean {
	return expected.has('newline');
}

function wantedWords({wanted}: Kind, expected: ReadonlySet<string>): string {
	const words = [...new Set(wanted.filter(([token]) => expected.has(token)).map(([, named]) => named))];
	const [first, ...others] = words.slice(0, mostWanted);
	if (first === undefined) return 'Change it or take it out.';
	const last = others.pop();
	const all = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
	return `${all.charAt(0).toUpperCase()}${all.slice(1)} can stand here.`;
}

/** How many blanks a token begins with. */
function leading(text: string, {from, to}: Token): number {
	return text.slice(from, to).length - text.slice(from, to).trimStart().length;
}

/** A token's range without the blanks at its ends. */
function trimmed(text: string, {from, to}: {readonly from: number; readonly to: number}): {from: number; to: number} {
	const token = text.slice(from, to);
	const start = from + token.length - token.trimStart().length;
	return {from: start, to: Math.max(start, start + token.trim().length)};
}

/** A piece of the diagram for a sentence. */
function quote(text: string, range: {readonly from: number; readonly to: number}): string {
	const {from, to} = trimmed(text, range);
	const [line = ''] = text.slice(from, to).split('\n');
	return `"${cut(line, longestQuote, '…')}"`;
}
